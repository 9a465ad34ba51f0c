/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-figures.h"
#include "ilv-slice-histogram.h"

#include "trace-fixture.h"

static void
test_edges (void)
{
  g_assert_cmpint (ilv_slice_histogram_get_edge_ns (0), ==, 1);
  g_assert_cmpint (ilv_slice_histogram_get_edge_ns (1), ==, 2);
  g_assert_cmpint (ilv_slice_histogram_get_edge_ns (2), ==, 5);
  g_assert_cmpint (ilv_slice_histogram_get_edge_ns (3), ==, 10);
  g_assert_cmpint (ilv_slice_histogram_get_edge_ns (20), ==, 5 * MS);
  for (guint i = 1; i < ILV_SLICE_HISTOGRAM_N_BINS; i++)
    g_assert_cmpint (ilv_slice_histogram_get_edge_ns (i), >, ilv_slice_histogram_get_edge_ns (i - 1));
}

static void
test_empty (void)
{
  TraceFixture fixture = trace_fixture_begin ("sequential", 1, 1);
  g_autoptr (IlvTrace) trace = NULL;
  IlvSliceHistogram histogram;

  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, -1, 0, 100);
  trace = trace_fixture_end (&fixture);
  g_assert_true (ilv_slice_histogram_compute (&histogram, trace, 0, 100, NULL));
  g_assert_cmpuint (histogram.n_slices, ==, 0);
  g_assert_cmpuint (histogram.first, ==, histogram.end);
  g_assert_cmpuint (ilv_slice_histogram_get_fullest (&histogram), ==, 0);
}

/* What follows without a pause is one slice; an edge belongs to the bin above it. */
static void
test_slices (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IlvSliceHistogram histogram;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 120);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 120, 200);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 1, 200, 399);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 500, 1500);
  trace_fixture_add (&fixture, 1, ILV_STATE_READY, -1, 1500, 1600);
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 0, 1600, 1600);
  trace = trace_fixture_end (&fixture);

  g_assert_true (ilv_slice_histogram_compute (&histogram, trace, G_MININT64, G_MAXINT64, NULL));
  g_assert_cmpuint (histogram.n_slices, ==, 4);
  g_assert_cmpuint (histogram.counts[0], ==, 1);
  g_assert_cmpuint (histogram.counts[6], ==, 1);
  g_assert_cmpuint (histogram.counts[7], ==, 1);
  g_assert_cmpuint (histogram.counts[9], ==, 1);
  g_assert_cmpuint (histogram.first, ==, 0);
  g_assert_cmpuint (histogram.end, ==, 10);
  g_assert_cmpint (histogram.shortest_ns, ==, 0);
  g_assert_cmpint (histogram.longest_ns, ==, 1000);

  /* Of a range, those that reach into it, whole. */
  g_assert_true (ilv_slice_histogram_compute (&histogram, trace, 199, 200, NULL));
  g_assert_cmpuint (histogram.n_slices, ==, 1);
  g_assert_cmpint (histogram.longest_ns, ==, 200);
  g_assert_cmpuint (ilv_slice_histogram_get_fullest (&histogram), ==, 7);

  g_cancellable_cancel (cancellable);
  g_assert_false (ilv_slice_histogram_compute (&histogram, trace, 0, 200, cancellable));
}

/* There are as many as the figures count, each where its length belongs. */
static void
test_random (void)
{
  for (guint run = 0; run < 200; run++)
    {
      TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 3);
      g_autoptr (IlvTrace) trace = NULL;
      IlvSliceHistogram histogram;
      IlvFigures figures;
      guint sum = 0;

      for (guint task = 0; task < 3; task++)
        for (gint64 time_ns = 0, i = g_test_rand_int_range (0, 30); i > 0; i--)
          {
            gint64 length_ns = g_test_rand_int_range (1, 1 << g_test_rand_int_range (1, 30));

            trace_fixture_add (&fixture, task, g_test_rand_int_range (0, 2), g_test_rand_int_range (0, 2),
                               time_ns, time_ns + length_ns);
            time_ns += length_ns + (g_test_rand_bit () ? 0 : 5);
          }
      trace = trace_fixture_end (&fixture);
      g_assert_true (ilv_slice_histogram_compute (&histogram, trace, G_MININT64, G_MAXINT64, NULL));
      ilv_figures_compute (&figures, trace);
      g_assert_cmpuint (histogram.n_slices, ==, figures.slices);
      for (guint i = 0; i < ILV_SLICE_HISTOGRAM_N_BINS; i++)
        {
          sum += histogram.counts[i];
          g_assert_true (histogram.counts[i] == 0 || (i >= histogram.first && i < histogram.end));
        }
      g_assert_cmpuint (sum, ==, histogram.n_slices);
      if (sum == 0)
        continue;
      g_assert_cmpint (histogram.shortest_ns, >=, ilv_slice_histogram_get_edge_ns (histogram.first));
      g_assert_cmpint (histogram.shortest_ns, <, ilv_slice_histogram_get_edge_ns (histogram.first + 1));
      g_assert_cmpint (histogram.longest_ns, >=, ilv_slice_histogram_get_edge_ns (histogram.end - 1));
      g_assert_cmpint (histogram.longest_ns, <, ilv_slice_histogram_get_edge_ns (histogram.end));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/slice-histogram/edges", test_edges);
  g_test_add_func ("/trace/slice-histogram/empty", test_empty);
  g_test_add_func ("/trace/slice-histogram/slices", test_slices);
  g_test_add_func ("/trace/slice-histogram/random", test_random);

  return g_test_run ();
}

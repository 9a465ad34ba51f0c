/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What lanes cost: building them, which grows with the spans, and sampling the 1280 columns of a
 * window, which must not. Ratios are to the smallest trace, per span for building. */

#include <malloc.h>

#include "ilv-lane-index.h"
#include "ilv-record-buffer.h"

#define N_COLUMNS 1280
#define N_TASKS 8
#define N_LANES 2
#define N_ROUNDS 9

typedef struct
{
  double build_ns_per_span;
  double whole_ns;  /* all of the trace in the window */
  double detail_ns; /* a hundredth of it */
  double bytes_per_span;
} Costs;

static double
get_used_bytes (void)
{
  struct mallinfo2 info = mallinfo2 ();

  return (double) (info.uordblks + info.hblkhd);
}

/* Two processors, on each of which tasks take turns of about a millisecond. */
static IlvTrace *
trace_new (guint n_spans)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", N_LANES);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  gint64 times[N_LANES] = { 0 };

  for (guint i = 0; i < N_TASKS; i++)
    ilv_trace_info_add_task (info, "task", NULL);
  for (guint i = 0; i < N_LANES; i++)
    ilv_trace_info_add_worker (info, "worker", 0, (int) i);
  for (guint i = 0; i < n_spans; i++)
    {
      guint lane = i % N_LANES;
      IlvSpan span = {
        .start_ns = times[lane],
        .end_ns = times[lane] + g_rand_int_range (rand, 100000, 1900000),
        .task = (guint32) g_rand_int_range (rand, 0, N_TASKS),
        .worker = lane,
        .processor = (gint16) lane,
        .state = ILV_STATE_RUNNING,
      };

      times[lane] = span.end_ns + g_rand_int_range (rand, 1000, 50000);
      g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

static int
compare_doubles (gconstpointer a, gconstpointer b)
{
  double left = *(const double *) a;
  double right = *(const double *) b;

  return (left > right) - (left < right);
}

static double
get_median (double *values)
{
  qsort (values, N_ROUNDS, sizeof *values, compare_doubles);
  return values[N_ROUNDS / 2];
}

static double
measure_build (IlvTrace *trace, guint n_spans)
{
  double times_ns[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 begin_ns = ilv_clock_now_ns ();
      g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);

      times_ns[i] = (double) (ilv_clock_now_ns () - begin_ns);
    }
  return get_median (times_ns) / n_spans;
}

/* All lanes in a window that shows @part of the trace, from its middle on. */
static double
measure_sample (IlvLaneIndex *index, double part)
{
  g_autofree IlvColumn *columns = g_new (IlvColumn, N_COLUMNS);
  double duration_ns = (double) ilv_trace_get_duration_ns (ilv_lane_index_get_trace (index));
  double from_ns = part < 1 ? duration_ns / 2 : 0;
  double times_ns[N_ROUNDS];

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 begin_ns = ilv_clock_now_ns ();

      for (guint lane = 0; lane < N_LANES; lane++)
        ilv_lane_index_sample (index, lane, from_ns, duration_ns * part / N_COLUMNS, N_COLUMNS,
                               columns);
      times_ns[i] = (double) (ilv_clock_now_ns () - begin_ns);
    }
  return get_median (times_ns);
}

static Costs
measure (guint n_spans)
{
  double before_bytes = get_used_bytes ();
  g_autoptr (IlvTrace) trace = trace_new (n_spans);
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, ILV_GROUPING_PROCESSOR);

  return (Costs){
    .bytes_per_span = (get_used_bytes () - before_bytes) / n_spans,
    .build_ns_per_span = measure_build (trace, n_spans),
    .whole_ns = measure_sample (index, 1),
    .detail_ns = measure_sample (index, 0.01),
  };
}

int
main (void)
{
  static const guint sizes[] = { 1000, 100000, 1000000, 10000000 };
  Costs first = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      Costs costs = measure (sizes[i]);

      if (i == 0)
        first = costs;
      g_print ("%8u spans: build %.1f ns a span (ratio %.2f), sample all %.0f us (ratio %.2f), "
               "sample 1 %% %.0f us (ratio %.2f), %.1f bytes a span\n",
               sizes[i], costs.build_ns_per_span, costs.build_ns_per_span / first.build_ns_per_span,
               costs.whole_ns / 1000, costs.whole_ns / first.whole_ns, costs.detail_ns / 1000,
               costs.detail_ns / first.detail_ns, costs.bytes_per_span);
    }
  return 0;
}

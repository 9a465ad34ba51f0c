/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-time-slices.h"

#include "trace-fixture.h"

#define RUNNING ILV_STATE_RUNNING
#define READY ILV_STATE_READY

typedef struct
{
  guint task;
  IlvState state;
  int processor;
  gint64 start_ms;
  gint64 end_ms;
} Piece;

#define MAX_PIECES 12
#define MAX_LENGTHS 4

typedef struct
{
  const char *name;
  Piece pieces[MAX_PIECES]; /* up to the first that has no length */
  gint64 lengths_ms[MAX_LENGTHS];
} Case;

static const Case cases[] = {
  { "nothing", { { 0 } }, { 0 } },
  { "alone", { { 0, RUNNING, 0, 0, 9 } }, { 0 } },
  { "turns",
    { { 0, RUNNING, 0, 0, 20 },
      { 1, READY, -1, 0, 20 },
      { 1, RUNNING, 0, 20, 45 },
      { 0, READY, -1, 20, 45 },
      { 0, RUNNING, 0, 45, 49 },
      { 1, READY, -1, 45, 49 },
      { 1, RUNNING, 0, 49, 55 } },
    { 20, 25 } },
  /* The task that has just begun has ended before its slice was over. */
  { "end", { { 0, RUNNING, 0, 0, 5 }, { 1, READY, -1, 0, 5 }, { 1, RUNNING, 0, 5, 9 } }, { 0 } },
  { "steps",
    { { 0, RUNNING, 0, 0, 3 },
      { 0, RUNNING, 0, 3, 7 },
      { 0, READY, -1, 7, 9 },
      { 1, RUNNING, 0, 7, 9 },
      { 0, RUNNING, 0, 9, 10 } },
    { 7 } },
  { "another-program",
    { { 0, RUNNING, 0, 0, 10 },
      { 1, READY, -1, 0, 25 },
      { 0, READY, -1, 10, 15 },
      { 0, RUNNING, 0, 15, 25 },
      { 0, READY, -1, 25, 30 },
      { 1, RUNNING, 0, 25, 30 } },
    { 20 } },
  { "wait",
    { { 0, RUNNING, 0, 0, 4 },
      { 0, ILV_STATE_WAITING, -1, 4, 8 },
      { 1, RUNNING, 0, 4, 8 },
      { 1, READY, -1, 8, 12 },
      { 0, RUNNING, 0, 8, 12 } },
    { 4 } },
  { "wait-within",
    { { 0, RUNNING, 0, 0, 4 },
      { 0, ILV_STATE_BLOCKED, -1, 4, 8 },
      { 0, RUNNING, 0, 8, 10 },
      { 0, READY, -1, 10, 12 },
      { 1, RUNNING, 0, 10, 12 } },
    { 2 } },
  { "moved",
    { { 0, RUNNING, 0, 0, 4 },
      { 0, READY, -1, 4, 5 },
      { 0, RUNNING, 1, 5, 8 },
      { 1, RUNNING, 0, 6, 8 },
      { 0, READY, -1, 8, 9 },
      { 2, RUNNING, 1, 8, 9 } },
    { 3 } },
  { "two-processors",
    { { 0, RUNNING, 0, 0, 4 },
      { 1, RUNNING, 1, 0, 5 },
      { 0, READY, -1, 4, 9 },
      { 2, RUNNING, 0, 4, 9 },
      { 1, READY, -1, 5, 9 },
      { 3, RUNNING, 1, 5, 9 } },
    { 4, 5 } },
  { "unknown-processor",
    { { 0, RUNNING, -1, 0, 4 }, { 0, READY, -1, 4, 8 }, { 1, RUNNING, -1, 4, 8 } },
    { 0 } },
};

static GArray *
list_slices (const Piece *pieces)
{
  TraceFixture fixture = trace_fixture_begin ("time-sliced", 2, 4);
  g_autoptr (IlvTrace) trace = NULL;

  for (guint i = 0; i < MAX_PIECES && pieces[i].end_ms > 0; i++)
    trace_fixture_add (&fixture, pieces[i].task, pieces[i].state, pieces[i].processor,
                       pieces[i].start_ms * MS, pieces[i].end_ms * MS);
  trace = trace_fixture_end (&fixture);
  return ilv_time_slices_list (trace);
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;
  g_autoptr (GArray) lengths_ns = list_slices (one->pieces);
  guint n = 0;

  while (n < MAX_LENGTHS && one->lengths_ms[n] > 0)
    n++;
  g_assert_cmpuint (lengths_ns->len, ==, n);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (g_array_index (lengths_ns, gint64, i), ==, one->lengths_ms[i] * MS);
}

/* By the clocks of their threads, B took the processor 2 µs before A had left it, and A 2 µs before
 * B had. */
static void
test_overlapping_edges (void)
{
  TraceFixture fixture = trace_fixture_begin ("time-sliced", 1, 2);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (GArray) lengths_ns = NULL;

  trace_fixture_add (&fixture, 0, RUNNING, 3, 0, 4002000);
  trace_fixture_add (&fixture, 1, RUNNING, 3, 4000000, 8002000);
  trace_fixture_add (&fixture, 0, READY, -1, 4002000, 8000000);
  trace_fixture_add (&fixture, 0, RUNNING, 3, 8000000, 9000000);
  trace_fixture_add (&fixture, 1, READY, -1, 8002000, 9000000);
  trace = trace_fixture_end (&fixture);

  lengths_ns = ilv_time_slices_list (trace);
  g_assert_cmpuint (lengths_ns->len, ==, 2);
  g_assert_cmpint (g_array_index (lengths_ns, gint64, 0), ==, 4002000);
  g_assert_cmpint (g_array_index (lengths_ns, gint64, 1), ==, 4002000);
}

static void
test_median (void)
{
  const gint64 numbers[] = { 9, 1, 5, 4, 100 };
  const gint64 medians[] = { -1, 9, 5, 5, 4, 5 };

  for (guint n = 0; n <= G_N_ELEMENTS (numbers); n++)
    {
      g_autoptr (GArray) lengths_ns = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_vals (lengths_ns, numbers, n);
      g_assert_cmpint (ilv_time_slices_sort_median_ns (lengths_ns), ==, medians[n]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/trace/time-slices/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/trace/time-slices/overlapping-edges", test_overlapping_edges);
  g_test_add_func ("/trace/time-slices/median", test_median);
  return g_test_run ();
}

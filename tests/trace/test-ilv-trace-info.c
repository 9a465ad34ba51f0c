/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span.h"
#include "ilv-trace-info.h"
#include "ilv-trace.h"

static const char *const steps[] = { "cpu 40ms", "wait 1s", NULL };

static void
test_new (void)
{
  g_autoptr (IlvTraceInfo) info = ilv_trace_info_new ("thread-pool", 3);

  g_assert_cmpstr (info->strategy, ==, "thread-pool");
  g_assert_cmpuint (info->processors, ==, 3);
  g_assert_false (info->is_model);
  g_assert_cmpint (info->outcome, ==, ILV_TRACE_OUTCOME_RUNNING);
  g_assert_cmpint (info->clock_base_ns, ==, 0);
  g_assert_cmpint (info->cpu_time_ns, ==, -1);
  g_assert_cmpint (info->voluntary_switches, ==, -1);
  g_assert_cmpint (info->involuntary_switches, ==, -1);
  g_assert_null (info->verdict);
  g_assert_cmpuint (info->tasks->len, ==, 0);
  g_assert_cmpuint (info->workers->len, ==, 0);
  g_assert_cmpuint (info->notes->len, ==, 0);
}

static void
test_lookup (void)
{
  g_autoptr (IlvTraceInfo) info = ilv_trace_info_new ("model", 1);

  g_assert_cmpuint (ilv_trace_info_add_task (info, "A", steps), ==, 0);
  g_assert_cmpuint (ilv_trace_info_add_task (info, "B", NULL), ==, 1);
  g_assert_cmpuint (ilv_trace_info_add_worker (info, "Worker 0", 4711, 5), ==, 0);
  g_assert_cmpuint (ilv_trace_info_add_worker (info, "Worker 1", 0, ILV_NO_PROCESSOR), ==, 1);

  g_assert_cmpstr (ilv_trace_info_get_task (info, 1)->name, ==, "B");
  g_assert_null (ilv_trace_info_get_task (info, 2));
  g_assert_cmpstr (ilv_trace_info_get_worker (info, 0)->name, ==, "Worker 0");
  g_assert_cmpint (ilv_trace_info_get_worker (info, 0)->os_tid, ==, 4711);
  g_assert_cmpint (ilv_trace_info_get_worker (info, 0)->processor, ==, 5);
  g_assert_cmpint (ilv_trace_info_get_worker (info, 1)->processor, ==, ILV_NO_PROCESSOR);
  g_assert_null (ilv_trace_info_get_worker (info, 2));
  g_assert_null (ilv_trace_info_get_worker (info, ILV_NO_WORKER));

  g_assert_cmpstr (ilv_trace_info_get_step (info, 0, 1), ==, "wait 1s");
  g_assert_null (ilv_trace_info_get_step (info, 0, 2));
  g_assert_null (ilv_trace_info_get_step (info, 0, ILV_NO_STEP));
  g_assert_null (ilv_trace_info_get_step (info, 1, 0));
  g_assert_null (ilv_trace_info_get_step (info, 7, 0));
}

static void
test_notes (void)
{
  g_autoptr (IlvTraceInfo) info = ilv_trace_info_new ("thread-pool", 2);

  ilv_trace_info_add_note (info, "no affinity");
  ilv_trace_info_add_note (info, "one processor");
  ilv_trace_info_add_note (info, "no affinity");
  g_assert_cmpuint (info->notes->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (info->notes, 0), ==, "no affinity");
  g_assert_cmpstr (g_ptr_array_index (info->notes, 1), ==, "one processor");
}

/* The copy holds everything, and neither changes with the other nor needs it. */
static void
test_copy (void)
{
  g_autoptr (IlvTraceInfo) info = ilv_trace_info_new ("model", 4);
  g_autoptr (IlvTraceInfo) copy = NULL;

  info->is_model = TRUE;
  info->clock_base_ns = 12;
  info->cpu_time_ns = 34;
  info->voluntary_switches = 5;
  info->involuntary_switches = 6;
  info->outcome = ILV_TRACE_OUTCOME_STALLED;
  info->verdict = g_strdup ("A waits for B");
  ilv_trace_info_add_task (info, "A", steps);
  ilv_trace_info_add_worker (info, "Worker 0", 1, 2);
  ilv_trace_info_add_note (info, "note");

  copy = ilv_trace_info_copy (info);
  ilv_trace_info_add_task (info, "B", steps);
  ilv_trace_info_add_worker (info, "Worker 1", 1, 2);
  ilv_trace_info_add_note (info, "another");
  g_clear_pointer (&info, ilv_trace_info_unref);

  g_assert_cmpstr (copy->strategy, ==, "model");
  g_assert_cmpuint (copy->processors, ==, 4);
  g_assert_true (copy->is_model);
  g_assert_cmpint (copy->clock_base_ns, ==, 12);
  g_assert_cmpint (copy->cpu_time_ns, ==, 34);
  g_assert_cmpint (copy->voluntary_switches, ==, 5);
  g_assert_cmpint (copy->involuntary_switches, ==, 6);
  g_assert_cmpint (copy->outcome, ==, ILV_TRACE_OUTCOME_STALLED);
  g_assert_cmpstr (copy->verdict, ==, "A waits for B");
  g_assert_cmpuint (copy->tasks->len, ==, 1);
  g_assert_cmpstr (ilv_trace_info_get_step (copy, 0, 0), ==, "cpu 40ms");
  g_assert_cmpuint (copy->workers->len, ==, 1);
  g_assert_cmpstr (ilv_trace_info_get_worker (copy, 0)->name, ==, "Worker 0");
  g_assert_cmpuint (copy->notes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (copy->notes, 0), ==, "note");
}

static void
test_ref (void)
{
  g_autoptr (IlvTraceInfo) info = ilv_trace_info_new ("sequential", 1);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, ILV_TYPE_TRACE_INFO);
  g_value_set_boxed (&value, info);
  g_assert_true (g_value_get_boxed (&value) == info);
  g_clear_pointer (&info, ilv_trace_info_unref);
  info = g_value_dup_boxed (&value);
  g_assert_cmpstr (info->strategy, ==, "sequential");
}

/* Tasks that form a line have its colour, others their own, whatever else they are called. */
static void
test_colours (void)
{
  static const struct
  {
    const char *name;
    guint colour;
  } tasks[] = {
    { "A1", 0 },     { "B1", 1 },     { "A2", 0 },        { "B20", 1 },  { "AB1", 2 },
    { "Tile 3", 5 }, { "a1", 6 },     { "A", 7 },         { "A1b", 0 },  { "Pokémon 5", 1 },
    { "7", 2 },      { "AB002", 2 },  { "Tile 4", 4 },    { "C1", 3 },
  };
  g_autoptr (IlvTraceInfo) info = ilv_trace_info_new ("sequential", 1);
  g_autoptr (IlvTraceInfo) copy = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    ilv_trace_info_add_task (info, tasks[i].name, NULL);
  copy = ilv_trace_info_copy (info);
  for (guint i = 0; i < G_N_ELEMENTS (tasks); i++)
    {
      g_assert_cmpuint (ilv_trace_info_get_colour (info, i), ==, tasks[i].colour);
      g_assert_cmpuint (ilv_trace_info_get_colour (copy, i), ==, tasks[i].colour);
    }
  g_assert_cmpuint (ilv_trace_info_get_colour (info, 17), ==, 1);
}

/* A span has its task's colour, and so has all that draws it. */
static void
test_span_colours (void)
{
  IlvTraceInfo *info = ilv_trace_info_new ("sequential", 1);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  g_autoptr (IlvTrace) trace = NULL;
  const IlvSpan *shown;
  gsize n_spans;

  ilv_trace_info_add_task (info, "A1", NULL);
  ilv_trace_info_add_task (info, "A2", NULL);
  ilv_trace_info_add_task (info, "B1", NULL);
  for (guint i = 0; i < 3; i++)
    {
      IlvSpan span = { .start_ns = i, .end_ns = i + 1, .task = i, .open = i == 2 };

      g_array_append_val (spans, span);
    }
  trace = ilv_trace_new (info, spans, NULL);
  shown = ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpuint (shown[0].colour, ==, 0);
  g_assert_cmpuint (shown[1].colour, ==, 0);
  g_assert_cmpuint (shown[2].colour, ==, 1);
  g_assert_true (shown[2].open);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/trace-info/new", test_new);
  g_test_add_func ("/trace/trace-info/lookup", test_lookup);
  g_test_add_func ("/trace/trace-info/notes", test_notes);
  g_test_add_func ("/trace/trace-info/copy", test_copy);
  g_test_add_func ("/trace/trace-info/ref", test_ref);

  g_test_add_func ("/trace/trace-info/colours", test_colours);
  g_test_add_func ("/trace/trace-info/span-colours", test_span_colours);

  return g_test_run ();
}

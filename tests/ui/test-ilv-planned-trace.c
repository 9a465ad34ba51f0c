/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-planned-trace.h"

/* All who will come, on as many processors as the strategy can use, and nothing that happened. */
static void
test_planned (void)
{
  static const struct
  {
    IlvStrategy strategy;
    guint processors;
  } cases[] = {
    { ILV_STRATEGY_SEQUENTIAL, 1 },
    { ILV_STRATEGY_EVENT_LOOP, 1 },
    { ILV_STRATEGY_THREAD_POOL, 3 },
    { ILV_STRATEGY_MODEL, 3 },
  };
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (5, 1000000);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvTrace) trace = ilv_planned_trace_new (workload, cases[i].strategy, 3);
      const IlvTraceInfo *info = ilv_trace_get_info (trace);
      gsize n_spans;

      g_assert_cmpuint (info->processors, ==, cases[i].processors);
      g_assert_cmpuint (info->tasks->len, ==, 5);
      g_assert_cmpstr (ilv_trace_info_get_task (info, 1)->name, ==,
                       ilv_workload_get_task_name (workload, 1));
      ilv_trace_get_spans (trace, &n_spans);
      g_assert_cmpuint (n_spans, ==, 0);
      g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/planned-trace/planned", test_planned);

  return g_test_run ();
}

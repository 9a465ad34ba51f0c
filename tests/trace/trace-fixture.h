/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Traces made by hand, for the tests of what is computed from them. */

#pragma once

#include "ilv-trace.h"

#define MS G_GINT64_CONSTANT (1000000)

typedef struct
{
  IlvTraceInfo *info;
  GArray *spans;
  GArray *flows;
} TraceFixture;

/* A run of @n_tasks tasks A, B, C … */
G_GNUC_UNUSED static TraceFixture
trace_fixture_begin (const char *strategy, guint processors, guint n_tasks)
{
  static const char *const steps[] = { "cpu 400ms", "wait 100ms", NULL };
  TraceFixture fixture = { ilv_trace_info_new (strategy, processors),
                           g_array_new (FALSE, FALSE, sizeof (IlvSpan)),
                           g_array_new (FALSE, FALSE, sizeof (IlvFlow)) };

  for (guint i = 0; i < n_tasks; i++)
    {
      char name[] = { i < 26 ? 'A' + i : 'a' + i % 26, '\0' };

      ilv_trace_info_add_task (fixture.info, name, steps);
    }
  fixture.info->is_model = g_str_equal (strategy, "model");
  fixture.info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  return fixture;
}

G_GNUC_UNUSED static IlvSpan *
trace_fixture_add (TraceFixture *fixture,
                   guint task,
                   IlvState state,
                   int processor,
                   gint64 start_ns,
                   gint64 end_ns)
{
  IlvSpan span = { .start_ns = start_ns,
                   .end_ns = end_ns,
                   .task = task,
                   .worker = ILV_NO_WORKER,
                   .processor = processor,
                   .step = ILV_NO_STEP,
                   .peer = ILV_NO_PEER,
                   .state = state };

  g_array_append_val (fixture->spans, span);
  return &g_array_index (fixture->spans, IlvSpan, fixture->spans->len - 1);
}

G_GNUC_UNUSED static IlvTrace *
trace_fixture_end (TraceFixture *fixture)
{
  return ilv_trace_new (g_steal_pointer (&fixture->info), g_steal_pointer (&fixture->spans),
                        g_steal_pointer (&fixture->flows));
}

/* Every task in turn on one processor, for @slice_ns each time, until each had @cpu_ns. */
G_GNUC_UNUSED static void
trace_fixture_add_turns (TraceFixture *fixture, gint64 start_ns, gint64 cpu_ns, gint64 slice_ns)
{
  for (gint64 done_ns = 0; done_ns < cpu_ns; done_ns += slice_ns)
    for (guint task = 0; task < fixture->info->tasks->len; task++)
      {
        gint64 length_ns = MIN (slice_ns, cpu_ns - done_ns);

        trace_fixture_add (fixture, task, ILV_STATE_RUNNING, 0, start_ns, start_ns + length_ns);
        start_ns += length_ns;
      }
}

/* Each task waits and then runs in one piece, on the first of the processors to be free. */
G_GNUC_UNUSED static void
trace_fixture_add_pieces (TraceFixture *fixture, gint64 wait_ns, gint64 cpu_ns)
{
  gint64 time_ns = 0;

  for (guint task = 0; task < fixture->info->tasks->len; task++)
    {
      int processor = task % fixture->info->processors;

      if (wait_ns > 0)
        trace_fixture_add (fixture, task, ILV_STATE_WAITING, -1, time_ns, time_ns + wait_ns);
      if (cpu_ns > 0)
        trace_fixture_add (fixture, task, ILV_STATE_RUNNING, processor, time_ns + wait_ns,
                           time_ns + wait_ns + cpu_ns);
      if (processor == (int) fixture->info->processors - 1)
        time_ns += wait_ns + cpu_ns;
    }
}

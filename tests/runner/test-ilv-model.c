/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Cases that can be worked out by hand. All lengths are in nanoseconds. */

#include "ilv-model.h"

#include "ilv-strategy.h"
#include "runner-test.h"

#define STALL_SHOWN "100000000"

static IlvTrace *
run (const char *text, guint processors, gint64 quantum_ns, gint64 switch_cost_ns)
{
  g_autoptr (IlvWorkload) workload = runner_test_parse (text);
  const IlvModelSettings settings = { processors, quantum_ns, switch_cost_ns, 0 };

  return ilv_model_run (workload, &settings, NULL);
}

static const char *
get_name (IlvTrace *trace, guint task)
{
  return ilv_trace_info_get_task (ilv_trace_get_info (trace), task)->name;
}

/* One line a span: "0-4 A running on 0", "4-8 B blocked by A". */
static char *
spans_to_text (IlvTrace *trace)
{
  GString *text = g_string_new (NULL);
  gsize n_spans = 0;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    {
      const IlvSpan *span = &spans[i];

      g_string_append_printf (text, "%" G_GINT64_FORMAT "-%" G_GINT64_FORMAT " %s %s",
                              span->start_ns, span->end_ns, get_name (trace, span->task),
                              ilv_state_to_string (span->state));
      if (span->processor != ILV_NO_PROCESSOR)
        g_string_append_printf (text, " on %d", span->processor);
      if (span->peer != ILV_NO_PEER)
        g_string_append_printf (text, " by %s", get_name (trace, span->peer));
      if (span->open)
        g_string_append (text, " open");
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

/* One line a flow: "5 A handed-lock B". */
static char *
flows_to_text (IlvTrace *trace)
{
  static const char *const kinds[] = {
    [ILV_FLOW_SPAWNED] = "spawned",
    [ILV_FLOW_AWAITED] = "released",
    [ILV_FLOW_LOCK] = "handed the lock to",
  };
  GString *text = g_string_new (NULL);
  gsize n_flows = 0;
  const IlvFlow *flows = ilv_trace_get_flows (trace, &n_flows);

  for (gsize i = 0; i < n_flows; i++)
    g_string_append_printf (text, "%" G_GINT64_FORMAT " %s %s %s\n", flows[i].time_ns,
                            get_name (trace, flows[i].from_task), kinds[flows[i].kind],
                            get_name (trace, flows[i].to_task));
  return g_string_free (text, FALSE);
}

static void
assert_spans (IlvTrace *trace, const char *expected)
{
  g_autofree char *text = spans_to_text (trace);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_flows (IlvTrace *trace, const char *expected)
{
  g_autofree char *text = flows_to_text (trace);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_figures (IlvTrace *trace, gint64 cpu_time_ns, gint64 voluntary, gint64 involuntary)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  g_assert_cmpint (info->cpu_time_ns, ==, cpu_time_ns);
  g_assert_cmpint (info->voluntary_switches, ==, voluntary);
  g_assert_cmpint (info->involuntary_switches, ==, involuntary);
}

static void
assert_stalled (IlvTrace *trace, const char *verdict)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  g_assert_cmpint (info->outcome, ==, ILV_TRACE_OUTCOME_STALLED);
  g_assert_cmpstr (info->verdict, ==, verdict);
}

static void
test_info (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 10ns; wait 1s\n", 3, 4, 0);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  gsize n_spans = 0;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  g_assert_cmpstr (info->strategy, ==, "model");
  g_assert_true (info->is_model);
  g_assert_cmpuint (info->processors, ==, 3);
  g_assert_cmpint (info->clock_base_ns, ==, 0);
  g_assert_cmpint (info->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  g_assert_null (info->verdict);
  g_assert_cmpuint (info->notes->len, ==, 0);
  g_assert_cmpuint (info->workers->len, ==, 3);
  g_assert_cmpstr (ilv_trace_info_get_worker (info, 2)->name, ==, "Core 2");
  g_assert_cmpint (ilv_trace_info_get_worker (info, 2)->processor, ==, 2);
  g_assert_cmpstr (ilv_trace_info_get_step (info, 0, 1), ==, "wait 1s");

  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_cmpuint (spans[0].worker, ==, 0);
  g_assert_cmpuint (spans[0].step, ==, 0);
  g_assert_cmpuint (spans[1].worker, ==, ILV_NO_WORKER);
  g_assert_cmpuint (spans[1].step, ==, 1);
}

static void
test_two_on_one (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 10ns\n[Task B]\nSteps=cpu 10ns\n", 1, 4, 0);

  assert_spans (trace, "0-4 A running on 0\n"
                       "0-4 B ready\n"
                       "4-8 A ready\n"
                       "4-8 B running on 0\n"
                       "8-12 A running on 0\n"
                       "8-12 B ready\n"
                       "12-16 A ready\n"
                       "12-16 B running on 0\n"
                       "16-18 A running on 0\n"
                       "16-18 B ready\n"
                       "18-20 B running on 0\n");
  assert_figures (trace, 20, 0, 4);
}

static void
test_two_on_one_with_cost (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 10ns\n[Task B]\nSteps=cpu 10ns\n", 1, 4, 1);

  assert_spans (trace, "0-4 A running on 0\n"
                       "0-5 B ready\n"
                       "4-10 A ready\n"
                       "5-9 B running on 0\n"
                       "9-15 B ready\n"
                       "10-14 A running on 0\n"
                       "14-20 A ready\n"
                       "15-19 B running on 0\n"
                       "19-23 B ready\n"
                       "20-22 A running on 0\n"
                       "23-25 B running on 0\n");
  assert_figures (trace, 20, 0, 4);
}

static void
test_four_on_two (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 6ns\n[Task B]\nSteps=cpu 6ns\n"
                                    "[Task C]\nSteps=cpu 6ns\n[Task D]\nSteps=cpu 6ns\n",
                                    2, 4, 0);

  assert_spans (trace, "0-4 A running on 0\n"
                       "0-4 B running on 1\n"
                       "0-4 C ready\n"
                       "0-4 D ready\n"
                       "4-8 A ready\n"
                       "4-8 B ready\n"
                       "4-8 C running on 0\n"
                       "4-8 D running on 1\n"
                       "8-10 A running on 0\n"
                       "8-10 B running on 1\n"
                       "8-10 C ready\n"
                       "8-10 D ready\n"
                       "10-12 C running on 0\n"
                       "10-12 D running on 1\n");
  assert_figures (trace, 24, 0, 4);
}

/* C keeps its processor at 8 though its quantum is over, for A has just ended. */
static void
test_three_on_two (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 8ns\n[Task B]\nSteps=cpu 8ns\n"
                                    "[Task C]\nSteps=cpu 8ns\n",
                                    2, 4, 0);

  assert_spans (trace, "0-4 A running on 0\n"
                       "0-4 B running on 1\n"
                       "0-4 C ready\n"
                       "4-8 A running on 1\n"
                       "4-8 B ready\n"
                       "4-12 C running on 0\n"
                       "8-12 B running on 1\n");
  assert_figures (trace, 24, 0, 2);
}

/* Of tasks whose quanta end together, none may keep a processor for ever. */
static void
test_fairness (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nCount=3\nSteps=cpu 4us\n", 2, 4, 0);
  gsize n_spans = 0;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, 6000);
  for (gsize i = 0; i < n_spans; i++)
    {
      g_assert_cmpint (spans[i].end_ns - spans[i].start_ns, <=, 8);
      if (spans[i].state == ILV_STATE_READY)
        g_assert_cmpint (spans[i].end_ns - spans[i].start_ns, ==, 4);
    }
}

static void
test_alone (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 10ns\n[Task B]\nSteps=cpu 30ns\n", 1, 4, 1);
  gsize n_spans = 0;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  /* From 22 on B is alone: its quanta end and nothing comes of it. */
  g_assert_cmpint (spans[n_spans - 1].start_ns, ==, 23);
  g_assert_cmpint (spans[n_spans - 1].end_ns, ==, 45);
  assert_figures (trace, 40, 0, 4);
}

static void
test_lock (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=lock L; cpu 5ns; unlock L; cpu 2ns\n"
                                    "[Task B]\nSteps=lock L; cpu 3ns; unlock L\n",
                                    2, 10, 0);

  assert_spans (trace, "0-5 A running on 0\n"
                       "0-5 B blocked by A\n"
                       "5-7 A running on 0\n"
                       "5-8 B running on 1\n");
  assert_flows (trace, "5 A handed the lock to B\n");
  assert_figures (trace, 10, 1, 0);
}

/* In the order in which they came to it, and a task without a processor does not come to it: C does
 * before B, which waits first. */
static void
test_lock_order_of_handing_over (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=lock L; cpu 5ns; unlock L\n"
                                    "[Task B]\nSteps=wait 1ns; lock L; cpu 1ns; unlock L\n"
                                    "[Task C]\nSteps=lock L; cpu 1ns; unlock L\n",
                                    2, 10, 0);

  assert_spans (trace, "0-5 A running on 0\n"
                       "0-1 B waiting\n"
                       "0-5 C blocked by A\n"
                       "1-6 B blocked by A\n"
                       "5-6 C running on 1\n"
                       "6-7 B running on 1\n");
  assert_flows (trace, "5 A handed the lock to C\n"
                       "6 C handed the lock to B\n");
}

static void
test_lock_needs_processor (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 3ns; lock L; cpu 2ns; unlock L\n"
                                    "[Task B]\nSteps=lock L; cpu 1ns; unlock L\n",
                                    1, 10, 0);

  assert_spans (trace, "0-3 A running on 0\n"
                       "0-5 B ready\n"
                       "3-5 A running on 0\n"
                       "5-6 B running on 0\n");
  assert_flows (trace, "");
  assert_figures (trace, 6, 0, 0);
}

static void
test_wait_overlaps_cpu (void)
{
  const char *text = "[Task A]\nSteps=wait 5ns; cpu 2ns\n[Task B]\nSteps=cpu 6ns\n";
  g_autoptr (IlvTrace) trace = run (text, 1, 10, 0);
  g_autoptr (IlvTrace) costly = run (text, 1, 10, 1);

  assert_spans (trace, "0-5 A waiting\n"
                       "0-6 B running on 0\n"
                       "5-6 A ready\n"
                       "6-8 A running on 0\n");
  assert_figures (trace, 8, 1, 0);
  assert_spans (costly, "0-5 A waiting\n"
                        "0-1 B ready\n"
                        "1-7 B running on 0\n"
                        "5-8 A ready\n"
                        "8-10 A running on 0\n");
}

static void
test_wait_ends_with_quantum (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=wait 4ns; cpu 1ns\n[Task B]\nSteps=cpu 8ns\n",
                                    1, 4, 0);

  assert_spans (trace, "0-4 A waiting\n"
                       "0-4 B running on 0\n"
                       "4-5 A running on 0\n"
                       "4-5 B ready\n"
                       "5-9 B running on 0\n");
  assert_figures (trace, 9, 1, 1);
}

static void
test_wait_as_last_step (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 1ns; wait 3ns\n[Task B]\nSteps=cpu 9ns\n",
                                    1, 100, 0);

  assert_spans (trace, "0-1 A running on 0\n"
                       "0-1 B ready\n"
                       "1-4 A waiting\n"
                       "1-10 B running on 0\n");
}

static void
test_await_order (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=await B; await C; cpu 1ns\n"
                                    "[Task B]\nSteps=cpu 3ns; await C\n"
                                    "[Task C]\nSteps=cpu 2ns\n",
                                    1, 10, 0);

  assert_spans (trace, "0-5 A waiting by B\n"
                       "0-3 B running on 0\n"
                       "0-3 C ready\n"
                       "3-5 B waiting by C\n"
                       "3-5 C running on 0\n"
                       "5-6 A running on 0\n");
  assert_flows (trace, "5 C released B\n"
                       "5 B released A\n");
  assert_figures (trace, 6, 2, 0);
}

static void
test_spawn (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 2ns; spawn B; cpu 2ns; await B\n"
                                    "[Task B]\nSteps=cpu 3ns\n",
                                    2, 10, 0);

  assert_spans (trace, "0-2 A running on 0\n"
                       "2-4 A running on 0\n"
                       "2-5 B running on 1\n"
                       "4-5 A waiting by B\n");
  assert_flows (trace, "2 A spawned B\n"
                       "5 B released A\n");
}

static void
test_preferred_processor (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=cpu 2ns\n"
                                    "[Task B]\nSteps=cpu 1ns; wait 4ns; cpu 1ns\n",
                                    2, 10, 3);

  /* Processor 0 is idle too when B comes back, but on 1 it was the last and needs no switch. */
  assert_spans (trace, "0-2 A running on 0\n"
                       "0-1 B running on 1\n"
                       "1-5 B waiting\n"
                       "5-6 B running on 1\n");
}

/* At 9 A's quantum is over and B comes back, but there is an idle processor for B. */
static void
test_idle_before_giving_way (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task B]\nSteps=cpu 1ns; wait 8ns; cpu 1ns\n"
                                    "[Task C]\nSteps=cpu 3ns\n"
                                    "[Task A]\nSteps=cpu 12ns\n",
                                    2, 4, 0);

  assert_spans (trace, "0-1 B running on 0\n"
                       "0-3 C running on 1\n"
                       "0-1 A ready\n"
                       "1-9 B waiting\n"
                       "1-13 A running on 0\n"
                       "9-10 B running on 1\n");
  assert_figures (trace, 17, 1, 0);
}

static void
test_await_cycle (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=await B\n[Task B]\nSteps=await A\n"
                                    "[Task C]\nSteps=cpu 7ns\n",
                                    1, 4, 0);

  assert_stalled (trace, "A waits for B. B waits for A.");
  assert_spans (trace, "0-100000007 A waiting by B open\n"
                       "0-100000007 B waiting by A open\n"
                       "0-7 C running on 0\n");
  assert_figures (trace, 7, 2, 0);
}

static void
test_await_spawned_too_late (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=await B; spawn B\n[Task B]\nSteps=cpu 1ns\n", 1,
                                    4, 0);

  assert_stalled (trace, "A waits for B, which has not started.");
  assert_spans (trace, "0-" STALL_SHOWN " A waiting by B open\n");
}

static void
test_lock_order_deadlock (void)
{
  const char *text = "[Task A]\nSteps=lock L; cpu 2ns; lock M; cpu 1ns; unlock M; unlock L\n"
                     "[Task B]\nSteps=lock M; cpu 2ns; lock L; cpu 1ns; unlock L; unlock M\n";
  g_autoptr (IlvTrace) trace = run (text, 2, 4, 0);
  g_autoptr (IlvTrace) lucky = run (text, 1, 4, 0);

  assert_stalled (trace, "A waits for the lock M, which B holds. B waits for the lock L, which A "
                         "holds.");
  assert_spans (trace, "0-2 A running on 0\n"
                       "0-2 B running on 1\n"
                       "2-100000002 A blocked by B open\n"
                       "2-100000002 B blocked by A open\n");
  g_assert_cmpint (ilv_trace_get_info (lucky)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
}

/* C queued up while A held the lock; in the end it is B that does. */
static void
test_stall_names_present_holder (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nSteps=lock L; cpu 1ns; unlock L\n"
                                    "[Task B]\nSteps=lock L; await C; unlock L\n"
                                    "[Task C]\nSteps=lock L; cpu 1ns; unlock L\n",
                                    3, 4, 0);

  assert_stalled (trace, "B waits for C. C waits for the lock L, which B holds.");
  assert_spans (trace, "0-1 A running on 0\n"
                       "0-1 B blocked by A\n"
                       "0-100000001 C blocked by B open\n"
                       "1-100000001 B waiting by C open\n");
}

static void
test_quantum_is_bounded (void)
{
  g_autoptr (IlvTrace) trace = run ("[Task A]\nCount=2\nSteps=cpu 1.000001ms\n", 1, 1, 0);
  g_autoptr (IlvTrace) most = run ("[Task A]\nCount=2\nSteps=cpu 5us\n", 1, 1, 0);
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  gsize n_spans = 0;

  g_assert_cmpuint (info->notes->len, ==, 1);
  g_assert_cmpstr (g_ptr_array_index (info->notes, 0), ==,
                   "There is so much work that the model gives each task 4ns at a time.");
  g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, 2000002);
  ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpuint (n_spans, <=, 2 * ILV_MODEL_MAX_QUANTA);

  g_assert_cmpuint (ilv_trace_get_info (most)->notes->len, ==, 0);
  ilv_trace_get_spans (most, &n_spans);
  g_assert_cmpuint (n_spans, ==, 4 * 5000 - 1);
}

static void
test_many_processors (void)
{
  const IlvModelSettings settings =
    { ILV_MODEL_MAX_PROCESSORS, ILV_MODEL_QUANTUM_NS, ILV_MODEL_SWITCH_COST_NS, 0 };
  g_autoptr (IlvWorkload) workload =
    ilv_workload_new_uniform (ILV_WORKLOAD_MAX_TASKS, ILV_WORKLOAD_MAX_DURATION_NS);
  g_autoptr (IlvTrace) trace = ilv_model_run (workload, &settings, NULL);
  gsize n_spans = 0;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  g_assert_cmpuint (n_spans, ==, ILV_WORKLOAD_MAX_TASKS);
  for (gsize i = 0; i < n_spans; i++)
    g_assert_cmpint (spans[i].processor, ==, (int) i);
  g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, ILV_WORKLOAD_MAX_DURATION_NS);
  g_assert_cmpuint (ilv_trace_get_info (trace)->notes->len, ==, 0);
}

static void
test_many_tasks (void)
{
  const IlvModelSettings settings = { 1000, 4, 0, 0 };
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (1000, 7);
  g_autoptr (IlvTrace) trace = ilv_model_run (workload, &settings, NULL);
  const IlvModelSettings half = { 500, 4, 0, 0 };
  g_autoptr (IlvTrace) twice = ilv_model_run (workload, &half, NULL);

  g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, 7);
  g_assert_cmpint (ilv_trace_get_duration_ns (twice), ==, 14);
  g_assert_cmpint (ilv_trace_get_info (twice)->involuntary_switches, ==, 1000);
}

static void
test_long_chain (void)
{
  GString *text = g_string_new (NULL);
  g_autofree char *steps = NULL;
  g_autoptr (IlvTrace) trace = NULL;

  for (guint i = 1; i < 1000; i++)
    g_string_append_printf (text, "[Task %u]\nSteps=await %u\n", i, i + 1);
  g_string_append (text, "[Task 1000]\nSteps=cpu 3ns\n");
  steps = g_string_free (text, FALSE);
  trace = run (steps, 1, 4, 0);

  g_assert_cmpint (ilv_trace_get_info (trace)->outcome, ==, ILV_TRACE_OUTCOME_FINISHED);
  g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, 3);
}

/* As long as the header says, to the nanosecond; many at once do not slow each other down. */
static void
test_guessed_steps (void)
{
  static const struct
  {
    const char *step;
    gint64 length_ns;
    gboolean is_work;
  } cases[] = {
    { "get /api/v2/pokemon/1", 100000000, FALSE }, { "read notes.txt", 10000000, FALSE },
    { "write notes.txt", 10000000, FALSE },        { "write notes.txt 8 MiB", 20000000, FALSE },
    { "write notes.txt 64 KiB", 10078125, FALSE }, { "query SELECT 1", 20000000, FALSE },
    { "ask traffic-lights", 2000000000, FALSE },   { "block 3ns", 3, FALSE },
    { "paint 2/16", 75000000, TRUE },              { "add 1000", 10000000, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("[Task A]\nCount=3\nSteps=%s\n", cases[i].step);
      g_autoptr (IlvTrace) trace = run (text, 1, 1000000000, 0);
      guint n_in_turn = cases[i].is_work ? 3 : 1;

      g_assert_cmpint (ilv_trace_get_duration_ns (trace), ==, n_in_turn * cases[i].length_ns);
      assert_figures (trace, cases[i].is_work ? 3 * cases[i].length_ns : 0,
                      cases[i].is_work ? 0 : 3, 0);
      g_assert_cmpuint (ilv_trace_get_info (trace)->results->len, ==, 0);
      g_assert_cmpint (ilv_trace_get_info (trace)->counter_expected, ==, -1);
    }
}

static void
test_latency (void)
{
  g_autoptr (IlvWorkload) workload = runner_test_parse ("[Task A]\nSteps=get /a; get /b\n");
  const IlvModelSettings settings = { 1, 4, 0, 7 };
  g_autoptr (IlvTrace) trace = ilv_model_run (workload, &settings, NULL);

  assert_spans (trace, "0-7 A waiting\n7-14 A waiting\n");
}

static void
test_cancelled (void)
{
  const IlvModelSettings settings = { 2, 4, 0, 0 };
  g_autoptr (IlvWorkload) workload = ilv_workload_new_uniform (4, 100);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();

  g_cancellable_cancel (cancellable);
  g_assert_null (ilv_model_run (workload, &settings, cancellable));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/runner/model/info", test_info);
  g_test_add_func ("/runner/model/two-on-one", test_two_on_one);
  g_test_add_func ("/runner/model/two-on-one-with-cost", test_two_on_one_with_cost);
  g_test_add_func ("/runner/model/four-on-two", test_four_on_two);
  g_test_add_func ("/runner/model/three-on-two", test_three_on_two);
  g_test_add_func ("/runner/model/fairness", test_fairness);
  g_test_add_func ("/runner/model/alone", test_alone);
  g_test_add_func ("/runner/model/lock", test_lock);
  g_test_add_func ("/runner/model/lock-handed-over", test_lock_order_of_handing_over);
  g_test_add_func ("/runner/model/lock-needs-processor", test_lock_needs_processor);
  g_test_add_func ("/runner/model/wait-overlaps-cpu", test_wait_overlaps_cpu);
  g_test_add_func ("/runner/model/wait-ends-with-quantum", test_wait_ends_with_quantum);
  g_test_add_func ("/runner/model/wait-as-last-step", test_wait_as_last_step);
  g_test_add_func ("/runner/model/await-order", test_await_order);
  g_test_add_func ("/runner/model/spawn", test_spawn);
  g_test_add_func ("/runner/model/preferred-processor", test_preferred_processor);
  g_test_add_func ("/runner/model/idle-before-giving-way", test_idle_before_giving_way);
  g_test_add_func ("/runner/model/await-cycle", test_await_cycle);
  g_test_add_func ("/runner/model/await-spawned-too-late", test_await_spawned_too_late);
  g_test_add_func ("/runner/model/lock-order-deadlock", test_lock_order_deadlock);
  g_test_add_func ("/runner/model/stall-names-present-holder", test_stall_names_present_holder);
  g_test_add_func ("/runner/model/quantum-is-bounded", test_quantum_is_bounded);
  g_test_add_func ("/runner/model/many-processors", test_many_processors);
  g_test_add_func ("/runner/model/many-tasks", test_many_tasks);
  g_test_add_func ("/runner/model/long-chain", test_long_chain);
  g_test_add_func ("/runner/model/guessed-steps", test_guessed_steps);
  g_test_add_func ("/runner/model/latency", test_latency);
  g_test_add_func ("/runner/model/cancelled", test_cancelled);

  return g_test_run ();
}

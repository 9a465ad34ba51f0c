/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What must be true of every workload on every machine, on random ones. */

#include "ilv-model.h"
#include "ilv-strategy.h"

#define N_CASES 400
#define UNKNOWN (-1)

typedef struct
{
  gboolean waits;
  gboolean locks;
  gboolean awaits;
} Kinds;

typedef struct
{
  IlvWorkload *workload;
  IlvModelSettings settings;
  IlvTrace *trace;
  const IlvTraceInfo *info;
  const IlvSpan *spans;
  gsize n_spans;
  const IlvFlow *flows;
  gsize n_flows;
} Case;

static void
add_critical_section (GString *steps)
{
  int outer = g_test_rand_int_range (0, 3);
  int inner = g_test_rand_int_range (0, 3);

  g_string_append_printf (steps, "lock L%d; cpu %dns;", outer, g_test_rand_int_range (1, 12));
  if (inner != outer && g_test_rand_bit ())
    g_string_append_printf (steps, "lock L%d; cpu %dns; unlock L%d;", inner,
                            g_test_rand_int_range (1, 12), inner);
  g_string_append_printf (steps, "unlock L%d;", outer);
}

static void
add_await (GString *steps, guint task, guint n_tasks)
{
  /* Mostly an earlier one, or nearly all would stall. */
  guint other = g_test_rand_int_range (0, 10) == 0 ? g_test_rand_int_range (0, n_tasks)
                                                   : g_test_rand_int_range (0, task + 1);

  if (other != task)
    g_string_append_printf (steps, "await T%u;", other);
}

static void
add_spawn (GString *steps, guint task, guint n_tasks, gboolean *spawned)
{
  guint other = g_test_rand_int_range (0, n_tasks);

  if (other <= task || spawned[other])
    return;
  spawned[other] = TRUE;
  g_string_append_printf (steps, "spawn T%u;", other);
}

static void
add_steps (GString *steps, guint task, guint n_tasks, const Kinds *kinds, gboolean *spawned)
{
  gsize length = steps->len;

  for (int i = g_test_rand_int_range (1, 6); i > 0; i--)
    {
      int choice = g_test_rand_int_range (0, 6);

      if (choice == 0 && kinds->waits)
        g_string_append_printf (steps, "wait %dns;", g_test_rand_int_range (1, 30));
      else if (choice == 1 && kinds->locks)
        add_critical_section (steps);
      else if (choice == 2 && kinds->awaits)
        add_await (steps, task, n_tasks);
      else if (choice == 3)
        add_spawn (steps, task, n_tasks, spawned);
      else
        g_string_append_printf (steps, "cpu %dns;", g_test_rand_int_range (1, 30));
    }
  if (steps->len == length)
    g_string_append (steps, "cpu 1ns");
  g_string_append_c (steps, '\n');
}

static IlvWorkload *
make_random_workload (const Kinds *kinds)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n_tasks = g_test_rand_int_range (1, 9);
  gboolean spawned[9] = { FALSE };
  g_autoptr (IlvKeyFile) key_file = NULL;
  g_autoptr (GError) error = NULL;
  IlvWorkload *workload;

  for (guint i = 0; i < n_tasks; i++)
    {
      g_string_append_printf (text, "[Task T%u]\nSteps=", i);
      add_steps (text, i, n_tasks, kinds, spawned);
    }
  key_file = ilv_key_file_new_from_text (text->str, "test", 1, &error);
  g_assert_no_error (error);
  workload = ilv_workload_new_from_key_file (key_file, &error);
  g_assert_no_error (error);
  return workload;
}

static void
case_run (Case *self)
{
  self->trace = ilv_model_run (self->workload, &self->settings, NULL);
  self->info = ilv_trace_get_info (self->trace);
  self->spans = ilv_trace_get_spans (self->trace, &self->n_spans);
  self->flows = ilv_trace_get_flows (self->trace, &self->n_flows);
}

static void
case_init (Case *self, const Kinds *kinds)
{
  self->workload = make_random_workload (kinds);
  self->settings.processors = g_test_rand_int_range (1, 5);
  self->settings.quantum_ns = g_test_rand_int_range (1, 12);
  self->settings.switch_cost_ns = g_test_rand_bit () ? g_test_rand_int_range (1, 4) : 0;
  case_run (self);
}

static void
case_clear (Case *self)
{
  g_clear_object (&self->workload);
  g_clear_object (&self->trace);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static gboolean
is_finished (const Case *self)
{
  return self->info->outcome == ILV_TRACE_OUTCOME_FINISHED;
}

static gboolean
has_flow (const Case *self, gint64 time_ns, guint from, guint to, IlvFlowKind kind)
{
  for (gsize i = 0; i < self->n_flows; i++)
    if (self->flows[i].time_ns == time_ns && self->flows[i].to_task == to &&
        self->flows[i].kind == kind && (from == ILV_NO_PEER || self->flows[i].from_task == from))
      return TRUE;
  return FALSE;
}

/* Passes once over the steps of a task: its end, if what it awaits has an end and it has a start. */
static gint64
compute_end (IlvWorkload *workload, guint task, gint64 *starts, const gint64 *ends)
{
  gint64 at = starts[task];

  for (guint i = 0; at != UNKNOWN && i < ilv_workload_get_n_steps (workload, task); i++)
    {
      const IlvStep *step = ilv_workload_get_step (workload, task, i);

      if (step->kind == ILV_STEP_AWAIT)
        at = ends[step->target] == UNKNOWN ? UNKNOWN : MAX (at, ends[step->target]);
      else if (step->kind == ILV_STEP_SPAWN)
        starts[step->target] = at;
      else
        at += step->duration_ns;
    }
  return at;
}

/* The critical path: the end with a processor for each task, no switch cost and no locks. UNKNOWN
 * where the tasks wait for each other. */
static gint64
compute_critical_path (IlvWorkload *workload)
{
  guint n_tasks = ilv_workload_get_n_tasks (workload);
  gint64 starts[9];
  gint64 ends[9];
  gint64 latest = 0;

  for (guint i = 0; i < n_tasks; i++)
    {
      starts[i] = ilv_workload_is_spawned (workload, i) ? UNKNOWN : 0;
      ends[i] = UNKNOWN;
    }
  for (guint pass = 0; pass < 2 * n_tasks; pass++)
    for (guint i = 0; i < n_tasks; i++)
      ends[i] = compute_end (workload, i, starts, ends);
  for (guint i = 0; i < n_tasks; i++)
    {
      if (ends[i] == UNKNOWN)
        return UNKNOWN;
      latest = MAX (latest, ends[i]);
    }
  return latest;
}

/* The running spans of each step sum up to its length; in a stalled run, of each that was come to. */
static void
check_cpu_time (const Case *self)
{
  gint64 sum_ns = 0;

  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (self->workload, i); j++)
      {
        const IlvStep *step = ilv_workload_get_step (self->workload, i, j);
        gint64 running_ns = 0;

        for (gsize k = 0; k < self->n_spans; k++)
          if (self->spans[k].task == i && self->spans[k].step == j &&
              self->spans[k].state == ILV_STATE_RUNNING)
            running_ns += self->spans[k].end_ns - self->spans[k].start_ns;
        sum_ns += running_ns;
        if (is_finished (self) || running_ns > 0)
          g_assert_cmpint (running_ns, ==, step->kind == ILV_STEP_CPU ? step->duration_ns : 0);
      }
  g_assert_cmpint (self->info->cpu_time_ns, ==, sum_ns);
}

/* No processor has two tasks at once, and one that takes up another needs the switch cost. */
static void
check_processors (const Case *self)
{
  const IlvSpan *last[ILV_MODEL_MAX_PROCESSORS] = { NULL };

  for (gsize i = 0; i < self->n_spans; i++)
    {
      const IlvSpan *span = &self->spans[i];
      const IlvSpan *before;

      if (span->state != ILV_STATE_RUNNING)
        {
          g_assert_cmpint (span->processor, ==, ILV_NO_PROCESSOR);
          g_assert_cmpuint (span->worker, ==, ILV_NO_WORKER);
          continue;
        }
      g_assert_cmpint (span->processor, >=, 0);
      g_assert_cmpint (span->processor, <, (int) self->settings.processors);
      g_assert_cmpuint (span->worker, ==, (guint) span->processor);
      before = last[span->processor];
      if (before != NULL)
        g_assert_cmpint (span->start_ns - before->end_ns, >=,
                         before->task == span->task ? 0 : self->settings.switch_cost_ns);
      last[span->processor] = span;
    }
}

/* The spans of a task follow each other without a gap from its start to its end, so that it is never
 * on two processors, and its steps come in their order. */
static void
check_histories (const Case *self)
{
  for (guint i = 0; i < ilv_workload_get_n_tasks (self->workload); i++)
    {
      const IlvSpan *before = NULL;

      for (gsize j = 0; j < self->n_spans; j++)
        {
          const IlvSpan *span = &self->spans[j];

          if (span->task != i)
            continue;
          g_assert_cmpint (span->start_ns, <, span->end_ns);
          if (before != NULL)
            {
              g_assert_cmpint (span->start_ns, ==, before->end_ns);
              g_assert_cmpuint (span->step, >=, before->step);
              g_assert_false (before->open);
            }
          else if (ilv_workload_is_spawned (self->workload, i))
            g_assert_true (has_flow (self, span->start_ns, ILV_NO_PEER, i, ILV_FLOW_SPAWNED));
          else
            g_assert_cmpint (span->start_ns, ==, 0);
          before = span;
        }
      g_assert_true (before == NULL || !is_finished (self) || !before->open);
    }
}

/* Each wait is for something, lasts as long as that, and ends because of it. */
static void
check_waits (const Case *self)
{
  for (gsize i = 0; i < self->n_spans; i++)
    {
      const IlvSpan *span = &self->spans[i];
      const IlvStep *step = ilv_workload_get_step (self->workload, span->task, span->step);

      switch ((IlvState) span->state)
        {
        case ILV_STATE_RUNNING:
          g_assert_cmpint (step->kind, ==, ILV_STEP_CPU);
          g_assert_cmpuint (span->peer, ==, ILV_NO_PEER);
          break;
        case ILV_STATE_READY:
          g_assert_cmpuint (span->peer, ==, ILV_NO_PEER);
          g_assert_false (span->open);
          break;
        case ILV_STATE_BLOCKED:
          g_assert_cmpint (step->kind, ==, ILV_STEP_LOCK);
          g_assert_cmpuint (span->peer, <, ilv_workload_get_n_tasks (self->workload));
          g_assert_cmpuint (span->peer, !=, span->task);
          g_assert_true (span->open ||
                         has_flow (self, span->end_ns, ILV_NO_PEER, span->task, ILV_FLOW_LOCK));
          break;
        case ILV_STATE_WAITING:
          if (step->kind == ILV_STEP_WAIT)
            {
              g_assert_cmpint (span->end_ns - span->start_ns, ==, step->duration_ns);
              g_assert_cmpuint (span->peer, ==, ILV_NO_PEER);
              break;
            }
          g_assert_cmpint (step->kind, ==, ILV_STEP_AWAIT);
          g_assert_cmpuint (span->peer, ==, step->target);
          g_assert_true (span->open ||
                         has_flow (self, span->end_ns, step->target, span->task,
                                      ILV_FLOW_AWAITED));
          break;
        case ILV_STATE_ENDED:
        default:
          g_assert_not_reached ();
        }
    }
}

/* At @time_ns some task is ready, not being switched to, and a processor has nothing to do. Within
 * the last bit of a ready span, as long as a switch, the task may be being switched to. */
static gboolean
is_idling (const Case *self, gint64 time_ns)
{
  guint n_running = 0;
  guint n_ready = 0;
  guint n_switching = 0;

  for (gsize i = 0; i < self->n_spans; i++)
    {
      const IlvSpan *span = &self->spans[i];

      if (span->start_ns > time_ns || span->end_ns <= time_ns)
        continue;
      n_running += span->state == ILV_STATE_RUNNING;
      n_ready += span->state == ILV_STATE_READY;
      n_switching += span->state == ILV_STATE_READY &&
                     span->end_ns - time_ns <= self->settings.switch_cost_ns;
    }
  return n_running + n_switching < self->settings.processors && n_ready > n_switching;
}

static void
check_no_idling (const Case *self)
{
  for (gsize i = 0; i < self->n_spans; i++)
    {
      g_assert_false (is_idling (self, self->spans[i].start_ns));
      g_assert_false (is_idling (self, self->spans[i].end_ns));
      g_assert_false (is_idling (self, self->spans[i].end_ns - self->settings.switch_cost_ns));
    }
}

/* Whether the task holds the lock in this span: the step that takes it is over, and the one that
 * gives it back is not. */
static gboolean
is_held (const Case *self, const IlvSpan *span, guint lock)
{
  gboolean held = FALSE;

  for (guint i = 0; i < span->step; i++)
    {
      const IlvStep *step = ilv_workload_get_step (self->workload, span->task, i);

      if (step->kind == ILV_STEP_LOCK && step->target == lock)
        held = TRUE;
      else if (step->kind == ILV_STEP_UNLOCK && step->target == lock)
        held = FALSE;
    }
  return held;
}

static void
check_locks (const Case *self)
{
  for (guint lock = 0; lock < ilv_workload_get_n_locks (self->workload); lock++)
    {
      gint64 until_ns = 0;
      guint holder = G_MAXUINT;

      for (gsize i = 0; i < self->n_spans; i++)
        {
          const IlvSpan *span = &self->spans[i];

          if (!is_held (self, span, lock))
            continue;
          if (span->task != holder)
            g_assert_cmpint (span->start_ns, >=, until_ns);
          holder = span->task;
          until_ns = MAX (until_ns, span->end_ns);
        }
    }
}

/* Where there is one processor, nobody is ready for longer than a quantum while another runs. */
static void
check_quantum (const Case *self)
{
  for (gsize i = 0; i < self->n_spans && self->settings.processors == 1; i++)
    for (gsize j = 0; j < self->n_spans; j++)
      {
        const IlvSpan *ready = &self->spans[i];
        const IlvSpan *running = &self->spans[j];

        if (ready->state == ILV_STATE_READY && running->state == ILV_STATE_RUNNING)
          g_assert_cmpint (MIN (ready->end_ns, running->end_ns)
                             - MAX (ready->start_ns, running->start_ns),
                           <=, self->settings.quantum_ns);
      }
}

static void
check_makespan (const Case *self)
{
  gint64 makespan_ns = ilv_trace_get_duration_ns (self->trace);
  gint64 work_ns = ilv_workload_get_work_ns (self->workload);
  gint64 n_ready = 0;

  if (!is_finished (self))
    return;
  /* Each switch is the end of a ready span. */
  for (gsize i = 0; i < self->n_spans; i++)
    n_ready += self->spans[i].state == ILV_STATE_READY;
  g_assert_cmpint (makespan_ns, >=, compute_critical_path (self->workload));
  g_assert_cmpint (makespan_ns * self->settings.processors, >=, work_ns);
  g_assert_cmpint (makespan_ns, <=,
                   ilv_workload_get_sequential_ns (self->workload)
                     + n_ready * self->settings.switch_cost_ns);
}

static void
check_outcome (const Case *self)
{
  guint n_open = 0;

  for (gsize i = 0; i < self->n_spans; i++)
    n_open += self->spans[i].open;
  if (is_finished (self))
    {
      g_assert_cmpuint (n_open, ==, 0);
      g_assert_null (self->info->verdict);
      return;
    }
  g_assert_cmpint (self->info->outcome, ==, ILV_TRACE_OUTCOME_STALLED);
  g_assert_cmpuint (n_open, >, 0);
  g_assert_nonnull (self->info->verdict);
}

static void
check_all (const Case *self)
{
  check_outcome (self);
  check_cpu_time (self);
  check_processors (self);
  check_histories (self);
  check_waits (self);
  check_no_idling (self);
  check_locks (self);
  check_quantum (self);
  check_makespan (self);
}

/* Returns how many stalled. */
static guint
check_random_cases (const Kinds *kinds)
{
  guint n_stalled = 0;

  for (guint i = 0; i < N_CASES; i++)
    {
      g_auto (Case) random = { 0 };

      case_init (&random, kinds);
      check_all (&random);
      n_stalled += !is_finished (&random);
    }
  return n_stalled;
}

static void
test_cpu_only (void)
{
  const Kinds kinds = { FALSE, FALSE, FALSE };

  g_assert_cmpuint (check_random_cases (&kinds), ==, 0);
}

static void
test_waits (void)
{
  const Kinds kinds = { TRUE, FALSE, FALSE };

  g_assert_cmpuint (check_random_cases (&kinds), ==, 0);
}

static void
test_all_kinds (void)
{
  const Kinds kinds = { TRUE, TRUE, TRUE };
  guint n_stalled = check_random_cases (&kinds);

  g_assert_cmpuint (n_stalled, >, 0);
  g_assert_cmpuint (n_stalled, <, N_CASES / 2);
}

/* With a processor for each task, no switch cost and no locks, only the critical path is left. */
static void
test_critical_path (void)
{
  const Kinds kinds = { TRUE, FALSE, TRUE };

  for (guint i = 0; i < N_CASES; i++)
    {
      g_auto (Case) random = { 0 };
      gint64 critical_path_ns;

      random.workload = make_random_workload (&kinds);
      random.settings.processors = ilv_workload_get_n_tasks (random.workload);
      random.settings.quantum_ns = g_test_rand_int_range (1, 12);
      case_run (&random);
      check_all (&random);
      critical_path_ns = compute_critical_path (random.workload);
      g_assert_cmpint (is_finished (&random), ==, critical_path_ns != UNKNOWN);
      if (is_finished (&random))
        g_assert_cmpint (ilv_trace_get_duration_ns (random.trace), ==, critical_path_ns);
    }
}

static void
assert_same_spans (const Case *one, const Case *other)
{
  g_assert_cmpuint (one->n_spans, ==, other->n_spans);
  for (gsize i = 0; i < one->n_spans; i++)
    {
      g_assert_cmpint (one->spans[i].start_ns, ==, other->spans[i].start_ns);
      g_assert_cmpint (one->spans[i].end_ns, ==, other->spans[i].end_ns);
      g_assert_cmpuint (one->spans[i].task, ==, other->spans[i].task);
      g_assert_cmpuint (one->spans[i].state, ==, other->spans[i].state);
      g_assert_cmpint (one->spans[i].processor, ==, other->spans[i].processor);
      g_assert_cmpuint (one->spans[i].step, ==, other->spans[i].step);
      g_assert_cmpuint (one->spans[i].peer, ==, other->spans[i].peer);
    }
}

static void
test_same_twice (void)
{
  const Kinds kinds = { TRUE, TRUE, TRUE };

  for (guint i = 0; i < 50; i++)
    {
      g_auto (Case) one = { 0 };
      g_auto (Case) other = { 0 };

      case_init (&one, &kinds);
      other.workload = g_object_ref (one.workload);
      other.settings = one.settings;
      case_run (&other);
      assert_same_spans (&one, &other);
      g_assert_cmpstr (one.info->verdict, ==, other.info->verdict);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/runner/model-properties/cpu-only", test_cpu_only);
  g_test_add_func ("/runner/model-properties/waits", test_waits);
  g_test_add_func ("/runner/model-properties/all-kinds", test_all_kinds);
  g_test_add_func ("/runner/model-properties/critical-path", test_critical_path);
  g_test_add_func ("/runner/model-properties/same-twice", test_same_twice);

  return g_test_run ();
}

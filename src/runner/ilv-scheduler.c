/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-scheduler.h"

#include "ilv-event-heap.h"
#include "ilv-processor-set.h"
#include "ilv-stall.h"

#define NOBODY (-1)
#define MOMENTS_BETWEEN_LOOKS 1024 /* at the cancellable */

typedef enum
{
  PHASE_PENDING,   /* to be spawned */
  PHASE_READY,     /* in the queue */
  PHASE_SWITCHING, /* has a processor, which is not yet done with switching */
  PHASE_RUNNING,
  PHASE_WAITING,   /* for time or a task */
  PHASE_BLOCKED,   /* for a lock */
  PHASE_ENDED,
} Phase;

/* Tasks in the order in which they came. A task is in one queue at most, so each needs one link. */
typedef struct
{
  int head;
  int tail;
} Queue;

typedef struct
{
  Phase phase;
  guint step;
  gint64 remaining_ns; /* of the step, if it takes time */
  gint64 quantum_left_ns;
  gint64 slice_start_ns;
  gint64 gave_way_ns; /* when its quantum was last over, or -1 */
  guint64 turn;       /* when it was taken up, counted over all tasks */
  int processor;      /* the one that it had last, or NOBODY */
  int next;           /* the task behind it in its queue */
  Queue awaiters;
} Task;

typedef struct
{
  int holder;
  Queue queue;
} Lock;

struct _IlvScheduler
{
  IlvWorkload *workload;
  gint64 quantum_ns;
  gint64 switch_cost_ns;
  gint64 latency_ns;
  gint64 now_ns;
  guint64 turns;
  guint n_tasks;
  guint n_unfinished;
  Task *tasks;
  Lock *locks;
  Queue ready;
  int *last_tasks; /* by processor: the one that it had last */
  IlvProcessorSet idle;
  GArray *expired;      /* of guint: tasks whose quantum is over now */
  IlvEventHeap *events; /* one a task at most */
  IlvSpanLog *log;
  GArray *flows;
  gint64 voluntary_switches;
  gint64 involuntary_switches;
};

static void
queue_push (IlvScheduler *self, Queue *queue, guint task)
{
  self->tasks[task].next = NOBODY;
  if (queue->head == NOBODY)
    queue->head = task;
  else
    self->tasks[queue->tail].next = task;
  queue->tail = task;
}

/* The head, or NOBODY. */
static int
queue_pop (IlvScheduler *self, Queue *queue)
{
  int task = queue->head;

  if (task != NOBODY)
    queue->head = self->tasks[task].next;
  return task;
}

static const IlvStep *
get_step (IlvScheduler *self, guint task)
{
  return ilv_workload_get_step (self->workload, task, self->tasks[task].step);
}

static void
begin_step (IlvScheduler *self, guint task, guint step)
{
  self->tasks[task].step = step;
  if (step < ilv_workload_get_n_steps (self->workload, task))
    self->tasks[task].remaining_ns
      = ilv_step_estimate_ns (get_step (self, task), self->latency_ns);
}

static void
set_state (IlvScheduler *self, guint task, Phase phase, IlvState state, guint peer)
{
  self->tasks[task].phase = phase;
  ilv_span_log_set_state (self->log, self->now_ns, task, state, self->tasks[task].processor,
                          self->tasks[task].step, peer);
}

static void
add_flow (IlvScheduler *self, guint from, guint to, IlvFlowKind kind)
{
  IlvFlow flow = { self->now_ns, from, to, kind };

  g_array_append_val (self->flows, flow);
}

/* The processor for the task, or NOBODY where none is idle. */
static int
find_idle (IlvScheduler *self, guint task)
{
  int last = self->tasks[task].processor;

  if (last != NOBODY && ilv_processor_set_contains (&self->idle, last))
    return last;
  return ilv_processor_set_get_lowest (&self->idle);
}

static void make_ready (IlvScheduler *self, guint task);

static void
end_task (IlvScheduler *self, guint task)
{
  int awaiter;

  set_state (self, task, PHASE_ENDED, ILV_STATE_ENDED, ILV_NO_PEER);
  self->n_unfinished--;
  while ((awaiter = queue_pop (self, &self->tasks[task].awaiters)) != NOBODY)
    {
      add_flow (self, task, awaiter, ILV_FLOW_AWAITED);
      begin_step (self, awaiter, self->tasks[awaiter].step + 1);
      make_ready (self, awaiter);
    }
}

static void
make_ready (IlvScheduler *self, guint task)
{
  if (self->tasks[task].step == ilv_workload_get_n_steps (self->workload, task))
    {
      end_task (self, task);
      return;
    }
  set_state (self, task, PHASE_READY, ILV_STATE_READY, ILV_NO_PEER);
  queue_push (self, &self->ready, task);
}

/* Runs the task's cpu step to its end or to the end of the quantum, whichever comes first. */
static void
begin_slice (IlvScheduler *self, guint task)
{
  Task *state = &self->tasks[task];
  gint64 slice_ns = MIN (state->remaining_ns, state->quantum_left_ns);

  set_state (self, task, PHASE_RUNNING, ILV_STATE_RUNNING, ILV_NO_PEER);
  state->slice_start_ns = self->now_ns;
  ilv_event_heap_push (self->events, self->now_ns + slice_ns, task);
}

/* The task gives its processor up because it has to wait. */
static void
leave (IlvScheduler *self, guint task, Phase phase, IlvState state, guint peer)
{
  ilv_processor_set_add (&self->idle, self->tasks[task].processor);
  set_state (self, task, phase, state, peer);
  self->voluntary_switches++;
}

/* The three that follow execute the step that the task has come to and say whether it keeps its
 * processor. */
static gboolean
do_lock (IlvScheduler *self, guint task, const IlvStep *step)
{
  Lock *lock = &self->locks[step->target];

  if (lock->holder == NOBODY)
    {
      lock->holder = task;
      return TRUE;
    }
  queue_push (self, &lock->queue, task);
  leave (self, task, PHASE_BLOCKED, ILV_STATE_BLOCKED, lock->holder);
  return FALSE;
}

static gboolean
do_unlock (IlvScheduler *self, guint task, const IlvStep *step)
{
  Lock *lock = &self->locks[step->target];

  lock->holder = queue_pop (self, &lock->queue);
  if (lock->holder != NOBODY)
    {
      add_flow (self, task, lock->holder, ILV_FLOW_LOCK);
      begin_step (self, lock->holder, self->tasks[lock->holder].step + 1);
      make_ready (self, lock->holder);
    }
  return TRUE;
}

static gboolean
do_await (IlvScheduler *self, guint task, const IlvStep *step)
{
  Task *target = &self->tasks[step->target];

  if (target->phase == PHASE_ENDED)
    return TRUE;
  queue_push (self, &target->awaiters, task);
  leave (self, task, PHASE_WAITING, ILV_STATE_WAITING, step->target);
  return FALSE;
}

/* The task's present step; whether the task can go on to the next at once. */
static gboolean
do_step (IlvScheduler *self, guint task)
{
  const IlvStep *step = get_step (self, task);

  switch (step->kind)
    {
    case ILV_STEP_CPU:
    case ILV_STEP_PAINT:
    case ILV_STEP_ADD:
      if (self->tasks[task].quantum_left_ns > 0)
        begin_slice (self, task);
      else
        g_array_append_val (self->expired, task);
      return FALSE;
    case ILV_STEP_WAIT:
    case ILV_STEP_BLOCK:
    case ILV_STEP_GET:
    case ILV_STEP_READ:
    case ILV_STEP_WRITE:
    case ILV_STEP_QUERY:
    case ILV_STEP_ASK:
      leave (self, task, PHASE_WAITING, ILV_STATE_WAITING, ILV_NO_PEER);
      ilv_event_heap_push (self->events, self->now_ns + self->tasks[task].remaining_ns, task);
      return FALSE;
    case ILV_STEP_LOCK:
      return do_lock (self, task, step);
    case ILV_STEP_UNLOCK:
      return do_unlock (self, task, step);
    case ILV_STEP_AWAIT:
      return do_await (self, task, step);
    case ILV_STEP_SPAWN:
      add_flow (self, task, step->target, ILV_FLOW_SPAWNED);
      make_ready (self, step->target);
      return TRUE;
    default:
      g_assert_not_reached ();
    }
}

/* Executes steps on the task's processor until one takes time. */
static void
run_task (IlvScheduler *self, guint task)
{
  guint n_steps = ilv_workload_get_n_steps (self->workload, task);

  while (self->tasks[task].step < n_steps)
    {
      if (!do_step (self, task))
        return;
      begin_step (self, task, self->tasks[task].step + 1);
    }
  ilv_processor_set_add (&self->idle, self->tasks[task].processor);
  end_task (self, task);
}

static void
take_up (IlvScheduler *self, guint task, int processor)
{
  Task *state = &self->tasks[task];
  int last_task = self->last_tasks[processor];

  /* It gave way a moment ago and is back, for the others went elsewhere: there was no switch. */
  if (state->gave_way_ns == self->now_ns && state->processor == processor)
    self->involuntary_switches--;

  ilv_processor_set_remove (&self->idle, processor);
  self->last_tasks[processor] = task;
  state->processor = processor;
  state->turn = self->turns++;
  state->quantum_left_ns = self->quantum_ns;
  if (last_task == NOBODY || last_task == (int) task || self->switch_cost_ns == 0)
    {
      run_task (self, task);
      return;
    }
  state->phase = PHASE_SWITCHING;
  ilv_event_heap_push (self->events, self->now_ns + self->switch_cost_ns, task);
}

static void
take_up_ready (IlvScheduler *self)
{
  while (self->ready.head != NOBODY)
    {
      int processor = find_idle (self, self->ready.head);

      if (processor == NOBODY)
        return;
      take_up (self, queue_pop (self, &self->ready), processor);
    }
}

static int
compare_turns (gconstpointer one, gconstpointer other, gpointer data)
{
  const IlvScheduler *self = data;
  guint64 first = self->tasks[*(const guint *) one].turn;
  guint64 second = self->tasks[*(const guint *) other].turn;

  return (first > second) - (first < second);
}

/* By turns, and not by index, or of three tasks on two processors one would never give way. */
static void
end_quanta (IlvScheduler *self)
{
  gboolean give_way = self->ready.head != NOBODY;

  g_array_sort_with_data (self->expired, compare_turns, self);
  for (guint i = 0; i < self->expired->len; i++)
    {
      guint task = g_array_index (self->expired, guint, i);
      Task *state = &self->tasks[task];

      if (!give_way)
        {
          state->quantum_left_ns = self->quantum_ns;
          begin_slice (self, task);
          continue;
        }
      state->gave_way_ns = self->now_ns;
      self->involuntary_switches++;
      ilv_processor_set_add (&self->idle, state->processor);
      make_ready (self, task);
    }
  g_array_set_size (self->expired, 0);
}

static void
handle_event (IlvScheduler *self, guint task)
{
  Task *state = &self->tasks[task];
  gint64 ran_ns;

  switch (state->phase)
    {
    case PHASE_SWITCHING:
      run_task (self, task);
      break;
    case PHASE_RUNNING:
      ran_ns = self->now_ns - state->slice_start_ns;
      state->remaining_ns -= ran_ns;
      state->quantum_left_ns -= ran_ns;
      if (state->remaining_ns == 0)
        begin_step (self, task, state->step + 1);
      run_task (self, task);
      break;
    case PHASE_WAITING:
      begin_step (self, task, state->step + 1);
      make_ready (self, task);
      break;
    default:
      g_assert_not_reached ();
    }
}

/* All that comes about at the moment of the first event. */
static void
pass_moment (IlvScheduler *self)
{
  IlvEvent event;

  ilv_event_heap_peek (self->events, &event);
  self->now_ns = event.time_ns;
  while (ilv_event_heap_peek (self->events, &event) && event.time_ns == self->now_ns)
    {
      ilv_event_heap_pop (self->events);
      handle_event (self, event.task);
    }
  take_up_ready (self);
  end_quanta (self);
  take_up_ready (self);
}

IlvScheduler *
ilv_scheduler_new (IlvWorkload *workload, const IlvModelSettings *settings)
{
  IlvScheduler *self = g_new0 (IlvScheduler, 1);
  guint n_locks = ilv_workload_get_n_locks (workload);
  const Queue empty = { NOBODY, NOBODY };

  self->workload = g_object_ref (workload);
  self->quantum_ns = settings->quantum_ns;
  self->switch_cost_ns = settings->switch_cost_ns;
  self->latency_ns = settings->latency_ns;
  self->n_tasks = self->n_unfinished = ilv_workload_get_n_tasks (workload);
  self->ready = empty;
  self->tasks = g_new0 (Task, self->n_tasks);
  for (guint i = 0; i < self->n_tasks; i++)
    {
      self->tasks[i].gave_way_ns = -1;
      self->tasks[i].processor = NOBODY;
      self->tasks[i].awaiters = empty;
      begin_step (self, i, 0);
    }
  self->locks = g_new0 (Lock, n_locks);
  for (guint i = 0; i < n_locks; i++)
    self->locks[i] = (Lock){ NOBODY, empty };
  self->last_tasks = g_new (int, settings->processors);
  for (guint i = 0; i < settings->processors; i++)
    {
      self->last_tasks[i] = NOBODY;
      ilv_processor_set_add (&self->idle, i);
    }
  self->expired = g_array_new (FALSE, FALSE, sizeof (guint));
  self->events = ilv_event_heap_new ();
  self->log = ilv_span_log_new (self->n_tasks);
  self->flows = g_array_new (FALSE, FALSE, sizeof (IlvFlow));
  return self;
}

void
ilv_scheduler_free (IlvScheduler *self)
{
  g_clear_object (&self->workload);
  g_clear_pointer (&self->tasks, g_free);
  g_clear_pointer (&self->locks, g_free);
  g_clear_pointer (&self->last_tasks, g_free);
  g_clear_pointer (&self->expired, g_array_unref);
  g_clear_pointer (&self->events, ilv_event_heap_free);
  g_clear_pointer (&self->log, ilv_span_log_free);
  g_clear_pointer (&self->flows, g_array_unref);
  g_free (self);
}

gboolean
ilv_scheduler_run (IlvScheduler *self, GCancellable *cancellable)
{
  IlvEvent event;

  for (guint i = 0; i < self->n_tasks; i++)
    if (!ilv_workload_is_spawned (self->workload, i))
      make_ready (self, i);
  take_up_ready (self);
  for (guint i = 0; ilv_event_heap_peek (self->events, &event); i++)
    {
      if (i % MOMENTS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      pass_moment (self);
    }
  return TRUE;
}

GArray *
ilv_scheduler_list_waits (IlvScheduler *self)
{
  GArray *waits = g_array_new (FALSE, FALSE, sizeof (IlvStallWait));

  for (guint i = 0; i < self->n_tasks; i++)
    {
      IlvStallWait wait = { .task = i, .kind = ILV_STALL_TASK, .peer = NOBODY };

      if (self->tasks[i].phase != PHASE_WAITING && self->tasks[i].phase != PHASE_BLOCKED)
        continue;
      wait.target = get_step (self, i)->target;
      if (self->tasks[i].phase == PHASE_BLOCKED)
        {
          wait.kind = ILV_STALL_LOCK;
          wait.peer = self->locks[wait.target].holder;
        }
      g_array_append_val (waits, wait);
    }
  return waits;
}

gboolean
ilv_scheduler_is_finished (IlvScheduler *self)
{
  return self->n_unfinished == 0;
}

gint64
ilv_scheduler_get_now_ns (IlvScheduler *self)
{
  return self->now_ns;
}

IlvSpanLog *
ilv_scheduler_get_log (IlvScheduler *self)
{
  return self->log;
}

GArray *
ilv_scheduler_steal_flows (IlvScheduler *self)
{
  return g_steal_pointer (&self->flows);
}

gint64
ilv_scheduler_get_voluntary_switches (IlvScheduler *self)
{
  return self->voluntary_switches;
}

gint64
ilv_scheduler_get_involuntary_switches (IlvScheduler *self)
{
  return self->involuntary_switches;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-worker.h"

#include <glib/gi18n-lib.h>
#include <sys/resource.h>
#include <unistd.h>

#include "ilv-processor-watch.h"
#include "ilv-processors.h"
#include "ilv-work.h"

/* How many quanta pass before a live view is told that the task is still running: 0.64 ms. */
#define ALIVE_QUANTA 128

typedef struct
{
  gint64 cpu_time_ns;
  gint64 voluntary_switches;
  gint64 involuntary_switches;
} Counts;

struct _IlvWorker
{
  IlvRecorder *recorder;
  IlvRecordBuffer *buffer; /* owned by the recorder */
  IlvProcessorWatch watch;
  int processor; /* that it is pinned to while at work, or ILV_NO_PROCESSOR */
  Counts entered;
  gboolean running; /* a task, as noted since: */
  guint task;
  guint step;
  gint64 since_ns;
  gboolean sleeping; /* the task, as noted since: */
  IlvState sleep_state;
  guint sleep_peer;
  gint64 sleep_ns;
  int sleep_processor; /* where it went to sleep */
};

static Counts
read_counts (void)
{
  gint64 cpu_time_ns = ilv_clock_thread_cpu_time_ns ();
  struct rusage usage;

  getrusage (RUSAGE_THREAD, &usage);
  return (Counts){
    .cpu_time_ns = cpu_time_ns,
    .voluntary_switches = usage.ru_nvcsw,
    .involuntary_switches = usage.ru_nivcsw,
  };
}

static void
append_state_on (IlvWorker *self,
                 IlvRecordKind kind,
                 gint64 time_ns,
                 guint task,
                 IlvState state,
                 guint step,
                 guint peer,
                 int processor)
{
  IlvRecord record = {
    .time_ns = time_ns,
    .task = task,
    .processor = processor,
    .step = step,
    .peer = peer,
    .state = state,
    .kind = kind,
  };

  ilv_record_buffer_append (self->buffer, &record);
}

static void
append_state (IlvWorker *self,
              IlvRecordKind kind,
              gint64 time_ns,
              guint task,
              IlvState state,
              guint step,
              guint peer)
{
  append_state_on (self, kind, time_ns, task, state, step, peer,
                   state == ILV_STATE_RUNNING ? ilv_processors_get_current () : ILV_NO_PROCESSOR);
}

/* The task in execution had no processor, as we only learn afterwards; that cannot have begun
 * before what is noted of it. */
static void
append_absence (IlvWorker *self, const IlvAbsence *absence)
{
  gint64 from_ns = MAX (absence->from_ns, self->since_ns);
  gint64 woken_ns = MAX (absence->woken_ns, self->since_ns);
  gint64 until_ns = MAX (absence->until_ns, self->since_ns);

  if (from_ns < woken_ns)
    append_state (self, ILV_RECORD_STATE, from_ns, self->task, ILV_STATE_WAITING, self->step,
                  ILV_NO_PEER);
  append_state (self, ILV_RECORD_STATE, woken_ns, self->task, ILV_STATE_READY, self->step,
                ILV_NO_PEER);
  append_state (self, ILV_RECORD_STATE, until_ns, self->task, ILV_STATE_RUNNING, self->step,
                ILV_NO_PEER);
  self->since_ns = until_ns;
  ilv_record_buffer_set_alive (self->buffer, until_ns);
}

/* Before anything else is noted: was the processor taken away since the last look? */
static inline void
note_absence (IlvWorker *self)
{
  IlvAbsence absence;

  while (G_UNLIKELY (self->running && ilv_processor_watch_look (&self->watch))
         && ilv_processor_watch_confirm (&self->watch, ILV_WORK_QUANTUM_NS, &absence))
    append_absence (self, &absence);
}

static void
begin_watch (IlvWorker *self, guint task, guint step, gint64 since_ns)
{
  self->running = TRUE;
  self->task = task;
  self->step = step;
  self->since_ns = since_ns;
  ilv_record_buffer_set_alive (self->buffer, since_ns);
}

static void
end_watch (IlvWorker *self)
{
  if (self->running)
    ilv_processor_watch_stop (&self->watch);
  self->running = FALSE;
}

static void
begin_sleep (IlvWorker *self, IlvState state, guint peer, gint64 since_ns)
{
  self->sleeping = TRUE;
  self->sleep_state = state;
  self->sleep_peer = peer;
  self->sleep_ns = since_ns;
  self->sleep_processor = ilv_processors_get_current ();
  ilv_processor_watch_begin_sleep (&self->watch, since_ns);
  self->running = FALSE;
}

static int
pin (IlvWorker *self, int processor)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *note = NULL;

  if (processor == ILV_NO_PROCESSOR || ilv_processors_pin_thread (processor, &error))
    return processor;

  /* Translators: %d is the number of a processor, %s the reason that the system gave. */
  note = g_strdup_printf (_ ("The system did not let a worker be pinned to processor %d (%s); "
                             "it ran wherever the kernel put it."),
                          processor, error->message);
  ilv_recorder_add_note (self->recorder, note);
  return ILV_NO_PROCESSOR;
}

IlvWorker *
ilv_worker_new (IlvRecorder *recorder, const char *name, int processor)
{
  IlvWorker *self = g_new0 (IlvWorker, 1);

  self->recorder = g_object_ref (recorder);
  self->processor = pin (self, processor);
  self->buffer = ilv_recorder_add_worker (recorder, name, gettid (), self->processor);
  ilv_processor_watch_init (&self->watch);
  self->entered = read_counts ();
  return self;
}

void
ilv_worker_free (IlvWorker *self)
{
  ilv_processor_watch_clear (&self->watch);
  g_object_unref (self->recorder);
  g_free (self);
}

void
ilv_worker_leave (IlvWorker *self)
{
  Counts now = read_counts ();

  ilv_recorder_add_counts (self->recorder, now.cpu_time_ns - self->entered.cpu_time_ns,
                           now.voluntary_switches - self->entered.voluntary_switches,
                           now.involuntary_switches - self->entered.involuntary_switches);
  if (self->processor != ILV_NO_PROCESSOR)
    ilv_processors_unpin_thread ();
}

void
ilv_worker_enter (IlvWorker *self)
{
  if (self->processor != ILV_NO_PROCESSOR)
    ilv_processors_pin_thread (self->processor, NULL);
  self->entered = read_counts ();
}

void
ilv_worker_set_state (IlvWorker *self, guint task, IlvState state, guint step, guint peer)
{
  gboolean sleeps = state == ILV_STATE_WAITING || state == ILV_STATE_BLOCKED;
  gint64 now_ns;

  if (!self->running && state != ILV_STATE_ENDED)
    ilv_processor_watch_start (&self->watch);
  note_absence (self);
  /* Between steps there is time to spare for what must not happen within one. */
  ilv_record_buffer_reserve (self->buffer);
  now_ns = ilv_clock_now_ns ();
  append_state (self, ILV_RECORD_STATE, now_ns, task, state, step, peer);
  if (sleeps)
    begin_sleep (self, state, peer, now_ns);
  else if (state == ILV_STATE_RUNNING)
    begin_watch (self, task, step, now_ns);
  else
    end_watch (self);
  self->since_ns = now_ns;
}

void
ilv_worker_set_unheld_state (IlvWorker *self, guint task, IlvState state, guint step, guint peer)
{
  note_absence (self);
  append_state (self, ILV_RECORD_STATE_UNHELD, ilv_clock_now_ns (), task, state, step, peer);
  if (self->running && task == self->task)
    end_watch (self);
}

void
ilv_worker_set_ready_since (IlvWorker *self, guint task, guint step, gint64 since_ns)
{
  append_state (self, ILV_RECORD_STATE_UNHELD, MIN (since_ns, ilv_clock_now_ns ()), task,
                ILV_STATE_READY, step, ILV_NO_PEER);
}

/* The task's state was noted when the wait began. What is noted of the same moment later takes its
 * place. */
static void
append_end_of_sleep (IlvWorker *self, guint task, guint step, gboolean slept, const IlvSleep *sleep)
{
  if (!slept || sleep->asleep_ns > self->sleep_ns)
    append_state_on (self, ILV_RECORD_STATE, self->sleep_ns, task, ILV_STATE_RUNNING, step,
                     ILV_NO_PEER, self->sleep_processor);
  if (slept && sleep->asleep_ns > self->sleep_ns)
    append_state (self, ILV_RECORD_STATE, sleep->asleep_ns, task, self->sleep_state, step,
                  self->sleep_peer);
  if (sleep->woken_ns < sleep->resumed_ns)
    append_state (self, ILV_RECORD_STATE, sleep->woken_ns, task, ILV_STATE_READY, step,
                  ILV_NO_PEER);
  append_state (self, ILV_RECORD_STATE, sleep->resumed_ns, task, ILV_STATE_RUNNING, step,
                ILV_NO_PEER);
}

static void
resume (IlvWorker *self, guint task, guint step, gboolean slept, const IlvSleep *sleep)
{
  self->sleeping = FALSE;
  append_end_of_sleep (self, task, step, slept, sleep);
  begin_watch (self, task, step, sleep->resumed_ns);
}

void
ilv_worker_resume (IlvWorker *self, guint task, guint step)
{
  IlvSleep sleep;
  gboolean slept;

  g_return_if_fail (self->sleeping);

  slept = ilv_processor_watch_end_sleep (&self->watch, &sleep);
  resume (self, task, step, slept, &sleep);
}

void
ilv_worker_resume_now (IlvWorker *self, guint task, guint step)
{
  IlvSleep sleep;
  gint64 now_ns, ready_ns;

  g_return_if_fail (self->sleeping);

  ilv_processor_watch_end_sleep (&self->watch, &sleep);
  now_ns = ilv_clock_now_ns ();
  ready_ns = sleep.resumed_ns - sleep.woken_ns;
  sleep.asleep_ns = self->sleep_ns;
  sleep.woken_ns = MAX (now_ns - ready_ns, self->sleep_ns);
  sleep.resumed_ns = now_ns;
  resume (self, task, step, TRUE, &sleep);
}

void
ilv_worker_add_flow (IlvWorker *self, IlvFlowKind kind, guint from_task, guint to_task)
{
  IlvRecord record = {
    .time_ns = ilv_clock_now_ns (),
    .task = to_task,
    .processor = ILV_NO_PROCESSOR,
    .step = ILV_NO_STEP,
    .peer = from_task,
    .state = kind,
    .kind = ILV_RECORD_FLOW,
  };

  ilv_record_buffer_append (self->buffer, &record);
}

gboolean
ilv_worker_compute (
  IlvWorker *self, IlvWorkFunc func, gpointer data, guint64 max_quanta, atomic_int *stop)
{
  gboolean goes_on = TRUE;

  for (guint64 done = 1; goes_on && done <= max_quanta
                         && atomic_load_explicit (stop, memory_order_relaxed) == 0;
       done++)
    {
      goes_on = func (data);
      note_absence (self);
      if (G_UNLIKELY (done % ALIVE_QUANTA == 0))
        ilv_record_buffer_set_alive (self->buffer, ilv_clock_now_ns ());
    }
  return goes_on;
}

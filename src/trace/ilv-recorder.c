/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-recorder.h"

#include "ilv-span-builder.h"

/* A buffer and how far it was read. */
typedef struct
{
  IlvRecordBuffer *buffer;
  guint32 worker; /* ILV_NO_WORKER for the coordinator */
  gsize seen;
} Source;

/* A record and whose it is. */
typedef struct
{
  IlvRecord record;
  guint32 source;
} Entry;

struct _IlvRecorder
{
  GObject parent_instance;

  GMutex mutex; /* guards everything but the contents of the buffers */
  IlvTraceInfo *info;
  GArray *sources; /* of Source; the coordinator is the first */
  GArray *entries; /* of Entry: all that was read, in the order of time */
  gint64 end_ns;
  gboolean counted;
};

G_DEFINE_FINAL_TYPE (IlvRecorder, ilv_recorder, G_TYPE_OBJECT)

static Source *
get_source (IlvRecorder *self, guint index)
{
  return &g_array_index (self->sources, Source, index);
}

static IlvRecordBuffer *
add_source (IlvRecorder *self, guint32 worker)
{
  Source source = { .buffer = ilv_record_buffer_new (), .worker = worker };

  g_array_append_val (self->sources, source);
  return source.buffer;
}

static void
source_clear (gpointer data)
{
  Source *source = data;

  g_clear_pointer (&source->buffer, ilv_record_buffer_free);
}

/* The order is the same whenever the snapshots are taken. Sorting is stable, so that of one source
 * and task the records stay in the order of writing. */
static int
entry_compare (gconstpointer a, gconstpointer b)
{
  const Entry *left = a;
  const Entry *right = b;

  if (left->record.time_ns != right->record.time_ns)
    return left->record.time_ns < right->record.time_ns ? -1 : 1;
  if (left->record.task != right->record.task)
    return left->record.task < right->record.task ? -1 : 1;
  return (left->source > right->source) - (left->source < right->source);
}

/* Merges @fresh, which is sorted, into @entries from the back: as a rule it belongs near the end,
 * so that the cost is that of the new records and not of all. */
static void
merge_entries (GArray *entries, GArray *fresh)
{
  guint n_old = entries->len;
  guint n_fresh = fresh->len;
  Entry *to;

  g_array_set_size (entries, n_old + n_fresh);
  to = (Entry *) entries->data;
  while (n_fresh > 0)
    {
      const Entry *next = &g_array_index (fresh, Entry, n_fresh - 1);

      if (n_old > 0 && entry_compare (&to[n_old - 1], next) > 0)
        {
          to[n_old + n_fresh - 1] = to[n_old - 1];
          n_old--;
        }
      else
        {
          to[n_old + n_fresh - 1] = *next;
          n_fresh--;
        }
    }
}

static void
read_sources (IlvRecorder *self)
{
  g_autoptr (GArray) fresh = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_autoptr (GArray) records = g_array_new (FALSE, FALSE, sizeof (IlvRecord));

  for (guint i = 0; i < self->sources->len; i++)
    {
      Source *source = get_source (self, i);

      g_array_set_size (records, 0);
      source->seen = ilv_record_buffer_read (source->buffer, source->seen, records);
      for (guint j = 0; j < records->len; j++)
        {
          Entry entry = { .record = g_array_index (records, IlvRecord, j), .source = i };

          g_array_append_val (fresh, entry);
        }
    }
  g_array_sort (fresh, entry_compare);
  merge_entries (self->entries, fresh);
}

/* (transfer full): when each worker was last seen executing. */
static gint64 *
read_alive (IlvRecorder *self)
{
  gint64 *alive_ns = g_new0 (gint64, self->info->workers->len);

  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = get_source (self, i);

      if (source->worker != ILV_NO_WORKER)
        alive_ns[source->worker] = ilv_record_buffer_get_alive (source->buffer);
    }
  return alive_ns;
}

/* Virtual time has come as far as its last record. */
static gint64
get_last_ns (IlvRecorder *self)
{
  guint n_entries = self->entries->len;

  return n_entries > 0 ? g_array_index (self->entries, Entry, n_entries - 1).record.time_ns : 0;
}

static IlvSpanBuilder *
build_spans (IlvRecorder *self)
{
  /* Both before the records are read: otherwise a span would be drawn beyond its end because the
   * record of its end came in between. */
  gint64 now_ns = ilv_clock_now_ns ();
  g_autofree gint64 *alive_ns = read_alive (self);
  IlvSpanBuilder *builder =
    ilv_span_builder_new (self->info->tasks->len, self->info->clock_base_ns);

  read_sources (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      ilv_span_builder_add (builder, &entry->record, get_source (self, entry->source)->worker);
    }

  if (self->info->outcome != ILV_TRACE_OUTCOME_RUNNING)
    ilv_span_builder_end (builder, self->end_ns);
  else if (self->info->is_model)
    ilv_span_builder_break (builder, get_last_ns (self), NULL, 0);
  else
    ilv_span_builder_break (builder, now_ns, alive_ns, self->info->workers->len);
  return builder;
}

/* A sum with an unknown part is unknown. */
static void
add_count (gint64 *sum, gint64 count, gboolean is_first)
{
  if (count < 0)
    *sum = -1;
  else if (is_first)
    *sum = count;
  else if (*sum >= 0)
    *sum += count;
}

static void
ilv_recorder_finalize (GObject *object)
{
  IlvRecorder *self = ILV_RECORDER (object);

  g_clear_pointer (&self->info, ilv_trace_info_unref);
  g_clear_pointer (&self->sources, g_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ilv_recorder_parent_class)->finalize (object);
}

static void
ilv_recorder_class_init (IlvRecorderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ilv_recorder_finalize;
}

static void
ilv_recorder_init (IlvRecorder *self)
{
  g_mutex_init (&self->mutex);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  g_array_set_clear_func (self->sources, source_clear);
  add_source (self, ILV_NO_WORKER);
}

/**
 * ilv_recorder_new:
 *
 * Returns: (transfer full): a recorder for one run
 */
IlvRecorder *
ilv_recorder_new (void)
{
  return g_object_new (ILV_TYPE_RECORDER, NULL);
}

/**
 * ilv_recorder_begin:
 * @self: a recorder
 * @info: (transfer full): what is about to run: strategy, processors and tasks
 */
void
ilv_recorder_begin (IlvRecorder *self, IlvTraceInfo *info)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ILV_IS_RECORDER (self));
  g_return_if_fail (info != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info == NULL);
  self->info = info;
}

/**
 * ilv_recorder_add_task:
 * @self: a recorder that has begun
 * @name: the name that the learner sees
 * @steps: (nullable) (array zero-terminated=1): the text of each step
 *
 * Returns: the index of the new task
 */
guint
ilv_recorder_add_task (IlvRecorder *self, const char *name, const char *const *steps)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (ILV_IS_RECORDER (self), 0);
  g_return_val_if_fail (name != NULL, 0);

  locker = g_mutex_locker_new (&self->mutex);
  g_return_val_if_fail (self->info != NULL, 0);
  return ilv_trace_info_add_task (self->info, name, steps);
}

/**
 * ilv_recorder_set_clock_base:
 * @self: a recorder that has begun
 * @clock_base_ns: the moment that all times of the trace count from
 */
void
ilv_recorder_set_clock_base (IlvRecorder *self, gint64 clock_base_ns)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ILV_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  self->info->clock_base_ns = clock_base_ns;
}

/**
 * ilv_recorder_add_worker:
 * @self: a recorder that has begun
 * @name: the name that the learner sees
 * @os_tid: the kernel's number of its thread, or 0
 * @processor: the processor that it is pinned to, or %ILV_NO_PROCESSOR
 *
 * Returns: (transfer none): the buffer that only this worker may write
 */
IlvRecordBuffer *
ilv_recorder_add_worker (IlvRecorder *self, const char *name, gint64 os_tid, int processor)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (ILV_IS_RECORDER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  locker = g_mutex_locker_new (&self->mutex);
  g_return_val_if_fail (self->info != NULL, NULL);
  return add_source (self, ilv_trace_info_add_worker (self->info, name, os_tid, processor));
}

/**
 * ilv_recorder_get_coordinator:
 * @self: a recorder
 *
 * Returns: (transfer none): the buffer for notes that no worker makes
 */
IlvRecordBuffer *
ilv_recorder_get_coordinator (IlvRecorder *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (ILV_IS_RECORDER (self), NULL);

  locker = g_mutex_locker_new (&self->mutex);
  return get_source (self, 0)->buffer;
}

/**
 * ilv_recorder_add_note:
 * @self: a recorder that has begun
 * @note: what the kernel refused, translated; the same note is kept once
 */
void
ilv_recorder_add_note (IlvRecorder *self, const char *note)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ILV_IS_RECORDER (self));
  g_return_if_fail (note != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  ilv_trace_info_add_note (self->info, note);
}

/**
 * ilv_recorder_add_counts:
 * @self: a recorder that has begun
 * @cpu_time_ns: the worker's CPU time, or -1 if the kernel did not say, which makes the sum unknown
 * @voluntary_switches: its switches because it had to wait, or -1
 * @involuntary_switches: its switches because it was preempted, or -1
 */
void
ilv_recorder_add_counts (IlvRecorder *self,
                         gint64 cpu_time_ns,
                         gint64 voluntary_switches,
                         gint64 involuntary_switches)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gboolean is_first;

  g_return_if_fail (ILV_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  is_first = !self->counted;
  self->counted = TRUE;
  add_count (&self->info->cpu_time_ns, cpu_time_ns, is_first);
  add_count (&self->info->voluntary_switches, voluntary_switches, is_first);
  add_count (&self->info->involuntary_switches, involuntary_switches, is_first);
}

/**
 * ilv_recorder_add_result:
 * @self: a recorder that has begun
 * @task: index of the task, or %G_MAXUINT
 * @step: index of the step, or %ILV_NO_STEP
 * @kind: what it is
 * @text: (nullable): what came
 * @pixels: (nullable): the part of a tile
 */
void
ilv_recorder_add_result (IlvRecorder *self,
                         guint task,
                         guint step,
                         IlvResultKind kind,
                         const char *text,
                         GBytes *pixels)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 now_ns = ilv_clock_now_ns ();

  g_return_if_fail (ILV_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  ilv_trace_info_add_result (self->info, now_ns - self->info->clock_base_ns, task, step, kind, text,
                             pixels);
}

/**
 * ilv_recorder_add_result_at:
 * @self: a recorder that has begun
 * @time_ns: when it came, on the monotonic clock
 * @task: index of the task, or %G_MAXUINT
 * @step: index of the step, or %ILV_NO_STEP
 * @kind: what it is
 * @text: (nullable): what came
 */
void
ilv_recorder_add_result_at (IlvRecorder *self,
                            gint64 time_ns,
                            guint task,
                            guint step,
                            IlvResultKind kind,
                            const char *text)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ILV_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  ilv_trace_info_add_result (self->info, time_ns - self->info->clock_base_ns, task, step, kind,
                             text, NULL);
}

/**
 * ilv_recorder_add_beat:
 * @self: a recorder that has begun
 * @time_ns: when the pulse was felt, on the monotonic clock
 * @period_ns: how often it should be felt
 */
void
ilv_recorder_add_beat (IlvRecorder *self, gint64 time_ns, gint64 period_ns)
{
  g_autoptr (GMutexLocker) locker = NULL;
  gint64 since_ns;

  g_return_if_fail (ILV_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  since_ns = time_ns - self->info->clock_base_ns;
  self->info->beat_period_ns = period_ns;
  g_array_append_val (self->info->beats, since_ns);
}

/**
 * ilv_recorder_set_counter:
 * @self: a recorder that has begun
 * @expected: what the shared counter should be
 * @found: what it is
 */
void
ilv_recorder_set_counter (IlvRecorder *self, gint64 expected, gint64 found)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ILV_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  self->info->counter_expected = expected;
  self->info->counter_found = found;
}

/**
 * ilv_recorder_add_slice:
 * @self: a recorder that has begun
 * @asked_ns: the time slice that the kernel was asked for, or 0 for its own; the same for all workers
 * @given_ns: the time slice that the worker's thread has by what the kernel says, or -1
 */
void
ilv_recorder_add_slice (IlvRecorder *self, gint64 asked_ns, gint64 given_ns)
{
  g_autoptr (GMutexLocker) locker = NULL;
  IlvTraceInfo *info;

  g_return_if_fail (ILV_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->mutex);
  info = self->info;
  g_return_if_fail (info != NULL);
  info->slice_given_ns = info->slice_asked_ns < 0 ? given_ns : MIN (info->slice_given_ns, given_ns);
  info->slice_asked_ns = asked_ns;
}

/**
 * ilv_recorder_set_code:
 * @self: a recorder that has begun
 * @interpreter: (nullable): who executes it
 * @code: (nullable): what is executed
 */
void
ilv_recorder_set_code (IlvRecorder *self, const char *interpreter, const char *code)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ILV_IS_RECORDER (self));

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  g_free (self->info->interpreter);
  g_free (self->info->code);
  self->info->interpreter = g_strdup (interpreter);
  self->info->code = g_strdup (code);
}

/**
 * ilv_recorder_end:
 * @self: a recorder that has begun
 * @outcome: how the run ended
 * @verdict: (nullable): for %ILV_TRACE_OUTCOME_STALLED, who waits for whom
 * @end_ns: when open spans end, on the recorder's clock
 */
void
ilv_recorder_end (IlvRecorder *self, IlvTraceOutcome outcome, const char *verdict, gint64 end_ns)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (ILV_IS_RECORDER (self));
  g_return_if_fail (outcome != ILV_TRACE_OUTCOME_RUNNING);

  locker = g_mutex_locker_new (&self->mutex);
  g_return_if_fail (self->info != NULL);
  g_return_if_fail (self->info->outcome == ILV_TRACE_OUTCOME_RUNNING);
  self->info->outcome = outcome;
  self->info->verdict = g_strdup (verdict);
  self->end_ns = end_ns;
}

/**
 * ilv_recorder_snapshot:
 * @self: a recorder
 *
 * Returns: (transfer full): the trace so far
 */
IlvTrace *
ilv_recorder_snapshot (IlvRecorder *self)
{
  g_autoptr (IlvSpanBuilder) builder = NULL;
  g_autoptr (IlvTraceInfo) info = NULL;

  g_return_val_if_fail (ILV_IS_RECORDER (self), NULL);

  g_mutex_lock (&self->mutex);
  if (self->info != NULL)
    {
      info = ilv_trace_info_copy (self->info);
      builder = build_spans (self);
    }
  g_mutex_unlock (&self->mutex);

  if (info == NULL)
    return ilv_trace_new (ilv_trace_info_new ("", 0), g_array_new (FALSE, FALSE, sizeof (IlvSpan)),
                          NULL);
  return ilv_trace_new (g_steal_pointer (&info), ilv_span_builder_steal_spans (builder),
                        ilv_span_builder_steal_flows (builder));
}

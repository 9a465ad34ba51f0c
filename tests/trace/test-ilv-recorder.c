/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-recorder.h"

#define BASE G_GINT64_CONSTANT (5000000000)
#define N_WRITERS 10
#define N_COMMON 50 /* of each writer, one each stretch of its own */
#define STRETCH 127
#define N_RECORDS (N_COMMON * STRETCH)
#define COMMON_TASK N_WRITERS
#define N_TASKS (N_WRITERS + 1)
#define N_SPANS (N_WRITERS * (N_RECORDS + N_COMMON))

G_STATIC_ASSERT (N_RECORDS > 3 * ILV_RECORD_CHUNK_SIZE);

static IlvRecorder *
recorder_new (guint n_tasks)
{
  IlvRecorder *recorder = ilv_recorder_new ();
  IlvTraceInfo *info = ilv_trace_info_new ("thread-pool", 2);

  for (guint i = 0; i < n_tasks; i++)
    ilv_trace_info_add_task (info, "task", NULL);
  ilv_recorder_begin (recorder, info);
  ilv_recorder_set_clock_base (recorder, BASE);
  return recorder;
}

static void
append (IlvRecordBuffer *buffer, gint64 time_ns, guint32 task, IlvState state)
{
  IlvRecord record = {
    .time_ns = time_ns,
    .task = task,
    .processor = ILV_NO_PROCESSOR,
    .step = ILV_NO_STEP,
    .peer = ILV_NO_PEER,
    .state = state,
  };

  ilv_record_buffer_append (buffer, &record);
}

static void
assert_span (IlvTrace *trace,
             gsize index,
             gint64 start_ns,
             gint64 end_ns,
             guint32 task,
             IlvState state,
             guint32 worker)
{
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpuint (index, <, n_spans);
  g_assert_cmpint (spans[index].start_ns, ==, start_ns);
  g_assert_cmpint (spans[index].end_ns, ==, end_ns);
  g_assert_cmpuint (spans[index].task, ==, task);
  g_assert_cmpuint (spans[index].state, ==, state);
  g_assert_cmpuint (spans[index].worker, ==, worker);
}

static gsize
count_spans (IlvTrace *trace)
{
  gsize n_spans;

  ilv_trace_get_spans (trace, &n_spans);
  return n_spans;
}

static void
test_before_begin (void)
{
  IlvRecorder *recorder = ilv_recorder_new ();
  g_autoptr (IlvTrace) trace = ilv_recorder_snapshot (recorder);

  g_assert_cmpuint (count_spans (trace), ==, 0);
  g_assert_cmpuint (ilv_trace_get_info (trace)->tasks->len, ==, 0);
  g_assert_true (ilv_trace_is_live (trace));
  g_assert_finalize_object (recorder);
}

/* One task's records end one another, whoever wrote them. */
static void
test_sources (void)
{
  g_autoptr (IlvRecorder) recorder = recorder_new (2);
  IlvRecordBuffer *coordinator = ilv_recorder_get_coordinator (recorder);
  IlvRecordBuffer *first = ilv_recorder_add_worker (recorder, "Worker 0", 10, 0);
  IlvRecordBuffer *second = ilv_recorder_add_worker (recorder, "Worker 1", 11, 1);
  g_autoptr (IlvTrace) trace = NULL;

  append (second, BASE + 20, 0, ILV_STATE_RUNNING);
  append (second, BASE + 30, 0, ILV_STATE_ENDED);
  append (first, BASE + 5, 0, ILV_STATE_RUNNING);
  append (first, BASE + 10, 0, ILV_STATE_WAITING);
  append (coordinator, BASE, 0, ILV_STATE_READY);
  append (coordinator, BASE, 1, ILV_STATE_READY);
  /* At the same moment, the worker's word comes after the coordinator's. */
  append (first, BASE + 12, 1, ILV_STATE_RUNNING);
  append (coordinator, BASE + 12, 1, ILV_STATE_WAITING);
  append (first, BASE + 15, 1, ILV_STATE_ENDED);
  ilv_recorder_end (recorder, ILV_TRACE_OUTCOME_FINISHED, NULL, BASE + 30);
  trace = ilv_recorder_snapshot (recorder);

  g_assert_cmpuint (count_spans (trace), ==, 6);
  assert_span (trace, 0, 0, 5, 0, ILV_STATE_READY, ILV_NO_WORKER);
  assert_span (trace, 1, 0, 12, 1, ILV_STATE_READY, ILV_NO_WORKER);
  assert_span (trace, 2, 5, 10, 0, ILV_STATE_RUNNING, 0);
  assert_span (trace, 3, 10, 20, 0, ILV_STATE_WAITING, 0);
  assert_span (trace, 4, 12, 15, 1, ILV_STATE_RUNNING, 0);
  assert_span (trace, 5, 20, 30, 0, ILV_STATE_RUNNING, 1);
}

static void
test_live (void)
{
  g_autoptr (IlvRecorder) recorder = recorder_new (2);
  IlvRecordBuffer *buffer = ilv_recorder_add_worker (recorder, "Worker 0", 0, ILV_NO_PROCESSOR);
  gint64 base_ns = ilv_clock_now_ns ();
  g_autoptr (IlvTrace) trace = NULL;
  const IlvSpan *spans;
  gsize n_spans;
  gint64 before_ns;
  gint64 after_ns;

  ilv_recorder_set_clock_base (recorder, base_ns);
  append (buffer, base_ns, 0, ILV_STATE_RUNNING);
  append (buffer, base_ns, 1, ILV_STATE_READY);
  ilv_record_buffer_set_alive (buffer, base_ns + 1);
  do
    before_ns = ilv_clock_now_ns ();
  while (before_ns <= base_ns + 1);
  trace = ilv_recorder_snapshot (recorder);
  after_ns = ilv_clock_now_ns ();

  g_assert_true (ilv_trace_is_live (trace));
  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_cmpuint (n_spans, ==, 2);
  g_assert_true (spans[0].open);
  g_assert_true (spans[1].open);
  g_assert_cmpint (spans[0].end_ns, ==, 1);
  g_assert_cmpint (spans[1].end_ns, >=, before_ns - base_ns);
  g_assert_cmpint (spans[1].end_ns, <=, after_ns - base_ns);
}

static void
test_live_model (void)
{
  g_autoptr (IlvRecorder) recorder = ilv_recorder_new ();
  IlvTraceInfo *info = ilv_trace_info_new ("model", 1);
  g_autoptr (IlvTrace) trace = NULL;
  IlvRecordBuffer *buffer;

  info->is_model = TRUE;
  ilv_trace_info_add_task (info, "A", NULL);
  ilv_trace_info_add_task (info, "B", NULL);
  ilv_recorder_begin (recorder, info);
  buffer = ilv_recorder_add_worker (recorder, "Processor 0", 0, 0);
  append (buffer, 0, 0, ILV_STATE_RUNNING);
  append (buffer, 0, 1, ILV_STATE_READY);
  append (buffer, 100, 0, ILV_STATE_ENDED);
  trace = ilv_recorder_snapshot (recorder);

  g_assert_cmpuint (count_spans (trace), ==, 2);
  assert_span (trace, 1, 0, 100, 1, ILV_STATE_READY, 0);
}

static void
test_end (void)
{
  g_autoptr (IlvRecorder) recorder = recorder_new (1);
  IlvRecordBuffer *buffer = ilv_recorder_add_worker (recorder, "Worker 0", 4711, 1);
  g_autoptr (IlvTrace) live = NULL;
  g_autoptr (IlvTrace) trace = NULL;
  const IlvTraceInfo *info;
  const IlvSpan *spans;
  gsize n_spans;

  append (buffer, BASE + 1, 0, ILV_STATE_BLOCKED);
  live = ilv_recorder_snapshot (recorder);
  ilv_recorder_add_note (recorder, "note");
  ilv_recorder_add_counts (recorder, 100, 2, 3);
  ilv_recorder_add_counts (recorder, 10, 20, -1);
  ilv_recorder_add_counts (recorder, 1, 2, 3);
  ilv_recorder_end (recorder, ILV_TRACE_OUTCOME_STALLED, "A waits for B", BASE + 9);
  trace = ilv_recorder_snapshot (recorder);

  assert_span (trace, 0, 1, 9, 0, ILV_STATE_BLOCKED, 0);
  spans = ilv_trace_get_spans (trace, &n_spans);
  g_assert_false (spans[0].open);
  info = ilv_trace_get_info (trace);
  g_assert_cmpint (info->outcome, ==, ILV_TRACE_OUTCOME_STALLED);
  g_assert_cmpstr (info->verdict, ==, "A waits for B");
  g_assert_cmpint (info->clock_base_ns, ==, BASE);
  g_assert_cmpint (info->cpu_time_ns, ==, 111);
  g_assert_cmpint (info->voluntary_switches, ==, 24);
  g_assert_cmpint (info->involuntary_switches, ==, -1);
  g_assert_cmpint (ilv_trace_info_get_worker (info, 0)->os_tid, ==, 4711);
  g_assert_cmpuint (info->notes->len, ==, 1);

  /* What was taken before does not change. */
  g_assert_cmpint (ilv_trace_get_info (live)->outcome, ==, ILV_TRACE_OUTCOME_RUNNING);
  g_assert_cmpint (ilv_trace_get_info (live)->cpu_time_ns, ==, -1);
  g_assert_cmpuint (ilv_trace_get_info (live)->notes->len, ==, 0);
}

/* What a task does at @time_ns, by the last of its records, looked for one by one. */
static const IlvRecord *
find_last_record (GPtrArray *sources, guint32 task, gint64 time_ns, guint32 *worker)
{
  const IlvRecord *last = NULL;

  for (guint i = 0; i < sources->len; i++)
    {
      GArray *records = g_ptr_array_index (sources, i);

      for (guint j = 0; j < records->len; j++)
        {
          const IlvRecord *record = &g_array_index (records, IlvRecord, j);

          if (record->task != task || record->time_ns > time_ns)
            continue;
          if (last != NULL && record->time_ns < last->time_ns)
            continue;
          last = record;
          *worker = i == 0 || record->kind == ILV_RECORD_STATE_UNHELD ? ILV_NO_WORKER : i - 1;
        }
    }
  return last;
}

static const IlvSpan *
find_span (IlvTrace *trace, guint32 task, gint64 time_ns)
{
  const IlvSpan *found = NULL;
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].task == task && spans[i].start_ns <= time_ns && time_ns < spans[i].end_ns)
      {
        g_assert_null (found);
        found = &spans[i];
      }
  return found;
}

/* Fills each of @sources with records of every task, each task's in the order of time. */
static void
make_random_records (GPtrArray *sources, guint n_tasks, gint duration)
{
  for (guint i = 0; i < sources->len; i++)
    for (guint task = 0; task < n_tasks; task++)
      for (gint time = g_test_rand_int_range (0, 5); time < duration;
           time += g_test_rand_int_range (0, 9))
        {
          IlvRecord record = {
            .time_ns = BASE + time,
            .task = task,
            .processor = (gint16) g_test_rand_int_range (-1, 2),
            .step = (guint16) g_test_rand_int_range (0, 2),
            .peer = ILV_NO_PEER,
            .state = (guint8) g_test_rand_int_range (0, ILV_STATE_ENDED + 1),
            .kind = g_test_rand_bit () ? ILV_RECORD_STATE : ILV_RECORD_STATE_UNHELD,
          };

          g_array_append_val (g_ptr_array_index (sources, i), record);
        }
}

static void
assert_matches_records (IlvTrace *trace, GPtrArray *sources, guint n_tasks, gint duration)
{
  const IlvSpan *spans;
  gsize n_spans;

  for (guint task = 0; task < n_tasks; task++)
    for (gint time = 0; time < duration; time++)
      {
        guint32 worker = ILV_NO_WORKER;
        const IlvRecord *record = find_last_record (sources, task, BASE + time, &worker);
        const IlvSpan *span = find_span (trace, task, time);

        if (record == NULL || record->state == ILV_STATE_ENDED)
          {
            g_assert_null (span);
            continue;
          }
        g_assert_nonnull (span);
        g_assert_cmpuint (span->state, ==, record->state);
        g_assert_cmpuint (span->worker, ==, worker);
        g_assert_cmpint (span->processor, ==, record->processor);
        g_assert_cmpuint (span->step, ==, record->step);
      }

  /* Nothing that could be one span is two. */
  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      const IlvSpan *next = find_span (trace, spans[i].task, spans[i].end_ns);

      g_assert_cmpint (spans[i].start_ns, <, spans[i].end_ns);
      g_assert_false (next != NULL && next->state == spans[i].state &&
                      next->worker == spans[i].worker && next->processor == spans[i].processor &&
                      next->step == spans[i].step);
    }
}

/* Random records against a plain search for what was noted last; snapshots on the way, which read
 * the records in pieces, change nothing. */
static void
test_random (void)
{
  for (guint round = 0; round < 40; round++)
    {
      const gint duration = 120;
      guint n_tasks = g_test_rand_int_range (1, 4);
      g_autoptr (IlvRecorder) recorder = recorder_new (n_tasks);
      g_autoptr (GPtrArray) sources =
        g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      g_autoptr (GPtrArray) buffers = g_ptr_array_new ();
      g_autofree guint *written = g_new0 (guint, 3);
      gboolean more = TRUE;
      g_autoptr (IlvTrace) trace = NULL;

      g_ptr_array_add (buffers, ilv_recorder_get_coordinator (recorder));
      for (guint i = 0; i < 2; i++)
        g_ptr_array_add (buffers, ilv_recorder_add_worker (recorder, "worker", 0, 0));
      for (guint i = 0; i < buffers->len; i++)
        g_ptr_array_add (sources, g_array_new (FALSE, FALSE, sizeof (IlvRecord)));
      make_random_records (sources, n_tasks, duration);

      while (more)
        {
          g_autoptr (IlvTrace) live = NULL;

          more = FALSE;
          for (guint i = 0; i < sources->len; i++)
            {
              GArray *records = g_ptr_array_index (sources, i);
              guint end = written[i] + g_test_rand_int_range (0, 20);

              end = MIN (end, records->len);
              for (; written[i] < end; written[i]++)
                ilv_record_buffer_append (g_ptr_array_index (buffers, i),
                                          &g_array_index (records, IlvRecord, written[i]));
              more = more || end < records->len;
            }
          if (round % 2 == 0)
            live = ilv_recorder_snapshot (recorder);
        }
      ilv_recorder_end (recorder, ILV_TRACE_OUTCOME_FINISHED, NULL, BASE + duration);
      trace = ilv_recorder_snapshot (recorder);
      assert_matches_records (trace, sources, n_tasks, duration);
    }
}

/* Ten threads write, each of a task of its own, and all of one that goes from one to the other; others
 * read all the while. What has to hold of each snapshot is known for each span. */
typedef struct
{
  IlvRecorder *recorder;
  GMutex mutex; /* for who writes of the common task */
  guint n_common;
  gint n_snapshots; /* atomic */
  guint writers[N_WRITERS * N_COMMON]; /* who wrote the nth record of the common task */
} Live;

typedef struct
{
  Live *live;
  guint number;
} Writer;

static IlvState
get_nth_state (guint n)
{
  return n % 2 == 0 ? ILV_STATE_RUNNING : ILV_STATE_READY;
}

static void
append_nth (IlvRecordBuffer *buffer, guint32 task, guint n)
{
  IlvRecord record = {
    .time_ns = BASE + 10 * n,
    .task = task,
    .processor = (gint16) (n % 1000),
    .step = (guint16) n,
    .peer = (guint16) (n * 3),
    .state = get_nth_state (n),
  };

  ilv_record_buffer_append (buffer, &record);
}

/* The nth of a writer comes when there were n snapshots: nobody has written all before somebody reads. */
static void
append_common (Writer *writer, IlvRecordBuffer *buffer, guint n)
{
  Live *live = writer->live;

  while ((guint) g_atomic_int_get (&live->n_snapshots) < n)
    g_thread_yield ();
  g_mutex_lock (&live->mutex);
  live->writers[live->n_common] = writer->number;
  append_nth (buffer, COMMON_TASK, live->n_common++);
  g_mutex_unlock (&live->mutex);
}

/* Adds itself, and then notes one change of its task every 10 ns. */
static gpointer
write_records (gpointer data)
{
  Writer *writer = data;
  IlvRecorder *recorder = writer->live->recorder;
  g_autofree char *name = g_strdup_printf ("%u", writer->number);
  IlvRecordBuffer *buffer = ilv_recorder_add_worker (recorder, name, 0, 0);

  for (guint n = 0; n < N_RECORDS; n++)
    {
      if (writer->number % 2 == 0)
        ilv_record_buffer_reserve (buffer);
      append_nth (buffer, writer->number, n);
      if (n % STRETCH == 0)
        append_common (writer, buffer, n / STRETCH);
      if (n % 1000 == 0)
        ilv_recorder_add_result (recorder, writer->number, 0, ILV_RESULT_TEXT, name, NULL);
      ilv_record_buffer_set_alive (buffer, BASE + 10 * n);
    }
  ilv_recorder_add_counts (recorder, 1000, 10, 1);
  return NULL;
}

static void
assert_nth (Live *live, IlvTrace *trace, const IlvSpan *span, guint n)
{
  const char *worker = ilv_trace_info_get_worker (ilv_trace_get_info (trace), span->worker)->name;

  g_assert_cmpint (span->start_ns, ==, 10 * n);
  g_assert_cmpint (span->end_ns, >, span->start_ns);
  g_assert_cmpuint (span->state, ==, get_nth_state (n));
  g_assert_cmpint (span->processor, ==, n % 1000);
  g_assert_cmpuint (span->step, ==, n % 65536);
  g_assert_cmpuint (span->peer, ==, n * 3 % 65536);
  g_assert_cmpuint (g_ascii_strtoull (worker, NULL, 10), ==,
                    span->task == COMMON_TASK ? live->writers[n] : span->task);
}

/* Returns how many ended spans there are. A task of one writer has all that were written until now, one
 * after the other. Of the common task one may be missing for a while, since the buffers are read one after
 * the other, and the one before it lasts the longer: but there is no gap, and never two at once. */
static guint
assert_snapshot (Live *live, IlvTrace *trace)
{
  guint seen[N_TASKS] = { 0 };
  gint64 ends_ns[N_TASKS] = { 0 };
  guint n_ended = 0;
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      const IlvSpan *span = &spans[i];
      guint n = seen[span->task]++;

      if (span->task == COMMON_TASK)
        assert_nth (live, trace, span, (guint) (span->start_ns / 10));
      else
        assert_nth (live, trace, span, n);
      if (n > 0)
        g_assert_cmpint (span->start_ns, ==, ends_ns[span->task]);
      ends_ns[span->task] = span->end_ns;
      n_ended += span->open ? 0 : 1;
      if (span->task != COMMON_TASK && !span->open)
        g_assert_cmpint (span->end_ns, ==, span->start_ns + 10);
    }
  return n_ended;
}

/* Until all is there: of each task the last span stays open. */
static gpointer
read_records (gpointer data)
{
  Live *live = data;
  guint n_ended = 0, n_results = 0;

  while (n_ended < N_SPANS - N_TASKS)
    {
      IlvTrace *trace = ilv_recorder_snapshot (live->recorder);
      guint n_ended_now = assert_snapshot (live, trace);
      guint n_results_now = ilv_trace_get_info (trace)->results->len;

      g_assert_true (ilv_trace_is_live (trace));
      g_assert_cmpuint (n_ended_now, >=, n_ended);
      g_assert_cmpuint (n_results_now, >=, n_results);
      n_ended = n_ended_now;
      n_results = n_results_now;
      g_assert_finalize_object (trace);
      g_atomic_int_inc (&live->n_snapshots);
    }
  return NULL;
}

static void
test_live_reading (void)
{
  Live live = { .recorder = recorder_new (N_TASKS) };
  Writer writers[N_WRITERS];
  GThread *threads[N_WRITERS];
  GThread *reader = g_thread_new ("reader", read_records, &live);
  IlvTrace *trace;

  for (guint i = 0; i < N_WRITERS; i++)
    {
      writers[i] = (Writer){ .live = &live, .number = i };
      threads[i] = g_thread_new ("writer", write_records, &writers[i]);
    }
  read_records (&live);
  for (guint i = 0; i < N_WRITERS; i++)
    g_thread_join (threads[i]);
  g_thread_join (reader);

  ilv_recorder_end (live.recorder, ILV_TRACE_OUTCOME_FINISHED, NULL, BASE + 10 * N_RECORDS);
  trace = ilv_recorder_snapshot (live.recorder);
  g_assert_cmpuint (assert_snapshot (&live, trace), ==, N_SPANS);
  g_assert_cmpint (ilv_trace_get_info (trace)->cpu_time_ns, ==, 1000 * N_WRITERS);
  g_assert_cmpint (ilv_trace_get_info (trace)->voluntary_switches, ==, 10 * N_WRITERS);
  g_assert_finalize_object (trace);
  g_assert_finalize_object (live.recorder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/recorder/before-begin", test_before_begin);
  g_test_add_func ("/trace/recorder/sources", test_sources);
  g_test_add_func ("/trace/recorder/live", test_live);
  g_test_add_func ("/trace/recorder/live-model", test_live_model);
  g_test_add_func ("/trace/recorder/end", test_end);
  g_test_add_func ("/trace/recorder/random", test_random);
  g_test_add_func ("/trace/recorder/live-reading", test_live_reading);

  return g_test_run ();
}

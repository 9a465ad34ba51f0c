/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-collector.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define MAX_QUOTED 60

/* So many can be told apart by what refers to them. */
#define MAX_REFERRED (G_MAXUINT16 - 1)
#define MAX_SPANS G_MAXINT32

/* What has begun and not ended. */
typedef struct
{
  guint32 span; /* index */
  guint32 event;
  gint64 offset;
} Open;

typedef struct
{
  IlvTrackId process;
  IlvTrackId thread;
} ThreadId;

static gboolean
track_id_equal (const IlvTrackId *a, const IlvTrackId *b)
{
  return a->number == b->number && a->text == b->text;
}

static guint
track_id_hash (const IlvTrackId *id)
{
  guint64 mixed = ((guint64) id->number ^ id->text) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

  return (guint) (mixed >> 32);
}

static gboolean
process_id_equal (gconstpointer a, gconstpointer b)
{
  return track_id_equal (a, b);
}

static guint
process_id_hash (gconstpointer id)
{
  return track_id_hash (id);
}

static gboolean
thread_id_equal (gconstpointer a, gconstpointer b)
{
  const ThreadId *left = a;
  const ThreadId *right = b;

  return track_id_equal (&left->process, &right->process) &&
         track_id_equal (&left->thread, &right->thread);
}

static guint
thread_id_hash (gconstpointer data)
{
  const ThreadId *id = data;

  return track_id_hash (&id->process) * 31 + track_id_hash (&id->thread);
}

static void
thread_clear (gpointer data)
{
  IlvImportThread *thread = data;

  g_clear_pointer (&thread->open, g_array_unref);
}

static guint32
add_text (IlvTraceCollector *self, IlvNameTable *table, const IlvJsonText *text)
{
  if (text->start == NULL)
    return ILV_NO_NAME;
  if (!text->is_escaped)
    return ilv_name_table_add (table, text->start, text->length);
  g_string_truncate (self->scratch, 0);
  ilv_json_text_append (text, self->scratch);
  return ilv_name_table_add (table, self->scratch->str, self->scratch->len);
}

/* One of few: ILV_NO_STEP, which is ILV_NO_PEER too, if there are too many. */
static guint16
add_referred (IlvTraceCollector *self, IlvNameTable *table, const IlvJsonText *text)
{
  guint32 index = text->is_string ? add_text (self, table, text) : ILV_NO_NAME;

  return index <= MAX_REFERRED - 1 ? (guint16) index : ILV_NO_STEP;
}

/* What is missing is 0. A number that is too large is a text. */
static IlvTrackId
read_id (IlvTraceCollector *self, const IlvJsonText *text)
{
  IlvTrackId id = { 0, ILV_NO_NAME };

  if (text->start == NULL)
    return id;
  if (text->is_string || !ilv_json_text_get_scaled (text, 0, G_MAXINT64, &id.number))
    {
      id.number = 0;
      id.text = add_text (self, &self->names, text);
    }
  return id;
}

static guint
find_process (IlvTraceCollector *self, const IlvTrackId *id)
{
  IlvImportProcess process = { *id, ILV_NO_NAME, 0 };
  gpointer found = g_hash_table_lookup (self->process_of_id, id);

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  g_array_append_val (self->processes, process);
  g_hash_table_insert (self->process_of_id, g_memdup2 (id, sizeof *id),
                       GUINT_TO_POINTER (self->processes->len));
  return self->processes->len - 1;
}

static guint
find_thread_by_id (IlvTraceCollector *self, const ThreadId *id)
{
  gpointer found = g_hash_table_lookup (self->thread_of_id, id);
  IlvImportThread thread = { .id = id->thread, .name = ILV_NO_NAME, .processor = ILV_NO_PROCESSOR };

  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  thread.process = find_process (self, &id->process);
  g_array_append_val (self->threads, thread);
  g_hash_table_insert (self->thread_of_id, g_memdup2 (id, sizeof *id),
                       GUINT_TO_POINTER (self->threads->len));
  return self->threads->len - 1;
}

static IlvImportThread *
get_thread (const IlvTraceCollector *self, guint index)
{
  return &g_array_index (self->threads, IlvImportThread, index);
}

/* The few threads that most events are of are found without a search. */
static guint
find_thread (IlvTraceCollector *self, const IlvTraceEvent *event)
{
  ThreadId id = { read_id (self, &event->process), read_id (self, &event->thread) };
  guint *recent =
    &self->recent[(guint64) (id.thread.number ^ id.process.number) % G_N_ELEMENTS (self->recent)];

  if (*recent > 0)
    {
      const IlvImportThread *thread = get_thread (self, *recent - 1);

      if (track_id_equal (&thread->id, &id.thread) &&
          track_id_equal (&g_array_index (self->processes, IlvImportProcess, thread->process).id,
                          &id.process))
        return *recent - 1;
    }
  *recent = find_thread_by_id (self, &id) + 1;
  return *recent - 1;
}

/* Without a category of ours, somebody's event is a time in which something was done. */
static gboolean
find_state (const IlvJsonText *category, guint8 *state)
{
  *state = ILV_STATE_RUNNING;
  for (guint i = 0; category->is_string && i < ILV_N_SPAN_STATES; i++)
    if (ilv_json_text_is (category, ilv_state_to_string (i)))
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

static guint32
append_span (IlvTraceCollector *self,
             const IlvTraceEvent *event,
             gint64 start_ns,
             gint64 end_ns,
             gboolean is_open)
{
  IlvImportSpan *span;
  IlvRawSpan raw = { .start_ns = start_ns,
                     .end_ns = end_ns,
                     .thread = find_thread (self, event),
                     .name = add_text (self, &self->names, &event->name),
                     .step = add_referred (self, &self->steps, &event->step),
                     .peer = add_referred (self, &self->peers, &event->waits_for),
                     .is_open = is_open };
  IlvImportThread *thread = get_thread (self, raw.thread);
  gint64 processor = ILV_NO_PROCESSOR;

  raw.has_state = find_state (&event->category, &raw.state);
  if (!ilv_json_text_get_scaled (&event->processor, 0, G_MAXINT16, &processor) || processor < 0)
    processor = ILV_NO_PROCESSOR;
  raw.processor = (gint16) processor;
  if (event->os_tid.start != NULL)
    ilv_json_text_get_scaled (&event->os_tid, 0, G_MAXINT64, &thread->os_tid);
  thread->n_spans++;
  g_array_set_size (self->spans, self->spans->len + 1);
  span = &g_array_index (self->spans, IlvImportSpan, self->spans->len - 1);
  span->raw = raw;
  return self->spans->len - 1;
}

static gboolean
read_time (IlvTraceCollector *self,
           const IlvTraceEvent *event,
           gint64 offset,
           guint64 number,
           gint64 *time_ns)
{
  if (self->spans->len >= MAX_SPANS)
    ilv_trace_faults_add (self->faults, offset, number, _ ("the file has too many events"));
  else if (event->time.start == NULL)
    ilv_trace_faults_add (self->faults, offset, number, _ ("the event has no time (“ts”)"));
  else if (!ilv_trace_event_get_ns (&event->time, time_ns))
    ilv_trace_faults_add (self->faults, offset, number,
                          _ ("the event’s time (“ts”) is no number, or is too large"));
  else
    return TRUE;
  return FALSE;
}

static void
add_complete (IlvTraceCollector *self, const IlvTraceEvent *event, gint64 offset, guint64 number)
{
  gint64 start_ns;
  gint64 length_ns = 0;

  if (!read_time (self, event, offset, number, &start_ns))
    return;
  if (event->duration.start == NULL)
    ilv_trace_faults_add (self->faults, offset, number,
                          _ ("the event has no duration (“dur”); it is shown as a moment"));
  else if (!ilv_trace_event_get_ns (&event->duration, &length_ns) ||
           length_ns > ILV_TRACE_EVENT_LIMIT_NS - MAX (0, start_ns))
    {
      ilv_trace_faults_add (self->faults, offset, number,
                            _ ("the event’s duration (“dur”) is no number, or is too large"));
      return;
    }
  if (length_ns < 0)
    {
      ilv_trace_faults_add (self->faults, offset, number, _ ("the event’s duration is negative"));
      return;
    }
  append_span (self, event, start_ns, start_ns + length_ns, FALSE);
}

static void
begin_span (IlvTraceCollector *self, const IlvTraceEvent *event, gint64 offset, guint64 number)
{
  gint64 start_ns;
  Open open = { 0, (guint32) MIN (number, G_MAXUINT32), offset };
  IlvImportThread *thread;

  if (!read_time (self, event, offset, number, &start_ns))
    return;
  open.span = append_span (self, event, start_ns, start_ns, TRUE);
  thread = get_thread (self, g_array_index (self->spans, IlvImportSpan, open.span).raw.thread);
  if (thread->open == NULL)
    thread->open = g_array_new (FALSE, FALSE, sizeof (Open));
  g_array_append_val (thread->open, open);
}

static void
end_span (IlvTraceCollector *self, const IlvTraceEvent *event, gint64 offset, guint64 number)
{
  IlvImportThread *thread = get_thread (self, find_thread (self, event));
  guint32 name = event->name.is_string ? add_text (self, &self->names, &event->name) : ILV_NO_NAME;
  IlvRawSpan *span;
  gint64 end_ns;

  if (!read_time (self, event, offset, number, &end_ns))
    return;
  if (thread->open == NULL || thread->open->len == 0)
    {
      ilv_trace_faults_add (self->faults, offset, number, _ ("the event ends what has not begun"));
      return;
    }
  span = &g_array_index (self->spans, IlvImportSpan,
                         g_array_index (thread->open, Open, thread->open->len - 1).span)
            .raw;
  g_array_set_size (thread->open, thread->open->len - 1);
  if (name != ILV_NO_NAME && name != span->name)
    {
      g_autofree char *ended = ilv_trace_collector_quote (self, name);
      g_autofree char *begun = ilv_trace_collector_quote (self, span->name);

      ilv_trace_faults_add (self->faults, offset, number,
                            /* Translators: both are names of events. */
                            _ ("the event ends “%s”, but “%s” was the last to begin"), ended,
                            begun);
    }
  if (end_ns < span->start_ns)
    ilv_trace_faults_add (self->faults, offset, number, _ ("the event ends before its beginning"));
  span->end_ns = MAX (end_ns, span->start_ns);
  span->is_open = FALSE;
}

/* All ends of one arrow have the same name, category and id. What is kept of them is a sum, by
 * which two in thousands of millions could be taken for one. */
static guint64
make_key (const IlvTraceEvent *event)
{
  const IlvJsonText *const parts[] = { &event->name, &event->category, &event->id };
  guint64 key = G_GUINT64_CONSTANT (14695981039346656037);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      for (gsize j = 0; parts[i]->start != NULL && j < parts[i]->length; j++)
        key = (key ^ (guchar) parts[i]->start[j]) * G_GUINT64_CONSTANT (1099511628211);
      key = (key ^ 0x100) * G_GUINT64_CONSTANT (1099511628211);
    }
  return key;
}

static void
add_flow (IlvTraceCollector *self, const IlvTraceEvent *event, gint64 offset, guint64 number)
{
  const IlvJsonText *task = event->phase == 's' ? &event->from : &event->to;
  IlvImportFlow flow = { .offset = offset,
                         .event = (guint32) MIN (number, G_MAXUINT32),
                         .phase = event->phase,
                         .is_next = event->phase == 'f' && event->binding != 'e' };

  if (!read_time (self, event, offset, number, &flow.time_ns))
    return;
  if (event->id.start == NULL)
    {
      ilv_trace_faults_add (self->faults, offset, number, _ ("the arrow’s end has no “id”"));
      return;
    }
  flow.key = make_key (event);
  flow.thread = find_thread (self, event);
  flow.task = task->is_string ? add_text (self, &self->names, task) : ILV_NO_NAME;
  for (guint i = 0; i <= ILV_FLOW_LOCK; i++)
    if (ilv_json_text_is (&event->name, ilv_flow_kind_to_string (i)))
      flow.kind = i;
  g_array_append_val (self->flows, flow);
}

static void
add_metadata (IlvTraceCollector *self, const IlvTraceEvent *event)
{
  guint index = find_thread (self, event);
  IlvImportThread *thread = get_thread (self, index);
  IlvImportProcess *process = &g_array_index (self->processes, IlvImportProcess, thread->process);
  gint64 number;

  if (ilv_json_text_is (&event->name, "process_name") && event->label.is_string)
    process->name = add_text (self, &self->names, &event->label);
  else if (ilv_json_text_is (&event->name, "process_sort_index"))
    ilv_json_text_get_scaled (&event->sort_index, 0, G_MAXINT64, &process->sort_index);
  else if (ilv_json_text_is (&event->name, "thread_sort_index"))
    ilv_json_text_get_scaled (&event->sort_index, 0, G_MAXINT64, &thread->sort_index);
  else if (ilv_json_text_is (&event->name, "thread_name") && event->label.is_string)
    {
      thread->name = add_text (self, &self->names, &event->label);
      if (ilv_json_text_get_scaled (&event->processor, 0, G_MAXINT16, &number) && number >= 0)
        thread->processor = (int) number;
    }
}

void
ilv_trace_collector_init (IlvTraceCollector *self, IlvTraceFaults *faults)
{
  *self = (IlvTraceCollector){ .faults = faults };
  ilv_name_table_init (&self->names);
  ilv_name_table_init (&self->steps);
  ilv_name_table_init (&self->peers);
  self->spans = g_array_new (FALSE, FALSE, sizeof (IlvImportSpan));
  self->processes = g_array_new (FALSE, FALSE, sizeof (IlvImportProcess));
  self->threads = g_array_new (FALSE, FALSE, sizeof (IlvImportThread));
  g_array_set_clear_func (self->threads, thread_clear);
  self->flows = g_array_new (FALSE, FALSE, sizeof (IlvImportFlow));
  self->thread_of_id = g_hash_table_new_full (thread_id_hash, thread_id_equal, g_free, NULL);
  self->process_of_id = g_hash_table_new_full (process_id_hash, process_id_equal, g_free, NULL);
  self->scratch = g_string_new (NULL);
}

void
ilv_trace_collector_clear (IlvTraceCollector *self)
{
  ilv_name_table_clear (&self->names);
  ilv_name_table_clear (&self->steps);
  ilv_name_table_clear (&self->peers);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->processes, g_array_unref);
  g_clear_pointer (&self->threads, g_array_unref);
  g_clear_pointer (&self->flows, g_array_unref);
  g_clear_pointer (&self->thread_of_id, g_hash_table_unref);
  g_clear_pointer (&self->process_of_id, g_hash_table_unref);
  if (self->scratch != NULL)
    g_string_free (g_steal_pointer (&self->scratch), TRUE);
}

/**
 * ilv_trace_collector_add:
 * @self: a collector
 * @event: what is added
 * @offset: the byte at which it begins
 * @number: its number, from 1
 */
void
ilv_trace_collector_add (IlvTraceCollector *self,
                         const IlvTraceEvent *event,
                         gint64 offset,
                         guint64 number)
{
  gint64 time_ns;

  switch (event->phase)
    {
    case 'X':
      add_complete (self, event, offset, number);
      break;
    case 'B':
      begin_span (self, event, offset, number);
      break;
    case 'E':
      end_span (self, event, offset, number);
      break;
    case 'i':
    case 'I':
      if (read_time (self, event, offset, number, &time_ns))
        append_span (self, event, time_ns, time_ns, FALSE);
      break;
    case 's':
    case 't':
    case 'f':
      add_flow (self, event, offset, number);
      break;
    case 'M':
      add_metadata (self, event);
      break;
    case '\0':
      ilv_trace_faults_add (self->faults, offset, number,
                            _ ("the event does not say its kind (“ph”)"));
      break;
    default:
      self->n_passed_over++;
      break;
    }
}

static gint64
find_last_ns (const IlvTraceCollector *self)
{
  gint64 last_ns = G_MININT64;

  for (guint i = 0; i < self->spans->len; i++)
    last_ns = MAX (last_ns, g_array_index (self->spans, IlvImportSpan, i).raw.end_ns);
  return last_ns;
}

void
ilv_trace_collector_close (IlvTraceCollector *self)
{
  gint64 last_ns = find_last_ns (self);

  for (guint i = 0; i < self->threads->len; i++)
    {
      IlvImportThread *thread = get_thread (self, i);

      for (guint j = 0; thread->open != NULL && j < thread->open->len; j++)
        {
          const Open *open = &g_array_index (thread->open, Open, j);
          IlvRawSpan *span = &g_array_index (self->spans, IlvImportSpan, open->span).raw;
          g_autofree char *name = ilv_trace_collector_quote (self, span->name);

          span->end_ns = last_ns;
          ilv_trace_faults_add (self->faults, open->offset, open->event,
                                _ ("“%s” begins and never ends"), name);
        }
      g_clear_pointer (&thread->open, g_array_unref);
    }
}

/**
 * ilv_trace_collector_is_ours:
 * @self: a collector
 * @n_sides: how many sides the file says that it has
 *
 * Returns: whether the spans fit to them
 */
gboolean
ilv_trace_collector_is_ours (const IlvTraceCollector *self, guint n_sides)
{
  for (guint i = 0; i < self->processes->len; i++)
    {
      const IlvTrackId *id = &g_array_index (self->processes, IlvImportProcess, i).id;

      if (id->text != ILV_NO_NAME || id->number < 1 || id->number > n_sides)
        return FALSE;
    }
  for (guint i = 0; i < self->spans->len; i++)
    {
      const IlvRawSpan *span = &g_array_index (self->spans, IlvImportSpan, i).raw;

      if (!span->has_state || span->is_open || span->name == ILV_NO_NAME)
        return FALSE;
    }
  return TRUE;
}

/**
 * ilv_trace_collector_quote:
 * @self: a collector
 * @name: a name, or %ILV_NO_NAME
 *
 * Returns: (transfer full): as much of it as fits into a message
 */
char *
ilv_trace_collector_quote (const IlvTraceCollector *self, guint32 name)
{
  g_autofree char *text = ilv_name_table_dup (&self->names, name);

  if (g_utf8_strlen (text, -1) > MAX_QUOTED)
    {
      g_autofree char *begin = g_utf8_substring (text, 0, MAX_QUOTED);

      return g_strconcat (begin, "…", NULL);
    }
  return g_steal_pointer (&text);
}

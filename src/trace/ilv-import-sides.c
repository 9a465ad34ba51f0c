/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-import-sides.h"

#include <glib/gi18n-lib.h>

#include "ilv-json.h"
#include "ilv-trace-side.h"

/* One side while it is made. */
typedef struct
{
  IlvTraceCollector *collector;
  IlvTraceSide *side;
  gint64 pid;
  guint *tasks;     /* of each of the collector's names, the task + 1; 0 if it is not known yet */
  GPtrArray *steps; /* of each of the collector's steps, its text */
  GPtrArray *peers; /* of each of the collector's peers, its text */
} Builder;

static IlvImportThread *
get_thread (const Builder *self, guint index)
{
  return &g_array_index (self->collector->threads, IlvImportThread, index);
}

static gboolean
is_of_side (const Builder *self, const IlvImportThread *thread)
{
  return g_array_index (self->collector->processes, IlvImportProcess, thread->process).id.number ==
         self->pid;
}

static GPtrArray *
list_texts (const IlvNameTable *table)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  for (guint32 i = 0; i < MIN (ilv_name_table_get_size (table), G_MAXUINT16); i++)
    g_ptr_array_add (texts, ilv_name_table_dup (table, i));
  return texts;
}

static void
name_side (Builder *self)
{
  for (guint i = 0; i < self->collector->processes->len; i++)
    {
      const IlvImportProcess *process =
        &g_array_index (self->collector->processes, IlvImportProcess, i);
      g_autofree char *name = NULL;

      if (process->id.number != self->pid || process->name == ILV_NO_NAME)
        continue;
      name = ilv_name_table_dup (&self->collector->names, process->name);
      ilv_trace_side_take_name (self->side, name);
    }
}

static void
add_workers (Builder *self)
{
  for (guint i = 0; i < self->collector->threads->len; i++)
    {
      const IlvImportThread *thread = get_thread (self, i);
      g_autofree char *name = NULL;

      if (!is_of_side (self, thread) || thread->id.number < 1 || thread->name == ILV_NO_NAME ||
          self->side->info->workers->len >= ILV_TRACE_SIDE_MAX_TASKS)
        continue;
      name = ilv_name_table_dup (&self->collector->names, thread->name);
      ilv_trace_info_add_worker (self->side->info, name, thread->os_tid, thread->processor);
    }
}

/* G_MAXUINT if there are too many. */
static guint
find_task (Builder *self, guint32 name)
{
  if (self->tasks[name] == 0)
    {
      g_autofree char *text = ilv_name_table_dup (&self->collector->names, name);

      self->tasks[name] = ilv_trace_side_find_task (self->side, text) + 1;
    }
  return self->tasks[name] - 1;
}

static guint16
find_peer (Builder *self, guint16 peer)
{
  if (peer == ILV_NO_PEER)
    return ILV_NO_PEER;
  return (guint16) MIN (
    ilv_trace_side_find_task (self->side, g_ptr_array_index (self->peers, peer)), ILV_NO_PEER);
}

static void
add_span (Builder *self, const IlvRawSpan *raw)
{
  gint64 tid = get_thread (self, raw->thread)->id.number;
  IlvSpan span = { .start_ns = raw->start_ns,
                   .end_ns = raw->end_ns,
                   .task = find_task (self, raw->name),
                   .worker = ILV_NO_WORKER,
                   .processor = raw->processor,
                   .step = ILV_NO_STEP,
                   .peer = ILV_NO_PEER,
                   .state = raw->state };

  if (span.task >= ILV_TRACE_SIDE_MAX_TASKS)
    {
      ilv_trace_faults_add (self->collector->faults, -1, 0,
                            _ ("an event is left out: there are too many tasks"));
      return;
    }
  if (tid >= 1 && tid <= self->side->info->workers->len)
    span.worker = (guint32) (tid - 1);
  if (raw->step != ILV_NO_STEP)
    span.step =
      ilv_trace_side_find_step (self->side, span.task, g_ptr_array_index (self->steps, raw->step));
  span.peer = find_peer (self, raw->peer);
  g_array_append_val (self->side->spans, span);
}

static void
add_flow (Builder *self, GHashTable *causes, const IlvImportFlow *end)
{
  const IlvImportFlow *cause;
  IlvFlow flow;

  if (end->task == ILV_NO_NAME)
    return;
  if (end->phase == 's')
    {
      g_hash_table_replace (causes, (gpointer) &end->key, (gpointer) end);
      return;
    }
  cause = g_hash_table_lookup (causes, &end->key);
  if (cause == NULL)
    {
      ilv_trace_faults_add (self->collector->faults, end->offset, end->event,
                            _ ("the arrow has an end and no beginning"));
      return;
    }
  flow = (IlvFlow){ cause->time_ns, find_task (self, cause->task), find_task (self, end->task),
                    cause->kind };
  if (flow.from_task < ILV_TRACE_SIDE_MAX_TASKS && flow.to_task < ILV_TRACE_SIDE_MAX_TASKS)
    g_array_append_val (self->side->flows, flow);
}

static void
build_side (Builder *self)
{
  IlvTraceCollector *collector = self->collector;
  g_autoptr (GHashTable) causes = g_hash_table_new (g_int64_hash, g_int64_equal);

  self->tasks = g_new0 (guint, ilv_name_table_get_size (&collector->names));
  name_side (self);
  add_workers (self);
  for (guint i = 0; i < collector->spans->len; i++)
    {
      const IlvRawSpan *raw = &g_array_index (collector->spans, IlvImportSpan, i).raw;

      if (is_of_side (self, get_thread (self, raw->thread)))
        add_span (self, raw);
    }
  for (guint i = 0; i < collector->flows->len; i++)
    {
      const IlvImportFlow *end = &g_array_index (collector->flows, IlvImportFlow, i);

      if (is_of_side (self, get_thread (self, end->thread)))
        add_flow (self, causes, end);
    }
  g_clear_pointer (&self->tasks, g_free);
}

/**
 * ilv_import_sides_build:
 * @collector: what was read
 * @objects: what is said of the sides
 * @names: what they are called is added to it
 *
 * Returns: (transfer full): the traces
 */
GPtrArray *
ilv_import_sides_build (IlvTraceCollector *collector, JsonArray *objects, GPtrArray *names)
{
  GPtrArray *traces = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) steps = list_texts (&collector->steps);
  g_autoptr (GPtrArray) peers = list_texts (&collector->peers);

  for (guint i = 0; i < ilv_json_get_length (objects); i++)
    {
      g_autoptr (IlvTraceSide) side =
        ilv_trace_side_new_from_json (ilv_json_get_nth_object (objects, i));
      Builder builder = { collector, side, (gint64) i + 1, NULL, steps, peers };

      build_side (&builder);
      g_ptr_array_add (names, g_strdup (side->name != NULL ? side->name : ""));
      g_ptr_array_add (traces, ilv_trace_side_end (side));
    }
  return traces;
}

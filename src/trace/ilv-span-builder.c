/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-builder.h"

#define NO_SPAN G_MAXUINT

/* Where the spans of one task are among all. */
typedef struct
{
  guint open; /* the one that goes on, or NO_SPAN */
  guint last; /* the last that has ended and has a length, or NO_SPAN */
} TaskSpans;

struct _IlvSpanBuilder
{
  gint64 clock_base_ns;
  guint n_tasks;
  TaskSpans *tasks;
  GArray *spans; /* in the order of start, with those without length */
  GArray *flows;
};

static IlvSpan *
get_span (IlvSpanBuilder *self, guint index)
{
  return &g_array_index (self->spans, IlvSpan, index);
}

static gint64
to_span_time (IlvSpanBuilder *self, gint64 time_ns)
{
  return MAX (time_ns - self->clock_base_ns, 0);
}

static gboolean
span_goes_on (const IlvSpan *span, const IlvSpan *next)
{
  return span->state == next->state && span->worker == next->worker &&
         span->processor == next->processor && span->step == next->step && span->peer == next->peer;
}

static void
add_flow (IlvSpanBuilder *self, const IlvRecord *record)
{
  IlvFlow flow = {
    .time_ns = to_span_time (self, record->time_ns),
    .from_task = record->peer,
    .to_task = record->task,
    .kind = record->state,
  };

  g_return_if_fail (record->peer < self->n_tasks);
  g_return_if_fail (record->state <= ILV_FLOW_LOCK);

  g_array_append_val (self->flows, flow);
}

static void
change_state (IlvSpanBuilder *self, const IlvRecord *record, guint32 worker)
{
  TaskSpans *task = &self->tasks[record->task];
  gint64 time_ns = to_span_time (self, record->time_ns);
  IlvSpan next = {
    .start_ns = time_ns,
    .end_ns = time_ns,
    .task = record->task,
    .worker = worker,
    .processor = record->processor,
    .step = record->step,
    .peer = record->peer,
    .state = record->state,
  };

  if (task->open != NO_SPAN)
    {
      IlvSpan *open = get_span (self, task->open);

      if (span_goes_on (open, &next))
        return;
      open->end_ns = time_ns;
      if (open->end_ns > open->start_ns)
        task->last = task->open;
      task->open = NO_SPAN;
    }
  if (next.state == ILV_STATE_ENDED)
    return;

  /* Only something without length was between: the task went on. */
  if (task->last != NO_SPAN && get_span (self, task->last)->end_ns == time_ns &&
      span_goes_on (get_span (self, task->last), &next))
    {
      task->open = task->last;
      return;
    }
  task->open = self->spans->len;
  g_array_append_val (self->spans, next);
}

/* Drops the spans without length and brings those that start together, as what was clipped does,
 * into the order of the tasks: so that the trace need not sort them all. */
static void
tidy_spans (IlvSpanBuilder *self)
{
  guint kept = 0;

  for (guint i = 0; i < self->spans->len; i++)
    {
      IlvSpan span = *get_span (self, i);
      guint to;

      if (span.end_ns <= span.start_ns)
        continue;
      for (to = kept++; to > 0; to--)
        {
          const IlvSpan *before = get_span (self, to - 1);

          if (before->start_ns < span.start_ns || before->task < span.task)
            break;
          *get_span (self, to) = *before;
        }
      *get_span (self, to) = span;
    }
  g_array_set_size (self->spans, kept);
}

IlvSpanBuilder *
ilv_span_builder_new (guint n_tasks, gint64 clock_base_ns)
{
  IlvSpanBuilder *self = g_new0 (IlvSpanBuilder, 1);

  self->clock_base_ns = clock_base_ns;
  self->n_tasks = n_tasks;
  self->tasks = g_new (TaskSpans, n_tasks);
  for (guint i = 0; i < n_tasks; i++)
    self->tasks[i] = (TaskSpans){ .open = NO_SPAN, .last = NO_SPAN };
  self->spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  self->flows = g_array_new (FALSE, FALSE, sizeof (IlvFlow));
  return self;
}

void
ilv_span_builder_free (IlvSpanBuilder *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->tasks);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->flows, g_array_unref);
  g_free (self);
}

void
ilv_span_builder_add (IlvSpanBuilder *self, const IlvRecord *record, guint32 worker)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (record != NULL);
  g_return_if_fail (record->task < self->n_tasks);

  if (record->kind == ILV_RECORD_FLOW)
    {
      add_flow (self, record);
      return;
    }
  g_return_if_fail (record->state <= ILV_STATE_ENDED);

  change_state (self, record, record->kind == ILV_RECORD_STATE_UNHELD ? ILV_NO_WORKER : worker);
}

void
ilv_span_builder_break (IlvSpanBuilder *self,
                        gint64 end_ns,
                        const gint64 *alive_ns,
                        guint n_workers)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (alive_ns != NULL || n_workers == 0);

  for (guint i = 0; i < self->n_tasks; i++)
    {
      IlvSpan *span;
      gint64 seen_ns = end_ns;

      if (self->tasks[i].open == NO_SPAN)
        continue;
      span = get_span (self, self->tasks[i].open);
      if (span->state == ILV_STATE_RUNNING && span->worker < n_workers)
        seen_ns = alive_ns[span->worker];
      span->end_ns = MAX (span->end_ns, to_span_time (self, seen_ns));
      span->open = TRUE;
    }
  tidy_spans (self);
}

void
ilv_span_builder_end (IlvSpanBuilder *self, gint64 end_ns)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_tasks; i++)
    if (self->tasks[i].open != NO_SPAN)
      get_span (self, self->tasks[i].open)->end_ns = to_span_time (self, end_ns);
  tidy_spans (self);
}

GArray *
ilv_span_builder_steal_spans (IlvSpanBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->spans);
}

GArray *
ilv_span_builder_steal_flows (IlvSpanBuilder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_steal_pointer (&self->flows);
}

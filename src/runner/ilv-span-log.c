/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-log.h"

#define NO_SPAN G_MAXUINT

typedef struct
{
  IlvSpan span;  /* the present one; ILV_STATE_ENDED where there is none */
  guint written; /* index of the one before it, or NO_SPAN */
} Present;

struct _IlvSpanLog
{
  guint n_tasks;
  Present *present; /* by task */
  GArray *spans;    /* of IlvSpan */
  gint64 running_ns;
};

static gboolean
is_same (const IlvSpan *one, const IlvSpan *other)
{
  return one->state == other->state && one->processor == other->processor &&
         one->step == other->step && one->peer == other->peer;
}

static void
write_span (IlvSpanLog *self, Present *present, gint64 end_ns)
{
  IlvSpan *span = &present->span;
  IlvSpan *before = NULL;

  if (span->state == ILV_STATE_ENDED || span->start_ns == end_ns)
    return;
  span->end_ns = end_ns;
  if (span->state == ILV_STATE_RUNNING)
    self->running_ns += end_ns - span->start_ns;

  if (present->written != NO_SPAN)
    before = &g_array_index (self->spans, IlvSpan, present->written);
  if (before != NULL && before->end_ns == span->start_ns && is_same (before, span))
    {
      before->end_ns = end_ns;
      before->open = span->open;
      return;
    }
  present->written = self->spans->len;
  g_array_append_val (self->spans, *span);
}

IlvSpanLog *
ilv_span_log_new (guint n_tasks)
{
  IlvSpanLog *self = g_new0 (IlvSpanLog, 1);

  self->n_tasks = n_tasks;
  self->present = g_new0 (Present, n_tasks);
  for (guint i = 0; i < n_tasks; i++)
    {
      self->present[i].span.state = ILV_STATE_ENDED;
      self->present[i].written = NO_SPAN;
    }
  self->spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  return self;
}

void
ilv_span_log_free (IlvSpanLog *self)
{
  g_clear_pointer (&self->present, g_free);
  g_clear_pointer (&self->spans, g_array_unref);
  g_free (self);
}

void
ilv_span_log_set_state (IlvSpanLog *self,
                        gint64 time_ns,
                        guint task,
                        IlvState state,
                        int processor,
                        guint step,
                        guint peer)
{
  gboolean running = state == ILV_STATE_RUNNING;
  Present *present;

  g_return_if_fail (self != NULL);
  g_return_if_fail (task < self->n_tasks);

  present = &self->present[task];
  write_span (self, present, time_ns);
  present->span = (IlvSpan){
    .start_ns = time_ns,
    .end_ns = time_ns,
    .task = task,
    .worker = running ? (guint32) processor : ILV_NO_WORKER,
    .processor = running ? (gint16) processor : ILV_NO_PROCESSOR,
    .step = (guint16) step,
    .peer = (guint16) peer,
    .state = state,
  };
}

void
ilv_span_log_set_peer (IlvSpanLog *self, guint task, guint peer)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (task < self->n_tasks);

  self->present[task].span.peer = (guint16) peer;
}

void
ilv_span_log_end (IlvSpanLog *self, gint64 end_ns)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_tasks; i++)
    {
      Present *present = &self->present[i];

      present->span.open = TRUE;
      write_span (self, present, end_ns);
      present->span.state = ILV_STATE_ENDED;
    }
}

GArray *
ilv_span_log_steal_spans (IlvSpanLog *self)
{
  GArray *spans;

  g_return_val_if_fail (self != NULL, NULL);

  spans = g_steal_pointer (&self->spans);
  self->spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  for (guint i = 0; i < self->n_tasks; i++)
    self->present[i].written = NO_SPAN;
  return spans;
}

gint64
ilv_span_log_get_running_ns (IlvSpanLog *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->running_ns;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-sweep.h"

static IlvSpan *
get_end (IlvSweep *self, guint index)
{
  return &g_array_index (self->ends, IlvSpan, index);
}

static gboolean
swap_if_later (IlvSweep *self, guint upper, guint lower)
{
  IlvSpan *a = get_end (self, upper);
  IlvSpan *b = get_end (self, lower);
  IlvSpan span = *a;

  if (a->end_ns <= b->end_ns)
    return FALSE;
  *a = *b;
  *b = span;
  return TRUE;
}

static void
push_end (IlvSweep *self, const IlvSpan *span)
{
  guint index = self->ends->len;

  g_array_append_val (self->ends, *span);
  while (index > 0 && swap_if_later (self, (index - 1) / 2, index))
    index = (index - 1) / 2;
}

static IlvSpan
pop_end (IlvSweep *self)
{
  IlvSpan first = *get_end (self, 0);
  guint n_ends = self->ends->len - 1;
  guint index = 0;
  guint child;

  *get_end (self, 0) = *get_end (self, n_ends);
  g_array_set_size (self->ends, n_ends);
  while ((child = 2 * index + 1) < n_ends)
    {
      if (child + 1 < n_ends && get_end (self, child + 1)->end_ns < get_end (self, child)->end_ns)
        child++;
      if (!swap_if_later (self, index, child))
        break;
      index = child;
    }
  return first;
}

/* @change: 1 where it starts, -1 where it ends. */
static void
count_span (IlvSweep *self, const IlvSpan *span, int change)
{
  guint *tasks;

  if (span->state == ILV_STATE_READY)
    {
      self->ready += change;
      return;
    }
  if (span->processor < 0 && span->worker >= self->n_workers)
    {
      self->used += change;
      return;
    }

  /* The measured edges of two tasks on one processor may overlap by microseconds, though it never
   * runs two: so processors are counted, not tasks. So are threads of another program's trace, what
   * each of which does within something else is a task of its own. */
  tasks = span->processor >= 0 ? &self->on_processor[span->processor]
                               : &self->on_worker[span->worker];
  if (change > 0 && (*tasks)++ == 0)
    self->used++;
  else if (change < 0 && --(*tasks) == 0)
    self->used--;
}

/* All that starts or ends now has been counted: it was so until @until_ns. */
static void
pass_time (IlvSweep *self, gint64 until_ns)
{
  gint64 length_ns = until_ns - self->now_ns;

  if (length_ns <= 0)
    return;
  self->max_parallelism = MAX (self->max_parallelism, self->used);
  if (self->used > 0)
    self->busy_ns += length_ns;
  if (self->used < self->processors)
    self->strangers_ns += MIN (self->ready, self->processors - self->used) * length_ns;
  self->now_ns = until_ns;
}

static void
end_spans (IlvSweep *self, gint64 until_ns)
{
  while (self->ends->len > 0 && get_end (self, 0)->end_ns <= until_ns)
    {
      IlvSpan span = pop_end (self);

      pass_time (self, span.end_ns);
      count_span (self, &span, -1);
    }
}

void
ilv_sweep_init (IlvSweep *self, guint processors, guint n_workers)
{
  *self = (IlvSweep){ .processors = processors,
                      .n_workers = n_workers,
                      .on_processor = g_new0 (guint, G_MAXINT16 + 1),
                      .on_worker = g_new0 (guint, n_workers + 1),
                      .now_ns = G_MININT64,
                      .ends = g_array_new (FALSE, FALSE, sizeof (IlvSpan)) };
}

void
ilv_sweep_clear (IlvSweep *self)
{
  g_clear_pointer (&self->on_processor, g_free);
  g_clear_pointer (&self->on_worker, g_free);
  g_clear_pointer (&self->ends, g_array_unref);
}

void
ilv_sweep_add (IlvSweep *self, const IlvSpan *span)
{
  if (span->end_ns <= span->start_ns)
    return;
  if (self->now_ns == G_MININT64)
    self->now_ns = span->start_ns;
  end_spans (self, span->start_ns);
  pass_time (self, span->start_ns);
  count_span (self, span, 1);
  push_end (self, span);
}

void
ilv_sweep_finish (IlvSweep *self)
{
  end_spans (self, G_MAXINT64);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-time-slices.h"

/* No task. */
#define NOBODY G_MAXUINT

/* How long a task has been running since it took its processor. */
typedef struct
{
  gint64 length_ns; /* 0 where nothing is counted, as after a wait */
  gint16 processor;
  gboolean taken_away; /* it is ready, and its processor with somebody else */
} Stretch;

typedef struct
{
  Stretch *stretches;  /* of each task */
  guint *last;         /* of each processor, the task that ran there last */
  GArray *lengths_ns;
} Finder;

/* The task's processor was taken away, and another task of the run has it. */
static void
end_slice (Finder *self, guint task)
{
  Stretch *stretch = &self->stretches[task];

  g_array_append_val (self->lengths_ns, stretch->length_ns);
  stretch->length_ns = 0;
}

static void
add_running (Finder *self, const IlvSpan *span)
{
  Stretch *stretch = &self->stretches[span->task];
  guint *last = &self->last[span->processor];

  if (*last != span->task && *last != NOBODY)
    {
      const Stretch *other = &self->stretches[*last];

      if (other->length_ns > 0 && other->taken_away && other->processor == span->processor)
        end_slice (self, *last);
    }
  if (stretch->processor != span->processor)
    stretch->length_ns = 0;
  stretch->length_ns += span->end_ns - span->start_ns;
  stretch->processor = span->processor;
  stretch->taken_away = FALSE;
  *last = span->task;
}

/* The measured edges of two tasks may overlap by microseconds: then the other one has been seen on
 * the processor already. */
static void
add_ready (Finder *self, const IlvSpan *span)
{
  Stretch *stretch = &self->stretches[span->task];

  if (stretch->length_ns == 0)
    return;
  stretch->taken_away = TRUE;
  if (self->last[stretch->processor] != span->task)
    end_slice (self, span->task);
}

static void
add_span (Finder *self, const IlvSpan *span)
{
  if (span->state == ILV_STATE_RUNNING && span->processor >= 0)
    add_running (self, span);
  else if (span->state == ILV_STATE_READY)
    add_ready (self, span);
  else
    self->stretches[span->task].length_ns = 0;
}

GArray *
ilv_time_slices_list (IlvTrace *trace)
{
  Finder finder = { 0 };
  const IlvSpan *spans;
  gsize n_spans;
  guint n_tasks;

  g_return_val_if_fail (ILV_IS_TRACE (trace), NULL);

  spans = ilv_trace_get_spans (trace, &n_spans);
  n_tasks = ilv_trace_get_info (trace)->tasks->len;
  finder.stretches = g_new0 (Stretch, MAX (n_tasks, 1));
  finder.last = g_new (guint, G_MAXINT16 + 1);
  finder.lengths_ns = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i <= G_MAXINT16; i++)
    finder.last[i] = NOBODY;
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].task < n_tasks)
      add_span (&finder, &spans[i]);
  g_free (finder.stretches);
  g_free (finder.last);
  return finder.lengths_ns;
}

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  const gint64 *left = a;
  const gint64 *right = b;

  return (*left > *right) - (*left < *right);
}

gint64
ilv_time_slices_sort_median_ns (GArray *lengths_ns)
{
  guint n;

  g_return_val_if_fail (lengths_ns != NULL, -1);

  n = lengths_ns->len;
  if (n == 0)
    return -1;
  g_array_sort (lengths_ns, compare_lengths);
  return (g_array_index (lengths_ns, gint64, (n - 1) / 2)
          + g_array_index (lengths_ns, gint64, n / 2)) / 2;
}

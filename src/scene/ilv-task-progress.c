/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-task-progress.h"

struct _IlvTaskProgress
{
  IlvLaneIndex *index;
  GPtrArray *sums; /* a GArray of gint64 for each task: what it ran before each span, and in all */
};

static void
free_sums (gpointer sums)
{
  g_array_unref (sums);
}

IlvTaskProgress *
ilv_task_progress_new (IlvLaneIndex *index)
{
  IlvTaskProgress *self = g_new0 (IlvTaskProgress, 1);

  self->index = g_object_ref (index);
  self->sums = g_ptr_array_new_with_free_func (free_sums);
  for (guint task = 0; task < ilv_lane_index_get_n_lanes (index); task++)
    {
      GArray *sums = g_array_new (FALSE, FALSE, sizeof (gint64));
      gint64 sum_ns = 0;

      g_array_append_val (sums, sum_ns);
      for (guint i = 0; i < ilv_lane_index_get_n_spans (index, task); i++)
        {
          const IlvSpan *span = ilv_lane_index_get_span (index, task, i);

          if (span->state == ILV_STATE_RUNNING)
            sum_ns += span->end_ns - span->start_ns;
          g_array_append_val (sums, sum_ns);
        }
      g_ptr_array_add (self->sums, sums);
    }

  return self;
}

void
ilv_task_progress_free (IlvTaskProgress *self)
{
  g_return_if_fail (self != NULL);

  g_object_unref (self->index);
  g_ptr_array_unref (self->sums);
  g_free (self);
}

double
ilv_task_progress_get (IlvTaskProgress *self, guint task, gint64 time_ns)
{
  const GArray *sums;
  gint64 sum_ns, all_ns;
  guint position;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (task < self->sums->len, 0);

  sums = g_ptr_array_index (self->sums, task);
  all_ns = g_array_index (sums, gint64, sums->len - 1);
  if (all_ns == 0)
    return 0;

  position = ilv_lane_index_find (self->index, task, time_ns);
  sum_ns = g_array_index (sums, gint64, position);
  if (position < sums->len - 1)
    {
      const IlvSpan *span = ilv_lane_index_get_span (self->index, task, position);

      if (span->state == ILV_STATE_RUNNING && span->start_ns < time_ns)
        sum_ns += time_ns - span->start_ns;
    }

  return (double) sum_ns / all_ns;
}

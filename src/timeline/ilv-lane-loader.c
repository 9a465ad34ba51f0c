/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-loader.h"

#include <gio/gio.h>

struct _IlvLaneLoader
{
  GObject parent_instance;

  IlvTrace *trace;
  IlvGrouping grouping;
  IlvLaneIndex *index;

  /* One thread at a time: newer wishes wait for it, so that a trace that grows at each frame is
   * shown now and then, and not never. */
  gboolean loading;

  /* Grows when everything is taken away: what a thread began before that is not shown. */
  guint generation;
};

G_DEFINE_FINAL_TYPE (IlvLaneLoader, ilv_lane_loader, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

typedef struct
{
  IlvTrace *trace;
  IlvGrouping grouping;
  guint generation;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  g_object_unref (wish->trace);
  g_free (wish);
}

static void load (IlvLaneLoader *self);

static void
set_index (IlvLaneLoader *self, IlvLaneIndex *index)
{
  if (g_set_object (&self->index, index))
    g_signal_emit (self, signals[CHANGED], 0);
}

static gboolean
is_up_to_date (IlvLaneLoader *self)
{
  return self->index != NULL && ilv_lane_index_get_trace (self->index) == self->trace &&
         ilv_lane_index_get_grouping (self->index) == self->grouping;
}

static void
sort_on_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer data,
                G_GNUC_UNUSED GCancellable *cancellable)
{
  Wish *wish = data;

  g_task_return_pointer (task, ilv_lane_index_new (wish->trace, wish->grouping), g_object_unref);
}

static void
on_sorted (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  IlvLaneLoader *self = ILV_LANE_LOADER (source);
  Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autoptr (IlvLaneIndex) index = g_task_propagate_pointer (G_TASK (result), NULL);

  self->loading = FALSE;
  if (self->trace == NULL || is_up_to_date (self))
    return;

  /* An older state of the same view is better than none, another view is not. */
  if (wish->generation == self->generation && wish->grouping == self->grouping)
    set_index (self, index);
  if (!is_up_to_date (self))
    load (self);
}

static void
load (IlvLaneLoader *self)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;
  gsize n_spans;

  ilv_trace_get_spans (self->trace, &n_spans);
  if (n_spans <= ILV_LANE_LOADER_MAX_DIRECT)
    {
      g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (self->trace, self->grouping);

      set_index (self, index);
      return;
    }

  if (self->loading)
    return;

  wish = g_new0 (Wish, 1);
  wish->trace = g_object_ref (self->trace);
  wish->grouping = self->grouping;
  wish->generation = self->generation;
  self->loading = TRUE;

  task = g_task_new (self, NULL, on_sorted, NULL);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, sort_on_thread);
}

static void
ilv_lane_loader_dispose (GObject *object)
{
  IlvLaneLoader *self = ILV_LANE_LOADER (object);

  g_clear_object (&self->trace);
  g_clear_object (&self->index);

  G_OBJECT_CLASS (ilv_lane_loader_parent_class)->dispose (object);
}

static void
ilv_lane_loader_class_init (IlvLaneLoaderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_lane_loader_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_lane_loader_init (G_GNUC_UNUSED IlvLaneLoader *self)
{
}

IlvLaneLoader *
ilv_lane_loader_new (void)
{
  return g_object_new (ILV_TYPE_LANE_LOADER, NULL);
}

void
ilv_lane_loader_load (IlvLaneLoader *self, IlvTrace *trace, IlvGrouping grouping)
{
  g_return_if_fail (ILV_IS_LANE_LOADER (self));
  g_return_if_fail (trace == NULL || ILV_IS_TRACE (trace));

  self->grouping = grouping;
  g_set_object (&self->trace, trace);

  if (trace != NULL)
    {
      load (self);
      return;
    }

  self->generation++;
  set_index (self, NULL);
}

IlvLaneIndex *
ilv_lane_loader_get_index (IlvLaneLoader *self)
{
  g_return_val_if_fail (ILV_IS_LANE_LOADER (self), NULL);

  return self->index;
}

gboolean
ilv_lane_loader_is_loading (IlvLaneLoader *self)
{
  g_return_val_if_fail (ILV_IS_LANE_LOADER (self), FALSE);

  return self->loading;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-computer-watch.h"

#define INTERVAL_MS 1000

/* What counts is known from the second look on: that one comes sooner. */
#define FIRST_INTERVAL_MS 250

struct _IlvComputerWatch
{
  GObject parent_instance;

  IlvMachine *machine;
  IlvMachineSample *sample;
  GCancellable *cancellable; /* while somebody wants to know */
  guint n_watchers;
  guint n_looks;
  guint source;
};

G_DEFINE_FINAL_TYPE (IlvComputerWatch, ilv_computer_watch, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void look (IlvComputerWatch *self);

static gboolean
on_time (gpointer data)
{
  IlvComputerWatch *self = data;

  self->source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
on_sample (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvComputerWatch) self = user_data;
  g_autoptr (IlvMachineSample) sample
    = ilv_machine_sample_finish (ILV_MACHINE (source), result, NULL);

  /* Left, and perhaps come back to, which looks anew. */
  if (sample == NULL || self->cancellable == NULL || self->source != 0)
    return;
  g_clear_pointer (&self->sample, ilv_machine_sample_free);
  self->sample = g_steal_pointer (&sample);
  self->n_looks++;
  self->source = g_timeout_add (self->n_looks > 1 ? INTERVAL_MS : FIRST_INTERVAL_MS, on_time, self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
look (IlvComputerWatch *self)
{
  ilv_machine_sample_async (self->machine, self->cancellable, on_sample, g_object_ref (self));
}

static void
stop_looking (IlvComputerWatch *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
}

static void
ilv_computer_watch_dispose (GObject *object)
{
  IlvComputerWatch *self = ILV_COMPUTER_WATCH (object);

  stop_looking (self);
  g_clear_object (&self->machine);

  G_OBJECT_CLASS (ilv_computer_watch_parent_class)->dispose (object);
}

static void
ilv_computer_watch_finalize (GObject *object)
{
  g_clear_pointer (&ILV_COMPUTER_WATCH (object)->sample, ilv_machine_sample_free);

  G_OBJECT_CLASS (ilv_computer_watch_parent_class)->finalize (object);
}

static void
ilv_computer_watch_class_init (IlvComputerWatchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_computer_watch_dispose;
  object_class->finalize = ilv_computer_watch_finalize;

  /**
   * IlvComputerWatch::changed:
   *
   * It has looked.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_computer_watch_init (IlvComputerWatch *self G_GNUC_UNUSED)
{
}

IlvComputerWatch *
ilv_computer_watch_new (IlvMachine *machine)
{
  IlvComputerWatch *self;

  g_return_val_if_fail (machine == NULL || ILV_IS_MACHINE (machine), NULL);

  self = g_object_new (ILV_TYPE_COMPUTER_WATCH, NULL);
  self->machine = machine != NULL ? g_object_ref (machine) : ilv_machine_new ();
  return self;
}

void
ilv_computer_watch_begin (IlvComputerWatch *self)
{
  g_return_if_fail (ILV_IS_COMPUTER_WATCH (self));

  if (self->n_watchers++ > 0)
    return;
  self->cancellable = g_cancellable_new ();
  look (self);
}

void
ilv_computer_watch_end (IlvComputerWatch *self)
{
  g_return_if_fail (ILV_IS_COMPUTER_WATCH (self));
  g_return_if_fail (self->n_watchers > 0);

  if (--self->n_watchers == 0)
    stop_looking (self);
}

const IlvMachineSample *
ilv_computer_watch_get_sample (IlvComputerWatch *self)
{
  g_return_val_if_fail (ILV_IS_COMPUTER_WATCH (self), NULL);

  return self->sample;
}

guint
ilv_computer_watch_get_n_looks (IlvComputerWatch *self)
{
  g_return_val_if_fail (ILV_IS_COMPUTER_WATCH (self), 0);

  return self->n_looks;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poll.h"

#include <math.h>

struct _IlvPoll
{
  GObject parent_instance;

  IlvPrediction *prediction;
  GArray *counts[ILV_POLL_N_ROUNDS]; /* guint */
  gboolean revealed[ILV_POLL_N_ROUNDS];
  double measured;
};

G_DEFINE_FINAL_TYPE (IlvPoll, ilv_poll, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (IlvPoll *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ilv_poll_finalize (GObject *object)
{
  IlvPoll *self = ILV_POLL (object);

  g_clear_object (&self->prediction);
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    g_clear_pointer (&self->counts[i], g_array_unref);

  G_OBJECT_CLASS (ilv_poll_parent_class)->finalize (object);
}

static void
ilv_poll_class_init (IlvPollClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_poll_finalize;

  /**
   * IlvPoll::changed:
   *
   * A count, what the room may see of it, or the right choice has changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_poll_init (IlvPoll *self)
{
  self->measured = NAN;
}

IlvPoll *
ilv_poll_new (IlvPrediction *prediction, gint64 sequential_ns G_GNUC_UNUSED)
{
  IlvPoll *self;

  g_return_val_if_fail (ILV_IS_PREDICTION (prediction), NULL);

  self = g_object_new (ILV_TYPE_POLL, NULL);
  self->prediction = g_object_ref (prediction);
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    {
      self->counts[i] = g_array_new (FALSE, TRUE, sizeof (guint));
      g_array_set_size (self->counts[i], ilv_prediction_get_n_choices (prediction));
    }
  return self;
}

IlvPrediction *
ilv_poll_get_prediction (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), NULL);

  return self->prediction;
}

const char *
ilv_poll_get_question (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), "");

  return ilv_prediction_get_question (self->prediction);
}

guint
ilv_poll_get_n_choices (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), 0);

  return self->counts[0]->len;
}

const char *
ilv_poll_get_choice (IlvPoll *self, guint choice)
{
  g_return_val_if_fail (ILV_IS_POLL (self), "");
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (self), "");

  return ilv_prediction_get_choice (self->prediction, choice)->text;
}

const char *
ilv_poll_get_explanation (IlvPoll *self, guint choice)
{
  g_return_val_if_fail (ILV_IS_POLL (self), "");
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (self), "");

  return ilv_prediction_get_choice (self->prediction, choice)->explanation;
}

guint
ilv_poll_get_count (IlvPoll *self, guint round, guint choice)
{
  g_return_val_if_fail (ILV_IS_POLL (self), 0);
  g_return_val_if_fail (round < ILV_POLL_N_ROUNDS, 0);
  g_return_val_if_fail (choice < ilv_poll_get_n_choices (self), 0);

  return g_array_index (self->counts[round], guint, choice);
}

void
ilv_poll_set_count (IlvPoll *self, guint round, guint choice, guint count)
{
  g_return_if_fail (ILV_IS_POLL (self));
  g_return_if_fail (round < ILV_POLL_N_ROUNDS);
  g_return_if_fail (choice < ilv_poll_get_n_choices (self));

  count = MIN (count, ILV_POLL_MAX_COUNT);
  if (ilv_poll_get_count (self, round, choice) == count)
    return;
  g_array_index (self->counts[round], guint, choice) = count;
  emit_changed (self);
}

void
ilv_poll_add (IlvPoll *self, guint round, guint choice, int difference)
{
  gint64 count;

  g_return_if_fail (ILV_IS_POLL (self));

  count = (gint64) ilv_poll_get_count (self, round, choice) + difference;
  ilv_poll_set_count (self, round, choice, CLAMP (count, 0, ILV_POLL_MAX_COUNT));
}

guint
ilv_poll_get_total (IlvPoll *self, guint round)
{
  guint total = 0;

  g_return_val_if_fail (ILV_IS_POLL (self), 0);

  for (guint i = 0; i < ilv_poll_get_n_choices (self); i++)
    total += ilv_poll_get_count (self, round, i);
  return total;
}

guint
ilv_poll_get_largest (IlvPoll *self)
{
  guint largest = 0;

  g_return_val_if_fail (ILV_IS_POLL (self), 0);

  for (guint round = 0; round < ILV_POLL_N_ROUNDS; round++)
    for (guint i = 0; i < ilv_poll_get_n_choices (self); i++)
      largest = MAX (largest, ilv_poll_get_count (self, round, i));
  return largest;
}

gboolean
ilv_poll_is_revealed (IlvPoll *self, guint round)
{
  g_return_val_if_fail (ILV_IS_POLL (self), FALSE);
  g_return_val_if_fail (round < ILV_POLL_N_ROUNDS, FALSE);

  return self->revealed[round];
}

void
ilv_poll_set_revealed (IlvPoll *self, guint round, gboolean revealed)
{
  g_return_if_fail (ILV_IS_POLL (self));
  g_return_if_fail (round < ILV_POLL_N_ROUNDS);

  revealed = !!revealed;
  if (self->revealed[round] == revealed)
    return;
  self->revealed[round] = revealed;
  emit_changed (self);
}

double
ilv_poll_get_measured (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), NAN);

  return self->measured;
}

void
ilv_poll_set_measured (IlvPoll *self, double measured)
{
  g_return_if_fail (ILV_IS_POLL (self));

  self->measured = measured;
  emit_changed (self);
}

int
ilv_poll_get_right (IlvPoll *self)
{
  g_return_val_if_fail (ILV_IS_POLL (self), -1);

  return ilv_prediction_find_choice (self->prediction, self->measured);
}

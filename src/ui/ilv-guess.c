/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-guess.h"

#include <math.h>

struct _IlvGuess
{
  GObject parent_instance;

  IlvPrediction *prediction;
  char *lesson;
  IlvProgress *progress;
  GSettings *settings;
  double share;
  double measured;
  gboolean open;
  gboolean must_wait;
};

G_DEFINE_FINAL_TYPE (IlvGuess, ilv_guess, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_OPEN,
  PROP_MUST_WAIT,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static gboolean
is_required (IlvGuess *self)
{
  return self->settings == NULL || g_settings_get_boolean (self->settings, "require-predictions");
}

static void
update_must_wait (IlvGuess *self)
{
  gboolean must_wait = self->open && self->share < 0 && is_required (self);

  if (self->must_wait == must_wait)
    return;
  self->must_wait = must_wait;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MUST_WAIT]);
}

/* The lesson may have fewer answers than it had when this one was kept. */
static gboolean
is_answer (IlvGuess *self)
{
  return ilv_prediction_get_kind (self->prediction) != ILV_PREDICTION_CHOICE ||
         self->share < ilv_prediction_get_n_choices (self->prediction);
}

static void
close_guess (IlvGuess *self)
{
  ilv_progress_save (self->progress);
  self->open = FALSE;
  update_must_wait (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

static void
ilv_guess_dispose (GObject *object)
{
  IlvGuess *self = ILV_GUESS (object);

  g_clear_object (&self->prediction);
  g_clear_object (&self->progress);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->lesson, g_free);

  G_OBJECT_CLASS (ilv_guess_parent_class)->dispose (object);
}

static void
ilv_guess_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_OPEN:
      g_value_set_boolean (value, ILV_GUESS (object)->open);
      break;
    case PROP_MUST_WAIT:
      g_value_set_boolean (value, ILV_GUESS (object)->must_wait);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_guess_class_init (IlvGuessClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_guess_dispose;
  object_class->get_property = ilv_guess_get_property;

  properties[PROP_OPEN]
    = g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_MUST_WAIT]
    = g_param_spec_boolean ("must-wait", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_guess_init (IlvGuess *self)
{
  self->share = -1;
  self->measured = -1;
}

IlvGuess *
ilv_guess_new (IlvPrediction *prediction,
               const char *lesson,
               IlvProgress *progress,
               GSettings *settings)
{
  IlvGuess *self = g_object_new (ILV_TYPE_GUESS, NULL);
  const char *id = ilv_prediction_get_id (prediction);

  self->prediction = g_object_ref (prediction);
  self->lesson = g_strdup (lesson);
  self->progress = g_object_ref (progress);
  g_set_object (&self->settings, settings);
  if (!ilv_progress_get_prediction (progress, lesson, id, &self->share, &self->measured) ||
      !is_answer (self))
    {
      self->share = -1;
      self->measured = -1;
      self->open = !ilv_progress_is_prediction_skipped (progress, lesson, id);
    }
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::require-predictions",
                             G_CALLBACK (update_must_wait), self, G_CONNECT_SWAPPED);
  update_must_wait (self);
  return self;
}

IlvPrediction *
ilv_guess_get_prediction (IlvGuess *self)
{
  g_return_val_if_fail (ILV_IS_GUESS (self), NULL);

  return self->prediction;
}

gboolean
ilv_guess_is_open (IlvGuess *self)
{
  g_return_val_if_fail (ILV_IS_GUESS (self), FALSE);

  return self->open;
}

gboolean
ilv_guess_must_wait (IlvGuess *self)
{
  g_return_val_if_fail (ILV_IS_GUESS (self), FALSE);

  return self->must_wait;
}

double
ilv_guess_get_share (IlvGuess *self)
{
  g_return_val_if_fail (ILV_IS_GUESS (self), -1);

  return self->share;
}

void
ilv_guess_set_share (IlvGuess *self, double share)
{
  g_return_if_fail (ILV_IS_GUESS (self));
  g_return_if_fail (self->open);

  self->share = share;
  update_must_wait (self);
}

void
ilv_guess_skip (IlvGuess *self)
{
  g_return_if_fail (ILV_IS_GUESS (self));

  if (!self->open)
    return;
  self->share = -1;
  ilv_progress_skip_prediction (self->progress, self->lesson,
                                ilv_prediction_get_id (self->prediction));
  close_guess (self);
}

void
ilv_guess_commit (IlvGuess *self)
{
  g_return_if_fail (ILV_IS_GUESS (self));

  if (!self->open)
    return;
  if (self->share < 0)
    {
      ilv_guess_skip (self);
      return;
    }
  ilv_progress_set_prediction (self->progress, self->lesson,
                               ilv_prediction_get_id (self->prediction), self->share, -1);
  close_guess (self);
}

void
ilv_guess_set_measured (IlvGuess *self, double measured)
{
  g_return_if_fail (ILV_IS_GUESS (self));

  if (self->share < 0 || !isfinite (measured))
    return;
  self->measured = MAX (measured, 0);
  ilv_progress_set_prediction (self->progress, self->lesson,
                               ilv_prediction_get_id (self->prediction), self->share,
                               self->measured);
  ilv_progress_save (self->progress);
}

double
ilv_guess_get_measured (IlvGuess *self)
{
  g_return_val_if_fail (ILV_IS_GUESS (self), -1);

  return self->measured;
}

int
ilv_guess_get_choice (IlvGuess *self)
{
  g_return_val_if_fail (ILV_IS_GUESS (self), -1);

  return (int) self->share;
}

void
ilv_guess_set_choice (IlvGuess *self, int choice)
{
  g_return_if_fail (ILV_IS_GUESS (self));
  g_return_if_fail (choice >= 0 &&
                    choice < (int) ilv_prediction_get_n_choices (self->prediction));

  ilv_guess_set_share (self, choice);
}

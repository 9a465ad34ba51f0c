/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presentation-private.h"

G_DEFINE_FINAL_TYPE (IlvPresentation, ilv_presentation, G_TYPE_OBJECT)

enum
{
  PERFORMED,
  COMMANDS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[ILV_PRESENTATION_N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
add_polls (IlvPresentation *self)
{
  for (guint i = 0; i < ilv_deck_get_n_polls (self->deck); i++)
    {
      guint experiment;
      IlvPrediction *prediction = ilv_deck_get_prediction (self->deck, i, &experiment);
      IlvComparison *comparison = NULL;

      /* One that nothing decides has none. */
      if (experiment != ILV_SLIDE_NONE)
        comparison = ilv_block_get_comparison (ilv_deck_get_experiment (self->deck, experiment));
      g_ptr_array_add (self->polls, ilv_poll_new_for_comparison (prediction, comparison));
    }
}

static void
ilv_presentation_finalize (GObject *object)
{
  IlvPresentation *self = ILV_PRESENTATION (object);

  g_clear_object (&self->deck);
  g_clear_object (&self->clock);
  g_clear_object (&self->times);
  g_clear_pointer (&self->begun, g_date_time_unref);
  g_clear_pointer (&self->polls, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_string_free (self->digits, TRUE);

  G_OBJECT_CLASS (ilv_presentation_parent_class)->finalize (object);
}

/* What can be done hangs on every property but the pointer's, which move all the time. */
static void
ilv_presentation_dispatch_properties_changed (GObject *object, guint n_pspecs, GParamSpec **pspecs)
{
  gboolean changed = FALSE;

  G_OBJECT_CLASS (ilv_presentation_parent_class)
    ->dispatch_properties_changed (object, n_pspecs, pspecs);
  for (guint i = 0; i < n_pspecs; i++)
    changed = changed
              || (pspecs[i] != properties[ILV_PRESENTATION_PROP_POINTER_X]
                  && pspecs[i] != properties[ILV_PRESENTATION_PROP_POINTER_Y]);
  if (changed)
    g_signal_emit (object, signals[COMMANDS_CHANGED], 0);
}

static void
ilv_presentation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvPresentation *self = ILV_PRESENTATION (object);

  switch (id)
    {
    case ILV_PRESENTATION_PROP_DECK:
      g_value_set_object (value, self->deck);
      break;
    case ILV_PRESENTATION_PROP_SLIDE:
      g_value_set_uint (value, self->slide);
      break;
    case ILV_PRESENTATION_PROP_STEP:
      g_value_set_uint (value, self->step);
      break;
    case ILV_PRESENTATION_PROP_COVER:
      g_value_set_uint (value, self->cover);
      break;
    case ILV_PRESENTATION_PROP_FROZEN:
      g_value_set_boolean (value, self->frozen);
      break;
    case ILV_PRESENTATION_PROP_POINTING:
      g_value_set_boolean (value, self->pointing);
      break;
    case ILV_PRESENTATION_PROP_MAGNIFYING:
      g_value_set_boolean (value, self->magnifying);
      break;
    case ILV_PRESENTATION_PROP_OVERVIEW:
      g_value_set_boolean (value, self->overview);
      break;
    case ILV_PRESENTATION_PROP_ASKING:
      g_value_set_boolean (value, self->asking);
      break;
    case ILV_PRESENTATION_PROP_ENDED:
      g_value_set_boolean (value, self->ended);
      break;
    case ILV_PRESENTATION_PROP_DIGITS:
      g_value_set_string (value, self->digits->str);
      break;
    case ILV_PRESENTATION_PROP_COUNTING:
      g_value_set_int (value, self->counting);
      break;
    case ILV_PRESENTATION_PROP_NOTES_SIZE:
      g_value_set_uint (value, self->notes_size);
      break;
    case ILV_PRESENTATION_PROP_RUN_STATE:
      g_value_set_uint (value, ilv_presentation_get_current_run_state (self));
      break;
    case ILV_PRESENTATION_PROP_WAITING:
      g_value_set_boolean (value, self->waiting);
      break;
    case ILV_PRESENTATION_PROP_POINTER_X:
      g_value_set_double (value, self->pointer_x);
      break;
    case ILV_PRESENTATION_PROP_POINTER_Y:
      g_value_set_double (value, self->pointer_y);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[ILV_PRESENTATION_PROP_DECK] = g_param_spec_object ("deck", NULL, NULL, ILV_TYPE_DECK, flags);
  properties[ILV_PRESENTATION_PROP_SLIDE] = g_param_spec_uint ("slide", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ILV_PRESENTATION_PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ILV_PRESENTATION_PROP_COVER] = g_param_spec_uint ("cover", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ILV_PRESENTATION_PROP_FROZEN] = g_param_spec_boolean ("frozen", NULL, NULL, FALSE, flags);
  properties[ILV_PRESENTATION_PROP_POINTING] = g_param_spec_boolean ("pointing", NULL, NULL, FALSE, flags);
  properties[ILV_PRESENTATION_PROP_MAGNIFYING] = g_param_spec_boolean ("magnifying", NULL, NULL, FALSE, flags);
  properties[ILV_PRESENTATION_PROP_OVERVIEW] = g_param_spec_boolean ("overview", NULL, NULL, FALSE, flags);
  properties[ILV_PRESENTATION_PROP_ASKING] = g_param_spec_boolean ("asking", NULL, NULL, FALSE, flags);
  properties[ILV_PRESENTATION_PROP_ENDED] = g_param_spec_boolean ("ended", NULL, NULL, FALSE, flags);
  properties[ILV_PRESENTATION_PROP_DIGITS] = g_param_spec_string ("digits", NULL, NULL, NULL, flags);
  properties[ILV_PRESENTATION_PROP_COUNTING] = g_param_spec_int ("counting", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[ILV_PRESENTATION_PROP_NOTES_SIZE] = g_param_spec_uint ("notes-size", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ILV_PRESENTATION_PROP_RUN_STATE] = g_param_spec_uint ("run-state", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[ILV_PRESENTATION_PROP_WAITING] = g_param_spec_boolean ("waiting", NULL, NULL, FALSE, flags);
  properties[ILV_PRESENTATION_PROP_POINTER_X] = g_param_spec_double ("pointer-x", NULL, NULL, 0, 1, 0.5, flags);
  properties[ILV_PRESENTATION_PROP_POINTER_Y] = g_param_spec_double ("pointer-y", NULL, NULL, 0, 1, 0.5, flags);
  g_object_class_install_properties (object_class, ILV_PRESENTATION_N_PROPERTIES, properties);
}

static void
ilv_presentation_class_init (IlvPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ilv_presentation_finalize;
  object_class->get_property = ilv_presentation_get_property;
  object_class->dispatch_properties_changed = ilv_presentation_dispatch_properties_changed;
  install_properties (object_class);

  /**
   * IlvPresentation::performed:
   * @command: an #IlvTalkCommand
   *
   * The presenter wants what is not the presentation's to do.
   */
  signals[PERFORMED] = g_signal_new ("performed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  /**
   * IlvPresentation::commands-changed:
   *
   * Other commands may be possible than before.
   */
  signals[COMMANDS_CHANGED] = g_signal_new ("commands-changed", G_TYPE_FROM_CLASS (klass),
                                            G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_presentation_init (IlvPresentation *self)
{
  self->digits = g_string_new (NULL);
  self->runs = g_array_new (FALSE, TRUE, sizeof (IlvRunState));
  self->polls = g_ptr_array_new_with_free_func (g_object_unref);
  self->begun = g_date_time_new_now_local ();
  self->counting = -1;
  self->notes_size = 100;
  self->pointer_x = self->pointer_y = 0.5;
}

IlvPresentation *
ilv_presentation_new (IlvDeck *deck, IlvTalkClock *clock)
{
  IlvPresentation *self;

  g_return_val_if_fail (ILV_IS_DECK (deck), NULL);
  g_return_val_if_fail (clock == NULL || ILV_IS_TALK_CLOCK (clock), NULL);

  self = g_object_new (ILV_TYPE_PRESENTATION, NULL);
  self->deck = g_object_ref (deck);
  self->clock = clock != NULL ? g_object_ref (clock) : ilv_talk_clock_new (NULL, NULL);
  self->times = ilv_talk_times_new (deck, self->clock);
  ilv_talk_times_show (self->times, 0);
  g_array_set_size (self->runs, ilv_deck_get_n_experiments (deck));
  add_polls (self);
  return self;
}

void
ilv_presentation_notify (IlvPresentation *self, IlvPresentationProperty property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

void
ilv_presentation_emit_performed (IlvPresentation *self, IlvTalkCommand command)
{
  g_signal_emit (self, signals[PERFORMED], 0, command);
}

void
ilv_presentation_set_flag (IlvPresentation *self,
                           gboolean *flag,
                           gboolean value,
                           IlvPresentationProperty property)
{
  if (*flag == value)
    return;
  *flag = value;
  ilv_presentation_notify (self, property);
}

void
ilv_presentation_set_cover (IlvPresentation *self, IlvCover cover)
{
  if (self->cover == cover)
    return;
  self->cover = cover;
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_COVER);
}

void
ilv_presentation_set_counting (IlvPresentation *self, int choice)
{
  if (self->counting == choice)
    return;
  self->counting = choice;
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_COUNTING);
}

void
ilv_presentation_clear_digits (IlvPresentation *self)
{
  if (self->digits->len == 0)
    return;
  g_string_truncate (self->digits, 0);
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_DIGITS);
}

IlvRunState
ilv_presentation_get_current_run_state (IlvPresentation *self)
{
  guint experiment = ilv_slide_get_parts (ilv_presentation_get_slide (self))->experiment;

  return experiment == ILV_SLIDE_NONE ? ILV_RUN_NONE
                                      : ilv_presentation_get_run_state (self, experiment);
}

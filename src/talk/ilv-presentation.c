/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presentation.h"

#define NOTES_STEP 10
#define MAX_DIGITS 4

struct _IlvPresentation
{
  GObject parent_instance;

  IlvDeck *deck;
  IlvTalkClock *clock;
  GPtrArray *polls;      /* element-type IlvPoll */
  GArray *runs;          /* IlvRunState of each experiment */
  guint slide;
  guint step;
  IlvCover cover;
  gboolean frozen;
  gboolean pointing;
  gboolean magnifying;
  gboolean overview;
  gboolean asking;
  gboolean ended;
  GString *digits;
  int counting;
  guint notes_size;
  double pointer_x;
  double pointer_y;
};

G_DEFINE_FINAL_TYPE (IlvPresentation, ilv_presentation, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DECK,
  PROP_SLIDE,
  PROP_STEP,
  PROP_COVER,
  PROP_FROZEN,
  PROP_POINTING,
  PROP_MAGNIFYING,
  PROP_OVERVIEW,
  PROP_ASKING,
  PROP_ENDED,
  PROP_DIGITS,
  PROP_COUNTING,
  PROP_NOTES_SIZE,
  PROP_RUN_STATE,
  PROP_POINTER_X,
  PROP_POINTER_Y,
  N_PROPERTIES,
};

enum
{
  PERFORMED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
notify (IlvPresentation *self, guint property)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
set_flag (IlvPresentation *self, gboolean *flag, gboolean value, guint property)
{
  if (*flag == value)
    return;
  *flag = value;
  notify (self, property);
}

static void
set_cover (IlvPresentation *self, IlvCover cover)
{
  if (self->cover == cover)
    return;
  self->cover = cover;
  notify (self, PROP_COVER);
}

static void
clear_digits (IlvPresentation *self)
{
  if (self->digits->len == 0)
    return;
  g_string_truncate (self->digits, 0);
  notify (self, PROP_DIGITS);
}

static IlvRunState
get_current_run_state (IlvPresentation *self)
{
  guint experiment = ilv_slide_get_parts (ilv_presentation_get_slide (self))->experiment;

  return experiment == ILV_SLIDE_NONE ? ILV_RUN_NONE
                                      : ilv_presentation_get_run_state (self, experiment);
}

static void
emit_performed (IlvPresentation *self, IlvTalkCommand command)
{
  g_signal_emit (self, signals[PERFORMED], 0, command);
}

/* What the step of a poll lets the room see. */
static void
enter_step (IlvPresentation *self)
{
  IlvPoll *poll = ilv_presentation_get_current_poll (self);
  IlvSlideKind kind = ilv_slide_get_kind (ilv_presentation_get_slide (self));

  if (poll == NULL || (kind == ILV_SLIDE_POLL && self->step < ILV_POLL_COMPARE))
    return;
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    ilv_poll_set_revealed (poll, i, TRUE);
}

static void
show (IlvPresentation *self, guint slide, guint step)
{
  gboolean other_slide = slide != self->slide, other_step = step != self->step;

  self->slide = slide;
  self->step = step;
  g_object_freeze_notify (G_OBJECT (self));
  if (other_slide)
    {
      notify (self, PROP_SLIDE);
      notify (self, PROP_RUN_STATE);
    }
  if (other_step)
    notify (self, PROP_STEP);
  if (self->counting >= 0)
    {
      self->counting = -1;
      notify (self, PROP_COUNTING);
    }
  clear_digits (self);
  set_cover (self, ILV_COVER_NONE);
  set_flag (self, &self->overview, FALSE, PROP_OVERVIEW);
  set_flag (self, &self->asking, FALSE, PROP_ASKING);
  enter_step (self);
  g_object_thaw_notify (G_OBJECT (self));
}

/* What was run already is shown as such. */
static guint
get_first_step (IlvPresentation *self, guint slide)
{
  IlvSlide *next = ilv_deck_get_slide (self->deck, slide);

  if (!ilv_slide_can_run (next))
    return 0;
  return ilv_presentation_get_run_state (self, ilv_slide_get_parts (next)->experiment) != ILV_RUN_NONE;
}

static void
go_on (IlvPresentation *self)
{
  IlvSlide *slide = ilv_presentation_get_slide (self);

  if (self->cover == ILV_COVER_END)
    ilv_presentation_perform (self, ILV_TALK_END);
  else if (self->cover != ILV_COVER_NONE)
    set_cover (self, ILV_COVER_NONE);
  else if (self->step + 1 < ilv_slide_get_n_steps (slide))
    {
      if (ilv_slide_can_run (slide))
        ilv_presentation_perform (self, ILV_TALK_RUN);
      show (self, self->slide, self->step + 1);
    }
  else if (ilv_slide_can_run (slide) && get_current_run_state (self) == ILV_RUN_GOING)
    return;
  else if (self->slide + 1 < ilv_deck_get_n_slides (self->deck))
    show (self, self->slide + 1, get_first_step (self, self->slide + 1));
  else
    set_cover (self, ILV_COVER_END);
}

static void
go_back (IlvPresentation *self)
{
  IlvSlide *slide = ilv_presentation_get_slide (self);

  if (self->cover != ILV_COVER_NONE)
    set_cover (self, ILV_COVER_NONE);
  else if (self->step > 0 && !ilv_slide_can_run (slide))
    show (self, self->slide, self->step - 1);
  else if (self->slide > 0)
    {
      slide = ilv_deck_get_slide (self->deck, self->slide - 1);
      show (self, self->slide - 1,
            ilv_slide_can_run (slide) ? get_first_step (self, self->slide - 1)
                                      : ilv_slide_get_n_steps (slide) - 1);
    }
}

/* Some clickers have one button that sends F5 and Escape by turns: pressed again, it takes back what it
 * has asked. */
static void
start_section (IlvPresentation *self)
{
  guint section = ilv_slide_get_parts (ilv_presentation_get_slide (self))->section;

  if (self->asking)
    set_flag (self, &self->asking, FALSE, PROP_ASKING);
  else
    ilv_presentation_go_to (self, ilv_deck_find_section (self->deck, section));
}

static void
restart (IlvPresentation *self)
{
  ilv_presentation_go_to (self, 0);
  ilv_talk_clock_restart (self->clock);
}

static void
enter (IlvPresentation *self)
{
  guint64 number;

  if (self->digits->len == 0)
    {
      go_on (self);
      return;
    }
  number = g_ascii_strtoull (self->digits->str, NULL, 10);
  clear_digits (self);
  ilv_presentation_go_to (self, CLAMP (number, 1, ilv_deck_get_n_slides (self->deck)) - 1);
}

static void
escape (IlvPresentation *self)
{
  if (self->digits->len > 0)
    clear_digits (self);
  else if (self->overview)
    set_flag (self, &self->overview, FALSE, PROP_OVERVIEW);
  else if (self->cover == ILV_COVER_BLACK || self->cover == ILV_COVER_WHITE)
    set_cover (self, ILV_COVER_NONE);
  else if (self->frozen)
    set_flag (self, &self->frozen, FALSE, PROP_FROZEN);
  else if (self->magnifying)
    set_flag (self, &self->magnifying, FALSE, PROP_MAGNIFYING);
  else if (self->pointing)
    set_flag (self, &self->pointing, FALSE, PROP_POINTING);
  else
    set_flag (self, &self->asking, !self->asking, PROP_ASKING);
}

static void
reveal (IlvPresentation *self)
{
  IlvPoll *poll = ilv_presentation_get_current_poll (self);
  guint round = self->step < ILV_POLL_AGAIN ? 0 : 1;

  if (poll != NULL)
    ilv_poll_set_revealed (poll, round, !ilv_poll_is_revealed (poll, round));
}

static void
ilv_presentation_finalize (GObject *object)
{
  IlvPresentation *self = ILV_PRESENTATION (object);

  g_clear_object (&self->deck);
  g_clear_object (&self->clock);
  g_clear_pointer (&self->polls, g_ptr_array_unref);
  g_clear_pointer (&self->runs, g_array_unref);
  g_string_free (self->digits, TRUE);

  G_OBJECT_CLASS (ilv_presentation_parent_class)->finalize (object);
}

static void
ilv_presentation_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvPresentation *self = ILV_PRESENTATION (object);

  switch (id)
    {
    case PROP_DECK:
      g_value_set_object (value, self->deck);
      break;
    case PROP_SLIDE:
      g_value_set_uint (value, self->slide);
      break;
    case PROP_STEP:
      g_value_set_uint (value, self->step);
      break;
    case PROP_COVER:
      g_value_set_uint (value, self->cover);
      break;
    case PROP_FROZEN:
      g_value_set_boolean (value, self->frozen);
      break;
    case PROP_POINTING:
      g_value_set_boolean (value, self->pointing);
      break;
    case PROP_MAGNIFYING:
      g_value_set_boolean (value, self->magnifying);
      break;
    case PROP_OVERVIEW:
      g_value_set_boolean (value, self->overview);
      break;
    case PROP_ASKING:
      g_value_set_boolean (value, self->asking);
      break;
    case PROP_ENDED:
      g_value_set_boolean (value, self->ended);
      break;
    case PROP_DIGITS:
      g_value_set_string (value, self->digits->str);
      break;
    case PROP_COUNTING:
      g_value_set_int (value, self->counting);
      break;
    case PROP_NOTES_SIZE:
      g_value_set_uint (value, self->notes_size);
      break;
    case PROP_RUN_STATE:
      g_value_set_uint (value, get_current_run_state (self));
      break;
    case PROP_POINTER_X:
      g_value_set_double (value, self->pointer_x);
      break;
    case PROP_POINTER_Y:
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

  properties[PROP_DECK] = g_param_spec_object ("deck", NULL, NULL, ILV_TYPE_DECK, flags);
  properties[PROP_SLIDE] = g_param_spec_uint ("slide", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_STEP] = g_param_spec_uint ("step", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_COVER] = g_param_spec_uint ("cover", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_FROZEN] = g_param_spec_boolean ("frozen", NULL, NULL, FALSE, flags);
  properties[PROP_POINTING] = g_param_spec_boolean ("pointing", NULL, NULL, FALSE, flags);
  properties[PROP_MAGNIFYING] = g_param_spec_boolean ("magnifying", NULL, NULL, FALSE, flags);
  properties[PROP_OVERVIEW] = g_param_spec_boolean ("overview", NULL, NULL, FALSE, flags);
  properties[PROP_ASKING] = g_param_spec_boolean ("asking", NULL, NULL, FALSE, flags);
  properties[PROP_ENDED] = g_param_spec_boolean ("ended", NULL, NULL, FALSE, flags);
  properties[PROP_DIGITS] = g_param_spec_string ("digits", NULL, NULL, NULL, flags);
  properties[PROP_COUNTING] = g_param_spec_int ("counting", NULL, NULL, -1, G_MAXINT, -1, flags);
  properties[PROP_NOTES_SIZE] = g_param_spec_uint ("notes-size", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_RUN_STATE] = g_param_spec_uint ("run-state", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_POINTER_X] = g_param_spec_double ("pointer-x", NULL, NULL, 0, 1, 0.5, flags);
  properties[PROP_POINTER_Y] = g_param_spec_double ("pointer-y", NULL, NULL, 0, 1, 0.5, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_presentation_class_init (IlvPresentationClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ilv_presentation_finalize;
  object_class->get_property = ilv_presentation_get_property;
  install_properties (object_class);

  /**
   * IlvPresentation::performed:
   * @command: an #IlvTalkCommand
   *
   * The presenter wants what is not the presentation's to do.
   */
  signals[PERFORMED] = g_signal_new ("performed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
}

static void
ilv_presentation_init (IlvPresentation *self)
{
  self->digits = g_string_new (NULL);
  self->runs = g_array_new (FALSE, TRUE, sizeof (IlvRunState));
  self->polls = g_ptr_array_new_with_free_func (g_object_unref);
  self->counting = -1;
  self->notes_size = 100;
  self->pointer_x = self->pointer_y = 0.5;
}

static void
add_polls (IlvPresentation *self)
{
  for (guint i = 0; i < ilv_deck_get_n_polls (self->deck); i++)
    {
      guint experiment;
      IlvPrediction *prediction = ilv_deck_get_prediction (self->deck, i, &experiment);
      IlvComparison *comparison = NULL;

      /* One that nothing decides. */
      if (experiment != ILV_SLIDE_NONE)
        comparison = ilv_block_get_comparison (ilv_deck_get_experiment (self->deck, experiment));

      g_ptr_array_add (self->polls,
                       ilv_poll_new (prediction,
                                     comparison == NULL ? 0 : ilv_workload_get_sequential_ns (
                                       ilv_comparison_get_workload (comparison))));
    }
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
  g_array_set_size (self->runs, ilv_deck_get_n_experiments (deck));
  add_polls (self);
  return self;
}

IlvDeck *
ilv_presentation_get_deck (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), NULL);

  return self->deck;
}

void
ilv_presentation_set_deck (IlvPresentation *self, IlvDeck *deck)
{
  guint slide;

  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (ILV_IS_DECK (deck));

  if (self->deck == deck)
    return;
  slide = ilv_deck_find_like (deck, ilv_presentation_get_slide (self));
  g_set_object (&self->deck, deck);
  self->slide = slide;
  self->step = MIN (self->step, ilv_slide_get_n_steps (ilv_presentation_get_slide (self)) - 1);
  g_object_freeze_notify (G_OBJECT (self));
  notify (self, PROP_DECK);
  notify (self, PROP_SLIDE);
  notify (self, PROP_STEP);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ilv_presentation_perform (IlvPresentation *self, IlvTalkCommand command)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (command < ILV_N_TALK_COMMANDS);

  if (!ilv_presentation_can_perform (self, command))
    return;
  switch (command)
    {
    case ILV_TALK_NEXT:
      go_on (self);
      break;
    case ILV_TALK_PREVIOUS:
      go_back (self);
      break;
    case ILV_TALK_FIRST:
      ilv_presentation_go_to (self, 0);
      break;
    case ILV_TALK_LAST:
      ilv_presentation_go_to (self, ilv_deck_get_n_slides (self->deck) - 1);
      break;
    case ILV_TALK_SECTION:
      start_section (self);
      break;
    case ILV_TALK_RESTART:
      restart (self);
      break;
    case ILV_TALK_ENTER:
      enter (self);
      break;
    case ILV_TALK_ESCAPE:
      escape (self);
      break;
    case ILV_TALK_REVEAL:
      reveal (self);
      break;
    case ILV_TALK_BLACK:
      set_cover (self, self->cover == ILV_COVER_BLACK ? ILV_COVER_NONE : ILV_COVER_BLACK);
      break;
    case ILV_TALK_WHITE:
      set_cover (self, self->cover == ILV_COVER_WHITE ? ILV_COVER_NONE : ILV_COVER_WHITE);
      break;
    case ILV_TALK_FREEZE:
      set_flag (self, &self->frozen, !self->frozen, PROP_FROZEN);
      break;
    case ILV_TALK_POINTER:
      set_flag (self, &self->pointing, !self->pointing, PROP_POINTING);
      break;
    case ILV_TALK_MAGNIFY:
      set_flag (self, &self->magnifying, !self->magnifying, PROP_MAGNIFYING);
      break;
    case ILV_TALK_OVERVIEW:
      set_flag (self, &self->overview, !self->overview, PROP_OVERVIEW);
      break;
    case ILV_TALK_PAUSE:
      ilv_talk_clock_set_paused (self->clock, !ilv_talk_clock_is_paused (self->clock));
      break;
    case ILV_TALK_NOTES_LARGER:
      ilv_presentation_set_notes_size (self, self->notes_size + NOTES_STEP);
      break;
    case ILV_TALK_NOTES_SMALLER:
      ilv_presentation_set_notes_size (self, self->notes_size - NOTES_STEP);
      break;
    case ILV_TALK_END:
      set_flag (self, &self->ended, TRUE, PROP_ENDED);
      break;
    default:
      emit_performed (self, command);
    }
}

gboolean
ilv_presentation_can_perform (IlvPresentation *self, IlvTalkCommand command)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  switch (command)
    {
    case ILV_TALK_PREVIOUS:
      return self->slide > 0 || self->step > 0 || self->cover != ILV_COVER_NONE;
    case ILV_TALK_RUN:
      return get_current_run_state (self) != ILV_RUN_GOING
             && ilv_slide_get_parts (ilv_presentation_get_slide (self))->experiment != ILV_SLIDE_NONE;
    case ILV_TALK_STOP:
      return get_current_run_state (self) == ILV_RUN_GOING;
    case ILV_TALK_REVEAL:
      return ilv_presentation_get_current_poll (self) != NULL;
    default:
      return TRUE;
    }
}

void
ilv_presentation_ask (IlvPresentation *self)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));

  if (self->asking)
    ilv_presentation_perform (self, ILV_TALK_END);
  else
    set_flag (self, &self->asking, TRUE, PROP_ASKING);
}

void
ilv_presentation_type_digit (IlvPresentation *self, guint digit)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (digit <= 9);

  if (self->digits->len == MAX_DIGITS)
    return;
  g_string_append_c (self->digits, '0' + (char) digit);
  notify (self, PROP_DIGITS);
}

guint
ilv_presentation_get_slide_number (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);

  return self->slide;
}

IlvSlide *
ilv_presentation_get_slide (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), NULL);

  return ilv_deck_get_slide (self->deck, self->slide);
}

void
ilv_presentation_go_to (IlvPresentation *self, guint slide)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (slide < ilv_deck_get_n_slides (self->deck));

  show (self, slide, get_first_step (self, slide));
}

guint
ilv_presentation_get_step (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);

  return self->step;
}

IlvSlide *
ilv_presentation_get_next_slide (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), NULL);

  if (self->slide + 1 == ilv_deck_get_n_slides (self->deck))
    return NULL;
  return ilv_deck_get_slide (self->deck, self->slide + 1);
}

IlvCover
ilv_presentation_get_cover (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), ILV_COVER_NONE);

  return self->cover;
}

gboolean
ilv_presentation_is_frozen (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  return self->frozen;
}

gboolean
ilv_presentation_is_pointing (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  return self->pointing;
}

gboolean
ilv_presentation_is_magnifying (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  return self->magnifying;
}

gboolean
ilv_presentation_shows_overview (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  return self->overview;
}

gboolean
ilv_presentation_is_asking (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  return self->asking;
}

gboolean
ilv_presentation_has_ended (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  return self->ended;
}

const char *
ilv_presentation_get_digits (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), "");

  return self->digits->str;
}

int
ilv_presentation_get_counting (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), -1);

  return self->counting;
}

guint
ilv_presentation_get_notes_size (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 100);

  return self->notes_size;
}

void
ilv_presentation_set_notes_size (IlvPresentation *self, guint percent)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));

  percent = CLAMP (percent, ILV_NOTES_SIZE_MIN, ILV_NOTES_SIZE_MAX);
  if (self->notes_size == percent)
    return;
  self->notes_size = percent;
  notify (self, PROP_NOTES_SIZE);
}

void
ilv_presentation_get_pointer (IlvPresentation *self, double *x, double *y)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));

  *x = self->pointer_x;
  *y = self->pointer_y;
}

void
ilv_presentation_set_pointer (IlvPresentation *self, double x, double y)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));

  self->pointer_x = CLAMP (x, 0, 1);
  self->pointer_y = CLAMP (y, 0, 1);
  notify (self, PROP_POINTER_X);
  notify (self, PROP_POINTER_Y);
}

IlvRunState
ilv_presentation_get_run_state (IlvPresentation *self, guint experiment)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), ILV_RUN_NONE);
  g_return_val_if_fail (experiment < self->runs->len, ILV_RUN_NONE);

  return g_array_index (self->runs, IlvRunState, experiment);
}

void
ilv_presentation_set_run_state (IlvPresentation *self, guint experiment, IlvRunState state)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (experiment < self->runs->len);

  if (g_array_index (self->runs, IlvRunState, experiment) == state)
    return;
  g_array_index (self->runs, IlvRunState, experiment) = state;
  if (ilv_slide_get_parts (ilv_presentation_get_slide (self))->experiment == experiment)
    notify (self, PROP_RUN_STATE);
}

IlvPoll *
ilv_presentation_get_poll (IlvPresentation *self, guint poll)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), NULL);
  g_return_val_if_fail (poll < self->polls->len, NULL);

  return self->polls->pdata[poll];
}

IlvPoll *
ilv_presentation_get_current_poll (IlvPresentation *self)
{
  guint poll;

  g_return_val_if_fail (ILV_IS_PRESENTATION (self), NULL);

  poll = ilv_slide_get_parts (ilv_presentation_get_slide (self))->poll;
  return poll == ILV_SLIDE_NONE ? NULL : ilv_presentation_get_poll (self, poll);
}

int
ilv_presentation_get_round (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), -1);

  if (ilv_slide_get_kind (ilv_presentation_get_slide (self)) != ILV_SLIDE_POLL)
    return -1;
  return self->step == ILV_POLL_ASK ? 0 : self->step == ILV_POLL_AGAIN ? 1 : -1;
}

IlvTalkClock *
ilv_presentation_get_clock (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), NULL);

  return self->clock;
}

gint64
ilv_presentation_get_planned_ns (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);

  return ilv_lesson_get_minutes (ilv_deck_get_lesson (self->deck)) * G_GINT64_CONSTANT (60000000000);
}

gint64
ilv_presentation_get_pace_ns (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);

  return 0;
}

gint64
ilv_presentation_get_time_on_ns (IlvPresentation *self, guint slide)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);
  g_return_val_if_fail (slide < ilv_deck_get_n_slides (self->deck), 0);

  return 0;
}

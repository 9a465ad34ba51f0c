/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a presentation is, and how it gets elsewhere. */

#include "ilv-presentation-private.h"

gboolean
ilv_presentation_shows_runs (IlvSlide *slide)
{
  switch (ilv_slide_get_kind (slide))
    {
    case ILV_SLIDE_CODE:
    case ILV_SLIDE_EXPERIMENT:
    case ILV_SLIDE_RACE:
    case ILV_SLIDE_SCENE:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Who runs it looks at the slide that is shown, so this comes before another one is. */
static void
stop_what_is_left (IlvPresentation *self, guint slide)
{
  IlvSlide *next = ilv_deck_get_slide (self->deck, slide);
  guint experiment = ilv_slide_get_parts (ilv_presentation_get_slide (self))->experiment;

  if (ilv_presentation_get_current_run_state (self) != ILV_RUN_GOING)
    return;
  if (ilv_slide_get_parts (next)->experiment != experiment || !ilv_presentation_shows_runs (next))
    ilv_presentation_emit_performed (self, ILV_TALK_STOP);
}

/* The room may see the hands of both rounds where they are compared, and from there on. */
static void
reveal_compared (IlvPresentation *self)
{
  IlvPoll *poll = ilv_presentation_get_current_poll (self);
  IlvSlideKind kind = ilv_slide_get_kind (ilv_presentation_get_slide (self));

  if (poll == NULL || (kind == ILV_SLIDE_POLL && self->step < ILV_POLL_COMPARE))
    return;
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    ilv_poll_set_revealed (poll, i, TRUE);
}

guint
ilv_presentation_get_typed (IlvPresentation *self)
{
  return (guint) g_ascii_strtoull (self->digits->str, NULL, 10);
}

void
ilv_presentation_store_count (IlvPresentation *self)
{
  IlvPoll *poll = ilv_presentation_get_current_poll (self);
  int round = ilv_presentation_get_round (self);

  if (self->counting >= 0 && self->digits->len > 0 && round >= 0)
    ilv_poll_set_count (poll, (guint) round, (guint) self->counting,
                        ilv_presentation_get_typed (self));
  ilv_presentation_clear_digits (self);
}

/* Nothing that was counted is lost by going on. */
static void
leave_place (IlvPresentation *self)
{
  ilv_presentation_store_count (self);
  ilv_presentation_set_counting (self, -1);
  self->over = FALSE;
  ilv_presentation_set_cover (self, ILV_COVER_NONE);
  ilv_presentation_set_flag (self, &self->overview, FALSE, ILV_PRESENTATION_PROP_OVERVIEW);
  ilv_presentation_set_flag (self, &self->asking, FALSE, ILV_PRESENTATION_PROP_ASKING);
}

void
ilv_presentation_show (IlvPresentation *self, guint slide, guint step)
{
  gboolean other_slide = slide != self->slide, other_step = step != self->step;

  stop_what_is_left (self, slide);
  g_object_freeze_notify (G_OBJECT (self));
  leave_place (self);
  self->slide = slide;
  self->step = step;
  ilv_talk_times_show (self->times, slide);
  if (other_slide)
    {
      ilv_presentation_set_flag (self, &self->magnifying, FALSE, ILV_PRESENTATION_PROP_MAGNIFYING);
      ilv_presentation_notify (self, ILV_PRESENTATION_PROP_SLIDE);
      ilv_presentation_notify (self, ILV_PRESENTATION_PROP_RUN_STATE);
    }
  if (other_step)
    ilv_presentation_notify (self, ILV_PRESENTATION_PROP_STEP);
  reveal_compared (self);
  ilv_presentation_update_waiting (self);
  g_object_thaw_notify (G_OBJECT (self));
}

guint
ilv_presentation_get_first_step (IlvPresentation *self, guint slide)
{
  IlvSlide *next = ilv_deck_get_slide (self->deck, slide);
  guint experiment = ilv_slide_get_parts (next)->experiment;

  return ilv_slide_can_run (next)
         && ilv_presentation_get_run_state (self, experiment) != ILV_RUN_NONE;
}

guint
ilv_presentation_find_run_slide (IlvPresentation *self)
{
  IlvSlideKind kind = ilv_slide_get_kind (ilv_presentation_get_slide (self));
  guint experiment = ilv_slide_get_parts (ilv_presentation_get_slide (self))->experiment;
  guint found = ILV_SLIDE_NONE;

  if (experiment == ILV_SLIDE_NONE || kind == ILV_SLIDE_POLL)
    return ILV_SLIDE_NONE;
  for (guint i = 0; i < ilv_deck_get_n_slides (self->deck); i++)
    {
      IlvSlide *slide = ilv_deck_get_slide (self->deck, i);

      if (ilv_slide_get_parts (slide)->experiment == experiment && ilv_slide_can_run (slide))
        found = i;
    }
  return found != ILV_SLIDE_NONE && kind == ILV_SLIDE_CODE ? self->slide : found;
}

void
ilv_presentation_update_waiting (IlvPresentation *self)
{
  gboolean waiting = self->cover == ILV_COVER_NONE && !self->overview && !self->ended
                     && ilv_slide_can_run (ilv_presentation_get_slide (self))
                     && ilv_presentation_get_current_run_state (self) == ILV_RUN_GOING;

  ilv_presentation_set_flag (self, &self->waiting, waiting, ILV_PRESENTATION_PROP_WAITING);
}

void
ilv_presentation_begin (IlvPresentation *self, guint slide)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (slide < ilv_deck_get_n_slides (self->deck));

  g_clear_pointer (&self->begun, g_date_time_unref);
  self->begun = g_date_time_new_now_local ();
  ilv_talk_clock_restart (self->clock);
  ilv_talk_times_begin (self->times, slide);
  ilv_presentation_go_to (self, slide);
}

void
ilv_presentation_set_deck (IlvPresentation *self, IlvDeck *deck)
{
  guint step;

  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (ILV_IS_DECK (deck));
  g_return_if_fail (ilv_deck_get_lesson (deck) == ilv_deck_get_lesson (self->deck));

  if (self->deck == deck)
    return;
  ilv_talk_times_set_deck (self->times, deck);
  self->slide = ilv_deck_find_like (deck, ilv_presentation_get_slide (self));
  g_set_object (&self->deck, deck);
  step = MIN (self->step, ilv_slide_get_n_steps (ilv_presentation_get_slide (self)) - 1);
  ilv_talk_times_show (self->times, self->slide);

  /* The slide is another one, even where its number is the same. */
  g_object_freeze_notify (G_OBJECT (self));
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_DECK);
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_SLIDE);
  if (self->step != step)
    {
      self->step = step;
      ilv_presentation_notify (self, ILV_PRESENTATION_PROP_STEP);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

void
ilv_presentation_go_to (IlvPresentation *self, guint slide)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (slide < ilv_deck_get_n_slides (self->deck));

  ilv_presentation_show (self, slide, ilv_presentation_get_first_step (self, slide));
}

void
ilv_presentation_set_run_state (IlvPresentation *self, guint experiment, IlvRunState state)
{
  IlvSlide *slide;

  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (experiment < self->runs->len);

  if (g_array_index (self->runs, IlvRunState, experiment) == state)
    return;
  g_array_index (self->runs, IlvRunState, experiment) = state;
  slide = ilv_presentation_get_slide (self);
  if (ilv_slide_get_parts (slide)->experiment != experiment)
    return;
  g_object_freeze_notify (G_OBJECT (self));
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_RUN_STATE);
  if (ilv_slide_can_run (slide) && state != ILV_RUN_NONE && self->step == 0)
    {
      self->step = 1;
      ilv_presentation_notify (self, ILV_PRESENTATION_PROP_STEP);
    }
  ilv_presentation_update_waiting (self);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ilv_presentation_ask (IlvPresentation *self)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));

  if (self->asking)
    ilv_presentation_perform (self, ILV_TALK_END);
  else if (!self->ended)
    ilv_presentation_set_flag (self, &self->asking, TRUE, ILV_PRESENTATION_PROP_ASKING);
}

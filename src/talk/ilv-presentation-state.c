/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be asked of a presentation. */

#include "ilv-presentation-private.h"

static void
set_coordinate (IlvPresentation *self, double *coordinate, double value, IlvPresentationProperty property)
{
  if (*coordinate == value)
    return;
  *coordinate = value;
  ilv_presentation_notify (self, property);
}

IlvDeck *
ilv_presentation_get_deck (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), NULL);

  return self->deck;
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
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_NOTES_SIZE);
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

  set_coordinate (self, &self->pointer_x, CLAMP (x, 0, 1), ILV_PRESENTATION_PROP_POINTER_X);
  set_coordinate (self, &self->pointer_y, CLAMP (y, 0, 1), ILV_PRESENTATION_PROP_POINTER_Y);
}

gboolean
ilv_presentation_is_waiting (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  return self->waiting;
}

IlvRunState
ilv_presentation_get_run_state (IlvPresentation *self, guint experiment)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), ILV_RUN_NONE);
  g_return_val_if_fail (experiment < self->runs->len, ILV_RUN_NONE);

  return g_array_index (self->runs, IlvRunState, experiment);
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

GDateTime *
ilv_presentation_get_begun (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), NULL);

  return self->begun;
}

gint64
ilv_presentation_get_planned_ns (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);

  return ilv_talk_times_get_planned_ns (self->times);
}

gint64
ilv_presentation_get_planned_on_ns (IlvPresentation *self, guint slide)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);

  return ilv_talk_times_get_planned_on_ns (self->times, slide);
}

gint64
ilv_presentation_get_pace_ns (IlvPresentation *self)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);

  return ilv_talk_times_get_pace_ns (self->times, self->slide);
}

gint64
ilv_presentation_get_time_on_ns (IlvPresentation *self, guint slide)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), 0);

  return MAX (ilv_talk_times_get (self->times, slide), 0);
}

gboolean
ilv_presentation_was_shown (IlvPresentation *self, guint slide)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);

  return ilv_talk_times_get (self->times, slide) >= 0;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a presenter can do at the moment. */

#include "ilv-presentation-private.h"

static gboolean
is_covered (IlvPresentation *self)
{
  return self->asking || self->overview || self->cover != ILV_COVER_NONE;
}

/* Whether going to a slide would change anything. */
static gboolean
can_go_to (IlvPresentation *self, guint slide)
{
  return is_covered (self) || self->over || slide != self->slide
         || ilv_presentation_get_first_step (self, slide) != self->step;
}

static gboolean
can_go_back (IlvPresentation *self)
{
  return is_covered (self) || self->slide > 0
         || (self->step > 0 && !ilv_slide_can_run (ilv_presentation_get_slide (self)));
}

static gboolean
can_erase (IlvPresentation *self)
{
  if (self->digits->len > 0)
    return TRUE;
  return self->counting < 0 ? can_go_back (self) : self->counting > 0 || is_covered (self);
}

static gboolean
can_enter (IlvPresentation *self)
{
  return self->counting >= 0 || self->digits->len > 0 || !self->waiting;
}

/* Whether the slide shows the run of its experiment, and that is as far as it has to be. */
static gboolean
shows_run (IlvPresentation *self, IlvRunState least)
{
  return ilv_presentation_shows_runs (ilv_presentation_get_slide (self))
         && ilv_presentation_get_current_run_state (self) >= least;
}

/* Of what can be done at times only. */
static gboolean
can_perform_at_times (IlvPresentation *self, IlvTalkCommand command)
{
  guint section = ilv_slide_get_parts (ilv_presentation_get_slide (self))->section;

  switch (command)
    {
    case ILV_TALK_NEXT:
      return !self->waiting || self->asking;
    case ILV_TALK_PREVIOUS:
      return can_go_back (self);
    case ILV_TALK_FIRST:
      return can_go_to (self, 0);
    case ILV_TALK_LAST:
      return can_go_to (self, ilv_deck_get_n_slides (self->deck) - 1);
    case ILV_TALK_SECTION:
      return can_go_to (self, ilv_deck_find_section (self->deck, section));
    case ILV_TALK_ENTER:
      return can_enter (self) || self->asking;
    case ILV_TALK_ERASE:
      return can_erase (self);
    case ILV_TALK_RUN:
      return ilv_presentation_get_current_run_state (self) != ILV_RUN_GOING
             && ilv_presentation_find_run_slide (self) != ILV_SLIDE_NONE;
    case ILV_TALK_STOP:
      return ilv_presentation_get_current_run_state (self) == ILV_RUN_GOING;
    case ILV_TALK_REVEAL:
      return ilv_presentation_get_current_poll (self) != NULL;
    case ILV_TALK_COUNT:
      return ilv_presentation_get_round (self) >= 0;
    case ILV_TALK_NOTES_LARGER:
      return self->notes_size < ILV_NOTES_SIZE_MAX;
    case ILV_TALK_NOTES_SMALLER:
      return self->notes_size > ILV_NOTES_SIZE_MIN;
    case ILV_TALK_PLAY:
      return shows_run (self, ILV_RUN_DONE);
    case ILV_TALK_ZOOM_IN:
    case ILV_TALK_ZOOM_OUT:
    case ILV_TALK_ZOOM_FIT:
      return shows_run (self, ILV_RUN_GOING);
    case ILV_TALK_SETTINGS:
      return shows_run (self, ILV_RUN_NONE)
             && ilv_slide_get_parts (ilv_presentation_get_slide (self))->experiment != ILV_SLIDE_NONE;
    default:
      return TRUE;
    }
}

gboolean
ilv_presentation_can_perform (IlvPresentation *self, IlvTalkCommand command)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (self), FALSE);
  g_return_val_if_fail (command < ILV_N_TALK_COMMANDS, FALSE);

  return !self->ended && can_perform_at_times (self, command);
}

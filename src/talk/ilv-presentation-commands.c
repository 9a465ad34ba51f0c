/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a presentation does when the presenter wants something. */

#include "ilv-presentation-private.h"

#define NOTES_STEP 10
#define MAX_DIGITS 4
#define STEP_OF_RUN 1

static void
uncover (IlvPresentation *self)
{
  ilv_presentation_set_cover (self, self->over ? ILV_COVER_END : ILV_COVER_NONE);
}

static void
toggle (IlvPresentation *self, gboolean *flag, IlvPresentationProperty property)
{
  ilv_presentation_set_flag (self, flag, !*flag, property);
}

static void
toggle_cover (IlvPresentation *self, IlvCover cover)
{
  if (self->cover == cover)
    uncover (self);
  else
    ilv_presentation_set_cover (self, cover);
}

static void
set_asking (IlvPresentation *self, gboolean asking)
{
  ilv_presentation_set_flag (self, &self->asking, asking, ILV_PRESENTATION_PROP_ASKING);
}

static void
set_overview (IlvPresentation *self, gboolean overview)
{
  ilv_presentation_set_flag (self, &self->overview, overview, ILV_PRESENTATION_PROP_OVERVIEW);
}

static void
end (IlvPresentation *self)
{
  if (ilv_presentation_get_current_run_state (self) == ILV_RUN_GOING)
    ilv_presentation_emit_performed (self, ILV_TALK_STOP);
  ilv_talk_clock_set_paused (self->clock, TRUE);
  set_asking (self, FALSE);
  ilv_presentation_set_flag (self, &self->ended, TRUE, ILV_PRESENTATION_PROP_ENDED);
}

static void
run (IlvPresentation *self)
{
  guint slide = ilv_presentation_find_run_slide (self);
  gboolean has_step = ilv_slide_can_run (ilv_deck_get_slide (self->deck, slide));

  ilv_presentation_show (self, slide, has_step ? STEP_OF_RUN : 0);
  ilv_presentation_emit_performed (self, ILV_TALK_RUN);
}

/* What stands before the slide has to be taken away before anything moves. */
static gboolean
take_away (IlvPresentation *self)
{
  if (self->asking)
    set_asking (self, FALSE);
  else if (self->overview)
    set_overview (self, FALSE);
  else if (self->cover == ILV_COVER_BLACK || self->cover == ILV_COVER_WHITE)
    uncover (self);
  else
    return FALSE;
  return TRUE;
}

static void
go_on (IlvPresentation *self)
{
  IlvSlide *slide = ilv_presentation_get_slide (self);

  if (self->asking && self->over)
    end (self);
  else if (take_away (self))
    return;
  else if (self->over)
    set_asking (self, TRUE);
  else if (self->step + 1 < ilv_slide_get_n_steps (slide))
    {
      if (ilv_slide_can_run (slide))
        run (self);
      else
        ilv_presentation_show (self, self->slide, self->step + 1);
    }
  else if (self->slide + 1 < ilv_deck_get_n_slides (self->deck))
    ilv_presentation_go_to (self, self->slide + 1);
  else
    {
      self->over = TRUE;
      ilv_presentation_set_counting (self, -1);
      uncover (self);
    }
}

static void
go_back (IlvPresentation *self)
{
  IlvSlide *slide = ilv_presentation_get_slide (self);

  if (take_away (self))
    return;
  if (self->over)
    {
      self->over = FALSE;
      uncover (self);
    }
  else if (self->step > 0 && !ilv_slide_can_run (slide))
    ilv_presentation_show (self, self->slide, self->step - 1);
  else if (self->slide > 0)
    {
      slide = ilv_deck_get_slide (self->deck, self->slide - 1);
      ilv_presentation_show (self, self->slide - 1,
                             ilv_slide_can_run (slide)
                               ? ilv_presentation_get_first_step (self, self->slide - 1)
                               : ilv_slide_get_n_steps (slide) - 1);
    }
}

static void
go_to_section (IlvPresentation *self)
{
  guint section = ilv_slide_get_parts (ilv_presentation_get_slide (self))->section;

  if (self->asking)
    set_asking (self, FALSE);
  else
    ilv_presentation_go_to (self, ilv_deck_find_section (self->deck, section));
}

static void
count (IlvPresentation *self)
{
  if (self->counting < 0)
    {
      ilv_presentation_set_counting (self, 0);
      return;
    }
  ilv_presentation_store_count (self);
  ilv_presentation_set_counting (self, -1);
}

static void
enter (IlvPresentation *self)
{
  guint n_slides = ilv_deck_get_n_slides (self->deck);

  if (self->asking)
    end (self);
  else if (self->counting >= 0)
    {
      guint n_choices = ilv_poll_get_n_choices (ilv_presentation_get_current_poll (self));

      ilv_presentation_store_count (self);
      ilv_presentation_set_counting (self, self->counting + 1 < (int) n_choices ? self->counting + 1 : -1);
    }
  else if (self->digits->len > 0)
    ilv_presentation_go_to (self, CLAMP (ilv_presentation_get_typed (self), 1, n_slides) - 1);
  else
    go_on (self);
}

static void
set_digits (IlvPresentation *self, const char *digits)
{
  if (g_str_equal (self->digits->str, digits))
    return;
  g_string_assign (self->digits, digits);
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_DIGITS);
}

/* The choice before comes back with its hands, to be corrected. */
static void
count_again (IlvPresentation *self)
{
  g_autofree char *digits = NULL;
  guint choice = (guint) self->counting - 1;

  digits = g_strdup_printf ("%u", ilv_poll_get_count (ilv_presentation_get_current_poll (self),
                                                      (guint) ilv_presentation_get_round (self),
                                                      choice));
  ilv_presentation_set_counting (self, (int) choice);
  set_digits (self, digits);
}

static void
erase (IlvPresentation *self)
{
  if (self->digits->len > 0)
    {
      g_string_truncate (self->digits, self->digits->len - 1);
      ilv_presentation_notify (self, ILV_PRESENTATION_PROP_DIGITS);
    }
  else if (self->counting > 0)
    count_again (self);
  else
    go_back (self);
}

static void
escape (IlvPresentation *self)
{
  if (self->asking)
    set_asking (self, FALSE);
  else if (self->overview)
    set_overview (self, FALSE);
  else if (self->digits->len > 0)
    ilv_presentation_clear_digits (self);
  else if (self->counting >= 0)
    ilv_presentation_set_counting (self, -1);
  else if (self->cover == ILV_COVER_BLACK || self->cover == ILV_COVER_WHITE)
    uncover (self);
  else if (self->frozen)
    ilv_presentation_set_flag (self, &self->frozen, FALSE, ILV_PRESENTATION_PROP_FROZEN);
  else if (self->magnifying)
    ilv_presentation_set_flag (self, &self->magnifying, FALSE, ILV_PRESENTATION_PROP_MAGNIFYING);
  else if (self->pointing)
    ilv_presentation_set_flag (self, &self->pointing, FALSE, ILV_PRESENTATION_PROP_POINTING);
  else
    set_asking (self, TRUE);
}

static void
reveal (IlvPresentation *self)
{
  IlvPoll *poll = ilv_presentation_get_current_poll (self);
  gboolean both = ilv_slide_get_kind (ilv_presentation_get_slide (self)) == ILV_SLIDE_ANSWER
                  || self->step == ILV_POLL_COMPARE;
  guint first = both || self->step < ILV_POLL_AGAIN ? 0 : 1;
  guint last = both ? 1 : first;
  gboolean revealed = TRUE;

  for (guint i = first; i <= last; i++)
    revealed = revealed && ilv_poll_is_revealed (poll, i);
  for (guint i = first; i <= last; i++)
    ilv_poll_set_revealed (poll, i, !revealed);
}

/* What changes how the slide is seen. Returns: whether the command was of that kind. */
static gboolean
change_view (IlvPresentation *self, IlvTalkCommand command)
{
  switch (command)
    {
    case ILV_TALK_BLACK:
      toggle_cover (self, ILV_COVER_BLACK);
      return TRUE;
    case ILV_TALK_WHITE:
      toggle_cover (self, ILV_COVER_WHITE);
      return TRUE;
    case ILV_TALK_FREEZE:
      toggle (self, &self->frozen, ILV_PRESENTATION_PROP_FROZEN);
      return TRUE;
    case ILV_TALK_POINTER:
      toggle (self, &self->pointing, ILV_PRESENTATION_PROP_POINTING);
      return TRUE;
    case ILV_TALK_MAGNIFY:
      toggle (self, &self->magnifying, ILV_PRESENTATION_PROP_MAGNIFYING);
      return TRUE;
    case ILV_TALK_OVERVIEW:
      toggle (self, &self->overview, ILV_PRESENTATION_PROP_OVERVIEW);
      return TRUE;
    case ILV_TALK_PAUSE:
      ilv_talk_clock_set_paused (self->clock, !ilv_talk_clock_is_paused (self->clock));
      return TRUE;
    case ILV_TALK_NOTES_LARGER:
      ilv_presentation_set_notes_size (self, self->notes_size + NOTES_STEP);
      return TRUE;
    case ILV_TALK_NOTES_SMALLER:
      ilv_presentation_set_notes_size (self, self->notes_size - NOTES_STEP);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What goes elsewhere. Returns: whether the command was of that kind. */
static gboolean
move (IlvPresentation *self, IlvTalkCommand command)
{
  switch (command)
    {
    case ILV_TALK_NEXT:
      go_on (self);
      return TRUE;
    case ILV_TALK_PREVIOUS:
      go_back (self);
      return TRUE;
    case ILV_TALK_FIRST:
      ilv_presentation_go_to (self, 0);
      return TRUE;
    case ILV_TALK_LAST:
      ilv_presentation_go_to (self, ilv_deck_get_n_slides (self->deck) - 1);
      return TRUE;
    case ILV_TALK_SECTION:
      go_to_section (self);
      return TRUE;
    case ILV_TALK_RESTART:
      ilv_presentation_begin (self, 0);
      return TRUE;
    case ILV_TALK_ENTER:
      enter (self);
      return TRUE;
    case ILV_TALK_ERASE:
      erase (self);
      return TRUE;
    case ILV_TALK_ESCAPE:
      escape (self);
      return TRUE;
    default:
      return FALSE;
    }
}

/* What it does beside. Returns: whether the command was of that kind. */
static gboolean
act (IlvPresentation *self, IlvTalkCommand command)
{
  switch (command)
    {
    case ILV_TALK_RUN:
      run (self);
      return TRUE;
    case ILV_TALK_REVEAL:
      reveal (self);
      return TRUE;
    case ILV_TALK_COUNT:
      count (self);
      return TRUE;
    case ILV_TALK_END:
      end (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
keeps_digits (IlvPresentation *self, IlvTalkCommand command)
{
  return self->counting >= 0 || command == ILV_TALK_ENTER || command == ILV_TALK_ERASE
         || command == ILV_TALK_ESCAPE;
}

void
ilv_presentation_perform (IlvPresentation *self, IlvTalkCommand command)
{
  gboolean done;

  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (command < ILV_N_TALK_COMMANDS);

  if (!keeps_digits (self, command))
    ilv_presentation_clear_digits (self);
  if (!ilv_presentation_can_perform (self, command))
    return;

  /* Who is told of the end may drop the last reference. */
  g_object_ref (self);
  g_object_freeze_notify (G_OBJECT (self));
  done = change_view (self, command) || move (self, command) || act (self, command);
  ilv_presentation_update_waiting (self);
  g_object_thaw_notify (G_OBJECT (self));
  if (!done)
    ilv_presentation_emit_performed (self, command);
  g_object_unref (self);
}

void
ilv_presentation_type_digit (IlvPresentation *self, guint digit)
{
  g_return_if_fail (ILV_IS_PRESENTATION (self));
  g_return_if_fail (digit <= 9);

  if (self->ended)
    return;
  set_asking (self, FALSE);
  if (self->digits->len == MAX_DIGITS)
    return;
  if (g_str_equal (self->digits->str, "0"))
    g_string_truncate (self->digits, 0);
  g_string_append_c (self->digits, (char) ('0' + digit));
  ilv_presentation_notify (self, ILV_PRESENTATION_PROP_DIGITS);
}

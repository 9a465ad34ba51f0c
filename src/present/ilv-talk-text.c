/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-text.h"

#include <glib/gi18n-lib.h>

#define SECOND_NS G_GINT64_CONSTANT (1000000000)
#define MINUTE_NS (60 * SECOND_NS)

char *
ilv_talk_text_format_time (gint64 time_ns)
{
  gint64 seconds = MAX (time_ns, 0) / SECOND_NS;
  int hours = (int) (seconds / 3600), minutes = (int) (seconds / 60 % 60);

  if (hours > 0)
    return g_strdup_printf ("%d:%02d:%02d", hours, minutes, (int) (seconds % 60));
  return g_strdup_printf ("%d:%02d", minutes, (int) (seconds % 60));
}

char *
ilv_talk_text_format_pace (gint64 pace_ns)
{
  g_autofree char *time = ilv_talk_text_format_time (ABS (pace_ns));

  if (ABS (pace_ns) < SECOND_NS)
    return g_strdup (_("On time"));
  /* Translators: %s is a time, such as “1:10”, that a talk is ahead of its plan. */
  return g_strdup_printf (pace_ns > 0 ? _("%s ahead")
                                      /* Translators: %s is a time that a talk is behind its plan. */
                                      : _("%s behind"),
                          time);
}

char *
ilv_talk_text_format_planned (gint64 planned_ns)
{
  guint minutes = (guint) ((planned_ns + MINUTE_NS / 2) / MINUTE_NS);

  if (planned_ns <= 0)
    return g_strdup (_("No time planned"));
  /* Translators: how long a talk is planned to be; %u is in minutes. */
  return g_strdup_printf (ngettext ("Planned %u min", "Planned %u min", minutes), minutes);
}

const char *
ilv_talk_text_get_kind (IlvSlideKind kind)
{
  switch (kind)
    {
    case ILV_SLIDE_POLL:
      return _("Show of hands");
    case ILV_SLIDE_CODE:
      return _("Code");
    case ILV_SLIDE_EXPERIMENT:
      return _("Experiment");
    case ILV_SLIDE_RACE:
      return _("Race");
    case ILV_SLIDE_ANSWER:
      return _("Answer");
    default:
      return "";
    }
}

static const char *
describe_next_step (IlvSlide *slide, guint step)
{
  if (ilv_slide_can_run (slide))
    return _("Starts the run");
  switch (step + 1)
    {
    case ILV_POLL_DISCUSS:
      return _("Discussion with the neighbours");
    case ILV_POLL_AGAIN:
      return _("Second show of hands");
    default:
      return _("Both shows of hands, side by side");
    }
}

static const char *
describe_next_slide (IlvSlide *next)
{
  switch (ilv_slide_get_kind (next))
    {
    case ILV_SLIDE_POLL:
      return _("First show of hands");
    case ILV_SLIDE_CODE:
      return _("The code");
    case ILV_SLIDE_EXPERIMENT:
      return _("The experiment");
    case ILV_SLIDE_RACE:
      return _("The race");
    case ILV_SLIDE_ANSWER:
      return _("The answer");
    default:
      return ilv_slide_get_parts (next)->part > 0 ? _("More of this section") : _("Next section");
    }
}

/* What a slide is, for one that is not the next thing to come. */
static const char *
describe_slide (IlvSlide *slide)
{
  switch (ilv_slide_get_kind (slide))
    {
    case ILV_SLIDE_TITLE:
    case ILV_SLIDE_TEXT:
    case ILV_SLIDE_SCENE:
      return ilv_slide_get_parts (slide)->title;
    default:
      return describe_next_slide (slide);
    }
}

static gboolean
has_next_step (IlvPresentation *presentation)
{
  return ilv_presentation_get_step (presentation) + 1
         < ilv_slide_get_n_steps (ilv_presentation_get_slide (presentation));
}

/* What Next takes away before anything moves; NULL for nothing. */
static const char *
describe_away (IlvPresentation *presentation)
{
  if (ilv_presentation_get_cover (presentation) == ILV_COVER_END)
    return ilv_presentation_is_asking (presentation) ? _("Ends the talk") : _("Asks whether to end");
  if (ilv_presentation_is_asking (presentation))
    return _("Goes on with the talk");
  if (ilv_presentation_shows_overview (presentation))
    return _("Leaves the overview");
  if (ilv_presentation_get_cover (presentation) != ILV_COVER_NONE)
    return _("Shows the slide again");
  return NULL;
}

char *
ilv_talk_text_describe_next (IlvPresentation *presentation)
{
  IlvSlide *next;
  const char *away;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  next = ilv_presentation_get_next_slide (presentation);
  away = describe_away (presentation);
  if (away != NULL)
    return g_strdup (away);
  if (ilv_presentation_is_waiting (presentation))
    return g_strdup (_("Waits for the run to end"));
  if (has_next_step (presentation))
    return g_strdup (describe_next_step (ilv_presentation_get_slide (presentation),
                                         ilv_presentation_get_step (presentation)));
  return g_strdup (next != NULL ? describe_next_slide (next) : _("The end of the talk"));
}

char *
ilv_talk_text_describe_after (IlvPresentation *presentation)
{
  IlvSlide *next;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  next = ilv_presentation_get_next_slide (presentation);
  if (next == NULL || ilv_presentation_get_cover (presentation) == ILV_COVER_END)
    return g_strdup ("");
  if (has_next_step (presentation) || ilv_presentation_is_waiting (presentation)
      || describe_away (presentation) != NULL)
    /* Translators: what comes after the next step of a slide; %s is what, such as “The answer”. */
    return g_strdup_printf (_("Then: %s"), describe_slide (next));
  return g_strdup (ilv_slide_get_parts (next)->title);
}

char *
ilv_talk_text_describe_cover (IlvPresentation *presentation)
{
  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  switch (ilv_presentation_get_cover (presentation))
    {
    case ILV_COVER_BLACK:
      return g_strdup (_("The room sees black"));
    case ILV_COVER_WHITE:
      return g_strdup (_("The room sees white"));
    case ILV_COVER_END:
      return g_strdup (_("The room sees that it is the end"));
    default:
      break;
    }
  if (ilv_presentation_is_frozen (presentation))
    return g_strdup (_("Frozen: the room sees a still picture"));
  return NULL;
}

char *
ilv_talk_text_describe_typing (IlvPresentation *presentation)
{
  const char *digits;
  int choice;
  IlvPoll *poll;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  digits = ilv_presentation_get_digits (presentation);
  choice = ilv_presentation_get_counting (presentation);
  poll = ilv_presentation_get_current_poll (presentation);
  if (choice >= 0 && poll != NULL)
    /* Translators: the hands that are counted for a choice; the first %s is the choice, the second
     * the number that was typed so far. */
    return g_strdup_printf (_("Hands for “%s”: %s ⏎"), ilv_poll_get_choice (poll, choice),
                            *digits != '\0' ? digits : "…");
  if (*digits == '\0')
    return NULL;
  /* Translators: %s is the number of a slide that was typed; ⏎ is the key Enter. */
  return g_strdup_printf (_("Go to %s ⏎"), digits);
}

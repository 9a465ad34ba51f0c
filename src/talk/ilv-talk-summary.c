/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-talk-summary.h"

struct _IlvTalkSummary
{
  GObject parent_instance;

  char *title;
  GDateTime *begun;
  gint64 planned_ns;
  gint64 elapsed_ns;
  GPtrArray *slides; /* element-type IlvTalkSummarySlide */
  guint n_missed;
  GPtrArray *polls; /* element-type IlvTalkSummaryPoll */
};

G_DEFINE_FINAL_TYPE (IlvTalkSummary, ilv_talk_summary, G_TYPE_OBJECT)

static void
slide_free (IlvTalkSummarySlide *slide)
{
  g_free ((char *) slide->title);
  g_free (slide);
}

static void
poll_free (IlvTalkSummaryPoll *poll)
{
  g_free ((char *) poll->question);
  g_strfreev ((char **) poll->choices);
  for (guint i = 0; i < ILV_POLL_N_ROUNDS; i++)
    g_free ((guint *) poll->counts[i]);
  g_free (poll);
}

static void
add_slides (IlvTalkSummary *self, IlvPresentation *presentation)
{
  IlvDeck *deck = ilv_presentation_get_deck (presentation);

  for (guint i = 0; i < ilv_deck_get_n_slides (deck); i++)
    {
      const IlvSlideParts *parts = ilv_slide_get_parts (ilv_deck_get_slide (deck, i));
      IlvTalkSummarySlide *slide;

      if (!ilv_presentation_was_shown (presentation, i))
        {
          self->n_missed++;
          continue;
        }
      slide = g_new0 (IlvTalkSummarySlide, 1);
      slide->number = i + 1;
      slide->title = g_strdup (parts->title);
      slide->kind = parts->kind;
      slide->time_ns = ilv_presentation_get_time_on_ns (presentation, i);
      slide->planned_ns = ilv_presentation_get_planned_on_ns (presentation, i);
      g_ptr_array_add (self->slides, slide);
    }
}

static IlvTalkSummaryPoll *
create_poll (IlvPoll *poll)
{
  IlvTalkSummaryPoll *summary = g_new0 (IlvTalkSummaryPoll, 1);
  guint n_choices = ilv_poll_get_n_choices (poll);
  char **choices = g_new0 (char *, n_choices + 1);

  for (guint i = 0; i < n_choices; i++)
    choices[i] = g_strdup (ilv_poll_get_choice (poll, i));
  summary->question = g_strdup (ilv_poll_get_question (poll));
  summary->n_choices = n_choices;
  summary->choices = (const char *const *) choices;
  summary->right = ilv_poll_get_right (poll);
  summary->gain = ilv_poll_get_gain (poll);
  for (guint round = 0; round < ILV_POLL_N_ROUNDS; round++)
    {
      guint *counts = g_new0 (guint, n_choices);

      for (guint i = 0; i < n_choices; i++)
        counts[i] = ilv_poll_get_count (poll, round, i);
      summary->counts[round] = counts;
      summary->totals[round] = ilv_poll_get_total (poll, round);
      summary->n_right[round] = summary->right >= 0 ? counts[summary->right] : 0;
    }
  return summary;
}

static gboolean
was_asked (IlvPresentation *presentation, guint poll)
{
  IlvDeck *deck = ilv_presentation_get_deck (presentation);

  for (guint i = 0; i < ilv_deck_get_n_slides (deck); i++)
    {
      const IlvSlideParts *parts = ilv_slide_get_parts (ilv_deck_get_slide (deck, i));

      if (parts->kind == ILV_SLIDE_POLL && parts->poll == poll
          && ilv_presentation_was_shown (presentation, i))
        return TRUE;
    }
  return ilv_poll_get_largest (ilv_presentation_get_poll (presentation, poll)) > 0;
}

static void
add_polls (IlvTalkSummary *self, IlvPresentation *presentation)
{
  guint n_polls = ilv_deck_get_n_polls (ilv_presentation_get_deck (presentation));

  for (guint i = 0; i < n_polls; i++)
    {
      IlvTalkSummaryPoll *poll;

      if (!was_asked (presentation, i))
        continue;
      poll = create_poll (ilv_presentation_get_poll (presentation, i));
      poll->number = i + 1;
      g_ptr_array_add (self->polls, poll);
    }
}

static void
ilv_talk_summary_finalize (GObject *object)
{
  IlvTalkSummary *self = ILV_TALK_SUMMARY (object);

  g_free (self->title);
  g_clear_pointer (&self->begun, g_date_time_unref);
  g_clear_pointer (&self->slides, g_ptr_array_unref);
  g_clear_pointer (&self->polls, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_talk_summary_parent_class)->finalize (object);
}

static void
ilv_talk_summary_class_init (IlvTalkSummaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_talk_summary_finalize;
}

static void
ilv_talk_summary_init (IlvTalkSummary *self)
{
  self->slides = g_ptr_array_new_with_free_func ((GDestroyNotify) slide_free);
  self->polls = g_ptr_array_new_with_free_func ((GDestroyNotify) poll_free);
}

IlvTalkSummary *
ilv_talk_summary_new (IlvPresentation *presentation, GDateTime *begun)
{
  IlvTalkSummary *self;
  IlvDeck *deck;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);

  self = g_object_new (ILV_TYPE_TALK_SUMMARY, NULL);
  deck = ilv_presentation_get_deck (presentation);
  self->title = g_strdup (ilv_lesson_get_title (ilv_deck_get_lesson (deck)));
  self->begun
    = g_date_time_ref (begun != NULL ? begun : ilv_presentation_get_begun (presentation));
  self->planned_ns = ilv_presentation_get_planned_ns (presentation);
  self->elapsed_ns = ilv_talk_clock_get_elapsed_ns (ilv_presentation_get_clock (presentation));
  add_slides (self, presentation);
  add_polls (self, presentation);
  return self;
}

const char *
ilv_talk_summary_get_title (IlvTalkSummary *self)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), NULL);

  return self->title;
}

GDateTime *
ilv_talk_summary_get_begun (IlvTalkSummary *self)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), NULL);

  return self->begun;
}

gint64
ilv_talk_summary_get_planned_ns (IlvTalkSummary *self)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), 0);

  return self->planned_ns;
}

gint64
ilv_talk_summary_get_elapsed_ns (IlvTalkSummary *self)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), 0);

  return self->elapsed_ns;
}

guint
ilv_talk_summary_get_n_slides (IlvTalkSummary *self)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), 0);

  return self->slides->len;
}

const IlvTalkSummarySlide *
ilv_talk_summary_get_slide (IlvTalkSummary *self, guint index)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), NULL);
  g_return_val_if_fail (index < self->slides->len, NULL);

  return self->slides->pdata[index];
}

guint
ilv_talk_summary_get_n_missed (IlvTalkSummary *self)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), 0);

  return self->n_missed;
}

guint
ilv_talk_summary_get_n_polls (IlvTalkSummary *self)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), 0);

  return self->polls->len;
}

const IlvTalkSummaryPoll *
ilv_talk_summary_get_poll (IlvTalkSummary *self, guint index)
{
  g_return_val_if_fail (ILV_IS_TALK_SUMMARY (self), NULL);
  g_return_val_if_fail (index < self->polls->len, NULL);

  return self->polls->pdata[index];
}

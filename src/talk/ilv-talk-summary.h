/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-presentation.h"

G_BEGIN_DECLS

/**
 * IlvTalkSummarySlide:
 * @number: its number, from 1
 * @title: its title
 * @kind: what it shows
 * @time_ns: how long it was shown, in all
 * @planned_ns: how long it was planned to be
 *
 * A slide that was shown.
 */
typedef struct
{
  guint number;
  const char *title;
  IlvSlideKind kind;
  gint64 time_ns;
  gint64 planned_ns;
} IlvTalkSummarySlide;

/**
 * IlvTalkSummaryPoll:
 * @number: its number in the talk, from 1
 * @question: what was asked
 * @n_choices: how many answers there were to choose from
 * @choices: (array length=n_choices): them
 * @counts: (array length=n_choices): the hands of each, by round
 * @totals: all hands of a round
 * @right: the choice that a run has shown to be right; -1 where none was run
 * @n_right: how many had it right, by round; 0 where that is not known
 * @gain: see ilv_poll_get_gain(); NAN for none
 *
 * A prediction that the room has made.
 */
typedef struct
{
  guint number;
  const char *question;
  guint n_choices;
  const char *const *choices;
  const guint *counts[ILV_POLL_N_ROUNDS];
  guint totals[ILV_POLL_N_ROUNDS];
  int right;
  guint n_right[ILV_POLL_N_ROUNDS];
  double gain;
} IlvTalkSummaryPoll;

#define ILV_TYPE_TALK_SUMMARY (ilv_talk_summary_get_type ())

/**
 * IlvTalkSummary:
 *
 * What has become of a talk: when and how long it was, the slides that were shown, and what the room has
 * predicted. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvTalkSummary, ilv_talk_summary, ILV, TALK_SUMMARY, GObject)

/* Of the talk until now. @begun: (nullable): when it began; %NULL for ilv_presentation_get_begun(). */
IlvTalkSummary *ilv_talk_summary_new (IlvPresentation *presentation, GDateTime *begun);

/* (transfer none): the lesson's title, and when the talk began. */
const char *ilv_talk_summary_get_title (IlvTalkSummary *self);
GDateTime *ilv_talk_summary_get_begun (IlvTalkSummary *self);

/* How long the talk was planned to be, 0 where it was not; and how long it was, without pauses. */
gint64 ilv_talk_summary_get_planned_ns (IlvTalkSummary *self);
gint64 ilv_talk_summary_get_elapsed_ns (IlvTalkSummary *self);

/* The slides that were shown, in the lesson's order; and how many others it has. */
guint ilv_talk_summary_get_n_slides (IlvTalkSummary *self);
const IlvTalkSummarySlide *ilv_talk_summary_get_slide (IlvTalkSummary *self, guint index);
guint ilv_talk_summary_get_n_missed (IlvTalkSummary *self);

/* What was asked: the polls whose slide was shown, or for which hands were counted. */
guint ilv_talk_summary_get_n_polls (IlvTalkSummary *self);
const IlvTalkSummaryPoll *ilv_talk_summary_get_poll (IlvTalkSummary *self, guint index);

/* (transfer full): all of it as CSV in UTF-8, see docs/formats.md. */
char *ilv_talk_summary_to_csv (IlvTalkSummary *self);

G_END_DECLS

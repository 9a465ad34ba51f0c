/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-experiment.h"
#include "ilv-timeline.h"

G_BEGIN_DECLS

#define ILV_TYPE_SIDE_CARD (ilv_side_card_get_type ())

/**
 * IlvSideCard:
 *
 * One side of a comparison: the strategy, the timeline (or the same spans as a table, or a scene of
 * them), the figures, and a sentence. Between scene and timeline it is switched by the action
 * `comparison.show-scene`.
 *
 * Properties: `strategy` (uint, an #IlvStrategy, read and write, notifies on change).
 */
G_DECLARE_FINAL_TYPE (IlvSideCard, ilv_side_card, ILV, SIDE_CARD, GtkWidget)

/* Says which side it is and what it shares with the other. */
void ilv_side_card_set_up (IlvSideCard *self,
                           IlvSide side,
                           IlvTimeAxis *axis,
                           IlvPlayhead *playhead);

IlvStrategy ilv_side_card_get_strategy (IlvSideCard *self);
void ilv_side_card_set_strategy (IlvSideCard *self, IlvStrategy strategy);

/* Offers the scene of that name besides the timeline. */
void ilv_side_card_set_scene (IlvSideCard *self, const char *name);
void ilv_side_card_set_shows_scene (IlvSideCard *self, gboolean shows_scene);

/* Which strategies can be chosen: a bit of @offered for each, `1 << strategy`; all at first. The one
 * that is set stays. */
void ilv_side_card_set_offered (IlvSideCard *self, guint offered);

/* What is to be known of the strategy besides its description: @detail (nullable), such as the version
 * of an interpreter; @caution (nullable), such as that something else runs in its place. */
void ilv_side_card_set_remarks (IlvSideCard *self, const char *detail, const char *caution);

/* Shows what has happened so far (@trace is live: only the timeline follows) or in all. */
void ilv_side_card_set_trace (IlvSideCard *self, IlvTrace *trace);

/* What is going to be run, for the scene to show as long as there is no trace; see
 * ilv_planned_trace_new(). @plan: (nullable). */
void ilv_side_card_set_plan (IlvSideCard *self, IlvTrace *plan);

/* What the tasks of the last run brought, in words; "" where there is nothing to say. */
const char *ilv_side_card_get_results (IlvSideCard *self);
void ilv_side_card_set_shows_table (IlvSideCard *self, gboolean shows_table);
IlvTimeline *ilv_side_card_get_timeline (IlvSideCard *self);

G_END_DECLS

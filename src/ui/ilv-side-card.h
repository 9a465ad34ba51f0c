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
 * One side of a comparison: the strategy, the timeline (or the same spans as a table), the figures,
 * and a sentence.
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

/* Shows what has happened so far (@trace is live: only the timeline follows) or in all. */
void ilv_side_card_set_trace (IlvSideCard *self, IlvTrace *trace);
void ilv_side_card_set_shows_table (IlvSideCard *self, gboolean shows_table);
IlvTimeline *ilv_side_card_get_timeline (IlvSideCard *self);

G_END_DECLS

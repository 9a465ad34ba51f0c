/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline.h"
#include "ilv-trace-loader.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRACE_CARD (ilv_trace_card_get_type ())

/**
 * IlvTraceCard:
 *
 * One side of the person's own traces: its name, how much there is, the timeline or the same spans as a
 * table, and the figures as far as they are known.
 *
 * Signals: #IlvTraceCard::chosen, with the number of the name that was chosen.
 */
G_DECLARE_FINAL_TYPE (IlvTraceCard, ilv_trace_card, ILV, TRACE_CARD, GtkWidget)

/* Says which side it is, 0 or 1, and what it shares with the other. */
void ilv_trace_card_set_up (IlvTraceCard *self, guint side, IlvTimeAxis *axis, IlvPlayhead *playhead);

/* What can be chosen, and what is; nothing is offered where there are no more than both sides show. */
void ilv_trace_card_set_names (IlvTraceCard *self, const char *const *names, guint chosen);

/* @strand: (nullable): what is shown. @is_alone: whether there is no other side. */
void ilv_trace_card_set_strand (IlvTraceCard *self, const IlvTraceStrand *strand, gboolean is_alone);
void ilv_trace_card_set_shows_table (IlvTraceCard *self, gboolean shows_table);
IlvTimeline *ilv_trace_card_get_timeline (IlvTraceCard *self);

G_END_DECLS

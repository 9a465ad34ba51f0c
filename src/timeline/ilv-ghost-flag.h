/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-view.h"

G_BEGIN_DECLS

/* The flag on the ruler that says which end the learner predicts. The layer that draws it and the
 * one whose numbers make room for it ask here where it is. */

/* (nullable) (transfer full): its text, and its place; %NULL if there is none to be seen. */
PangoLayout *
ilv_ghost_flag_place (GtkWidget *layer, const IlvTimelineView *view, graphene_rect_t *bounds);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-view.h"

G_BEGIN_DECLS

/* The two marks of an axis that one measures between, as a timeline shows them: lines with handles, and
 * how far they are from each other. */

void ilv_range_mark_snapshot (GtkWidget *layer, const IlvTimelineView *view, GtkSnapshot *snapshot);

/* The mark whose handle is there, or -1. */
int ilv_range_mark_pick (const IlvTimelineView *view, double x, double y);

G_END_DECLS

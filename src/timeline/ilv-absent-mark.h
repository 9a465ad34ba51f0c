/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline-view.h"

G_BEGIN_DECLS

/* Draws the selected span where it is in no lane, as the waits of a task where lanes are processors: from
 * when to when, over all lanes, and what it is. */
void
ilv_absent_mark_snapshot (GtkWidget *layer, const IlvTimelineView *view, GtkSnapshot *snapshot);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_STORY_LABEL (ilv_story_label_get_type ())

/**
 * IlvStoryLabel:
 *
 * What is told of the selection of a timeline, below its lanes: takes no room while there is nothing to
 * tell. Clicks on it are no clicks on the timeline that it stands in.
 */
G_DECLARE_FINAL_TYPE (IlvStoryLabel, ilv_story_label, ILV, STORY_LABEL, GtkWidget)

GtkWidget *ilv_story_label_new (void);

/* (nullable): %NULL for nothing. */
const char *ilv_story_label_get_text (IlvStoryLabel *self);
void ilv_story_label_set_text (IlvStoryLabel *self, const char *text);

G_END_DECLS

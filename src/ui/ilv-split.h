/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_SPLIT (ilv_split_get_type ())

/**
 * IlvSplit:
 *
 * A sidebar and a content, side by side where the width allows. Where it does not, the split is
 * collapsed: the content has all the width and the sidebar, when shown, slides over it; a click
 * beside it or Escape hides it again.
 *
 * Properties: #IlvSplit:sidebar and #IlvSplit:content (widgets), #IlvSplit:show-sidebar,
 * #IlvSplit:collapsed (read only; follows the width and notifies after the allocation that changed
 * it, never within). The choice to show the sidebar beside the content outlives a collapse.
 */
G_DECLARE_FINAL_TYPE (IlvSplit, ilv_split, ILV, SPLIT, GtkWidget)

GtkWidget *ilv_split_new (void);

void ilv_split_set_sidebar (IlvSplit *self, GtkWidget *sidebar);
GtkWidget *ilv_split_get_sidebar (IlvSplit *self);

void ilv_split_set_content (IlvSplit *self, GtkWidget *content);
GtkWidget *ilv_split_get_content (IlvSplit *self);

void ilv_split_set_show_sidebar (IlvSplit *self, gboolean show);
gboolean ilv_split_get_show_sidebar (IlvSplit *self);

gboolean ilv_split_get_collapsed (IlvSplit *self);

G_END_DECLS

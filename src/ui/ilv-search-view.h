/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-search.h"

G_BEGIN_DECLS

#define ILV_TYPE_SEARCH_VIEW (ilv_search_view_get_type ())

/**
 * IlvSearchView:
 *
 * An entry, and what a search finds, grouped by kind. A word of the glossary opens where it stands.
 *
 * Signals: #IlvSearchView::hit-activated (#IlvSearchHit), for a lesson or a section;
 * #IlvSearchView::left, when Escape is used.
 */
G_DECLARE_FINAL_TYPE (IlvSearchView, ilv_search_view, ILV, SEARCH_VIEW, GtkWidget)

GtkWidget *ilv_search_view_new (void);

/* What is searched: once. */
void ilv_search_view_set_course (IlvSearchView *self, IlvCourse *course);

/* Empties the entry and gives it the focus. */
void ilv_search_view_begin (IlvSearchView *self);

G_END_DECLS

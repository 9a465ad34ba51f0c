/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_OVERVIEW (ilv_overview_get_type ())

/**
 * IlvOverview:
 *
 * All slides in small, the one that is shown selected: arrows move, Enter or a click goes to a slide,
 * typing searches. It fills itself little by little. To be put over a window's content while the
 * presentation's `overview` is set, and taken away afterwards.
 */
G_DECLARE_FINAL_TYPE (IlvOverview, ilv_overview, ILV, OVERVIEW, GtkWidget)

/* (transfer floating): it takes the keyboard's focus when it is shown. */
GtkWidget *ilv_overview_new (IlvStageSet *stages);

/* Ends the search, if there is one. Returns: whether there was one. For Escape, which closes the overview
 * only after that. */
gboolean ilv_overview_leave_search (IlvOverview *self);

G_END_DECLS

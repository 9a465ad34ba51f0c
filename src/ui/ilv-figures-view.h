/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-figures.h"

G_BEGIN_DECLS

#define ILV_TYPE_FIGURES_VIEW (ilv_figures_view_get_type ())

/**
 * IlvFiguresView:
 *
 * The figures under a timeline: large numbers with small names.
 */
G_DECLARE_FINAL_TYPE (IlvFiguresView, ilv_figures_view, ILV, FIGURES_VIEW, GtkWidget)

/* Shows @figures, or dashes for %NULL. */
void ilv_figures_view_set_figures (IlvFiguresView *self, const IlvFigures *figures);

G_END_DECLS

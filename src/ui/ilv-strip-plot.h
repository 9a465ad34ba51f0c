/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-run-history.h"

G_BEGIN_DECLS

#define ILV_TYPE_STRIP_PLOT (ilv_strip_plot_get_type ())

/**
 * IlvStripPlot:
 *
 * How long the runs like the newest took: a dot a run, a row a side, both on one scale from the shortest time to
 * the longest, with the quartiles as a band and the median as a line. A click or the arrow keys choose a
 * run by the action `comparison.show-run`; a ring tells which one is shown. Hidden while there are less than
 * two such runs. In words it is what ilv_run_history_describe() says.
 */
G_DECLARE_FINAL_TYPE (IlvStripPlot, ilv_strip_plot, ILV, STRIP_PLOT, GtkWidget)

GtkWidget *ilv_strip_plot_new (IlvRunHistory *history);

/* Where the middle of a run's dot is, in the widget; %FALSE where it has none. */
gboolean ilv_strip_plot_locate (IlvStripPlot *self, IlvPastRun *run, IlvSide side, graphene_point_t *point);

G_END_DECLS

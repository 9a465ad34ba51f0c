/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_CHART (ilv_chart_get_type ())

/**
 * IlvChartStyle:
 * @ILV_CHART_LINE: points joined by a line, for what was computed
 * @ILV_CHART_DOTS: filled dots, for what was measured
 * @ILV_CHART_DASHES: points joined by dashes, for what would be ideal
 *
 * How a series looks; never told by the colour alone.
 */
typedef enum
{
  ILV_CHART_LINE,
  ILV_CHART_DOTS,
  ILV_CHART_DASHES,
} IlvChartStyle;

/**
 * IlvChart:
 *
 * A small chart of numbers over numbers of processors: series of points, the horizontal axis
 * doubling from tick to tick, the vertical one beginning at 0. What it shows can be read as a table
 * too.
 */
G_DECLARE_FINAL_TYPE (IlvChart, ilv_chart, ILV, CHART, GtkWidget)

GtkWidget *ilv_chart_new (void);

/* What the axes count, such as "Processors" and "Speedup". */
void ilv_chart_set_labels (IlvChart *self, const char *x_label, const char *y_label);

/* Adds a series without points and returns its number. */
guint ilv_chart_add_series (IlvChart *self, const char *name, IlvChartStyle style);

/* Points may come in any order of @x (> 0); one at an @x that is there replaces it. */
void ilv_chart_add_point (IlvChart *self, guint series, double x, double y);

/* Takes all series away. */
void ilv_chart_clear (IlvChart *self);

/* (transfer full): the numbers, a line for each @x. */
char *ilv_chart_to_text (IlvChart *self);

G_END_DECLS

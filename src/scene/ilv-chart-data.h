/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-chart.h"

G_BEGIN_DECLS

/**
 * IlvChartPoint:
 * @x: > 0
 * @y: ≥ 0
 */
typedef struct
{
  double x;
  double y;
} IlvChartPoint;

/**
 * IlvChartSeries:
 * @name: what the legend says
 * @style: how it looks
 * @points: (element-type IlvChartPoint): sorted by x, one at each
 */
typedef struct
{
  char *name;
  IlvChartStyle style;
  GArray *points;
} IlvChartSeries;

/* The numbers of a chart, without a picture: (element-type IlvChartSeries) of a GPtrArray that
 * frees them. */
GPtrArray *ilv_chart_data_new (void);
void ilv_chart_data_add_series (GPtrArray *self, const char *name, IlvChartStyle style);
void ilv_chart_data_add_point (GPtrArray *self, guint series, double x, double y);
const IlvChartSeries *ilv_chart_data_get_series (GPtrArray *self, guint index);
const IlvChartPoint *ilv_chart_data_get_point (GPtrArray *self, guint series, guint index);

/* The first and last x, and the largest y; %FALSE if there are no points. */
gboolean ilv_chart_data_find_range (GPtrArray *self, double *from, double *to, double *end);

/* (transfer full): a line for each x. */
char *ilv_chart_data_to_text (GPtrArray *self, const char *x_label);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The numbers of a chart's axes. No GTK. */

/* The round step (1, 2 or 5 times a power of ten) with which an axis from 0 to @end (> 0) has at
 * most
 * @max_ticks (≥ 1) ticks after 0. */
double ilv_chart_axis_get_step (double end, guint max_ticks);

/* The last tick of such an axis: the first multiple of @step that is not below @end. */
double ilv_chart_axis_get_end (double end, double step);

/* The place, 0 to 1, of @x on an axis from @from to @to (> 0) that doubles from tick to tick; 0.5
 * where both are the same. */
double ilv_chart_axis_get_log_place (double x, double from, double to);

/* "1.5": as few decimals, up to two, as the number needs. */
char *ilv_chart_axis_format (double value);

G_END_DECLS

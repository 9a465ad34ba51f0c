/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_CHART (ilv_race_chart_get_type ())

/**
 * IlvRaceChart:
 *
 * All runs of a race on one scale, one below the other: the requests that were under way over time.
 * A few are shown as bars in rows, so that the waves of a thread pool can be seen; many as an area
 * whose height is their number. Work at each frame is bounded by pixels.
 */
G_DECLARE_FINAL_TYPE (IlvRaceChart, ilv_race_chart, ILV, RACE_CHART, GtkWidget)

GtkWidget *ilv_race_chart_new (void);

/* The titles of the runs, which have no traces yet. */
void ilv_race_chart_set_titles (IlvRaceChart *self, const char *const *titles);

/* What happened in a run; @trace (nullable) may be a live one. */
void ilv_race_chart_set_trace (IlvRaceChart *self, guint run, IlvTrace *trace);

/* (transfer full): what the picture shows in words, a line a run. */
char *ilv_race_chart_describe (IlvRaceChart *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-race-summary.h"
#include "ilv-time-axis.h"

G_BEGIN_DECLS

/**
 * IlvRaceLane:
 * @title: what the run is called
 * @trace: (nullable): what happened in it, or so far
 * @requests: (nullable) (element-type IlvInFlight): what was under way in it
 * @most: the most that were under way at one moment
 *
 * One run of a race.
 */
typedef struct
{
  char *title;
  IlvTrace *trace;
  GArray *requests;
  guint most;
} IlvRaceLane;

#define ILV_TYPE_RACE_LANES (ilv_race_lanes_get_type ())

/**
 * IlvRaceLanes:
 *
 * The runs of a race as pictures of them need them, on one scale of time and one of heights: looked
 * through once, for as many pictures as there are.
 *
 * Signals: #IlvRaceLanes::changed. For one thread.
 */
G_DECLARE_FINAL_TYPE (IlvRaceLanes, ilv_race_lanes, ILV, RACE_LANES, GObject)

IlvRaceLanes *ilv_race_lanes_new (void);

/* The titles of the runs, which have no traces yet. */
void ilv_race_lanes_set_titles (IlvRaceLanes *self, const char *const *titles);

/* What happened in a run; @trace (nullable) may be a live one. */
void ilv_race_lanes_set_trace (IlvRaceLanes *self, guint run, IlvTrace *trace);

guint ilv_race_lanes_get_n_lanes (IlvRaceLanes *self);

/* (transfer none): valid until something is set. */
const IlvRaceLane *ilv_race_lanes_get_lane (IlvRaceLanes *self, guint run);

/* Whether there is a trace at all, and whether one of them is live. */
gboolean ilv_race_lanes_has_traces (IlvRaceLanes *self);
gboolean ilv_race_lanes_is_live (IlvRaceLanes *self);

/* The most that were under way at one moment in any run, ≥ 1. */
guint ilv_race_lanes_get_most (IlvRaceLanes *self);

/* When the last run ended; 0 where there is none. */
gint64 ilv_race_lanes_get_end_ns (IlvRaceLanes *self);

/* (transfer none): what is seen of the time; it grows with the runs. */
IlvTimeAxis *ilv_race_lanes_get_axis (IlvRaceLanes *self);

/* (transfer full) (element-type IlvRacer): the runs, to be compared; valid until something is set. */
GArray *ilv_race_lanes_get_racers (IlvRaceLanes *self);

/* (transfer full): "2.05 s · 6 at once", or that it has not been run. */
char *ilv_race_lanes_describe_lane (IlvRaceLanes *self, guint run);

/* (transfer full): all of them in words, a line a run. */
char *ilv_race_lanes_describe (IlvRaceLanes *self);

G_END_DECLS

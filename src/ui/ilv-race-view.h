/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-gradual.h"
#include "ilv-lesson-context.h"
#include "ilv-pythons.h"
#include "ilv-race-bench.h"
#include "ilv-race-lanes.h"
#include "ilv-race.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_VIEW (ilv_race_view_get_type ())

/**
 * IlvRaceView:
 *
 * A race of a lesson: its settings, all runs in one chart and one table, who was how much sooner,
 * and any two of the runs side by side. Where the lesson has runs in Python too and an interpreter
 * is found, C or Python can be chosen. A view that leaves its window stops what it runs, unless it is
 * lasting.
 *
 * Its action group "comparison" has `run`, `stop` and what moves the replay.
 *
 * Signals: #IlvRaceView::changed, when it starts or stops running, or what it shows or offers is
 * different.
 */
G_DECLARE_FINAL_TYPE (IlvRaceView, ilv_race_view, ILV, RACE_VIEW, GtkWidget)

/* @settings: (nullable): where the choice of the server is kept. @pythons: (nullable): the
 * interpreters of this machine, which are looked for if they are not given. */
GtkWidget *ilv_race_view_new (IlvRace *race, GSettings *settings, IlvPythons *pythons);

/* The same in a lesson, where its last run is kept. @context: of it, settings and interpreters may be
 * %NULL as above. */
GtkWidget *ilv_race_view_new_in_lesson (IlvRace *race, const IlvLessonContext *context);

/* The same with little in it yet: see #IlvGradual. */
GtkWidget *ilv_race_view_new_unbuilt (IlvRace *race);

/* (transfer none) */
GActionGroup *ilv_race_view_get_actions (IlvRaceView *self);
IlvRaceBench *ilv_race_view_get_bench (IlvRaceView *self);

/* (transfer none): who was sooner; empty before that is known. */
const char *ilv_race_view_get_verdict (IlvRaceView *self);

/* (transfer none): what went wrong; empty where nothing did. */
const char *ilv_race_view_get_problem (IlvRaceView *self);

/* Whether it outlives the windows that it is shown in: then a race goes on when it leaves one. %FALSE at
 * first: a page that is left takes its race with it. */
void ilv_race_view_set_lasting (IlvRaceView *self, gboolean lasting);

/* (transfer none): its runs, for other pictures of them. */
IlvRaceLanes *ilv_race_view_get_lanes (IlvRaceView *self);

/* (transfer none) (nullable): what it is doing; %NULL while it does not run. */
const char *ilv_race_view_get_status (IlvRaceView *self);

/* Whether the last race has come to its end. */
gboolean ilv_race_view_has_result (IlvRaceView *self);

/* (transfer full): how the next race is run: "Python · latency 100 ms". */
char *ilv_race_view_describe_conditions (IlvRaceView *self);

G_END_DECLS

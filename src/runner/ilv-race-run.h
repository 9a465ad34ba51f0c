/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-python.h"
#include "ilv-strategy.h"
#include "ilv-trace.h"
#include "ilv-workload.h"
#include "ilv-world.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_RUN (ilv_race_run_get_type ())

/* What ilv_race_run_get_current() says while nothing runs. */
#define ILV_RACE_RUN_NONE G_MAXUINT

/**
 * IlvRaceRun:
 *
 * Runs one workload in several ways, one after the other, so that they do not take the processors from
 * each other. All do exactly the same work: what is drawn at random is drawn once.
 *
 * Properties: `current` (uint, which run goes on, or %ILV_RACE_RUN_NONE; read only, notifies on a
 * change). For the thread whose main context is to receive the answers.
 */
G_DECLARE_FINAL_TYPE (IlvRaceRun, ilv_race_run, ILV, RACE_RUN, GObject)

IlvRaceRun *ilv_race_run_new (void);

/* Adds a way to run it and returns its number; not while a race goes on. For @workers, @code and @python
 * see #IlvRunnerOptions; they are copied. */
guint ilv_race_run_add (IlvRaceRun *self,
                        IlvStrategy strategy,
                        guint workers,
                        const char *code,
                        IlvPython *python);

/* Takes all of them away, and what is known of them; not while a race goes on. */
void ilv_race_run_clear (IlvRaceRun *self);
guint ilv_race_run_get_n_runs (IlvRaceRun *self);

/* (transfer none): what the tasks wait for, for its settings. It is opened for the first race and
 * closed when the race run is disposed of. */
IlvWorld *ilv_race_run_get_world (IlvRaceRun *self);

/* Runs all of them; not while a race goes on. What is known of the last race is dropped. */
void ilv_race_run_async (IlvRaceRun *self,
                         IlvWorkload *workload,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data);

/* %TRUE when all have had their turn; those that could not be run have a problem. After
 * %G_IO_ERROR_CANCELLED there is what was recorded until then. */
gboolean ilv_race_run_finish (IlvRaceRun *self, GAsyncResult *result, GError **error);

/* Which run goes on, or %ILV_RACE_RUN_NONE; and whether a race does, for the world opens first. */
guint ilv_race_run_get_current (IlvRaceRun *self);
gboolean ilv_race_run_is_running (IlvRaceRun *self);

/* (transfer full) (nullable): what happened in a run: in the end, or so far, or %NULL before it. */
IlvTrace *ilv_race_run_dup_trace (IlvRaceRun *self, guint run);

/* (nullable): why a run could not be made, in words for a person. */
const char *ilv_race_run_get_problem (IlvRaceRun *self, guint run);

/* (transfer full) (nullable): @n_tasks tasks that do what those of @workload do, which must all do the
 * same; %NULL where they do not, so that their number cannot be changed. */
IlvWorkload *ilv_race_run_resize_workload (IlvWorkload *workload, guint n_tasks);

G_END_DECLS

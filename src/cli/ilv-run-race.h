/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-last-runs.h"
#include "ilv-race.h"
#include "ilv-run-options.h"

G_BEGIN_DECLS

/* Runs all ways of @race, one after the other, and writes when each finished and what it brought,
 * or a trace of each; the exit status. */
int ilv_run_race (const IlvRunOptions *options, IlvRace *race);

/* (transfer full) (nullable): the same as a run, of which nothing is written: of the ways that could be
 * run. */
IlvLastRun *ilv_run_race_measure (const IlvRunOptions *options, IlvRace *race, GError **error);

G_END_DECLS

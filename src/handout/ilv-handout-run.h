/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"
#include "ilv-last-runs.h"

G_BEGIN_DECLS

/**
 * IlvHandoutRun:
 * @run: what happened
 * @lanes: (element-type IlvLaneIndex): of each trace
 * @axis_ns: how long the time axis of all of them is
 *
 * The last run of an experiment, made ready to be drawn.
 */
typedef struct
{
  IlvLastRun *run;
  GPtrArray *lanes;
  double axis_ns;
} IlvHandoutRun;

/* Takes @run over. For any thread: it takes as long as the run has spans. */
IlvHandoutRun *ilv_handout_run_new (IlvLastRun *run);
void ilv_handout_run_free (IlvHandoutRun *self);

IlvTrace *ilv_handout_run_get_trace (const IlvHandoutRun *self, guint index);

/* What a trace is called: the title of a race's run, or the name of its strategy. */
const char *ilv_handout_run_get_title (const IlvHandoutRun *self, guint index);

G_END_DECLS

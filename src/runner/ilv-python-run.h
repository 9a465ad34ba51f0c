/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-python.h"
#include "ilv-recorder.h"
#include "ilv-strategy.h"
#include "ilv-workload.h"
#include "ilv-world.h"

G_BEGIN_DECLS

/**
 * IlvPythonRunSettings:
 * @strategy: how it is run
 * @processors: how many processors may be used
 * @workers: how many threads a thread pool has, or 0
 * @world: (nullable): what the script waits for; must be open
 * @python: (nullable): the interpreter; %NULL for the best one found
 * @code: (nullable): the script; %NULL for one that is made of the workload
 * @longest_ms: after so long the script is stopped
 * @still_ms: after so long without anything that runs, it is said who waits for what
 *
 * What a run of a Python script needs to know.
 */
typedef struct
{
  IlvStrategy strategy;
  guint processors;
  guint workers;
  IlvWorld *world;
  IlvPython *python;
  char *code;
  guint longest_ms;
  guint still_ms;
} IlvPythonRunSettings;

/* Runs a script in a thread of its own with a main context of its own. Answers @result (transfer
 * full) when it is over, with an #IlvTrace or an error of %ILV_PYTHON_ERROR; its source object
 * keeps @settings until then. */
void ilv_python_run_launch (GTask *result,
                            IlvWorkload *workload,
                            IlvRecorder *recorder,
                            const IlvPythonRunSettings *settings);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-python.h"
#include "ilv-world.h"

G_BEGIN_DECLS

/**
 * IlvRunnerOptions:
 * @processors: how many processors may be used, from 1
 * @workers: how many threads a thread pool has, 1 to %ILV_MAX_WORKERS; 0 for one a processor
 * @slice_ns: how long a task may run while others are ready, where the strategy has time slices; 0
 *   for the kernel's own, and the model's
 * @world: (nullable): what steps of input and output wait for; must be open
 * @python: (nullable): which interpreter runs Python code; %NULL for the best one found
 * @code: (nullable): the code of a lesson: Python, or the name of a piece of C such as "sign-in.c";
 *   %NULL for Python that is made of the workload
 *
 * What a runner needs to know besides its workload. Whoever is given it copies what it keeps.
 */
typedef struct
{
  guint processors;
  guint workers;
  gint64 slice_ns;
  IlvWorld *world;
  IlvPython *python;
  const char *code;
} IlvRunnerOptions;

#define ILV_MAX_WORKERS 64

G_END_DECLS

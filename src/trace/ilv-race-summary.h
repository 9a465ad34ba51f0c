/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * IlvRacer:
 * @title: what the run is called, such as "A plain loop"
 * @trace: (nullable): what happened in it; %NULL where it has not been run
 *
 * One of the runs of a race, of the same work.
 */
typedef struct
{
  const char *title;
  IlvTrace *trace;
} IlvRacer;

/* (transfer full) (nullable): who was how much sooner than the first of the runs, in sentences for
 * a person; %NULL where fewer than two runs have finished. */
char *ilv_race_summary_compare (const IlvRacer *racers, guint n_racers);

G_END_DECLS

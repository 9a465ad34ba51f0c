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

/* (transfer full) (nullable): one sentence for all: which run was soonest; where requests failed, that the
 * times are to be compared with care. */
char *ilv_race_summary_tell_soonest (const IlvRacer *racers, guint n_racers);

/* How many times sooner than the first of the runs that finished one of them did; 0 where that cannot be
 * said, or where it is that first one, or where requests of one of the two failed. */
double ilv_race_summary_get_times (const IlvRacer *racers, guint n_racers, guint index);

G_END_DECLS

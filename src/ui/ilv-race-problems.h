/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-race-experiment.h"
#include "ilv-race-summary.h"

G_BEGIN_DECLS

/* (transfer full) (nullable): what went wrong in a race, in sentences for a person: that it was
 * stopped, which runs could not be made and why, and why requests failed; %NULL where nothing did.
 * @error: (nullable): why the race did not come to its end. */
char *ilv_race_problems_describe (IlvRaceExperiment *experiment,
                                  const IlvRacer *racers,
                                  guint n_racers,
                                  const GError *error);

G_END_DECLS

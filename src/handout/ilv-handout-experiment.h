/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-builder.h"
#include "ilv-handout-run.h"

G_BEGIN_DECLS

/* Add an experiment: what its last run showed, or where there was none (@run is %NULL) what it
 * would run, and the code of it. @place: how it is called on the command line: LESSON/SECTION. @run
 * has to live as long as the flow is drawn. */
void ilv_handout_experiment_add_comparison (IlvHandoutBuilder *builder,
                                            IlvComparison *comparison,
                                            const IlvHandoutRun *run,
                                            const char *place);
void ilv_handout_experiment_add_race (IlvHandoutBuilder *builder,
                                      IlvRace *race,
                                      const IlvHandoutRun *run,
                                      const char *place);

G_END_DECLS

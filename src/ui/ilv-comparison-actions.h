/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-comparison-results.h"
#include "ilv-conditions.h"
#include "ilv-run-series.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPARISON_ACTIONS (ilv_comparison_actions_get_type ())

/**
 * IlvComparisonActions:
 *
 * What a person can do in a comparison, and when: `run`, `repeat`, `stop`, `skip`, `break`, `repair`,
 * `reset-settings`, `show-run`, `show-scene` and `show-table`. It enables the actions of #IlvReplay
 * too.
 */
G_DECLARE_FINAL_TYPE (
  IlvComparisonActions, ilv_comparison_actions, ILV, COMPARISON_ACTIONS, GObject)

/* Adds its actions to @map, and takes them away when it goes. @map: has those of the replay.
 * @series, @conditions, @results: (unowned): must outlive the actions. */
IlvComparisonActions *ilv_comparison_actions_new (GActionMap *map,
                                                  IlvRunSeries *series,
                                                  const IlvComparisonParts *parts,
                                                  IlvConditions *conditions,
                                                  IlvComparisonResults *results);

/* Enables what can be done now, and nothing else. */
void ilv_comparison_actions_update (IlvComparisonActions *self);

/* (nullable): why a run has to wait, in words; %NULL if it has not. */
const char *ilv_comparison_actions_get_obstacle (IlvComparisonActions *self);

/* Says that @run is the one that is shown. */
void ilv_comparison_actions_set_shown_run (IlvComparisonActions *self, IlvPastRun *run);

G_END_DECLS

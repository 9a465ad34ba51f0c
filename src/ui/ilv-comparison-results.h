/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ilv-comparison-parts.h"
#include "ilv-run-history.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPARISON_RESULTS (ilv_comparison_results_get_type ())

/**
 * IlvComparisonResults:
 *
 * Shows on the parts of a comparison what its runs bring: while they go on, when they have ended, and
 * when the learner goes back to an earlier one. It keeps the last runs.
 */
G_DECLARE_FINAL_TYPE (
  IlvComparisonResults, ilv_comparison_results, ILV, COMPARISON_RESULTS, GObject)

IlvComparisonResults *ilv_comparison_results_new (const IlvComparisonParts *parts);

/* (transfer none): the last runs. */
IlvRunHistory *ilv_comparison_results_get_history (IlvComparisonResults *self);

/* Makes the scale long enough for both traces of the bench, and for @at_least_ns. */
void ilv_comparison_results_extend_axis (IlvComparisonResults *self, gint64 at_least_ns);

/* Takes away what the last run has shown. */
void ilv_comparison_results_clear (IlvComparisonResults *self);

/* Shows the traces of the bench as they are now. */
void ilv_comparison_results_follow (IlvComparisonResults *self);

/* Shows what the run that has just ended tells, and keeps it. @kind: what was run, see
 * ilv_past_run_new(). @repair: (nullable): what mends it, if it was broken. (transfer none): the run. */
IlvPastRun *ilv_comparison_results_show_new (IlvComparisonResults *self,
                                             const char *kind,
                                             const char *repair);

/* Tells people who do not see the page what the run brought, or how far the last runs lie apart. */
void ilv_comparison_results_announce (IlvComparisonResults *self);
void ilv_comparison_results_announce_spread (IlvComparisonResults *self);

/* Goes back to @run; not while a run goes on. */
void ilv_comparison_results_show_past (IlvComparisonResults *self, IlvPastRun *run);

/* Says why a run has no result. */
void ilv_comparison_results_show_error (IlvComparisonResults *self, const GError *error);

G_END_DECLS

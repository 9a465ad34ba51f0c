/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison.h"
#include "ilv-last-runs.h"
#include "ilv-run-options.h"

G_BEGIN_DECLS

/* Runs both sides of @comparison, one after the other, and writes what happened; the exit status.
 */
int ilv_run_comparison (const IlvRunOptions *options, IlvComparison *comparison);

/* (transfer full) (nullable): the same as a run, of which nothing is written. @options must not
 * change the number of tasks or their work. */
IlvLastRun *ilv_run_comparison_measure (const IlvRunOptions *options,
                                        IlvComparison *comparison,
                                        GError **error);

G_END_DECLS

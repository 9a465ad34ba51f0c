/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stored-run.h"

G_BEGIN_DECLS

#define ILV_TYPE_RUN_DIFFERENCE (ilv_run_difference_get_type ())

/**
 * IlvRunDifference:
 *
 * Two runs of a comparison beside each other: who ran when, on one scale, the figures of each side, and
 * what was set differently. Hidden while there are not two.
 */
G_DECLARE_FINAL_TYPE (IlvRunDifference, ilv_run_difference, ILV, RUN_DIFFERENCE, GtkWidget)

/* Both (nullable); their timelines are seen where they have traces. */
void ilv_run_difference_set_runs (IlvRunDifference *self, IlvStoredRun *first, IlvStoredRun *second);

/* (transfer full): what was set differently, a line each, with the value of the first and the second run;
 * or that nothing was. */
char *ilv_run_difference_describe (IlvStoredRun *first, IlvStoredRun *second);

/* (transfer full): when a run was made, as people here write dates. */
char *ilv_run_difference_format_date (IlvStoredRun *run);

G_END_DECLS

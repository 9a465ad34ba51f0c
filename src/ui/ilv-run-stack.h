/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-run-history.h"

G_BEGIN_DECLS

#define ILV_TYPE_RUN_STACK (ilv_run_stack_get_type ())

/**
 * IlvRunStack:
 *
 * The last runs of a comparison above each other on one scale, newest on top, and how much they differ, as a
 * #IlvStripPlot and in words. Hidden while there are none. Its buttons use the actions `comparison.run`,
 * `comparison.repeat` and `comparison.show-run`.
 */
G_DECLARE_FINAL_TYPE (IlvRunStack, ilv_run_stack, ILV, RUN_STACK, GtkWidget)

/* Whether there are runs of earlier days too: then it is there before the first run, with a button for
 * the action `comparison.history`. */
void ilv_run_stack_set_has_earlier (IlvRunStack *self, gboolean has_earlier);

void ilv_run_stack_set_history (IlvRunStack *self, IlvRunHistory *history);

G_END_DECLS

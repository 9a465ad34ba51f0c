/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stored-run.h"

G_BEGIN_DECLS

#define ILV_TYPE_HISTORY_ROW (ilv_history_row_get_type ())

/**
 * IlvHistoryRow:
 *
 * A kept run in the list of #IlvHistoryWindow: when it was and how long it took. Its buttons use the actions
 * `history.show` and `history.delete`, with the run's id. Properties: #IlvHistoryRow:chosen.
 */
G_DECLARE_FINAL_TYPE (IlvHistoryRow, ilv_history_row, ILV, HISTORY_ROW, GtkListBoxRow)

GtkWidget *ilv_history_row_new (IlvStoredRun *run);

/* (transfer none) */
IlvStoredRun *ilv_history_row_get_run (IlvHistoryRow *self);

/* Whether it is chosen to be set beside another one. */
gboolean ilv_history_row_get_chosen (IlvHistoryRow *self);
void ilv_history_row_set_chosen (IlvHistoryRow *self, gboolean chosen);

G_END_DECLS

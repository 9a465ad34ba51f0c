/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-run-store.h"

G_BEGIN_DECLS

#define ILV_TYPE_HISTORY_WINDOW (ilv_history_window_get_type ())

/**
 * IlvHistoryWindow:
 *
 * The kept runs of one comparison, newest first, also those of earlier days. Two of them can be set
 * beside each other, each can be shown in the comparison again, and deleted.
 *
 * Signals: #IlvHistoryWindow::show-run.
 */
G_DECLARE_FINAL_TYPE (IlvHistoryWindow, ilv_history_window, ILV, HISTORY_WINDOW, AdwWindow)

/* @parent: (nullable). Reads what @store has of @place. */
GtkWidget *ilv_history_window_new (GtkWindow *parent, IlvRunStore *store, const IlvRunPlace *place);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_BREAK_ROW (ilv_break_row_get_type ())

/**
 * IlvBreakRow:
 *
 * A switch that breaks what is run, and after such a run, what it has shown and how it is mended.
 * Hidden until it has a title. It uses the actions `comparison.break` and `comparison.repair`.
 */
G_DECLARE_FINAL_TYPE (IlvBreakRow, ilv_break_row, ILV, BREAK_ROW, GtkWidget)

/* What the switch does, such as "Drop the lock". */
void ilv_break_row_set_title (IlvBreakRow *self, const char *title);

/* Shows what a broken run has shown and what mends it; %NULL for nothing. */
void ilv_break_row_set_repair (IlvBreakRow *self, const char *repair);

G_END_DECLS

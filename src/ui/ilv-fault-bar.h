/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_FAULT_BAR (ilv_fault_bar_get_type ())

/**
 * IlvFaultBar:
 *
 * What is wrong with a lesson, for whoever writes it, or with a trace: how many faults there are, and each with
 * where it is. Hidden while there is none.
 */
G_DECLARE_FINAL_TYPE (IlvFaultBar, ilv_fault_bar, ILV, FAULT_BAR, GtkWidget)

/* Shows @faults (element-type GError), or nothing for none and for %NULL. */
void ilv_fault_bar_set_faults (IlvFaultBar *self, GPtrArray *faults);

/* Shows that the lesson cannot be shown as it is now, so that an older state is seen. */
void ilv_fault_bar_set_error (IlvFaultBar *self, const GError *error);

/* Shows @list, one fault a line, below @title; or nothing for %NULL. */
void ilv_fault_bar_set_list (IlvFaultBar *self, const char *title, const char *list);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-machine.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPUTER_VIEW (ilv_computer_view_get_type ())

/**
 * IlvComputerView:
 *
 * This computer, live: its processors and how busy they are, how many tasks there are, how many
 * want a processor, and how often they are switched. It looks about once a second, and only while
 * it is on the screen.
 */
G_DECLARE_FINAL_TYPE (IlvComputerView, ilv_computer_view, ILV, COMPUTER_VIEW, GtkWidget)

GtkWidget *ilv_computer_view_new (void);

/* The same for another machine than this one: for tests. @machine: (nullable) */
GtkWidget *ilv_computer_view_new_for_machine (IlvMachine *machine);

/* How many looks have been shown. */
guint ilv_computer_view_get_n_looks (IlvComputerView *self);

G_END_DECLS

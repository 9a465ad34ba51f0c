/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-playhead.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRANSPORT (ilv_transport_get_type ())

/**
 * IlvTransport:
 *
 * Run and stop, and the controls of the replay.
 *
 * Its buttons use the actions of the group "comparison" of the #IlvComparisonView around it.
 */
G_DECLARE_FINAL_TYPE (IlvTransport, ilv_transport, ILV, TRANSPORT, GtkWidget)

void ilv_transport_set_playhead (IlvTransport *self, IlvPlayhead *playhead);

/* Shows Stop instead of Run and, in words, what is being run; %NULL for nothing. */
void ilv_transport_set_running (IlvTransport *self, const char *what);

/* The button of the menu of exports, for #IlvExportActions to show; hidden at first. */
GtkMenuButton *ilv_transport_get_export_button (IlvTransport *self);

/* Whether there is something to run, %TRUE at first; else only the replay. */
void ilv_transport_set_has_run (IlvTransport *self, gboolean has_run);

/* Whether what is run can be run several times in a row, by `comparison.repeat`; %FALSE at first. */
void ilv_transport_set_has_repeat (IlvTransport *self, gboolean has_repeat);

/* A short text in place of the replay's controls, such as why Run waits; %NULL for none. */
void ilv_transport_set_hint (IlvTransport *self, const char *hint);

G_END_DECLS

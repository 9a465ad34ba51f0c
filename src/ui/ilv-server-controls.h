/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-world.h"

G_BEGIN_DECLS

#define ILV_TYPE_SERVER_CONTROLS (ilv_server_controls_get_type ())

/**
 * IlvServerControls:
 *
 * How slow and how faulty the embedded web server is: latency, jitter, failures and a limit of the
 * rate.
 *
 * Signals: #IlvServerControls::changed.
 */
G_DECLARE_FINAL_TYPE (IlvServerControls, ilv_server_controls, ILV, SERVER_CONTROLS, GtkWidget)

void ilv_server_controls_get_settings (IlvServerControls *self, IlvServerSettings *settings);

/* What is out of the controls' range is cut to it. */
void ilv_server_controls_set_settings (IlvServerControls *self, const IlvServerSettings *settings);

/* Adds what is chosen to @settings, and takes it back from there where it is there. */
void ilv_server_controls_save (IlvServerControls *self, GVariantDict *settings);
void ilv_server_controls_restore (IlvServerControls *self, GVariantDict *settings);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_CONSOLE_TOOLS (ilv_console_tools_get_type ())

/**
 * IlvConsoleTools:
 *
 * The console's buttons: for the experiment of the slide, with how far it is, and for what the room
 * sees. All of them are actions of the group "present".
 */
G_DECLARE_FINAL_TYPE (IlvConsoleTools, ilv_console_tools, ILV, CONSOLE_TOOLS, GtkWidget)

GtkWidget *ilv_console_tools_new (IlvStageSet *stages);

/* Whether to leave out the texts of what has an icon. */
void ilv_console_tools_set_compact (IlvConsoleTools *self, gboolean compact);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_CONSOLE_WINDOW (ilv_console_window_get_type ())

/**
 * IlvConsoleWindow:
 *
 * What the presenter sees: the slide, usable; what comes next; notes; clock and pace; the votes; and a
 * button for all that can be done. A view of the presentation, as the audience's window is.
 */
G_DECLARE_FINAL_TYPE (IlvConsoleWindow, ilv_console_window, ILV, CONSOLE_WINDOW, AdwWindow)

/* @application: (nullable): what it belongs to. */
GtkWindow *ilv_console_window_new (GtkApplication *application, IlvStageSet *stages);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_CONSOLE_NEXT (ilv_console_next_get_type ())

/**
 * IlvConsoleNext:
 *
 * What Next will do, in words, and a picture of the slide that comes.
 *
 * Properties: `small` (boolean): whether the picture is smaller, since something else needs the room.
 */
G_DECLARE_FINAL_TYPE (IlvConsoleNext, ilv_console_next, ILV, CONSOLE_NEXT, GtkWidget)

GtkWidget *ilv_console_next_new (IlvStageSet *stages);

G_END_DECLS

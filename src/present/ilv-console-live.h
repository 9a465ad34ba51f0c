/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_CONSOLE_LIVE (ilv_console_live_get_type ())

/**
 * IlvConsoleLive:
 *
 * The slide that is shown, live and usable, in the presenter's console: with a mark over it while the
 * room sees something else, and what is being typed.
 */
G_DECLARE_FINAL_TYPE (IlvConsoleLive, ilv_console_live, ILV, CONSOLE_LIVE, GtkWidget)

GtkWidget *ilv_console_live_new (IlvStageSet *stages);

G_END_DECLS

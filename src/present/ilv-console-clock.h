/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

#define ILV_TYPE_CONSOLE_CLOCK (ilv_console_clock_get_type ())

/**
 * IlvConsoleClock:
 *
 * How long the talk has gone on, how long it is planned to be and whether it keeps to that, and what
 * time it is; with buttons that pause the timer and begin again. It wakes once a second, while it can
 * be seen.
 */
G_DECLARE_FINAL_TYPE (IlvConsoleClock, ilv_console_clock, ILV, CONSOLE_CLOCK, GtkWidget)

GtkWidget *ilv_console_clock_new (IlvPresentation *presentation);

/* Shows what is so now; for tests, whose clocks do not go. */
void ilv_console_clock_refresh (IlvConsoleClock *self);

G_END_DECLS

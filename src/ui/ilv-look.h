/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Makes the program look on @display as @settings say, now and whenever they change, as long as
 * @settings live: the size of the lessons' text, motion, and the tasks' colours, which pages take when
 * they are opened. */
void ilv_look_follow (GSettings *settings, GdkDisplay *display);

G_END_DECLS

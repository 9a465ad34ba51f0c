/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_CONSOLE_LAYOUT (ilv_console_layout_get_type ())

/**
 * IlvConsoleLayout:
 *
 * Places the six parts of the presenter's console: a heading, the slide, the tools, the clock with the
 * way on, what comes next, and the notes, in that order. The slide keeps its shape and gets what the
 * others leave. Where there is room the last two stand in a column beside it, and below it where there
 * is not.
 *
 * Properties: `compact` (boolean; read only): whether there is so little room that tools should do
 * without texts; notifies after the allocation that changed it, never within.
 */
G_DECLARE_FINAL_TYPE (IlvConsoleLayout, ilv_console_layout, ILV, CONSOLE_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ilv_console_layout_new (void);

/* How wide a slide is that has 1080 lines. */
void ilv_console_layout_set_slide_width (IlvConsoleLayout *self, int slide_width);

gboolean ilv_console_layout_is_compact (IlvConsoleLayout *self);

G_END_DECLS

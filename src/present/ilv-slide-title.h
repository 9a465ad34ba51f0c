/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* (transfer floating): the title of a slide: a label of one line or two. */
GtkWidget *ilv_slide_title_new (void);

/* Shows @text, as large as it fits into one line of @width pixels, else in two. @continued: whether the text
 * below goes on from the slide before, which is said quietly. */
void ilv_slide_title_set_text (GtkLabel *title, const char *text, gboolean continued, int width);

G_END_DECLS

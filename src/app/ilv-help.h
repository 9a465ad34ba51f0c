/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* The user help: in the desktop's help viewer where there is one, else as one web page. A sandbox has
 * no help viewer that could see its pages, and a program that is not installed (which names the folder
 * of its web pages in the environment variable `INTERLEAVE_HELP_DIR`) has none that knows them.
 * If nothing can show it, a window says so.
 *
 * @parent: (nullable). For the main thread. */
void ilv_help_show (GtkWindow *parent);

/* (transfer full): the address that is opened. @languages: (array zero-terminated=1): as
 * g_get_language_names() has them; @folder: (nullable): of the web pages, or %NULL to use the viewer. */
char *ilv_help_choose_uri (const char *const *languages, const char *folder);

/* The window that says why the help is not shown; @parent: (nullable). */
GtkWidget *ilv_help_window_new (GtkWindow *parent, const GError *error);

G_END_DECLS

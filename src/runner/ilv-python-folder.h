/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The private folder of one run of a script: the script and what watches it. */

#define ILV_PYTHON_SCRIPT "script.py"

/* (transfer full): the path of a new folder that holds @code and the `interleave` package.
 * Blocks. */
char *ilv_python_folder_new (const char *code, GError **error);

/* Removes the folder with all that is in it, and frees @folder. Blocks. */
void ilv_python_folder_remove (char *folder);

/* Says that a folder will be removed by another thread, so that the program does not end before. */
void ilv_python_folder_announce_removal (void);

/* After that was announced: removes the folder, as ilv_python_folder_remove (). */
void ilv_python_folder_remove_announced (char *folder);

G_END_DECLS

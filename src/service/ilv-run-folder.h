/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IlvRunFolder:
 * @path: where it is: below the user's cache folder, so that it is on a real disk
 * @fd: the folder, opened
 * @lock: keeps others from removing it as long as this program runs
 *
 * A folder for one run.
 *
 * A lock in each folder tells which ones belong to a program that still runs; those that a crash
 * has left are removed when the next one is made.
 */
typedef struct
{
  char *path;
  int fd;
  int lock;
} IlvRunFolder;

/* Makes a new folder and removes what others have left. Whether or not that works, the folder must
 * be given to ilv_run_folder_remove(). */
gboolean ilv_run_folder_make (IlvRunFolder *self, GError **error);

/* Removes the folder with all that is in it; it follows no links. May be called twice. */
void ilv_run_folder_remove (IlvRunFolder *self);

G_END_DECLS

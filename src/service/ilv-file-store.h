/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_FILE_STORE (ilv_file_store_get_type ())

/**
 * IlvFileStore:
 *
 * The files of a run, in an #IlvRunFolder. Some are there from the beginning: notes.txt (64 KiB),
 * song.flac (4 MiB) and photo.raw (16 MiB).
 *
 * ilv_file_store_read() and ilv_file_store_write() may be called from any thread.
 */
G_DECLARE_FINAL_TYPE (IlvFileStore, ilv_file_store, ILV, FILE_STORE, GObject)

IlvFileStore *ilv_file_store_new (GCancellable *cancellable, GError **error);

/* Waits until those who read and write have stopped, then removes the folder. Also done at
 * disposal. */
void ilv_file_store_close (IlvFileStore *self);

/* (nullable): %NULL once it is closed. */
const char *ilv_file_store_get_path (IlvFileStore *self);

/* (transfer full): reads a whole file from the disk, not from the kernel's cache as far as it lets
 * go of it, and says how much it was, such as "8 MiB". */
char *ilv_file_store_read (IlvFileStore *self,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error);

/* (transfer full): writes a file down to the disk. @argument is a name or a name and a size, such
 * as "copy.raw 8 MiB"; without, 1 MiB. */
char *ilv_file_store_write (IlvFileStore *self,
                            const char *argument,
                            GCancellable *cancellable,
                            GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What is read of a file at a time. */
#define ILV_IMPORT_SOURCE_SIZE (256 * 1024)

/* One event, or one line, may be so long; a longer one is passed over. */
#define ILV_IMPORT_SOURCE_LIMIT (16 * 1024 * 1024)

/**
 * IlvImportSource:
 * @at: the first byte that has not been used
 * @length: how many bytes follow it
 * @offset: how many bytes of the file, unpacked, were before @at
 * @is_last: whether no more bytes will come
 *
 * A window on the bytes of a file, which moves from its beginning to its end. A file that gzip has
 * packed is unpacked on the way.
 */
typedef struct
{
  const char *at;
  gsize length;
  gint64 offset;
  gboolean is_last;

  /*< private >*/
  GInputStream *packed;
  GInputStream *stream;
  char *data;
  gsize size;
  GCancellable *cancellable;
  goffset n_total;
  GFileProgressCallback progress;
  gpointer progress_data;
} IlvImportSource;

/* Keeps references. @size: of the window at first; @n_total: of the stream, or 0 where it is not
 * known; @progress: (nullable): called by ilv_import_source_fill() with what was read of the
 * stream, and @n_total. */
void ilv_import_source_init (IlvImportSource *self,
                             GInputStream *stream,
                             gsize size,
                             goffset n_total,
                             GFileProgressCallback progress,
                             gpointer progress_data,
                             GCancellable *cancellable);
void ilv_import_source_clear (IlvImportSource *self);

/* Looks whether the file is packed; to be called once, first. */
gboolean ilv_import_source_unpack (IlvImportSource *self, GError **error);

/* Gets more bytes behind those that are there, in a wider window if it is full; pointers into it
 * are void then. At the end of the file, sets @is_last. FALSE if it cannot be read further. Blocks.
 */
gboolean ilv_import_source_fill (IlvImportSource *self, GError **error);

/* The first @length bytes were used. */
void ilv_import_source_use (IlvImportSource *self, gsize length);

G_END_DECLS

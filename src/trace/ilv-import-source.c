/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-import-source.h"

#include <string.h>

#include "ilv-gunzip.h"

/**
 * ilv_import_source_init:
 * @self: (out): the window
 * @stream: what is read
 * @size: how many bytes at a time, at first
 * @n_total: how many there are, or 0
 * @progress: (nullable): is told how far it is, in the thread that reads
 * @progress_data: for @progress
 * @cancellable: (nullable): ends it
 */
void
ilv_import_source_init (IlvImportSource *self,
                        GInputStream *stream,
                        gsize size,
                        goffset n_total,
                        GFileProgressCallback progress,
                        gpointer progress_data,
                        GCancellable *cancellable)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (G_IS_INPUT_STREAM (stream));
  g_return_if_fail (size > 0);

  *self = (IlvImportSource){ .packed = g_object_ref (stream),
                             .stream = g_object_ref (stream),
                             .data = g_malloc (size),
                             .size = size,
                             .n_total = n_total,
                             .progress = progress,
                             .progress_data = progress_data };
  self->at = self->data;
  g_set_object (&self->cancellable, cancellable);
}

void
ilv_import_source_clear (IlvImportSource *self)
{
  g_return_if_fail (self != NULL);

  g_clear_object (&self->packed);
  g_clear_object (&self->stream);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->data, g_free);
}

/* Room behind the bytes that are there. */
static void
make_room (IlvImportSource *self)
{
  if (self->length < self->size)
    {
      if (self->length > 0)
        memmove (self->data, self->at, self->length);
    }
  else
    {
      self->size *= 2;
      self->data = g_realloc (self->data, self->size);
    }
  self->at = self->data;
}

static void
tell_progress (IlvImportSource *self)
{
  if (self->progress != NULL && G_IS_SEEKABLE (self->packed))
    self->progress (g_seekable_tell (G_SEEKABLE (self->packed)), self->n_total,
                    self->progress_data);
}

/**
 * ilv_import_source_fill:
 * @self: a window
 * @error: why nothing can be read
 *
 * Returns: whether the file could be read further, or has come to its end
 */
gboolean
ilv_import_source_fill (IlvImportSource *self, GError **error)
{
  gsize n_read = 0;
  gboolean could_read;

  if (self->is_last)
    return TRUE;
  make_room (self);
  could_read =
    g_input_stream_read_all (self->stream, self->data + self->length, self->size - self->length,
                             &n_read, self->cancellable, error);
  /* What came before a file cannot be read further is as good as any. */
  self->is_last = could_read && n_read < self->size - self->length;
  self->length += n_read;
  tell_progress (self);
  return could_read;
}

/**
 * ilv_import_source_use:
 * @self: a window
 * @length: how many bytes are done with
 */
void
ilv_import_source_use (IlvImportSource *self, gsize length)
{
  g_return_if_fail (length <= self->length);

  self->at += length;
  self->length -= length;
  self->offset += (gint64) length;
}

/**
 * ilv_import_source_unpack:
 * @self: a window that nothing was read through
 * @error: why nothing can be read
 *
 * Returns: whether the file could be read
 */
gboolean
ilv_import_source_unpack (IlvImportSource *self, GError **error)
{
  g_autoptr (GInputStream) buffered = g_buffered_input_stream_new (self->packed);
  GBufferedInputStream *buffer = G_BUFFERED_INPUT_STREAM (buffered);
  const guchar *begin;
  gsize length = 0;

  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (buffered), FALSE);
  while (g_buffered_input_stream_get_available (buffer) < 2)
    {
      gssize n_read = g_buffered_input_stream_fill (buffer, -1, self->cancellable, error);

      if (n_read < 0)
        return FALSE;
      if (n_read == 0)
        break;
    }
  begin = g_buffered_input_stream_peek_buffer (buffer, &length);
  if (length >= 2 && begin[0] == 0x1f && begin[1] == 0x8b)
    {
      g_autoptr (GConverter) converter = ilv_gunzip_new ();
      g_autoptr (GInputStream) unpacked = g_converter_input_stream_new (buffered, converter);

      g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (unpacked), FALSE);
      g_set_object (&self->stream, unpacked);
    }
  else
    {
      g_set_object (&self->stream, buffered);
    }
  return TRUE;
}

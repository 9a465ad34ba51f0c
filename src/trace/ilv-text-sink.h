/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IlvTextSink:
 * @text: what is still to be written: append to it, then call ilv_text_sink_pause()
 * @stream: (nullable): where it goes; with %NULL all stays in @text
 * @cancellable: (nullable): ends it early
 * @error: (nullable): why nothing more is written
 * @n_done: how many units of work are behind
 * @n_total: how many there are
 * @permille: (nullable): how far it is, 0 to 1000, for another thread to read
 *
 * Where a file format is written to: text of any length, in the memory of a small part of it.
 */
typedef struct
{
  GString *text;
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error;
  guint64 n_done;
  guint64 n_total;
  int *permille;
} IlvTextSink;

/* Says that one more unit of work is done, and writes what has gathered if it is much. %FALSE once something went
 * wrong, after which there is no use in going on. */
gboolean ilv_text_sink_pause (IlvTextSink *self);

/* Writes the rest. %FALSE with @error if anything of it all could not be written. */
gboolean ilv_text_sink_finish (IlvTextSink *self, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-sink.h"

#define MUCH (256 * 1024)

static void
flush (IlvTextSink *self)
{
  if (self->error == NULL
      && g_output_stream_write_all (self->stream, self->text->str, self->text->len, NULL, self->cancellable,
                                    &self->error)
      && self->permille != NULL)
    g_atomic_int_set (self->permille, (int) (1000 * self->n_done / MAX (self->n_total, 1)));
  g_string_truncate (self->text, 0);
}

gboolean
ilv_text_sink_pause (IlvTextSink *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  self->n_done++;
  if (self->stream != NULL && self->text->len >= MUCH)
    flush (self);
  return self->error == NULL;
}

gboolean
ilv_text_sink_finish (IlvTextSink *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->stream != NULL)
    flush (self);
  if (self->error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&self->error));
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stored-run.h"

#include <string.h>

#include "ilv-processors.h"
#include "ilv-trace-file.h"
#include "ilv-trace-reader.h"

#define READ_BYTES (64 * 1024)

static void
set_trace (IlvStoredRun *self, IlvSide side, IlvTrace *trace)
{
  self->traces[side] = g_object_ref (trace);
  self->strategies[side] = g_strdup (ilv_trace_get_info (trace)->strategy);
  ilv_figures_compute (&self->figures[side], trace);
  self->figures[side].strategy = self->strategies[side];
}

IlvStoredRun *
ilv_stored_run_new_empty (void)
{
  IlvStoredRun *self = g_new0 (IlvStoredRun, 1);

  g_atomic_ref_count_init (&self->ref_count);
  return self;
}

IlvStoredRun *
ilv_stored_run_new (const IlvRunPlace *place,
                    const char *kind,
                    GVariant *settings,
                    IlvTrace *left,
                    IlvTrace *right)
{
  IlvStoredRun *self;

  g_return_val_if_fail (place != NULL, NULL);
  g_return_val_if_fail (kind != NULL, NULL);
  g_return_val_if_fail (ILV_IS_TRACE (left), NULL);
  g_return_val_if_fail (ILV_IS_TRACE (right), NULL);

  self = ilv_stored_run_new_empty ();
  self->place = (IlvRunPlace){ g_strdup (place->lesson), g_strdup (place->section),
                               g_strdup (place->title) };
  self->kind = g_strdup (kind);
  self->settings = settings != NULL ? g_variant_ref_sink (settings) : NULL;
  self->made_us = g_get_real_time ();
  self->processors = ilv_processors_get_count ();
  self->version = g_strdup (ILV_VERSION);
  set_trace (self, ILV_SIDE_LEFT, left);
  set_trace (self, ILV_SIDE_RIGHT, right);
  return self;
}

IlvStoredRun *
ilv_stored_run_ref (IlvStoredRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ilv_stored_run_unref (IlvStoredRun *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free ((char *) self->place.lesson);
  g_free ((char *) self->place.section);
  g_free ((char *) self->place.title);
  g_free (self->kind);
  g_clear_pointer (&self->settings, g_variant_unref);
  g_free (self->version);
  for (guint i = 0; i < ILV_N_SIDES; i++)
    {
      g_free (self->strategies[i]);
      g_clear_object (&self->traces[i]);
    }
  g_free (self);
}

GBytes *
ilv_stored_run_pack_traces (IlvStoredRun *self)
{
  g_autoptr (GConverter) zip = NULL;
  g_autoptr (GOutputStream) memory = NULL;
  g_autoptr (GOutputStream) stream = NULL;
  g_autofree char *text = NULL;
  gsize length;

  g_return_val_if_fail (self != NULL, NULL);

  if (self->traces[ILV_SIDE_LEFT] == NULL || self->traces[ILV_SIDE_RIGHT] == NULL)
    return NULL;
  text = ilv_trace_file_to_json (self->traces, NULL, ILV_N_SIDES);
  length = strlen (text);
  if (length > ILV_LAST_RUNS_MAX_BYTES)
    return NULL;
  zip = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  memory = g_memory_output_stream_new_resizable ();
  stream = g_converter_output_stream_new (memory, zip);
  if (!g_output_stream_write_all (stream, text, length, NULL, NULL, NULL)
      || !g_output_stream_close (stream, NULL, NULL))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* (transfer full) (nullable): not more than can have been packed, whatever the file says. */
static GByteArray *
unzip (GBytes *packed)
{
  g_autoptr (GConverter) unzipper
    = G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP));
  g_autoptr (GInputStream) memory = g_memory_input_stream_new_from_bytes (packed);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (memory, unzipper);
  g_autoptr (GByteArray) text = g_byte_array_new ();
  g_autofree guint8 *buffer = g_malloc (READ_BYTES);
  gssize n_read;

  while ((n_read = g_input_stream_read (stream, buffer, READ_BYTES, NULL, NULL)) > 0)
    {
      g_byte_array_append (text, buffer, n_read);
      if (text->len > ILV_LAST_RUNS_MAX_BYTES)
        return NULL;
    }
  return n_read == 0 ? g_steal_pointer (&text) : NULL;
}

gboolean
ilv_stored_run_unpack_traces (IlvStoredRun *self, GBytes *packed)
{
  g_autoptr (GByteArray) text = NULL;
  g_autoptr (GPtrArray) traces = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (packed != NULL, FALSE);

  text = unzip (packed);
  if (text != NULL)
    traces = ilv_trace_reader_read_json ((const char *) text->data, text->len, NULL);
  if (traces == NULL || traces->len != ILV_N_SIDES)
    return FALSE;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    g_set_object (&self->traces[i], traces->pdata[i]);
  return TRUE;
}

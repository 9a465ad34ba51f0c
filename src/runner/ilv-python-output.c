/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-output.h"

#include <glib/gi18n-lib.h>

static void
record (IlvPythonOutput *self, const char *text)
{
  ilv_recorder_add_result (self->recorder, G_MAXUINT, ILV_NO_STEP, ILV_RESULT_OUTPUT, text, NULL);
}

static void
end_line (IlvPythonOutput *self)
{
  g_autofree char *text = g_utf8_make_valid (self->rest->str, self->rest->len);

  self->n_lines++;
  record (self, text);
  g_string_truncate (self->rest, 0);
  if (g_strstrip (text)[0] != '\0')
    {
      g_free (self->last);
      self->last = g_steal_pointer (&text);
    }
}

void
ilv_python_output_init (IlvPythonOutput *self, IlvRecorder *recorder)
{
  *self = (IlvPythonOutput){
    .recorder = g_object_ref (recorder),
    .rest = g_string_new (NULL),
  };
}

void
ilv_python_output_clear (IlvPythonOutput *self)
{
  g_clear_object (&self->recorder);
  g_string_free (g_steal_pointer (&self->rest), TRUE);
  g_clear_pointer (&self->last, g_free);
}

void
ilv_python_output_add (IlvPythonOutput *self, const char *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    {
      if (self->n_lines >= ILV_PYTHON_MAX_OUTPUT_LINES)
        {
          self->n_left_out += length - i;
          return;
        }
      if (bytes[i] != '\n')
        g_string_append_c (self->rest, bytes[i]);
      if (bytes[i] == '\n' || self->rest->len >= ILV_PYTHON_MAX_OUTPUT_LINE)
        end_line (self);
    }
}

void
ilv_python_output_end (IlvPythonOutput *self)
{
  g_autofree char *size = NULL;
  g_autofree char *text = NULL;

  if (self->rest->len > 0)
    end_line (self);
  if (self->n_left_out == 0)
    return;
  size = g_format_size_full (self->n_left_out, G_FORMAT_SIZE_IEC_UNITS);
  /* Translators: %s is a size such as “12 MiB”. */
  text = g_strdup_printf (_("… and %s more that the script printed"), size);
  record (self, text);
  self->n_left_out = 0;
}

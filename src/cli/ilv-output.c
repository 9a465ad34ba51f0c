/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-output.h"

#include <errno.h>
#include <gio/gunixoutputstream.h>
#include <stdio.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "ilv-cli.h"
#include "ilv-terminal.h"

gboolean
ilv_output_write (const char *text)
{
  g_autofree char *message = NULL;
  int error;

  if (fputs (text, stdout) >= 0 && fflush (stdout) == 0)
    return TRUE;

  error = errno;
  if (error != EPIPE)
    {
      message = g_strdup_printf (_ ("Cannot write: %s"), g_strerror (error));
      ilv_output_fail (message);
    }
  return FALSE;
}

gboolean
ilv_output_write_traces (IlvTraceExport *traces, IlvExportFormat format)
{
  g_autoptr (GOutputStream) stream = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (fflush (stdout) == 0 && ilv_trace_export_write (traces, format, stream, NULL, &error))
    return TRUE;
  if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE))
    {
      message = g_strdup_printf (_ ("Cannot write: %s"), error->message);
      ilv_output_fail (message);
    }
  return FALSE;
}

void
ilv_output_note (const char *message)
{
  g_autofree char *clean = NULL;
  IlvTerminal terminal;

  ilv_terminal_init (&terminal, STDERR_FILENO, 0);
  clean = ilv_terminal_clean_text (&terminal, message);
  fprintf (stderr, "%s\n", clean);
}

void
ilv_output_note_faults (GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      GError *fault = g_ptr_array_index (faults, i);
      g_autofree char *line = g_strdelimit (g_strdup (fault->message), "\n", ' ');

      ilv_output_note (line);
    }
}

int
ilv_output_fail (const char *message)
{
  g_autofree char *line = g_strdup_printf ("interleave: %s", message);

  ilv_output_note (line);
  return ILV_CLI_EXIT_FAILED;
}

int
ilv_output_refuse (const char *command, const char *message)
{
  g_autofree char *name = command != NULL ? g_strdup_printf ("interleave %s --help", command)
                                          : g_strdup ("interleave --help");
  /* Translators: a command to type, such as "interleave run --help". */
  g_autofree char *hint = g_strdup_printf (_ ("Try %s"), name);

  ilv_output_fail (message);
  ilv_output_note (hint);
  return ILV_CLI_EXIT_USAGE;
}

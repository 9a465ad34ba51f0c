/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <unistd.h>

#include "ilv-cli.h"
#include "ilv-command.h"
#include "ilv-figures-table.h"
#include "ilv-figures.h"
#include "ilv-import-report.h"
#include "ilv-output.h"
#include "ilv-run-name.h"
#include "ilv-summary.h"
#include "ilv-terminal.h"

/* Where the report goes to. */
typedef struct
{
  IlvTerminal terminal;
  GString *output;
  gboolean is_json;
  guint n_files;
} Report;

static const char *
get_format_label (IlvTraceImportFormat format)
{
  switch (format)
    {
    case ILV_TRACE_IMPORT_OURS:
      return _ ("a trace of Interleave");
    case ILV_TRACE_IMPORT_CSV:
      return _ ("a trace of Interleave, as CSV");
    case ILV_TRACE_IMPORT_FOREIGN:
    default:
      return _ ("a trace in Chrome’s trace-event format");
    }
}

/* A line below the file. */
static void
append_line (Report *self, guint indent, char *line)
{
  g_string_append_printf (self->output, "%*s", (int) indent, "");
  ilv_terminal_append_text (&self->terminal, self->output, line, indent, indent + 2);
  g_free (line);
}

static void
append_counts (Report *self, IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autofree char *duration = ilv_summary_format_duration (ilv_trace_get_duration_ns (trace));
  gsize n_spans, n_flows;

  ilv_trace_get_spans (trace, &n_spans);
  ilv_trace_get_flows (trace, &n_flows);
  /* Translators: after the colon comes a number, as in the lines that follow. */
  append_line (self, 2, g_strdup_printf (_ ("Spans: %llu"), (unsigned long long) n_spans));
  append_line (
    self, 2,
    g_strdup_printf (_ ("Lanes: %u, of %u workers"), info->tasks->len, info->workers->len));
  /* Translators: flows are arrows from one task to another. */
  append_line (self, 2, g_strdup_printf (_ ("Flows: %llu"), (unsigned long long) n_flows));
  append_line (self, 2, g_strdup_printf (_ ("Duration: %s"), duration));
}

/* What can be known of a run whose processors are not. */
static void
append_few_figures (Report *self, IlvTrace *trace)
{
  IlvFigures figures;
  g_autofree char *busy = NULL;

  ilv_figures_compute (&figures, trace);
  busy = ilv_summary_format_duration (figures.busy_ns);
  append_line (self, 2, g_strdup_printf (_ ("At least one worker was busy: %s"), busy));
  append_line (self, 2,
               g_strdup_printf (_ ("Most workers busy at once: %u"), figures.max_parallelism));
}

static void
append_trace (Report *self, IlvTrace *trace, const char *name)
{
  const char *title = ilv_run_name_get_title (ilv_trace_get_info (trace)->strategy);

  if (*name != '\0')
    append_line (self, 2, g_strdup_printf ("%s: %s", name, title));
  append_counts (self, trace);
}

static void
append_text (Report *self, IlvTraceImport *import, const char *file)
{
  IlvTraceImportFormat format = ilv_trace_import_get_format (import);
  guint64 n_passed_over = ilv_trace_import_get_n_passed_over (import);

  append_line (self, 0, g_strdup_printf ("%s: %s", file, get_format_label (format)));
  append_line (self, 2,
               g_strdup_printf (_ ("Events: %llu"),
                                (unsigned long long) ilv_trace_import_get_n_events (import)));
  if (n_passed_over > 0)
    append_line (self, 2,
                 g_strdup_printf (_ ("Of kinds that no lane shows: %llu"),
                                  (unsigned long long) n_passed_over));
  for (guint i = 0; i < ilv_trace_import_get_n_traces (import); i++)
    {
      IlvTrace *trace = ilv_trace_import_get_trace (import, i);

      append_trace (self, trace, ilv_trace_import_get_name (import, i));
      if (format == ILV_TRACE_IMPORT_OURS)
        ilv_figures_table_append (&self->terminal, self->output, &trace, 1);
      else
        append_few_figures (self, trace);
    }
}

static void
append_json (Report *self, char *object)
{
  g_string_append (self->output, self->n_files == 0 ? "[\n" : ",\n");
  g_string_append (self->output, object);
  g_free (object);
}

/* On standard error, as all faults. */
static void
note_faults (IlvTraceImport *import, const char *file)
{
  const IlvTraceFaults *faults = ilv_trace_import_get_faults (import);
  guint64 n_more = faults->total - faults->kept->len;

  for (guint i = 0; i < faults->kept->len; i++)
    {
      g_autofree char *fault = ilv_trace_fault_describe (g_ptr_array_index (faults->kept, i));
      g_autofree char *line = g_strdup_printf ("%s: %s", file, fault);

      ilv_output_note (g_strdelimit (line, "\n", ' '));
    }
  if (n_more > 0)
    {
      g_autofree char *line =
        g_strdup_printf (ngettext ("%s: and %llu more", "%s: and %llu more", n_more), file,
                         (unsigned long long) n_more);

      ilv_output_note (line);
    }
}

/* Whether there is nothing wrong with the file. */
static gboolean
report_file (Report *self, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autofree char *name = g_filename_display_name (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvTraceImport) import = ilv_trace_import_read (file, NULL, NULL, NULL, &error);

  if (import == NULL)
    {
      g_autofree char *message = g_strdup_printf ("%s: %s", name, error->message);

      if (self->is_json)
        append_json (self, ilv_import_report_error_to_json (error, name));
      ilv_output_fail (message);
    }
  else
    {
      if (self->is_json)
        append_json (self, ilv_import_report_to_json (import, name));
      else
        append_text (self, import, name);
      note_faults (import, name);
    }
  self->n_files++;
  return import != NULL && ilv_trace_import_get_faults (import)->total == 0;
}

/* FALSE if there is no such format. */
static gboolean
parse_format (const char *name, gboolean *is_json)
{
  *is_json = g_strcmp0 (name, "json") == 0;
  return name == NULL || *is_json || g_str_equal (name, "text");
}

static int
refuse_format (const IlvCommand *self, const char *name)
{
  /* Translators: an option such as "--format", what was typed, and the list of what can be. */
  g_autofree char *message =
    g_strdup_printf (_ ("%s cannot be “%s”; it can be one of: %s"), "--format", name, "text, json");

  return ilv_output_refuse (self->name, message);
}

static int
report_files (gboolean is_json, char **paths)
{
  g_autoptr (GString) output = g_string_new (NULL);
  Report report = { .output = output, .is_json = is_json };
  gboolean is_fine = TRUE;

  ilv_terminal_init (&report.terminal, STDOUT_FILENO, 0);
  for (guint i = 0; paths[i] != NULL; i++)
    is_fine = report_file (&report, paths[i]) && is_fine;
  if (is_json)
    g_string_append (output, "\n]\n");
  return ilv_output_write (output->str) && is_fine ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

static int
info (const IlvCommand *self, char **arguments)
{
  g_autofree char *format = NULL;
  guint n_arguments = g_strv_length (arguments);
  g_auto (GStrv) paths = g_new0 (char *, n_arguments + 1);
  const GOptionEntry entries[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("What to write: text or json"),
      N_ ("FORMAT") },
    G_OPTION_ENTRY_NULL,
  };
  gboolean is_json;
  int status;

  if (!ilv_command_parse (self, arguments, entries, n_arguments, paths, &status))
    return status;
  if (!parse_format (format, &is_json))
    return refuse_format (self, format);
  if (paths[0] == NULL)
    return ilv_output_refuse (self->name, _ ("Which file?"));
  return report_files (is_json, paths);
}

const IlvCommand ilv_info_command = {
  "info",
  N_ ("FILE…"),
  N_ ("Says what is in trace files, our own and those of other programs, and names every fault "
      "with its byte."),
  info,
  NULL,
};

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-import-report.h"

#include <json-glib/json-glib.h>

#include "ilv-figures.h"

static void
add_integer (JsonBuilder *builder, const char *name, gint64 value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_string (JsonBuilder *builder, const char *name, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value, -1);

  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, valid);
}

static void
add_trace (JsonBuilder *builder, IlvTrace *trace, const char *name)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  IlvFigures figures;
  gsize n_spans, n_flows;

  ilv_figures_compute (&figures, trace);
  ilv_trace_get_spans (trace, &n_spans);
  ilv_trace_get_flows (trace, &n_flows);
  json_builder_begin_object (builder);
  add_string (builder, "name", name);
  add_string (builder, "strategy", info->strategy);
  add_integer (builder, "spans", (gint64) n_spans);
  add_integer (builder, "lanes", info->tasks->len);
  add_integer (builder, "workers", info->workers->len);
  add_integer (builder, "flows", (gint64) n_flows);
  add_integer (builder, "clock_base_ns", info->clock_base_ns);
  add_integer (builder, "duration_ns", figures.makespan_ns);
  add_integer (builder, "busy_ns", figures.busy_ns);
  add_integer (builder, "running_ns", figures.running_ns);
  add_integer (builder, "ready_ns", figures.ready_ns);
  add_integer (builder, "waiting_ns", figures.waiting_ns);
  add_integer (builder, "blocked_ns", figures.blocked_ns);
  add_integer (builder, "max_parallelism", figures.max_parallelism);
  json_builder_end_object (builder);
}

static void
add_fault (JsonBuilder *builder, const IlvTraceFault *fault)
{
  json_builder_begin_object (builder);
  if (fault->offset >= 0)
    add_integer (builder, "byte", fault->offset);
  if (fault->event > 0)
    add_integer (builder, "event", (gint64) fault->event);
  add_string (builder, "message", fault->message);
  json_builder_end_object (builder);
}

static char *
print (JsonBuilder *builder)
{
  g_autoptr (JsonNode) root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}

/**
 * ilv_import_report_get_format_name:
 * @format: a format
 *
 * Returns: (transfer none): its name
 */
const char *
ilv_import_report_get_format_name (IlvTraceImportFormat format)
{
  switch (format)
    {
    case ILV_TRACE_IMPORT_FOREIGN:
      return "chrome";
    case ILV_TRACE_IMPORT_OURS:
      return "interleave";
    case ILV_TRACE_IMPORT_CSV:
      return "csv";
    default:
      g_return_val_if_reached ("");
    }
}

/**
 * ilv_import_report_to_json:
 * @import: what could be read
 * @file: what the file was called
 *
 * Returns: (transfer full): a JSON object
 */
char *
ilv_import_report_to_json (IlvTraceImport *import, const char *file)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  const IlvTraceFaults *faults = ilv_trace_import_get_faults (import);

  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  add_string (builder, "format",
              ilv_import_report_get_format_name (ilv_trace_import_get_format (import)));
  add_integer (builder, "events", (gint64) ilv_trace_import_get_n_events (import));
  add_integer (builder, "passed_over", (gint64) ilv_trace_import_get_n_passed_over (import));
  json_builder_set_member_name (builder, "traces");
  json_builder_begin_array (builder);
  for (guint i = 0; i < ilv_trace_import_get_n_traces (import); i++)
    add_trace (builder, ilv_trace_import_get_trace (import, i),
               ilv_trace_import_get_name (import, i));
  json_builder_end_array (builder);
  add_integer (builder, "n_faults", (gint64) faults->total);
  json_builder_set_member_name (builder, "faults");
  json_builder_begin_array (builder);
  for (guint i = 0; i < faults->kept->len; i++)
    add_fault (builder, g_ptr_array_index (faults->kept, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  return print (builder);
}

/**
 * ilv_import_report_error_to_json:
 * @error: why nothing could be read
 * @file: what the file was called
 *
 * Returns: (transfer full): a JSON object
 */
char *
ilv_import_report_error_to_json (const GError *error, const char *file)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  add_string (builder, "file", file);
  add_string (builder, "error", error->message);
  json_builder_end_object (builder);
  return print (builder);
}

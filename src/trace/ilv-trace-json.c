/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-json.h"

#include <json-glib/json-glib.h>

#include "ilv-figures.h"
#include "ilv-quoted-names.h"

/* Written line by line and not as a tree of nodes: a trace may have millions of spans, and one
 * event a line can be read by people and by line tools. */

/* Where the events are written to, and the side whose they are. */
typedef struct
{
  IlvTextSink *sink;
  GString *text; /* the sink's */
  IlvTrace *trace;
  const IlvTraceInfo *info;
  IlvQuotedNames names;
  guint pid; /* the number of the side, from 1 */
  guint flow_id; /* of the last flow of all sides */
  gboolean has_events; /* whether there is an event of any side yet */
} Writer;

/* The spans of each task in the order of time, to find those that a flow links. */
typedef struct
{
  const IlvSpan *spans;
  guint *firsts; /* of each task, and the end */
  guint *order;  /* indices of spans, task by task */
  guint n_tasks;
} TaskSpans;

static char *
quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_alloc ();

  json_node_init_string (node, text);
  return json_to_string (node, FALSE);
}

static void
append_quoted (GString *text, const char *value)
{
  g_autofree char *valid = g_utf8_make_valid (value != NULL ? value : "", -1);
  g_autofree char *quoted = quote (valid);

  g_string_append (text, quoted);
}

/* Microseconds, exact to the nanosecond. */
static void
append_time (GString *text, gint64 time_ns)
{
  guint64 size_ns = time_ns < 0 ? -(guint64) time_ns : (guint64) time_ns;

  g_string_append_printf (text, "%s%" G_GUINT64_FORMAT ".%03u", time_ns < 0 ? "-" : "",
                          size_ns / 1000, (guint) (size_ns % 1000));
}

static void
append_real (GString *text, const char *key, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_printf (text, ",\n     \"%s\": %s", key,
                          g_ascii_formatd (buffer, sizeof buffer, "%.6f", value));
}

static void
append_integer (GString *text, const char *key, gint64 value)
{
  g_string_append_printf (text, ",\n     \"%s\": %" G_GINT64_FORMAT, key, value);
}

/* A number that the kernel may not have told. */
static void
append_count (GString *text, const char *key, gint64 value)
{
  if (value < 0)
    g_string_append_printf (text, ",\n     \"%s\": null", key);
  else
    append_integer (text, key, value);
}

static const char *
get_outcome_name (IlvTraceOutcome outcome)
{
  switch (outcome)
    {
    case ILV_TRACE_OUTCOME_RUNNING:
      return "running";
    case ILV_TRACE_OUTCOME_FINISHED:
      return "finished";
    case ILV_TRACE_OUTCOME_STALLED:
      return "stalled";
    case ILV_TRACE_OUTCOME_CANCELLED:
      return "cancelled";
    default:
      g_return_val_if_reached ("");
    }
}

/* The key of a result's text. */
static const char *
get_result_name (IlvResultKind kind)
{
  switch (kind)
    {
    case ILV_RESULT_FAILURE:
      return "failure";
    case ILV_RESULT_OUTPUT:
      return "output";
    case ILV_RESULT_TEXT:
    case ILV_RESULT_PIXELS:
    default:
      return "text";
    }
}

static guint
get_tid (const Writer *writer, guint32 worker)
{
  return worker < writer->info->workers->len ? worker + 1 : 0;
}

static void
begin_event (Writer *writer)
{
  g_string_append (writer->text, writer->has_events ? ",\n" : "\n");
  writer->has_events = TRUE;
}

/* @worker: (nullable): whose name it is. */
static void
write_name (
  Writer *writer, const char *event, guint tid, const char *name, const IlvTraceWorker *worker)
{
  begin_event (writer);
  g_string_append_printf (writer->text,
                          "  {\"ph\": \"M\", \"pid\": %u, \"tid\": %u, \"name\": \"%s\", \"args\": "
                          "{\"name\": ",
                          writer->pid, tid, event);
  append_quoted (writer->text, name);
  if (worker != NULL && worker->processor >= 0)
    g_string_append_printf (writer->text, ", \"processor\": %d", worker->processor);
  g_string_append (writer->text, "}}");
}

static void
write_names (Writer *writer, const char *name)
{
  g_autofree char *side = g_strdup_printf ("%s: %s", name, writer->info->strategy);

  write_name (writer, "process_name", 0, side, NULL);
  write_name (writer, "thread_name", 0, "queue", NULL);
  for (guint i = 0; i < writer->info->workers->len; i++)
    {
      const IlvTraceWorker *worker = ilv_trace_info_get_worker (writer->info, i);

      write_name (writer, "thread_name", i + 1, worker->name, worker);
    }
}

static void
append_argument (GString *text, const char *key, const char *value)
{
  g_string_append_printf (text, "%s\"%s\": %s", text->str[text->len - 1] == '{' ? "" : ", ", key,
                          value);
}

static void
append_arguments (Writer *writer, const IlvSpan *span)
{
  const IlvTraceWorker *worker = ilv_trace_info_get_worker (writer->info, span->worker);
  const char *step = ilv_quoted_names_get_step (&writer->names, span->task, span->step);
  const char *peer = ilv_quoted_names_get_task (&writer->names, span->peer);
  char number[32];

  if (span->processor >= 0)
    {
      g_snprintf (number, sizeof number, "%d", span->processor);
      append_argument (writer->text, "processor", number);
    }
  if (worker != NULL && worker->os_tid > 0)
    {
      g_snprintf (number, sizeof number, "%" G_GINT64_FORMAT, worker->os_tid);
      append_argument (writer->text, "os_tid", number);
    }
  if (step != NULL)
    append_argument (writer->text, "step", step);
  if (peer != NULL)
    append_argument (writer->text, "waits_for", peer);
}

static void
write_span (Writer *writer, const IlvSpan *span)
{
  const char *task = ilv_quoted_names_get_task (&writer->names, span->task);

  begin_event (writer);
  g_string_append_printf (writer->text, "  {\"ph\": \"X\", \"pid\": %u, \"tid\": %u, \"ts\": ",
                          writer->pid, get_tid (writer, span->worker));
  append_time (writer->text, span->start_ns);
  g_string_append (writer->text, ", \"dur\": ");
  append_time (writer->text, span->end_ns - span->start_ns);
  g_string_append_printf (writer->text, ", \"name\": %s, \"cat\": \"%s\", \"args\": {",
                          task != NULL ? task : "\"\"", ilv_state_to_string (span->state));
  append_arguments (writer, span);
  g_string_append (writer->text, "}}");
}

static void
task_spans_init (TaskSpans *self, IlvTrace *trace)
{
  g_autofree guint *filled = NULL;
  gsize n_spans;

  self->spans = ilv_trace_get_spans (trace, &n_spans);
  self->n_tasks = ilv_trace_get_info (trace)->tasks->len;
  self->firsts = g_new0 (guint, self->n_tasks + 1);
  self->order = g_new (guint, n_spans);
  filled = g_new0 (guint, self->n_tasks);

  for (gsize i = 0; i < n_spans; i++)
    if (self->spans[i].task < self->n_tasks)
      self->firsts[self->spans[i].task + 1]++;
  for (guint task = 0; task < self->n_tasks; task++)
    self->firsts[task + 1] += self->firsts[task];
  for (gsize i = 0; i < n_spans; i++)
    {
      guint task = self->spans[i].task;

      if (task < self->n_tasks)
        self->order[self->firsts[task] + filled[task]++] = i;
    }
}

static void
task_spans_clear (TaskSpans *self)
{
  g_clear_pointer (&self->firsts, g_free);
  g_clear_pointer (&self->order, g_free);
}

/* (nullable): the last span of @task that begins before @time_ns, or the one that follows it. */
static const IlvSpan *
task_spans_find (const TaskSpans *self, guint task, gint64 time_ns, gboolean following)
{
  guint low;
  guint high;

  if (task >= self->n_tasks)
    return NULL;

  low = self->firsts[task];
  high = self->firsts[task + 1];
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (self->spans[self->order[middle]].start_ns < time_ns)
        low = middle + 1;
      else
        high = middle;
    }
  if (!following && low-- == self->firsts[task])
    return NULL;
  return low < self->firsts[task + 1] ? &self->spans[self->order[low]] : NULL;
}

static void
write_flow_end (Writer *writer, const IlvFlow *flow, const char *phase, const IlvSpan *span)
{
  gboolean is_start = g_str_equal (phase, "s");
  gint64 time_ns = flow->time_ns;

  if (!is_start && span != NULL)
    time_ns = MAX (time_ns, span->start_ns);
  begin_event (writer);
  g_string_append_printf (writer->text,
                          "  {\"ph\": \"%s\", %s\"id\": %u, \"pid\": %u, \"tid\": %u, \"ts\": ",
                          phase, is_start ? "" : "\"bp\": \"e\", ", writer->flow_id, writer->pid,
                          span != NULL ? get_tid (writer, span->worker) : 0);
  append_time (writer->text, time_ns);
  g_string_append_printf (writer->text, ", \"name\": \"%s\", \"cat\": \"flow\", \"args\": {",
                          ilv_flow_kind_to_string (flow->kind));
  append_argument (writer->text, is_start ? "from" : "to",
                   ilv_quoted_names_get_task (&writer->names,
                                              is_start ? flow->from_task : flow->to_task));
  g_string_append (writer->text, "}}");
}

static void
write_flows (Writer *writer)
{
  TaskSpans spans;
  const IlvFlow *flows;
  gsize n_flows;

  flows = ilv_trace_get_flows (writer->trace, &n_flows);
  if (n_flows == 0)
    return;

  task_spans_init (&spans, writer->trace);
  for (gsize i = 0; i < n_flows && ilv_text_sink_pause (writer->sink); i++)
    {
      const IlvFlow *flow = &flows[i];

      if (flow->from_task >= spans.n_tasks || flow->to_task >= spans.n_tasks)
        continue;
      writer->flow_id++;
      write_flow_end (writer, flow, "s",
                      task_spans_find (&spans, flow->from_task, flow->time_ns, FALSE));
      write_flow_end (writer, flow, "f",
                      task_spans_find (&spans, flow->to_task, flow->time_ns, TRUE));
    }
  task_spans_clear (&spans);
}

static void
write_events (Writer *writer, IlvTrace *trace, const char *name)
{
  const IlvSpan *spans;
  gsize n_spans;

  writer->trace = trace;
  writer->info = ilv_trace_get_info (trace);
  writer->pid++;
  ilv_quoted_names_init (&writer->names, writer->info, quote);
  write_names (writer, name);
  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans && ilv_text_sink_pause (writer->sink); i++)
    write_span (writer, &spans[i]);
  write_flows (writer);
  ilv_quoted_names_clear (&writer->names);
}

/* In the order of the workload, also those that never started. */
static void
write_tasks (GString *text, const IlvTraceInfo *info)
{
  g_string_append (text, ",\n     \"tasks\": [");
  for (guint i = 0; i < info->tasks->len; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_quoted (text, ilv_trace_info_get_task (info, i)->name);
    }
  g_string_append_c (text, ']');
}

static void
write_notes (GString *text, const GPtrArray *notes)
{
  g_string_append (text, ",\n     \"notes\": [");
  for (guint i = 0; i < notes->len; i++)
    {
      if (i > 0)
        g_string_append (text, ", ");
      append_quoted (text, g_ptr_array_index (notes, i));
    }
  g_string_append_c (text, ']');
}

static void
write_figures (GString *text, const IlvFigures *figures)
{
  append_integer (text, "makespan_ns", figures->makespan_ns);
  append_count (text, "cpu_time_ns", figures->cpu_time_ns);
  append_count (text, "context_switches_voluntary", figures->voluntary_switches);
  append_count (text, "context_switches_involuntary", figures->involuntary_switches);
  append_integer (text, "slices", figures->slices);
  append_integer (text, "max_parallelism", figures->max_parallelism);
  append_real (text, "utilisation", figures->utilisation);
  append_real (text, "speedup", figures->speedup);
  append_integer (text, "processors", figures->processors);
  append_integer (text, "strangers_ns", figures->strangers_ns);
  append_integer (text, "lost_ns", figures->lost_ns);
}

static void
write_result (GString *text, const IlvTraceInfo *info, const IlvResult *result)
{
  const IlvTraceTask *task = ilv_trace_info_get_task (info, result->task);
  const char *step = ilv_trace_info_get_step (info, result->task, result->step);

  g_string_append_printf (text, "{\"time_ns\": %" G_GINT64_FORMAT, result->time_ns);
  if (task != NULL)
    {
      g_string_append (text, ", \"task\": ");
      append_quoted (text, task->name);
    }
  if (step != NULL)
    {
      g_string_append (text, ", \"step\": ");
      append_quoted (text, step);
    }
  g_string_append_printf (text, ", \"%s\": ", get_result_name (result->kind));
  append_quoted (text, result->text);
  g_string_append_c (text, '}');
}

/* Pictures are for the eye. */
static void
write_results (GString *text, const IlvTraceInfo *info)
{
  const char *separator = "\n      ";

  g_string_append (text, ",\n     \"results\": [");
  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);

      if (result->kind == ILV_RESULT_PIXELS)
        continue;
      g_string_append (text, separator);
      write_result (text, info, result);
      separator = ",\n      ";
    }
  g_string_append_c (text, ']');
}

static void
write_outcomes (GString *text, const IlvTraceInfo *info)
{
  if (info->interpreter != NULL)
    {
      g_string_append (text, ",\n     \"interpreter\": ");
      append_quoted (text, info->interpreter);
    }
  append_integer (text, "failures", ilv_trace_info_count_failures (info));
  append_count (text, "counter_expected", info->counter_expected);
  append_count (text, "counter_found", info->counter_found);
  append_count (text, "longest_beat_ns", ilv_trace_info_get_longest_beat_ns (info));
  write_results (text, info);
}

/* All unknown where nothing slices time. */
static void
write_time_slices (GString *text, const IlvTraceInfo *info, const IlvFigures *figures)
{
  append_count (text, "slice_asked_ns", info->slice_asked_ns);
  append_count (text, "slice_given_ns", info->slice_given_ns);
  append_count (text, "slice_median_ns", figures->slice_median_ns);
  append_count (text, "time_slices", info->slice_asked_ns < 0 ? -1 : (gint64) figures->time_slices);
}

static void
write_side (GString *text, IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  g_string_append (text, "    {\"strategy\": ");
  append_quoted (text, info->strategy);
  g_string_append_printf (text, ",\n     \"model\": %s,\n     \"outcome\": \"%s\"",
                          info->is_model ? "true" : "false", get_outcome_name (info->outcome));
  if (info->verdict != NULL)
    {
      g_string_append (text, ",\n     \"verdict\": ");
      append_quoted (text, info->verdict);
    }
  write_tasks (text, info);
  write_notes (text, info->notes);
  append_integer (text, "clock_base_ns", info->clock_base_ns);
  write_figures (text, &figures);
  write_outcomes (text, info);
  write_time_slices (text, info, &figures);
  g_string_append_c (text, '}');
}

/**
 * ilv_trace_json_write:
 * @sides: (array length=n_sides): a trace a side, left first
 * @names: (array length=n_sides): what the sides are called
 * @n_sides: how many there are
 * @sink: where one JSON object goes
 */
void
ilv_trace_json_write (IlvTrace *const *sides, const char *const *names, guint n_sides, IlvTextSink *sink)
{
  GString *text = sink->text;
  Writer writer = { .sink = sink, .text = text };

  g_string_append (text, "{\"traceEvents\": [");
  for (guint i = 0; i < n_sides; i++)
    write_events (&writer, sides[i], names[i]);
  g_string_append (text, "\n ],\n \"otherData\": {\n  \"version\": \"" ILV_VERSION "\",\n"
                         "  \"sides\": [");
  for (guint i = 0; i < n_sides; i++)
    {
      g_string_append (text, i == 0 ? "\n" : ",\n");
      write_side (text, sides[i]);
    }
  g_string_append (text, "\n  ]\n }\n}\n");
}

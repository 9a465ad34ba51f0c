/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-options.h"

#include <string.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "ilv-duration.h"
#include "ilv-output.h"
#include "ilv-runner-options.h"
#include "ilv-slice.h"
#include "ilv-terminal.h"
#include "ilv-trace-export.h"
#include "ilv-workload.h"

/* The options as they were typed. */
typedef struct
{
  char *left;
  char *right;
  char *processors;
  char *workers;
  char *slice;
  char *latency;
  char *jitter;
  char *failures;
  char *limit;
  char *repeat;
  char *tasks;
  char *work;
  char *group;
  char *format;
  char *from;
  char *to;
  char *width;
} Texts;

static const char *const groups[] = {
  [ILV_GROUPING_PROCESSOR] = "processor",
  [ILV_GROUPING_WORKER] = "worker",
  [ILV_GROUPING_TASK] = "task",
  NULL,
};

static const char *const formats[] = {
  [ILV_RUN_FORMAT_TEXT] = "text",
  [ILV_RUN_FORMAT_JSON] = "json",
  [ILV_RUN_FORMAT_CSV] = "csv",
  [ILV_RUN_FORMAT_SVG] = "svg",
  [ILV_RUN_FORMAT_PNG] = "png",
  NULL,
};

static void
texts_clear (Texts *texts)
{
  g_clear_pointer (&texts->left, g_free);
  g_clear_pointer (&texts->right, g_free);
  g_clear_pointer (&texts->processors, g_free);
  g_clear_pointer (&texts->workers, g_free);
  g_clear_pointer (&texts->slice, g_free);
  g_clear_pointer (&texts->latency, g_free);
  g_clear_pointer (&texts->jitter, g_free);
  g_clear_pointer (&texts->failures, g_free);
  g_clear_pointer (&texts->limit, g_free);
  g_clear_pointer (&texts->repeat, g_free);
  g_clear_pointer (&texts->tasks, g_free);
  g_clear_pointer (&texts->work, g_free);
  g_clear_pointer (&texts->group, g_free);
  g_clear_pointer (&texts->format, g_free);
  g_clear_pointer (&texts->from, g_free);
  g_clear_pointer (&texts->to, g_free);
  g_clear_pointer (&texts->width, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, texts_clear)

static gboolean
parse_choice (
  const char *text, const char *option, const char *const *choices, guint *choice, char **fault)
{
  g_autofree char *all = NULL;

  if (text == NULL)
    return TRUE;
  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0)
      {
        *choice = i;
        return TRUE;
      }
  all = g_strjoinv (", ", (char **) choices);
  /* Translators: an option such as "--format", what was typed, and the list of what can be. */
  *fault = g_strdup_printf (_ ("%s cannot be “%s”; it can be one of: %s"), option, text, all);
  return FALSE;
}

static gboolean
parse_number (
  const char *text, const char *option, guint minimum, guint maximum, guint *number, char **fault)
{
  guint64 value;

  if (text == NULL)
    return TRUE;
  if (g_ascii_string_to_unsigned (text, 10, minimum, maximum, &value, NULL))
    {
      *number = value;
      return TRUE;
    }
  /* Translators: an option such as "--tasks", what was typed, and the limits. */
  *fault = g_strdup_printf (_ ("%s cannot be “%s”; it can be a whole number from %u to %u"), option,
                            text, minimum, maximum);
  return FALSE;
}

static gboolean
parse_strategy (const char *text, const char *option, IlvStrategy **strategy, char **fault)
{
  const char *ids[ILV_N_STRATEGIES + 1] = { NULL };
  guint choice = 0;

  if (text == NULL)
    return TRUE;
  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    ids[i] = ilv_strategy_to_string (i);
  if (!parse_choice (text, option, ids, &choice, fault))
    return FALSE;
  *strategy = g_new (IlvStrategy, 1);
  **strategy = choice;
  return TRUE;
}

static gboolean
parse_work (const char *text, gint64 *work_ns, char **fault)
{
  if (text == NULL || ilv_duration_parse (text, work_ns) == ILV_DURATION_FAULT_NONE)
    return TRUE;
  *fault = g_strdup_printf (_ ("--work cannot be “%s”; it can be a time of up to one hour, such as "
                               "400ms or 1.5s"),
                            text);
  return FALSE;
}

static gboolean
parse_slice (const char *text, gint64 *slice_ns, char **fault)
{
  if (text == NULL || ilv_slice_parse (text, slice_ns))
    return TRUE;
  *fault = g_strdup_printf (_ ("--slice cannot be “%s”; it can be whole milliseconds from 4ms to "
                               "100ms, such as 20ms"),
                            text);
  return FALSE;
}

static gboolean
parse_delay (const char *text, const char *option, gint64 *delay_ns, char **fault)
{
  if (text == NULL)
    return TRUE;
  if (g_str_equal (text, "0"))
    {
      *delay_ns = 0;
      return TRUE;
    }
  if (ilv_duration_parse (text, delay_ns) == ILV_DURATION_FAULT_NONE
      && *delay_ns <= ILV_SERVER_MAX_LATENCY_NS)
    return TRUE;
  /* Translators: an option such as "--latency", and what was typed. */
  *fault = g_strdup_printf (_ ("%s cannot be “%s”; it can be 0 or a time of up to 2 s, such as "
                               "150ms"),
                            option, text);
  return FALSE;
}

static gboolean
parse_share (const char *text, const char *option, double *share, char **fault)
{
  char *end = NULL;
  double value;

  if (text == NULL)
    return TRUE;
  value = g_ascii_strtod (text, &end);
  if (end != text && *end == '\0' && value >= 0 && value <= 1)
    {
      *share = value;
      return TRUE;
    }
  /* Translators: an option such as "--failures", and what was typed. */
  *fault = g_strdup_printf (_ ("%s cannot be “%s”; it can be a number from 0 to 1, such as 0.1"),
                            option, text);
  return FALSE;
}

static gboolean
parse_server (IlvRunOptions *self, const Texts *texts, char **fault)
{
  guint limit = 0;

  if (!parse_delay (texts->latency, "--latency", &self->latency_ns, fault)
      || !parse_delay (texts->jitter, "--jitter", &self->jitter_ns, fault)
      || !parse_share (texts->failures, "--failures", &self->failure_rate, fault)
      || !parse_number (texts->limit, "--limit", 0, ILV_LESSON_SERVER_MAX_RATE, &limit, fault))
    return FALSE;
  if (texts->limit != NULL)
    self->rate_limit = limit;
  return TRUE;
}

static gboolean
parse_moment (const char *text, const char *option, gint64 *time_ns, char **fault)
{
  if (text == NULL || g_str_equal (text, "0") || ilv_duration_parse (text, time_ns) == ILV_DURATION_FAULT_NONE)
    return TRUE;
  /* Translators: an option such as "--from", and what was typed. */
  *fault = g_strdup_printf (_ ("%s cannot be “%s”; it can be 0 or a time of up to one hour, such as 150ms"), option,
                            text);
  return FALSE;
}

/* What a picture shows, and where it goes: it is no text. */
static gboolean
parse_picture (IlvRunOptions *self, const Texts *texts, char **fault)
{
  gboolean has_range = texts->from != NULL || texts->to != NULL;

  if (!parse_moment (texts->from, "--from", &self->from_ns, fault)
      || !parse_moment (texts->to, "--to", &self->to_ns, fault))
    return FALSE;
  if (has_range && self->format != ILV_RUN_FORMAT_SVG && self->format != ILV_RUN_FORMAT_PNG)
    *fault = g_strdup (_ ("--from and --to are for pictures: --format svg or png"));
  else if (has_range && self->to_ns <= self->from_ns)
    *fault = g_strdup (_ ("--to has to be later than --from"));
  else if (self->format == ILV_RUN_FORMAT_PNG && isatty (STDOUT_FILENO))
    *fault = g_strdup (_ ("A picture is no text; write it to a file with “> run.png”"));
  return *fault == NULL;
}

static gboolean
check_place (const IlvRunOptions *self, char **fault)
{
  if (self->place != NULL)
    return TRUE;
  *fault = g_strdup (_ ("Which lesson? “interleave list” lists them"));
  return FALSE;
}

static gboolean
parse_texts (IlvRunOptions *self, const Texts *texts, char **fault)
{
  guint grouping = self->grouping;
  guint format = self->format;

  if (!check_place (self, fault) || !parse_strategy (texts->left, "--left", &self->left, fault) ||
      !parse_strategy (texts->right, "--right", &self->right, fault) ||
      !parse_number (texts->processors, "--processors", 1, ILV_MODEL_MAX_PROCESSORS,
                     &self->processors, fault) ||
      !parse_number (texts->workers, "--workers", 1, ILV_MAX_WORKERS, &self->workers, fault) ||
      !parse_slice (texts->slice, &self->slice_ns, fault) || !parse_server (self, texts, fault) ||
      !parse_number (texts->repeat, "--repeat", 1, ILV_RUN_OPTIONS_MAX_REPEAT, &self->repeat, fault) ||
      !parse_number (texts->tasks, "--tasks", 1, ILV_WORKLOAD_MAX_TASKS, &self->tasks, fault) ||
      !parse_work (texts->work, &self->work_ns, fault) ||
      !parse_choice (texts->group, "--group", groups, &grouping, fault) ||
      !parse_choice (texts->format, "--format", formats, &format, fault) ||
      !parse_number (texts->width, "--width", ILV_TERMINAL_MIN_WIDTH, ILV_TERMINAL_MAX_WIDTH,
                     &self->width, fault))
    return FALSE;
  self->grouping = grouping;
  self->format = format;
  if (self->repeat > 1 && self->format != ILV_RUN_FORMAT_TEXT)
    {
      *fault = g_strdup (_ ("--repeat tells how far the runs lie apart, which only text says; leave --format out"));
      return FALSE;
    }
  return parse_picture (self, texts, fault);
}

void
ilv_run_options_init (IlvRunOptions *self)
{
  *self = (IlvRunOptions){
    .latency_ns = -1, .jitter_ns = -1, .failure_rate = -1, .rate_limit = -1
  };
}

gboolean
ilv_run_options_parse (IlvRunOptions *self,
                       const IlvCommand *command,
                       char **arguments,
                       int *status)
{
  g_auto (Texts) texts = { 0 };
  g_autofree char *fault = NULL;
  const GOptionEntry entries[] = {
    { "left", 0, 0, G_OPTION_ARG_STRING, &texts.left, N_ ("How the left side runs"),
      N_ ("STRATEGY") },
    { "right", 0, 0, G_OPTION_ARG_STRING, &texts.right, N_ ("How the right side runs"),
      N_ ("STRATEGY") },
    { "processors", 0, 0, G_OPTION_ARG_STRING, &texts.processors,
      N_ ("How many processors may be used"), N_ ("N") },
    { "repeat", 0, 0, G_OPTION_ARG_STRING, &texts.repeat,
      N_ ("How many times to run it; then the median and the spread"), N_ ("N") },
    { "tasks", 0, 0, G_OPTION_ARG_STRING, &texts.tasks, N_ ("How many tasks there are"), N_ ("N") },
    { "work", 0, 0, G_OPTION_ARG_STRING, &texts.work, N_ ("The work of each task, such as 400ms"),
      N_ ("TIME") },
    { "workers", 0, 0, G_OPTION_ARG_STRING, &texts.workers,
      N_ ("How many threads a thread pool has"), N_ ("N") },
    { "slice", 0, 0, G_OPTION_ARG_STRING, &texts.slice,
      N_ ("How long a task may run while others are ready, such as 20ms"), N_ ("TIME") },
    { "trust-code", 0, 0, G_OPTION_ARG_NONE, &self->trusts_code,
      N_ ("Run the Python code of somebody else’s lesson, which you have read"), NULL },
    { "broken", 0, 0, G_OPTION_ARG_NONE, &self->broken,
      N_ ("Run what the lesson’s “break it” switch shows"), NULL },
    { "answer", 0, 0, G_OPTION_ARG_STRING, &self->answer,
      N_ ("What every question is answered with"), N_ ("TEXT") },
    { "latency", 0, 0, G_OPTION_ARG_STRING, &texts.latency,
      N_ ("How long the server takes to answer, such as 150ms"), N_ ("TIME") },
    { "jitter", 0, 0, G_OPTION_ARG_STRING, &texts.jitter,
      N_ ("How much longer or shorter, at random"), N_ ("TIME") },
    { "failures", 0, 0, G_OPTION_ARG_STRING, &texts.failures,
      N_ ("The share of requests that fail, such as 0.1"), N_ ("SHARE") },
    { "limit", 0, 0, G_OPTION_ARG_STRING, &texts.limit,
      N_ ("Requests a second, after which the server refuses; 0 for any number"), N_ ("N") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &texts.group,
      N_ ("What a line is: processor, worker or task"), N_ ("WHAT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &texts.format,
      N_ ("What to write: text, json, csv, svg or png"), N_ ("FORMAT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &texts.from, N_ ("Where a picture begins, such as 150ms"), N_ ("TIME") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &texts.to, N_ ("Where a picture ends, such as 200ms"), N_ ("TIME") },
    { "width", 0, 0, G_OPTION_ARG_STRING, &texts.width, N_ ("Columns of the text"), N_ ("N") },
    G_OPTION_ENTRY_NULL,
  };

  ilv_run_options_init (self);
  if (!ilv_command_parse (command, arguments, entries, 1, &self->place, status))
    return FALSE;
  if (parse_texts (self, &texts, &fault))
    return TRUE;
  *status = ilv_output_refuse (command->name, fault);
  return FALSE;
}

void
ilv_run_options_clear (IlvRunOptions *self)
{
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->answer, g_free);
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->right, g_free);
}

void
ilv_run_options_set_up_world (const IlvRunOptions *self,
                              const IlvLessonServer *lessons,
                              IlvWorld *world)
{
  const IlvServerSettings settings = {
    .latency_ns = self->latency_ns >= 0 ? self->latency_ns : lessons->latency_ns,
    .jitter_ns = self->jitter_ns >= 0 ? self->jitter_ns : lessons->jitter_ns,
    .failure_rate = self->failure_rate >= 0 ? self->failure_rate : lessons->failure_rate,
    .rate_limit = self->rate_limit >= 0 ? (guint) self->rate_limit : lessons->rate_limit,
  };

  ilv_world_set_server_settings (world, &settings);
  ilv_person_set_standing_answer (ilv_world_get_person (world), self->answer);
}

gboolean
ilv_run_options_write_traces (const IlvRunOptions *self,
                              IlvTrace *const *sides,
                              const char *const *names,
                              guint n_sides)
{
  const IlvPictureView view
    = { .grouping = self->grouping, .start_ns = (double) self->from_ns, .end_ns = (double) self->to_ns };
  g_autoptr (IlvTraceExport) traces = NULL;
  IlvExportFormat format;

  g_return_val_if_fail (self->format < G_N_ELEMENTS (formats), FALSE);
  g_return_val_if_fail (ilv_export_format_parse (formats[self->format], &format), FALSE);

  traces = ilv_trace_export_new (sides, names, n_sides, &view);
  return ilv_output_write_traces (traces, format);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-text.h"

#include <glib/gi18n-lib.h>

#include "ilv-moment-text.h"

static const char *
get_task_name (IlvTrace *trace, guint task)
{
  return ilv_trace_info_get_task (ilv_trace_get_info (trace), task)->name;
}

/* (nullable): the name of the task that is waited for. */
static const char *
get_peer (IlvTrace *trace, const IlvSpan *span)
{
  if (span->peer == ILV_NO_PEER || span->peer >= ilv_trace_get_info (trace)->tasks->len)
    return NULL;

  return get_task_name (trace, span->peer);
}

const char *
ilv_span_text_get_worker (IlvTrace *trace, const IlvSpan *span)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  if (span->worker == ILV_NO_WORKER || span->worker >= info->workers->len)
    return NULL;

  return ilv_trace_info_get_worker (info, span->worker)->name;
}

char *
ilv_span_text_format_processor (const IlvSpan *span)
{
  if (span->processor == ILV_NO_PROCESSOR)
    return NULL;

  /* Translators: a logical processor, as lessons call it. */
  return g_strdup_printf (_ ("Core %d"), span->processor);
}

/* (nullable): "Core 0 · Worker 1", or what is known of it. */
static char *
format_executor (IlvTrace *trace, const IlvSpan *span)
{
  g_autofree char *processor = ilv_span_text_format_processor (span);
  const char *worker = ilv_span_text_get_worker (trace, span);

  if (processor != NULL && worker != NULL)
    /* Translators: a processor and a worker, "Core 0 · Worker 1". */
    return g_strdup_printf (_ ("%s · %s"), processor, worker);

  return processor != NULL ? g_steal_pointer (&processor) : g_strdup (worker);
}

static char *
format_interval (const IlvSpan *span)
{
  g_autofree char *from = ilv_moment_text_format (span->start_ns);
  g_autofree char *to = ilv_moment_text_format (span->end_ns);

  if (span->open)
    /* Translators: a time interval that has not ended yet: since when, and until now. */
    return g_strdup_printf (_ ("since %s, now %s"), from, to);

  /* Translators: a time interval: from, to. */
  return g_strdup_printf (_ ("%s – %s"), from, to);
}

static char *
format_length (const IlvSpan *span)
{
  g_autofree char *length = ilv_moment_text_format (span->end_ns - span->start_ns);

  if (span->open)
    /* Translators: how long it has lasted until now. */
    return g_strdup_printf (_ ("%s so far"), length);

  /* Translators: how long it lasted. */
  return g_strdup_printf (_ ("%s long"), length);
}

char *
ilv_span_text_to_markup (IlvTrace *trace, const IlvSpan *span)
{
  GString *markup = g_string_new (NULL);
  g_autofree char *executor = format_executor (trace, span);
  g_autofree char *interval = format_interval (span);
  g_autofree char *length = format_length (span);
  g_autofree char *title = NULL;
  const char *peer = get_peer (trace, span);

  /* Translators: the name of a task and what it is doing: "A is running". */
  title = g_markup_printf_escaped (_ ("<b>%s</b> is %s"), get_task_name (trace, span->task),
                                   ilv_state_get_label (span->state));
  g_string_append (markup, title);

  if (peer != NULL)
    {
      /* Translators: the name of the task that this one waits for. */
      g_autofree char *line = g_markup_printf_escaped (_ ("waits for <b>%s</b>"), peer);

      g_string_append_printf (markup, "\n%s", line);
    }
  if (executor != NULL)
    {
      g_autofree char *line = g_markup_escape_text (executor, -1);

      g_string_append_printf (markup, "\n%s", line);
    }
  g_string_append_printf (markup, "\n%s\n%s", interval, length);

  return g_string_free (markup, FALSE);
}

char *
ilv_span_text_to_sentence (IlvTrace *trace, const IlvSpan *span)
{
  g_autofree char *executor = format_executor (trace, span);
  g_autofree char *interval = format_interval (span);
  g_autofree char *length = format_length (span);
  const char *task = get_task_name (trace, span->task);
  const char *state = ilv_state_get_label (span->state);
  const char *peer = get_peer (trace, span);

  if (peer != NULL)
    /* Translators: task, state, the task that is waited for, interval, length. */
    return g_strdup_printf (_ ("%s is %s, waits for %s, %s, %s"), task, state, peer, interval,
                            length);
  if (executor != NULL)
    /* Translators: task, state, processor and worker, interval, length. */
    return g_strdup_printf (_ ("%s is %s, %s, %s, %s"), task, state, executor, interval, length);

  /* Translators: task, state, interval, length. */
  return g_strdup_printf (_ ("%s is %s, %s, %s"), task, state, interval, length);
}

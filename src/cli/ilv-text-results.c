/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-text-results.h"

#include <glib/gi18n-lib.h>

#include "ilv-run-name.h"
#include "ilv-trace-info.h"

#define INDENT 2
#define MAX_RESULTS 40 /* of a side */

static void
append_line (const IlvTerminal *terminal, GString *output, const char *text)
{
  g_string_append_printf (output, "%*s", INDENT, "");
  ilv_terminal_append_text (terminal, output, text, INDENT, 2 * INDENT);
}

static char *
describe (const IlvTraceInfo *info, const IlvResult *result)
{
  const IlvTraceTask *task = ilv_trace_info_get_task (info, result->task);
  const char *text = result->text != NULL ? result->text : "";

  if (task == NULL)
    return g_strchomp (g_strdup (text));
  if (result->kind == ILV_RESULT_FAILURE)
    /* Translators: a task and why it failed. */
    return g_strdup_printf (_ ("%s failed: %s"), task->name, text);
  /* Translators: a task and what it has brought, such as “Pikachu”. */
  return g_strdup_printf (_ ("%s: %s"), task->name, text);
}

static void
append_counter (const IlvTerminal *terminal, GString *output, const IlvTraceInfo *info)
{
  g_autofree char *found = g_strdup_printf ("%" G_GINT64_FORMAT, info->counter_found);
  g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, info->counter_expected);
  g_autofree char *text = NULL;

  if (info->counter_found == info->counter_expected)
    /* Translators: %s is a number. */
    text = g_strdup_printf (_ ("The shared counter is right: %s"), found);
  else
    /* Translators: what the counter is, and what it should be. */
    text = g_strdup_printf (_ ("The shared counter is %s instead of %s: the rest was lost"), found,
                            expected);
  append_line (terminal, output, text);
}

static guint
append_results (const IlvTerminal *terminal, GString *output, const IlvTraceInfo *info)
{
  guint n = 0;

  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);
      g_autofree char *text = NULL;

      if (result->kind == ILV_RESULT_PIXELS || n++ >= MAX_RESULTS)
        continue;
      text = describe (info, result);
      append_line (terminal, output, text);
    }
  return n;
}

void
ilv_text_results_append (const IlvTerminal *terminal, GString *output, IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autoptr (GString) lines = g_string_new (NULL);
  guint n = append_results (terminal, lines, info);

  if (n > MAX_RESULTS)
    {
      guint more = n - MAX_RESULTS;
      g_autofree char *text
        = g_strdup_printf (ngettext ("and %u more", "and %u more", more), more);

      append_line (terminal, lines, text);
    }
  if (info->counter_expected >= 0)
    append_counter (terminal, lines, info);
  if (lines->len == 0)
    return;
  ilv_terminal_append_text (terminal, output, ilv_run_name_get_title (info->strategy), 0, 0);
  g_string_append (output, lines->str);
  g_string_append_c (output, '\n');
}

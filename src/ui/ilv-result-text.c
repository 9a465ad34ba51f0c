/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-result-text.h"

#include <glib/gi18n.h>

char *
ilv_result_text_describe_counter (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autofree char *expected = NULL;
  g_autofree char *found = NULL;
  g_autofree char *lost = NULL;
  gint64 n_lost = info->counter_expected - info->counter_found;

  if (info->counter_expected < 0 || info->counter_found < 0)
    return NULL;
  expected = g_strdup_printf ("%'" G_GINT64_FORMAT, info->counter_expected);
  found = g_strdup_printf ("%'" G_GINT64_FORMAT, info->counter_found);
  lost = g_strdup_printf ("%'" G_GINT64_FORMAT, n_lost);
  if (n_lost <= 0)
    /* Translators: a counter that several tasks add to; both numbers are the same. */
    return g_strdup_printf (_ ("Counter: %s of %s; no update was lost."), found, expected);
  /* Translators: what a counter is, what it should be, and by how much it is too small. */
  return g_strdup_printf (ngettext ("Counter: %s of %s; %s update was lost.",
                                    "Counter: %s of %s; %s updates were lost.", n_lost),
                          found, expected, lost);
}

/* (transfer full): how often each reason was given, one a task; the reasons are the trace's. */
static GHashTable *
count_reasons (IlvTrace *trace, guint *n_failures)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autoptr (GHashTable) failed = g_hash_table_new (NULL, NULL);
  GHashTable *reasons = g_hash_table_new (g_str_hash, g_str_equal);

  *n_failures = 0;
  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);
      const char *reason = result->text != NULL ? result->text : "";
      guint times;

      if (result->kind != ILV_RESULT_FAILURE || result->task >= info->tasks->len
          || !g_hash_table_add (failed, GUINT_TO_POINTER (result->task)))
        continue;
      times = GPOINTER_TO_UINT (g_hash_table_lookup (reasons, reason));
      g_hash_table_insert (reasons, (gpointer) reason, GUINT_TO_POINTER (times + 1));
      *n_failures += 1;
    }
  return reasons;
}

/* The reason that was given most often. */
static const char *
find_reason (GHashTable *reasons)
{
  const char *most = "";
  guint most_times = 0;
  GHashTableIter iter;
  gpointer reason, times;

  g_hash_table_iter_init (&iter, reasons);
  while (g_hash_table_iter_next (&iter, &reason, &times))
    if (GPOINTER_TO_UINT (times) > most_times
        || (GPOINTER_TO_UINT (times) == most_times && strcmp (reason, most) < 0))
      {
        most = reason;
        most_times = GPOINTER_TO_UINT (times);
      }
  return most;
}

guint
ilv_result_text_count_failures (IlvTrace *trace)
{
  guint n_failures;

  g_hash_table_unref (count_reasons (trace, &n_failures));
  return n_failures;
}

char *
ilv_result_text_describe_failures (IlvTrace *trace)
{
  guint n_failures;
  g_autoptr (GHashTable) reasons = count_reasons (trace, &n_failures);
  guint n_tasks = ilv_trace_get_info (trace)->tasks->len;

  if (n_failures == 0)
    return NULL;
  if (g_hash_table_size (reasons) == 1)
    /* Translators: how many of how many tasks failed, and why, such as "HTTP 429". */
    return g_strdup_printf (ngettext ("%u of %u task failed: %s", "%u of %u tasks failed: %s",
                                      n_tasks),
                            n_failures, n_tasks, find_reason (reasons));
  /* Translators: how many of how many tasks failed, and the most frequent reason. */
  return g_strdup_printf (ngettext ("%u of %u task failed; most often: %s",
                                    "%u of %u tasks failed; most often: %s", n_tasks),
                          n_failures, n_tasks, find_reason (reasons));
}

char *
ilv_result_text_describe_names (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autoptr (GHashTable) named = g_hash_table_new (NULL, NULL);
  guint n_names, n_tasks = info->tasks->len;

  for (guint i = 0; i < info->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (info->results, i);

      if (result->kind == ILV_RESULT_TEXT && result->task < n_tasks)
        g_hash_table_add (named, GUINT_TO_POINTER (result->task));
    }
  n_names = g_hash_table_size (named);
  if (n_names == 0)
    return NULL;
  if (n_names == n_tasks)
    return g_strdup_printf (ngettext ("%u name arrived.", "All %u names arrived.", n_names),
                            n_names);
  /* Translators: how many of how many names came from a server. */
  return g_strdup_printf (ngettext ("%u of %u name arrived.", "%u of %u names arrived.", n_tasks),
                          n_names, n_tasks);
}

/* @sentence: (transfer full) (nullable). */
static void
append_line (GString *text, char *sentence)
{
  if (sentence != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", sentence);
  g_free (sentence);
}

char *
ilv_result_text_describe (IlvTrace *trace, gboolean with_names)
{
  GString *text = g_string_new (NULL);

  if (with_names)
    append_line (text, ilv_result_text_describe_names (trace));
  append_line (text, ilv_result_text_describe_counter (trace));
  append_line (text, ilv_result_text_describe_failures (trace));
  return g_string_free (text, FALSE);
}

char *
ilv_result_text_describe_notes (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < info->notes->len; i++)
    append_line (text, g_strdup (g_ptr_array_index (info->notes, i)));
  return g_string_free (text, FALSE);
}

const char *
ilv_result_text_get_pokeapi_remark (void)
{
  return _ ("The real pokeapi.co was asked: each run for other names, and names that were kept came at "
            "once. So take the times as a rough guide.");
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-result-text.h"
#include "ui-test.h"

static IlvTraceInfo *
new_info (guint n_tasks)
{
  IlvTraceInfo *info = ilv_trace_info_new ("event-loop", 1);

  for (guint i = 0; i < n_tasks; i++)
    ilv_trace_info_add_task (info, "T", (const char *[]){ NULL });
  return info;
}

static void
add (IlvTraceInfo *info, guint task, IlvResultKind kind, const char *text)
{
  ilv_trace_info_add_result (info, 1, task, 0, kind, text, NULL);
}

static IlvTrace *
new_trace (IlvTraceInfo *info)
{
  return ilv_trace_new (info, g_array_new (FALSE, FALSE, sizeof (IlvSpan)), NULL);
}

static void
test_nothing (void)
{
  g_autoptr (IlvTrace) trace = new_trace (new_info (2));

  g_assert_null (ilv_result_text_describe_counter (trace));
  g_assert_null (ilv_result_text_describe_failures (trace));
  g_assert_null (ilv_result_text_describe_names (trace));
  g_assert_cmpuint (ilv_result_text_count_failures (trace), ==, 0);
}

static void
assert_counter (gint64 expected, gint64 found, const char *words)
{
  IlvTraceInfo *info = new_info (2);
  g_autoptr (IlvTrace) trace = NULL;
  g_autofree char *text = NULL;

  info->counter_expected = expected;
  info->counter_found = found;
  trace = new_trace (info);
  text = ilv_result_text_describe_counter (trace);
  g_assert_cmpstr (text, ==, words);
}

static void
test_counter (void)
{
  assert_counter (200, 200, "Counter: 200 of 200; no update was lost.");
  assert_counter (200, 199, "Counter: 199 of 200; 1 update was lost.");
  assert_counter (200, 64, "Counter: 64 of 200; 136 updates were lost.");
  assert_counter (200, -1, NULL);
}

/* A task fails once, whatever its result says; who is nobody does not count. */
static void
test_failures (void)
{
  IlvTraceInfo *info = new_info (4);
  g_autoptr (IlvTrace) one = NULL;
  g_autoptr (IlvTrace) several = NULL;
  g_autofree char *one_text = NULL;
  g_autofree char *several_text = NULL;

  add (info, 1, ILV_RESULT_FAILURE, "HTTP 429");
  add (info, 1, ILV_RESULT_FAILURE, "HTTP 429");
  add (info, 2, ILV_RESULT_FAILURE, "HTTP 429");
  add (info, G_MAXUINT, ILV_RESULT_FAILURE, "The script ended badly");
  add (info, 3, ILV_RESULT_TEXT, "pikachu");
  one = new_trace (ilv_trace_info_copy (info));
  add (info, 3, ILV_RESULT_FAILURE, "HTTP 500");
  several = new_trace (info);

  one_text = ilv_result_text_describe_failures (one);
  g_assert_cmpstr (one_text, ==, "2 of 4 tasks failed: HTTP 429");
  g_assert_cmpuint (ilv_result_text_count_failures (one), ==, 2);
  several_text = ilv_result_text_describe_failures (several);
  g_assert_cmpstr (several_text, ==, "3 of 4 tasks failed; most often: HTTP 429");
}

static void
test_names (void)
{
  IlvTraceInfo *info = new_info (2);
  g_autoptr (IlvTrace) some = NULL;
  g_autoptr (IlvTrace) all = NULL;
  g_autofree char *some_text = NULL;
  g_autofree char *all_text = NULL;

  add (info, 1, ILV_RESULT_TEXT, "pikachu");
  add (info, 1, ILV_RESULT_TEXT, "pikachu");
  some = new_trace (ilv_trace_info_copy (info));
  add (info, 0, ILV_RESULT_TEXT, "mew");
  all = new_trace (info);
  some_text = ilv_result_text_describe_names (some);
  g_assert_cmpstr (some_text, ==, "1 of 2 names arrived.");
  all_text = ilv_result_text_describe_names (all);
  g_assert_cmpstr (all_text, ==, "All 2 names arrived.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/result-text/nothing", test_nothing);
  g_test_add_func ("/ui/result-text/counter", test_counter);
  g_test_add_func ("/ui/result-text/failures", test_failures);
  g_test_add_func ("/ui/result-text/names", test_names);

  return g_test_run ();
}

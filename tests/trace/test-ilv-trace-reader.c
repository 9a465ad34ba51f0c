/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-reader.h"

#include <string.h>

#include "ilv-summary.h"
#include "ilv-trace-file.h"
#include "trace-same.h"

static void
test_comparison (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (IlvTrace) left = make_trace ("time-sliced", 1);
      g_autoptr (IlvTrace) right = make_trace ("thread-pool", 2);
      IlvTrace *const sides[] = { left, right };
      g_autofree char *text = ilv_trace_file_to_json (sides, NULL, 2);
      g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GPtrArray) traces = ilv_trace_reader_read_json (text, -1, names);
      g_autofree char *sentence = ilv_summary_compare (left, right);
      g_autofree char *read_sentence = NULL;

      g_assert_nonnull (traces);
      g_assert_cmpuint (traces->len, ==, 2);
      assert_same (traces->pdata[0], left);
      assert_same (traces->pdata[1], right);
      g_assert_cmpstr (names->pdata[0], ==, "left");
      g_assert_cmpstr (names->pdata[1], ==, "right");
      read_sentence = ilv_summary_compare (traces->pdata[0], traces->pdata[1]);
      g_assert_cmpstr (read_sentence, ==, sentence);
    }
}

static void
test_race (void)
{
  static const char *const titles[] = { "A plain loop: fast?", "“await” in a loop", "" };
  g_autoptr (IlvTrace) trace = make_trace ("sequential", 1);
  IlvTrace *const sides[] = { trace, trace, trace };
  g_autofree char *text = ilv_trace_file_to_json (sides, titles, 3);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) traces = ilv_trace_reader_read_json (text, -1, names);

  g_assert_nonnull (traces);
  g_assert_cmpuint (traces->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      assert_same (traces->pdata[i], trace);
      g_assert_cmpstr (names->pdata[i], ==, titles[i]);
    }
}

/* Whatever a file says, nothing worse happens than that it is refused. */
static void
test_damaged (void)
{
  static const char *const texts[] = {
    "",
    "{",
    "[]",
    "null",
    "{}",
    "{\"traceEvents\": []}",
    "{\"traceEvents\": [], \"otherData\": {\"sides\": {}}}",
    "{\"traceEvents\": [7], \"otherData\": {\"sides\": [{}]}}",
    "{\"traceEvents\": [{\"ph\": \"X\", \"pid\": 2}], \"otherData\": {\"sides\": [{}]}}",
    "{\"traceEvents\": [{\"ph\": \"X\", \"pid\": 1}], \"otherData\": {\"sides\": [{}]}}",
    "{\"traceEvents\": [{\"ph\": \"X\", \"pid\": 1, \"name\": 1, \"cat\": \"ready\"}], "
    "\"otherData\": {\"sides\": [{}]}}",
    "{\"traceEvents\": [{\"ph\": \"X\", \"pid\": 1, \"name\": \"A\", \"cat\": \"asleep\"}], "
    "\"otherData\": {\"sides\": [{}]}}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (ilv_trace_reader_read_json (texts[i], -1, NULL));
}

static void
test_cut (void)
{
  g_autoptr (IlvTrace) trace = make_trace ("thread-pool", 2);
  g_autofree char *text = ilv_trace_file_to_json (&trace, NULL, 1);

  g_strchomp (text);
  for (gsize length = strlen (text) - 1; length > 0; length -= MIN (length, 501))
    g_assert_null (ilv_trace_reader_read_json (text, length, NULL));
}

/* Random bytes in the middle: refused, or read as something that can be drawn. */
static void
test_garbled (void)
{
  g_autoptr (IlvTrace) trace = make_trace ("thread-pool", 2);
  g_autofree char *text = ilv_trace_file_to_json (&trace, NULL, 1);
  gsize length = strlen (text);

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *garbled = g_strdup (text);
      g_autoptr (GPtrArray) traces = NULL;

      for (guint j = 0; j < 3; j++)
        garbled[g_test_rand_int_range (0, length)] =
          "0-9\"{}[],.eEaz"[g_test_rand_int_range (0, 14)];
      traces = ilv_trace_reader_read_json (garbled, -1, NULL);
      for (guint j = 0; traces != NULL && j < traces->len; j++)
        {
          g_autofree char *json = ilv_trace_file_to_json ((IlvTrace **) traces->pdata, NULL, 1);

          g_assert_nonnull (json);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/reader/comparison", test_comparison);
  g_test_add_func ("/trace/reader/race", test_race);
  g_test_add_func ("/trace/reader/damaged", test_damaged);
  g_test_add_func ("/trace/reader/cut", test_cut);
  g_test_add_func ("/trace/reader/garbled", test_garbled);

  return g_test_run ();
}

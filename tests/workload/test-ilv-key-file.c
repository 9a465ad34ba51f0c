/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-key-file.h"

#include <string.h>

#include "ilv-workload.h"

static IlvKeyFile *
load (const char *text)
{
  g_autoptr (GError) error = NULL;
  IlvKeyFile *key_file = ilv_key_file_new_from_text (text, "lesson.md", 10, &error);

  g_assert_no_error (error);
  return key_file;
}

static void
assert_refused (const char *text, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ilv_key_file_new_from_text (text, "lesson.md", 10, &error));
  g_assert_error (error, ILV_WORKLOAD_ERROR, ILV_WORKLOAD_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_values (void)
{
  g_autoptr (IlvKeyFile) key_file = load ("[Compare]\n"
                                          "# a remark\n"
                                          "  Title =  Two tasks\\nof 400 ms  \n"
                                          "\n"
                                          "Empty=\n"
                                          "[Task A]\n"
                                          "Steps=cpu 1ms; cpu 2ms");
  g_auto (GStrv) groups = ilv_key_file_get_groups (key_file);
  g_auto (GStrv) keys = ilv_key_file_get_keys (key_file, "Compare");
  g_auto (GStrv) no_keys = ilv_key_file_get_keys (key_file, "Nowhere");
  g_autofree char *title = ilv_key_file_get_string (key_file, "Compare", "Title");
  g_autofree char *steps = ilv_key_file_get_string (key_file, "Task A", "Steps");

  g_assert_cmpstrv (groups, ((const char *const[]){ "Compare", "Task A", NULL }));
  g_assert_cmpstrv (keys, ((const char *const[]){ "Title", "Empty", NULL }));
  g_assert_cmpuint (g_strv_length (no_keys), ==, 0);
  g_assert_cmpstr (title, ==, "Two tasks\nof 400 ms");
  g_assert_cmpstr (steps, ==, "cpu 1ms; cpu 2ms");
  g_assert_null (ilv_key_file_get_string (key_file, "Compare", "Left"));
  g_assert_null (ilv_key_file_get_string (key_file, "Nowhere", "Title"));
  g_assert_true (ilv_key_file_has_key (key_file, "Compare", "Empty"));
  g_assert_false (ilv_key_file_has_key (key_file, "Compare", "Left"));
  g_assert_cmpstr (ilv_key_file_get_file_name (key_file), ==, "lesson.md");
}

static void
test_lines (void)
{
  g_autoptr (IlvKeyFile) key_file = load ("# 10\r\n"
                                          "[Compare]  \r\n"
                                          "\r\n"
                                          "Title[de]=Zwei\r\n"
                                          "Title=Two=2\r\n"
                                          "  [Task A]\r\n"
                                          "\tSteps = cpu 1ms\r\n");

  g_assert_cmpuint (ilv_key_file_get_line (key_file, "Compare", NULL), ==, 11);
  g_assert_cmpuint (ilv_key_file_get_line (key_file, "Compare", "Title[de]"), ==, 13);
  g_assert_cmpuint (ilv_key_file_get_line (key_file, "Compare", "Title"), ==, 14);
  g_assert_cmpuint (ilv_key_file_get_line (key_file, "Task A", NULL), ==, 15);
  g_assert_cmpuint (ilv_key_file_get_line (key_file, "Task A", "Steps"), ==, 16);
  g_assert_cmpuint (ilv_key_file_get_line (key_file, "Task A", "Title"), ==, 10);
  g_assert_cmpuint (ilv_key_file_get_line (key_file, NULL, NULL), ==, 10);
}

static void
test_empty (void)
{
  g_autoptr (IlvKeyFile) key_file = load ("");
  g_auto (GStrv) groups = ilv_key_file_get_groups (key_file);

  g_assert_cmpuint (g_strv_length (groups), ==, 0);
}

static void
test_syntax_faults (void)
{
  assert_refused ("\nSteps=cpu 1ms\n[Task A]\n",
                  "lesson.md:11: “Steps=cpu 1ms” stands before the first group; begin with a line "
                  "such as “[Task A]”");
  assert_refused ("[A]\nx=1\n  what is this?\ny=2\n[B]\n",
                  "lesson.md:12: “what is this?” cannot be read; write a [Group], a Key=value or a "
                  "# comment");
  assert_refused ("[A]\n[B\n", "lesson.md:11: “[B” cannot be read; write a [Group], a Key=value or a "
                               "# comment");
  assert_refused ("[A]\nx=1\n=1", "lesson.md:12: “=1” cannot be read; write a [Group], a Key=value "
                                  "or a # comment");
  assert_refused ("[A]\nx=\\y\n",
                  "lesson.md:11: x: After “\\” only s, n, t, r or another “\\” can stand");
  assert_refused ("[A]\n\nx=\xff\n", "lesson.md:12: This is not UTF-8 text");
}

static void
test_duplicates (void)
{
  assert_refused ("[A]\nx=1\n[B]\nx=1\n[A]\n",
                  "lesson.md:14: [A]: This name is already used on line 10");
  assert_refused ("[A]\nx=1\n[B]\nx=1\ny=2\nx=3\n",
                  "lesson.md:15: x: This name is already used on line 13");
}

static void
test_message_is_presentable (void)
{
  g_autofree char *long_line = g_strnfill (100000, 'x');
  g_autoptr (GError) error = NULL;

  g_assert_null (ilv_key_file_new_from_text (long_line, "lesson.md", 1, &error));
  g_assert_cmpint (g_utf8_strlen (error->message, -1), ==, 401);
  g_assert_true (g_str_has_suffix (error->message, "x…"));

  assert_refused ("[A]\na\033[31mb\n", "lesson.md:11: “a\xef\xbf\xbd[31mb” cannot be read; write a "
                                       "[Group], a Key=value or a # comment");
}

static void
test_require (void)
{
  g_autoptr (IlvKeyFile) key_file = load ("[A]\nx=1\nempty=  \n");
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) empty = NULL;
  g_autofree char *value = ilv_key_file_require_string (key_file, "A", "x", NULL);

  g_assert_cmpstr (value, ==, "1");
  g_assert_null (ilv_key_file_require_string (key_file, "A", "y", &missing));
  g_assert_error (missing, ILV_WORKLOAD_ERROR, ILV_WORKLOAD_ERROR_SYNTAX);
  g_assert_cmpstr (missing->message, ==, "lesson.md:10: [A]: The key “y” is missing");
  g_assert_null (ilv_key_file_require_string (key_file, "A", "empty", &empty));
  g_assert_cmpstr (empty->message, ==, "lesson.md:12: empty: Nothing stands after the “=”");
}

static void
test_int (void)
{
  static const char *const bad[] = { "0", "33", "-1", "1.5", "0x10", "3 4", "many", "",
                                     "99999999999999999999999" };
  g_autoptr (IlvKeyFile) key_file = load ("[A]\nlow=1\nhigh= 32 \n");
  int value = -1;

  g_assert_true (ilv_key_file_get_int (key_file, "A", "low", 1, 32, 7, &value, NULL));
  g_assert_cmpint (value, ==, 1);
  g_assert_true (ilv_key_file_get_int (key_file, "A", "high", 1, 32, 7, &value, NULL));
  g_assert_cmpint (value, ==, 32);
  g_assert_true (ilv_key_file_get_int (key_file, "A", "absent", 1, 32, 7, &value, NULL));
  g_assert_cmpint (value, ==, 7);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *text = g_strdup_printf ("[A]\nn=%s\n", bad[i]);
      g_autofree char *message =
        g_strdup_printf ("lesson.md:11: n: “%s” is no whole number from 1 to 32", bad[i]);
      g_autoptr (IlvKeyFile) faulty = load (text);
      g_autoptr (GError) error = NULL;

      g_assert_false (ilv_key_file_get_int (faulty, "A", "n", 1, 32, 7, &value, &error));
      g_assert_error (error, ILV_WORKLOAD_ERROR, ILV_WORKLOAD_ERROR_SYNTAX);
      g_assert_cmpstr (error->message, ==, message);
      g_assert_cmpint (value, ==, 7);
    }
}

static void
test_known (void)
{
  static const char *const known[] =
    { "Compare/Title", "Compare/Left", "Task */Steps", "Task */Count", "Course/Title[]", NULL };
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { "[Compare]\nTitle=x\n[Task A]\nSteps=y\n[Task a/b]\nCount=1\n", NULL },
    { "[Compare]\nTitel=x\n",
      "lesson.md:11: Titel: There is no such key; [Compare] can have: Title, Left" },
    { "[Task A]\nSteps=x\nTitle=x\n",
      "lesson.md:12: Title: There is no such key; [Task A] can have: Steps, Count" },
    { "[Compare]\n[Taks A]\n", "lesson.md:11: [Taks A]: There is no such group" },
    { "[Compare]\n[Comp]\n", "lesson.md:11: [Comp]: There is no such group" },
    { "[Course]\nTitle[de]=x\nTitle[zh_CN]=y\n", NULL },
    { "[Course]\nTitel[de]=x\n",
      "lesson.md:11: Titel[de]: There is no such key; [Course] can have: Title[]" },
    { "[Compared]\n", "lesson.md:10: [Compared]: There is no such group" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvKeyFile) key_file = load (cases[i].text);
      g_autoptr (GError) error = NULL;
      gboolean good = ilv_key_file_check_known (key_file, known, &error);

      g_assert_cmpint (good, ==, cases[i].message == NULL);
      g_assert_cmpstr (error == NULL ? NULL : error->message, ==, cases[i].message);
    }
}

static void
test_set_error (void)
{
  g_autoptr (IlvKeyFile) key_file = load ("[A]\nx=1\n");
  g_autoptr (GError) syntax = NULL;
  g_autoptr (GError) meaning = NULL;

  ilv_key_file_set_error (key_file, &syntax, "A", "x", "%d is odd", 1);
  g_assert_error (syntax, ILV_WORKLOAD_ERROR, ILV_WORKLOAD_ERROR_SYNTAX);
  g_assert_cmpstr (syntax->message, ==, "lesson.md:11: x: 1 is odd");

  ilv_key_file_set_meaning_error (key_file, &meaning, "A", NULL, "no");
  g_assert_error (meaning, ILV_WORKLOAD_ERROR, ILV_WORKLOAD_ERROR_MEANING);
  g_assert_cmpstr (meaning->message, ==, "lesson.md:10: [A]: no");
}

/* Whatever the text is: a key file whose every key stands on the line that it says, or an error. */
static void
test_garbage (void)
{
  static const char *const pieces[] =
    { "[", "]", "=", "#", "\n", "\n", "\r", "\r\n", " ", "\t", "\\", "\\n", "A", "b",
        "ä", "\xff", "Encoding", "[A]\n", "[b]\n", "x=1\n", "y[de]=2\n", ";", "\v", "\302\205" };
  guint n_good = 0;

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr (GString) text = g_string_new (i % 2 == 0 ? "[A]\n" : NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvKeyFile) key_file = NULL;
      g_auto (GStrv) groups = NULL;

      for (int j = g_test_rand_int_range (0, 12); j > 0; j--)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      key_file = ilv_key_file_new_from_text (text->str, "x", 1, &error);
      g_assert_true ((key_file == NULL) == (error != NULL));
      if (key_file == NULL)
        {
          g_assert_true (g_str_has_prefix (error->message, "x:"));
          continue;
        }
      groups = ilv_key_file_get_groups (key_file);
      n_good += groups[0] != NULL;
      for (guint j = 0; groups[j] != NULL; j++)
        {
          g_auto (GStrv) lines = g_strsplit (text->str, "\n", -1);
          g_auto (GStrv) keys = ilv_key_file_get_keys (key_file, groups[j]);

          for (guint k = 0; keys[k] != NULL; k++)
            {
              guint line = ilv_key_file_get_line (key_file, groups[j], keys[k]);
              g_autofree char *value = ilv_key_file_get_string (key_file, groups[j], keys[k]);

              g_assert_nonnull (value);
              g_assert_true (g_str_has_prefix (g_strchug (lines[line - 1]), keys[k]));
            }
        }
    }
  g_assert_cmpuint (n_good, >, 1000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/workload/key-file/values", test_values);
  g_test_add_func ("/workload/key-file/lines", test_lines);
  g_test_add_func ("/workload/key-file/empty", test_empty);
  g_test_add_func ("/workload/key-file/syntax-faults", test_syntax_faults);
  g_test_add_func ("/workload/key-file/duplicates", test_duplicates);
  g_test_add_func ("/workload/key-file/message-is-presentable", test_message_is_presentable);
  g_test_add_func ("/workload/key-file/require", test_require);
  g_test_add_func ("/workload/key-file/int", test_int);
  g_test_add_func ("/workload/key-file/known", test_known);
  g_test_add_func ("/workload/key-file/set-error", test_set_error);
  g_test_add_func ("/workload/key-file/garbage", test_garbage);

  return g_test_run ();
}

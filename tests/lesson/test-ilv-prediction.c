/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-prediction.h"

static IlvPrediction *
read_prediction (const char *text, GError **error)
{
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, "a/lesson.md", 7, error);

  return key_file != NULL ? ilv_prediction_new_from_key_file (key_file, error) : NULL;
}

static void
test_whole (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvPrediction) right = read_prediction (
    "[Predict]\nId=parallel-end\nKind=end\nSide=right\nQuestion=Where; and when?\n", &error);
  g_autoptr (IlvPrediction) left = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_prediction_get_id (right), ==, "parallel-end");
  g_assert_cmpstr (ilv_prediction_get_question (right), ==, "Where; and when?");
  g_assert_true (ilv_prediction_is_right_side (right));

  left = read_prediction ("[Predict]\nId=2\nKind=end\nSide=left\nQuestion=?\n", &error);
  g_assert_no_error (error);
  g_assert_false (ilv_prediction_is_right_side (left));
}

static void
test_faults (void)
{
  static const struct
  {
    const char *text;
    guint line;
    const char *names;
  } cases[] = {
    { "[Predict]\nKind=end\nSide=left\nQuestion=?\n", 7, "Id" },
    { "[Predict]\nId=a b\nKind=end\nSide=left\nQuestion=?\n", 8, "“a b”" },
    { "[Predict]\nId=ä\nKind=end\nSide=left\nQuestion=?\n", 8, "“ä”" },
    { "[Predict]\nId=a\nSide=left\nQuestion=?\n", 7, "Kind" },
    { "[Predict]\nId=a\nKind=order\nSide=left\nQuestion=?\n", 9, "“order”" },
    { "[Predict]\nId=a\nKind=end\nQuestion=?\n", 7, "Side" },
    { "[Predict]\nId=a\nKind=end\nSide=up\nQuestion=?\n", 10, "“up”" },
    { "[Predict]\nId=a\nKind=end\nSide=left\n", 7, "Question" },
    { "[Predict]\nId=a\nKind=end\nSide=left\nQuestion=\n", 11, "Question" },
    { "[Predict]\nId=a\nKind=end\nSide=left\nQuestion=?\nHint=no\n", 12, "Hint" },
    { "[Predict]\nId=a\nKind=end\nSide=left\nQuestion=?\n[Task A]\nSteps=cpu 1ms\n", 12, "Task A" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *place = g_strdup_printf ("a/lesson.md:%u: ", cases[i].line);

      g_assert_null (read_prediction (cases[i].text, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, place));
      g_assert_nonnull (g_strstr_len (error->message, -1, cases[i].names));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/prediction/whole", test_whole);
  g_test_add_func ("/lesson/prediction/faults", test_faults);
  return g_test_run ();
}

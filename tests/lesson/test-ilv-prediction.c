/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-prediction.h"

#include <math.h>
#include <string.h>

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

/* A room of people is asked in other words where the lesson has some. */
static void
test_room (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvPrediction) without
    = read_prediction ("[Predict]\nId=a\nKind=end\nSide=left\nQuestion=Drag it.\n", &error);
  g_autoptr (IlvPrediction) with = NULL;
  g_autoptr (IlvPrediction) empty = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (ilv_prediction_get_room_question (without), ==, "Drag it.");

  with = read_prediction ("[Predict]\nId=a\nKind=end\nSide=left\nQuestion=Drag it.\nRoom=When?\n",
                          &error);
  g_assert_no_error (error);
  g_assert_cmpstr (ilv_prediction_get_question (with), ==, "Drag it.");
  g_assert_cmpstr (ilv_prediction_get_room_question (with), ==, "When?");

  empty = read_prediction ("[Predict]\nId=a\nKind=end\nSide=left\nQuestion=Drag it.\nRoom=\n", &error);
  g_assert_null (empty);
  g_assert_nonnull (error);
  g_assert_nonnull (strstr (error->message, "Room"));
}

#define TWO                                                                                        \
  "[Choice 1]\nText=One\nTo=1.5\nExplanation=E1\n[Choice 2]\nText=Two\nFrom=1.5\nTo=2.5\n"        \
  "Explanation=E2\n"

static void
test_choice (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvPrediction) prediction = read_prediction (
    "[Predict]\nId=ratio\nKind=choice\nQuestion=How fast?\nMeasure=right.makespan-ratio\n" TWO,
    &error);
  const IlvChoice *choice;

  g_assert_no_error (error);
  g_assert_cmpint (ilv_prediction_get_kind (prediction), ==, ILV_PREDICTION_CHOICE);
  g_assert_cmpint (ilv_prediction_get_measure (prediction), ==, ILV_MEASURE_MAKESPAN_RATIO);
  g_assert_true (ilv_prediction_is_right_side (prediction));
  g_assert_cmpuint (ilv_prediction_get_n_choices (prediction), ==, 2);

  choice = ilv_prediction_get_choice (prediction, 0);
  g_assert_cmpstr (choice->text, ==, "One");
  g_assert_true (choice->from == -INFINITY && choice->to == 1.5);
  choice = ilv_prediction_get_choice (prediction, 1);
  g_assert_cmpstr (choice->explanation, ==, "E2");
  g_assert_true (choice->from == 1.5 && choice->to == 2.5);

  g_assert_cmpint (ilv_prediction_find_choice (prediction, -3), ==, 0);
  g_assert_cmpint (ilv_prediction_find_choice (prediction, 1.499), ==, 0);
  g_assert_cmpint (ilv_prediction_find_choice (prediction, 1.5), ==, 1);
  g_assert_cmpint (ilv_prediction_find_choice (prediction, 2.5), ==, -1);
  g_assert_cmpint (ilv_prediction_find_choice (prediction, NAN), ==, -1);
}

/* Where ranges overlap the first one counts. */
static void
test_choice_order (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvPrediction) prediction = read_prediction (
    "[Predict]\nId=a\nKind=choice\nQuestion=?\nMeasure=left.lost\n[Choice none]\nText=None\n"
    "To=1\nExplanation=E\n[Choice any]\nText=Any\nExplanation=E\n",
    &error);

  g_assert_no_error (error);
  g_assert_false (ilv_prediction_is_right_side (prediction));
  g_assert_cmpint (ilv_prediction_find_choice (prediction, 0), ==, 0);
  g_assert_cmpint (ilv_prediction_find_choice (prediction, 1), ==, 1);
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
#define CHOICE "[Predict]\nId=a\nKind=choice\nQuestion=?\n"
    { CHOICE TWO, 7, "Measure" },
    { CHOICE "Measure=speedup\n" TWO, 11, "right." },
    { CHOICE "Measure=up.speedup\n" TWO, 11, "“up.speedup”" },
    { CHOICE "Measure=left.speed\n" TWO, 11, "makespan-ratio" },
    { CHOICE "Measure=left.lost\nSide=left\n" TWO, 12, "Side" },
    { CHOICE "Measure=left.lost\n", 7, "choices" },
    { CHOICE "Measure=left.lost\n[Choice 1]\nText=A\nExplanation=E\n", 7, "choices" },
    { CHOICE "Measure=left.lost\n[Choice 1]\nExplanation=E\n", 12, "Text" },
    { CHOICE "Measure=left.lost\n[Choice 1]\nText=A\n", 12, "Explanation" },
    { CHOICE "Measure=left.lost\n[Choice 1]\nText=A\nFrom=2\nTo=2\nExplanation=E\n", 15, "To" },
    { CHOICE "Measure=left.lost\n[Choice 1]\nText=A\nFrom=two\nExplanation=E\n", 14, "“two”" },
    { CHOICE "Measure=left.lost\n[Choice 1]\nText=A\nFrom=inf\nExplanation=E\n", 14, "“inf”" },
    { CHOICE "Measure=left.lost\n[Answer 1]\nText=A\n", 12, "Answer 1" },
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
  g_test_add_func ("/lesson/prediction/room", test_room);
  g_test_add_func ("/lesson/prediction/choice", test_choice);
  g_test_add_func ("/lesson/prediction/choice-order", test_choice_order);
  g_test_add_func ("/lesson/prediction/faults", test_faults);
  return g_test_run ();
}

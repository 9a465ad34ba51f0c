/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-guess.h"
#include "ui-test.h"

typedef struct
{
  char *folder;
  GFile *file;
  IlvPrediction *prediction;
  IlvProgress *progress;
  GSettings *settings;
  IlvGuess *guess;
  guint n_open;
  guint n_must_wait;
} Fixture;

static void
on_notify (Fixture *fixture, GParamSpec *pspec)
{
  if (g_str_equal (pspec->name, "open"))
    fixture->n_open++;
  else if (g_str_equal (pspec->name, "must-wait"))
    fixture->n_must_wait++;
}

/* As on the next visit: nothing but the file is kept. */
static void
open_guess (Fixture *fixture)
{
  g_clear_object (&fixture->guess);
  g_clear_object (&fixture->progress);
  fixture->n_open = fixture->n_must_wait = 0;
  fixture->progress = ilv_progress_new (fixture->file);
  g_assert_null (ilv_progress_get_warning (fixture->progress));
  fixture->guess =
    ilv_guess_new (fixture->prediction, "lesson", fixture->progress, fixture->settings);
  g_signal_connect_swapped (fixture->guess, "notify", G_CALLBACK (on_notify), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (
    "[Predict]\nId=end\nKind=end\nSide=right\nQuestion=When?\n", "test", 1, &error);

  g_assert_no_error (error);
  fixture->prediction = ilv_prediction_new_from_key_file (key_file, &error);
  g_assert_no_error (error);
  fixture->folder = g_dir_make_tmp ("ilv-guess-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->file = g_file_new_build_filename (fixture->folder, "progress.ini", NULL);
  fixture->settings = g_settings_new (ILV_APPLICATION_ID);
  open_guess (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_finalize_object (fixture->guess);
  g_assert_finalize_object (fixture->progress);
  g_assert_finalize_object (fixture->prediction);
  g_settings_reset (fixture->settings, "require-predictions");
  g_assert_finalize_object (fixture->settings);
  g_file_delete (fixture->file, NULL, NULL);
  g_object_unref (fixture->file);
  ui_test_remove (fixture->folder, ".");
  g_free (fixture->folder);
}

static void
assert_answer (Fixture *fixture, double expected, double expected_measured)
{
  double predicted, measured;

  g_assert_true (
    ilv_progress_get_prediction (fixture->progress, "lesson", "end", &predicted, &measured));
  g_assert_cmpfloat (predicted, ==, expected);
  g_assert_cmpfloat (measured, ==, expected_measured);
}

static void
test_answer (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (ilv_guess_get_prediction (fixture->guess) == fixture->prediction);
  g_assert_true (ilv_guess_is_open (fixture->guess));
  g_assert_true (ilv_guess_must_wait (fixture->guess));
  g_assert_cmpfloat (ilv_guess_get_share (fixture->guess), ==, -1);

  ilv_guess_set_share (fixture->guess, 0.5);
  ilv_guess_set_share (fixture->guess, 0.625);
  g_assert_true (ilv_guess_is_open (fixture->guess));
  g_assert_false (ilv_guess_must_wait (fixture->guess));
  g_assert_cmpuint (fixture->n_must_wait, ==, 1);
  g_assert_cmpuint (fixture->n_open, ==, 0);
  g_assert_false (ilv_progress_get_prediction (fixture->progress, "lesson", "end", NULL, NULL));

  ilv_guess_commit (fixture->guess);
  ilv_guess_commit (fixture->guess);
  g_assert_false (ilv_guess_is_open (fixture->guess));
  g_assert_cmpuint (fixture->n_open, ==, 1);
  g_assert_cmpuint (fixture->n_must_wait, ==, 1);
  assert_answer (fixture, 0.625, -1);

  ilv_guess_set_measured (fixture->guess, 0.75);
  assert_answer (fixture, 0.625, 0.75);

  open_guess (fixture);
  g_assert_false (ilv_guess_is_open (fixture->guess));
  g_assert_false (ilv_guess_must_wait (fixture->guess));
  g_assert_cmpfloat (ilv_guess_get_share (fixture->guess), ==, 0.625);
  assert_answer (fixture, 0.625, 0.75);
}

static void
assert_skipped (Fixture *fixture)
{
  g_assert_false (ilv_guess_is_open (fixture->guess));
  g_assert_false (ilv_guess_must_wait (fixture->guess));
  g_assert_cmpfloat (ilv_guess_get_share (fixture->guess), ==, -1);
  g_assert_true (ilv_progress_is_prediction_skipped (fixture->progress, "lesson", "end"));
  g_assert_false (ilv_progress_get_prediction (fixture->progress, "lesson", "end", NULL, NULL));
}

static void
test_skip (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* What was said before does not count. */
  ilv_guess_set_share (fixture->guess, 0.5);
  ilv_guess_skip (fixture->guess);
  assert_skipped (fixture);
  g_assert_cmpuint (fixture->n_open, ==, 1);

  /* There is nothing to put a measurement beside. */
  ilv_guess_set_measured (fixture->guess, 0.75);
  assert_skipped (fixture);
  open_guess (fixture);
  assert_skipped (fixture);
}

static void
test_commit_nothing (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_guess_commit (fixture->guess);
  assert_skipped (fixture);
}

static void
test_optional (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_settings_set_boolean (fixture->settings, "require-predictions", FALSE);
  g_assert_cmpuint (fixture->n_must_wait, ==, 1);
  g_assert_false (ilv_guess_must_wait (fixture->guess));
  g_assert_true (ilv_guess_is_open (fixture->guess));
  g_assert_cmpuint (fixture->n_open, ==, 0);

  g_settings_set_boolean (fixture->settings, "require-predictions", TRUE);
  g_assert_cmpuint (fixture->n_must_wait, ==, 2);
  g_assert_true (ilv_guess_must_wait (fixture->guess));

  /* What does not change the answer is not told. */
  ilv_guess_set_share (fixture->guess, 0.5);
  g_assert_cmpuint (fixture->n_must_wait, ==, 3);
  g_settings_set_boolean (fixture->settings, "require-predictions", FALSE);
  g_assert_cmpuint (fixture->n_must_wait, ==, 3);
}

static void
test_no_settings (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvGuess) guess =
    ilv_guess_new (fixture->prediction, "lesson", fixture->progress, NULL);

  g_assert_true (ilv_guess_must_wait (guess));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/guess/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("answer", test_answer);
  ADD ("skip", test_skip);
  ADD ("commit-nothing", test_commit_nothing);
  ADD ("optional", test_optional);
  ADD ("no-settings", test_no_settings);
#undef ADD

  return g_test_run ();
}

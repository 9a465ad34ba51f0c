/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-choice-card.h"

#include <math.h>

#include "ui-test-lesson.h"

#define TEXT                                                                                       \
  "# A\n\n```predict\n[Predict]\nId=ratio\nKind=choice\nQuestion=How fast?\n"                        \
  "Measure=right.makespan-ratio\n[Choice 1]\nText=The same\nTo=1.5\nExplanation=No gain.\n"       \
  "[Choice 2]\nText=Twice as fast\nFrom=1.5\nTo=2.5\nExplanation=One core each.\n"                 \
  "[Choice 3]\nText=Four times\nFrom=3.5\nExplanation=There are two.\n```\n\n"                    \
  "```compare\n[Compare]\nLeft=model\nRight=model\n[Task A]\nSteps=cpu 1ms\n```\n"

typedef struct
{
  UiTestLesson lesson;
  IlvGuess *guess;
  GtkWidget *card;
} Fixture;

static void
open_card (Fixture *fixture)
{
  IlvSection *section = ilv_lesson_get_section (fixture->lesson.lesson, 0);

  fixture->guess
    = ilv_guess_new (ilv_block_get_prediction (ilv_section_get_block (section, 0)),
                     ilv_lesson_get_id (fixture->lesson.lesson), fixture->lesson.progress,
                     fixture->lesson.settings);
  fixture->card = g_object_ref_sink (ilv_choice_card_new (fixture->guess));
}

static void
close_card (Fixture *fixture)
{
  g_assert_finalize_object (fixture->card);
  g_assert_finalize_object (fixture->guess);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_lesson_init (&fixture->lesson, TEXT);
  open_card (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  close_card (fixture);
  ui_test_lesson_clear (&fixture->lesson);
}

static void
pick (Fixture *fixture, guint index)
{
  GtkWidget *button = ui_test_find (fixture->card, GTK_TYPE_CHECK_BUTTON, index);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (button), TRUE);
}

static void
test_pick (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (gtk_widget_get_visible (fixture->card));
  g_assert_true (ilv_guess_must_wait (fixture->guess));
  g_assert_cmpint (ilv_guess_get_choice (fixture->guess), ==, -1);
  g_assert_nonnull (ui_test_find_label (fixture->card, "How fast?"));
  g_assert_nonnull (ui_test_find_label (fixture->card, "Four times"));
  g_assert_null (ui_test_find_label (fixture->card, "No gain."));

  pick (fixture, 2);
  g_assert_cmpint (ilv_guess_get_choice (fixture->guess), ==, 2);
  g_assert_false (ilv_guess_must_wait (fixture->guess));
  pick (fixture, 0);
  g_assert_cmpint (ilv_guess_get_choice (fixture->guess), ==, 0);
  g_assert_true (ilv_guess_is_open (fixture->guess));
}

static void
test_wrong (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  pick (fixture, 0);
  ilv_guess_commit (fixture->guess);
  g_assert_cmpstr (ilv_choice_card_get_result (ILV_CHOICE_CARD (fixture->card)), ==, "");
  ilv_choice_card_show_result (ILV_CHOICE_CARD (fixture->card), 1.974);
  g_assert_cmpstr (ilv_choice_card_get_result (ILV_CHOICE_CARD (fixture->card)), ==,
                   "Measured in this run: 1.97 times.");
  g_assert_nonnull (ui_test_find_label (fixture->card, "Your answer"));
  g_assert_nonnull (ui_test_find_label (fixture->card, "No gain."));
  g_assert_nonnull (ui_test_find_label (fixture->card, "Right in this run"));
  g_assert_nonnull (ui_test_find_label (fixture->card, "One core each."));
  g_assert_null (ui_test_find_label (fixture->card, "There are two."));

  /* Another run may say something else. */
  ilv_choice_card_show_result (ILV_CHOICE_CARD (fixture->card), 1.2);
  g_assert_nonnull (ui_test_find_label (fixture->card, "Right, as you said"));
  g_assert_null (ui_test_find_label (fixture->card, "One core each."));
}

static void
test_no_right_one (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  pick (fixture, 1);
  ilv_guess_commit (fixture->guess);
  ilv_choice_card_show_result (ILV_CHOICE_CARD (fixture->card), 3);
  g_assert_true (g_str_has_suffix (
    ilv_choice_card_get_result (ILV_CHOICE_CARD (fixture->card)), "run it again."));
  g_assert_null (ui_test_find_label (fixture->card, "Right in this run"));
  ilv_choice_card_show_result (ILV_CHOICE_CARD (fixture->card), NAN);
  g_assert_true (g_str_has_prefix (
    ilv_choice_card_get_result (ILV_CHOICE_CARD (fixture->card)), "This run could not"));
}

static void
test_skip (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  pick (fixture, 1);
  g_signal_emit_by_name (ui_test_find (fixture->card, GTK_TYPE_BUTTON, 0), "clicked");
  g_assert_false (ilv_guess_is_open (fixture->guess));
  g_assert_false (gtk_widget_get_visible (fixture->card));

  /* Who passed it over is told all the same. */
  ilv_guess_set_measured (fixture->guess, 2);
  ilv_choice_card_show_result (ILV_CHOICE_CARD (fixture->card), 2);
  g_assert_true (gtk_widget_get_visible (fixture->card));
  g_assert_nonnull (ui_test_find_label (fixture->card, "Right in this run"));
  g_assert_null (ui_test_find_label (fixture->card, "Your answer"));
}

/* On the next visit the card shows what was said and measured. */
static void
test_again (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  pick (fixture, 2);
  ilv_guess_commit (fixture->guess);
  ilv_guess_set_measured (fixture->guess, 2);
  close_card (fixture);
  open_card (fixture);
  g_assert_cmpint (ilv_guess_get_choice (fixture->guess), ==, 2);
  g_assert_false (ilv_guess_is_open (fixture->guess));
  g_assert_cmpfloat (ilv_guess_get_measured (fixture->guess), ==, 2);
  g_assert_true (gtk_widget_get_visible (fixture->card));
  g_assert_nonnull (ui_test_find_label (fixture->card, "Your answer"));
  g_assert_nonnull (ui_test_find_label (fixture->card, "Right in this run"));
}

/* An answer that the lesson no longer has is no answer. */
static void
test_gone (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  close_card (fixture);
  ilv_progress_set_prediction (fixture->lesson.progress,
                               ilv_lesson_get_id (fixture->lesson.lesson), "ratio", 3, 2);
  open_card (fixture);
  g_assert_cmpint (ilv_guess_get_choice (fixture->guess), ==, -1);
  g_assert_true (ilv_guess_must_wait (fixture->guess));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/choice-card/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("pick", test_pick);
  ADD ("wrong", test_wrong);
  ADD ("no-right-one", test_no_right_one);
  ADD ("skip", test_skip);
  ADD ("again", test_again);
  ADD ("gone", test_gone);
#undef ADD

  return g_test_run ();
}

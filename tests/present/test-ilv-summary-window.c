/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-summary-window.h"
#include "present-test.h"

static gboolean
shows (GtkWindow *window, const char *text)
{
  return ui_test_find_label (GTK_WIDGET (window), text) != NULL;
}

static void
hold_poll (PresentFixture *fixture)
{
  IlvPoll *poll = ilv_presentation_get_poll (fixture->presentation, 0);

  present_test_show (fixture, ILV_SLIDE_POLL);
  ilv_poll_set_count (poll, 0, 0, 6);
  ilv_poll_set_count (poll, 0, 1, 4);
  ilv_poll_set_count (poll, 1, 0, 2);
  ilv_poll_set_count (poll, 1, 1, 8);
  ilv_poll_set_measured (poll, 1.0);
}

static void
close_window (GtkWindow *window)
{
  g_object_ref (window);
  gtk_window_destroy (window);
  ui_test_wait_until (G_OBJECT (window)->ref_count == 1);
  g_assert_finalize_object (window);
}

static void
test_contents (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTalkSummary) summary = NULL;
  GtkWindow *window;

  fixture->now_ns += 65 * PRESENT_TEST_SECOND;
  hold_poll (fixture);
  fixture->now_ns += 30 * PRESENT_TEST_SECOND;
  summary = ilv_talk_summary_new (fixture->presentation, NULL);
  window = ilv_summary_window_new (NULL, summary);
  g_assert_true (shows (window, "1:35"));
  g_assert_true (shows (window, "1. Test"));
  g_assert_true (shows (window, "1:05"));
  g_assert_true (shows (window, "Prediction 1"));
  g_assert_true (shows (window, "Which side?\nHands: 10, then 10 · right: 4, then 8 · "
                                "67 % of the possible gain"));
  g_assert_true (shows (window, "6 → 2"));
  g_assert_true (shows (window, "4 → 8"));
  g_assert_true (shows (window, "✓ What the run has shown"));
  close_window (window);
}

/* A talk that was begun by mistake is passed over, but never what was counted. */
static void
test_needed (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTalkSummary) soon = NULL;
  g_autoptr (IlvTalkSummary) counted = NULL;
  g_autoptr (IlvTalkSummary) late = NULL;

  fixture->now_ns += 9 * PRESENT_TEST_SECOND;
  soon = ilv_talk_summary_new (fixture->presentation, NULL);
  g_assert_false (ilv_summary_window_is_needed (soon));
  hold_poll (fixture);
  counted = ilv_talk_summary_new (fixture->presentation, NULL);
  g_assert_true (ilv_summary_window_is_needed (counted));
  ilv_poll_reset_round (ilv_presentation_get_poll (fixture->presentation, 0), 0);
  ilv_poll_reset_round (ilv_presentation_get_poll (fixture->presentation, 0), 1);
  fixture->now_ns += PRESENT_TEST_SECOND;
  late = ilv_talk_summary_new (fixture->presentation, NULL);
  g_assert_true (ilv_summary_window_is_needed (late));
}

static void
test_save (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->lesson.folder, "talk.csv", NULL);
  g_autofree char *csv = NULL;
  g_autofree char *saved = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvTalkSummary) summary = NULL;
  GtkWindow *window;

  hold_poll (fixture);
  summary = ilv_talk_summary_new (fixture->presentation, NULL);
  csv = ilv_talk_summary_to_csv (summary);
  window = ilv_summary_window_new (NULL, summary);
  ilv_summary_window_save (ILV_SUMMARY_WINDOW (window), file);
  ui_test_wait_until (shows (window, "Saved as “talk.csv”"));
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, csv);
  ui_test_remove (fixture->lesson.folder, "talk.csv");
  close_window (window);
}

/* What went wrong is said, with what to do. */
static void
test_save_fails (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *path = g_build_filename (fixture->lesson.folder, "missing", "talk.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (IlvTalkSummary) summary = ilv_talk_summary_new (fixture->presentation, NULL);
  GtkWindow *window = ilv_summary_window_new (NULL, summary);
  GtkWidget *label = NULL;
  gboolean found = FALSE;

  ilv_summary_window_save (ILV_SUMMARY_WINDOW (window), file);
  while (!found)
    {
      g_main_context_iteration (NULL, TRUE);
      for (guint i = 0;
           (label = ui_test_find (GTK_WIDGET (window), GTK_TYPE_LABEL, i)) != NULL && !found; i++)
        found = g_str_has_prefix (gtk_label_get_label (GTK_LABEL (label)), "Not saved: ")
                && g_str_has_suffix (gtk_label_get_label (GTK_LABEL (label)),
                                     "Save it in another place.");
    }
  close_window (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  present_test_add ("/present/summary-window/contents", test_contents);
  present_test_add ("/present/summary-window/needed", test_needed);
  present_test_add ("/present/summary-window/save", test_save);
  present_test_add ("/present/summary-window/save-fails", test_save_fails);

  return g_test_run ();
}

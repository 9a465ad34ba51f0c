/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-view.h"
#include "ilv-lesson-page.h"
#include "ilv-setup.h"
#include "ilv-side-card.h"
#include "ilv-transport.h"
#include "ui-test-lesson.h"

#define COMPARE(title)                                                                             \
  "```compare\n[Compare]\nTitle=" title "\nLeft=sequential\nRight=sequential\nProcessors=1\n"      \
  "[Task A]\nSteps=cpu 5s\n[Task B]\nSteps=cpu 5s\n```\n\n"

typedef struct
{
  UiTestLesson lesson;
  GtkWidget *window;
  GtkWidget *page;
  guint n_finished;
  guint n_section;
} Fixture;

static void
on_finished (Fixture *fixture)
{
  fixture->n_finished++;
}

static void
on_section (Fixture *fixture)
{
  fixture->n_section++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_lesson_init (
    &fixture->lesson,
    "# Words\n\nA *paragraph*.\n\n- an item\n\n---\n\n"
    "# Prediction\n\n```predict\n[Predict]\nId=end\nKind=end\nSide=right\nQuestion=When?\n```\n\n"
    "Words between.\n\n" COMPARE ("First") COMPARE ("Second") "---\n\n"
                                                              "# The end\n\n" COMPARE ("Third"));
  fixture->page = ilv_lesson_page_new (
    fixture->lesson.lesson, 0, &(IlvLessonContext){ .progress = fixture->lesson.progress,
                                                 .settings = fixture->lesson.settings });
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  g_signal_connect_swapped (fixture->page, "lesson-finished", G_CALLBACK (on_finished), fixture);
  g_signal_connect_swapped (fixture->page, "notify::section", G_CALLBACK (on_section), fixture);
  fixture->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  ui_test_wait_until (fixture->page == NULL);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  ui_test_lesson_clear (&fixture->lesson);
}

static gboolean
is_enabled (Fixture *fixture, const char *action)
{
  return g_action_group_get_action_enabled (
    ilv_lesson_page_get_actions (ILV_LESSON_PAGE (fixture->page)), action);
}

static void
activate (Fixture *fixture, const char *action)
{
  g_action_group_activate_action (ilv_lesson_page_get_actions (ILV_LESSON_PAGE (fixture->page)),
                                  action, NULL);
}

static guint
get_section (Fixture *fixture)
{
  return ilv_lesson_page_get_section (ILV_LESSON_PAGE (fixture->page));
}

static gboolean
is_seen (Fixture *fixture, const char *section)
{
  return ilv_progress_is_section_seen (fixture->lesson.progress,
                                       ilv_lesson_get_id (fixture->lesson.lesson), section);
}

static const char *
get_next_label (Fixture *fixture)
{
  return gtk_button_get_label (GTK_BUTTON (
    gtk_widget_get_template_child (fixture->page, ILV_TYPE_LESSON_PAGE, "next_button")));
}

static IlvComparisonView *
get_comparison (Fixture *fixture, guint nth)
{
  return ILV_COMPARISON_VIEW (ui_test_find (fixture->page, ILV_TYPE_COMPARISON_VIEW, nth));
}

static void
test_sections (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (ilv_lesson_page_get_lesson (ILV_LESSON_PAGE (fixture->page)) ==
                 fixture->lesson.lesson);
  g_assert_cmpuint (get_section (fixture), ==, 0);
  g_assert_nonnull (ui_test_find_label (fixture->page, "Words"));
  g_assert_nonnull (ui_test_find_label (fixture->page, "A <i>paragraph</i>."));
  g_assert_nonnull (ui_test_find_label (fixture->page, "an item"));
  g_assert_false (is_enabled (fixture, "back"));
  g_assert_true (is_enabled (fixture, "next"));
  g_assert_true (is_seen (fixture, "words"));
  g_assert_false (is_seen (fixture, "prediction"));

  activate (fixture, "next");
  g_assert_cmpuint (get_section (fixture), ==, 1);
  g_assert_cmpuint (fixture->n_section, ==, 1);
  g_assert_null (ui_test_find_label (fixture->page, "Words"));
  g_assert_nonnull (ui_test_find_label (fixture->page, "Prediction"));
  g_assert_nonnull (ui_test_find_label (fixture->page, "Words between."));
  g_assert_true (is_enabled (fixture, "back"));
  g_assert_true (is_seen (fixture, "prediction"));
  g_assert_cmpstr (get_next_label (fixture), ==, "Next");

  activate (fixture, "next");
  g_assert_cmpstr (get_next_label (fixture), ==, "Next lesson");
  g_assert_cmpuint (fixture->n_finished, ==, 0);
  activate (fixture, "next");
  g_assert_cmpuint (fixture->n_finished, ==, 1);
  g_assert_cmpuint (get_section (fixture), ==, 2);

  activate (fixture, "back");
  activate (fixture, "back");
  activate (fixture, "back");
  g_assert_cmpuint (get_section (fixture), ==, 0);
  g_assert_cmpstr (get_next_label (fixture), ==, "Next");
  g_assert_cmpuint (fixture->n_section, ==, 4);
}

static void
test_go (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.go", "u", 2));
  g_assert_cmpuint (get_section (fixture), ==, 2);
  g_assert_true (gtk_widget_activate_action (fixture->page, "page.go", "u", 2));
  g_assert_cmpuint (fixture->n_section, ==, 1);
  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 0);
  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 1000);
  g_assert_cmpuint (get_section (fixture), ==, 2);
  g_assert_false (is_seen (fixture, "prediction"));
}

/* Replaces the page by one that comes block by block. */
static void
show_gradual (Fixture *fixture, guint section)
{
  gtk_window_set_child (GTK_WINDOW (fixture->window), NULL);
  ui_test_wait_until (fixture->page == NULL);
  fixture->page = ilv_lesson_page_new_gradual (
    fixture->lesson.lesson, section, &(IlvLessonContext){ .progress = fixture->lesson.progress,
                                                          .settings = fixture->lesson.settings });
  g_object_add_weak_pointer (G_OBJECT (fixture->page), (gpointer *) &fixture->page);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->page);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_unfolded (Fixture *fixture, guint nth)
{
  GtkWidget *view = GTK_WIDGET (get_comparison (fixture, nth));
  GType parts[] = { ILV_TYPE_SIDE_CARD, ILV_TYPE_TRANSPORT, ILV_TYPE_SETUP };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (!gtk_widget_get_mapped (ui_test_find (view, parts[i], 0)))
      return FALSE;
  return gtk_widget_get_mapped (ui_test_find (view, ILV_TYPE_SIDE_CARD, 1));
}

/* The beginning is there at once, the rest by and by, and in the end all that there is otherwise. */
static void
test_gradual (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_gradual (fixture, 1);
  g_assert_nonnull (ui_test_find_label (fixture->page, "Prediction"));
  g_assert_null (get_comparison (fixture, 0));
  g_assert_false (is_enabled (fixture, "run"));

  ui_test_wait_until (get_comparison (fixture, 1) != NULL);
  for (guint i = 0; i < 2; i++)
    ui_test_wait_until (is_unfolded (fixture, i));
  g_assert_null (get_comparison (fixture, 2));
  g_assert_nonnull (ui_test_find_label (fixture->page, "Words between."));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (get_comparison (fixture, 0)), "When?"));
}

/* What is left before it is complete is not completed elsewhere, and its question is not asked there. */
static void
test_leave_gradual (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvComparisonView *view;

  show_gradual (fixture, 1);
  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 2);
  /* Nothing of what takes long is shown before it is whole. */
  g_assert_null (get_comparison (fixture, 0));
  g_assert_false (is_enabled (fixture, "run"));
  ui_test_wait_until ((view = get_comparison (fixture, 0)) != NULL);
  g_assert_null (ui_test_find_label (fixture->page, "When?"));
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  g_assert_true (is_enabled (fixture, "run"));

  /* It is not on the page any more, and is freed when there is time. */
  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 0);
  g_assert_null (get_comparison (fixture, 0));
  ui_test_wait_until (view == NULL);
  ui_test_wait_until (ui_test_find_label (fixture->page, "an item") != NULL);
  g_assert_null (get_comparison (fixture, 0));
}

/* A comparison that was left before it was whole is on no page, neither then nor later. */
static void
test_leave_unbuilt (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  show_gradual (fixture, 2);
  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 0);
  ui_test_wait_until (ui_test_find_label (fixture->page, "an item") != NULL);
  g_assert_null (get_comparison (fixture, 0));
  g_assert_false (is_enabled (fixture, "run"));

  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 2);
  ui_test_wait_until (get_comparison (fixture, 0) != NULL);
  g_assert_null (get_comparison (fixture, 1));
  g_assert_true (is_enabled (fixture, "run"));

  /* And the page may go while it builds one. */
  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 1);
  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 2);
  g_assert_null (get_comparison (fixture, 0));
}

static guint
count_saved (Fixture *fixture)
{
  g_autoptr (GFile) file = g_file_new_build_filename (fixture->lesson.folder, "progress.ini", NULL);
  g_autoptr (IlvProgress) progress = ilv_progress_new (file);

  return ilv_progress_count_sections_seen (progress, ilv_lesson_get_id (fixture->lesson.lesson));
}

/* It comes to the disk without that anybody asks to save. */
static void
test_saved (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  activate (fixture, "next");
  while (count_saved (fixture) != 2)
    g_main_context_iteration (NULL, FALSE);
}

/* Run and stop are those of the first comparison; the question is the first one's too. */
static void
test_comparisons (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GActionGroup *second;

  g_assert_false (is_enabled (fixture, "run"));
  g_assert_false (is_enabled (fixture, "stop"));
  activate (fixture, "next");
  g_assert_nonnull (get_comparison (fixture, 1));
  g_assert_null (get_comparison (fixture, 2));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (get_comparison (fixture, 0)), "When?"));
  second = ilv_comparison_view_get_actions (get_comparison (fixture, 1));
  g_assert_true (g_action_group_get_action_enabled (second, "run"));
  g_assert_false (is_enabled (fixture, "run"));

  g_action_group_activate_action (ilv_comparison_view_get_actions (get_comparison (fixture, 0)),
                                  "skip", NULL);
  g_assert_true (is_enabled (fixture, "run"));
  activate (fixture, "run");
  g_assert_false (is_enabled (fixture, "run"));
  g_assert_true (is_enabled (fixture, "stop"));
  g_assert_true (
    ilv_experiment_is_running (ilv_comparison_view_get_experiment (get_comparison (fixture, 0))));
  activate (fixture, "stop");
  ui_test_wait_until (is_enabled (fixture, "run"));
  g_assert_false (is_enabled (fixture, "stop"));

  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 0);
  g_assert_false (is_enabled (fixture, "run"));
}

static void
test_leave_during_run (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvExperiment) experiment = NULL;
  IlvComparisonView *view;

  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 2);
  view = get_comparison (fixture, 0);
  experiment = g_object_ref (ilv_comparison_view_get_experiment (view));
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  activate (fixture, "run");
  g_assert_true (ilv_experiment_is_running (experiment));

  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 1);
  g_assert_false (is_enabled (fixture, "stop"));
  ui_test_wait_until (view == NULL);
  ui_test_wait_until (!ilv_experiment_is_running (experiment));
  /* The old run's end has not enabled what the new section has disabled. */
  g_assert_false (is_enabled (fixture, "run"));
  g_assert_false (is_enabled (fixture, "stop"));
}

/* The tear-down destroys the page and waits for all to be gone. */
static void
test_destroy_during_run (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_lesson_page_set_section (ILV_LESSON_PAGE (fixture->page), 2);
  activate (fixture, "run");
  g_assert_true (is_enabled (fixture, "stop"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function)                                                                        \
  g_test_add ("/ui/lesson-page/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("sections", test_sections);
  ADD ("go", test_go);
  ADD ("gradual", test_gradual);
  ADD ("leave-gradual", test_leave_gradual);
  ADD ("leave-unbuilt", test_leave_unbuilt);
  ADD ("saved", test_saved);
  ADD ("comparisons", test_comparisons);
  ADD ("leave-during-run", test_leave_during_run);
  ADD ("destroy-during-run", test_destroy_during_run);
#undef ADD

  return g_test_run ();
}

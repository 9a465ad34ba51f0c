/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-view.h"
#include "ilv-section-view.h"
#include "ui-test-drawn.h"
#include "ui-test-lesson.h"

#define COMPARE                                                                                    \
  "```compare\n[Compare]\nTitle=Short\nLeft=sequential\nRight=thread-pool\nProcessors=2\n"         \
  "[Task A]\nSteps=cpu 5ms\n[Task B]\nSteps=cpu 5ms\n```\n\n"

typedef struct
{
  UiTestLesson lesson;
  IlvLessonContext context;
  GtkWidget *window;
  IlvSectionView *view;
  guint n_changes;
} Fixture;

static void
on_experiment_changed (Fixture *fixture)
{
  fixture->n_changes++;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ui_test_lesson_init (&fixture->lesson, "# Words\n\nFirst.\n\nSecond.\n\nThird.\n\n---\n\n# Two\n\nBefore.\n\n"
                       COMPARE "Between.\n\n" COMPARE "After.\n\n");
  fixture->context = (IlvLessonContext){ .lesson = ilv_lesson_get_id (fixture->lesson.lesson),
                                         .section = "two",
                                         .progress = fixture->lesson.progress,
                                         .settings = fixture->lesson.settings };
  fixture->view = g_object_new (ILV_TYPE_SECTION_VIEW, NULL);
  g_signal_connect_swapped (fixture->view, "experiment-changed", G_CALLBACK (on_experiment_changed), fixture);
  fixture->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  ui_test_lesson_clear (&fixture->lesson);
}

static void
show (Fixture *fixture, guint section, gboolean gradual)
{
  ilv_section_view_show (fixture->view, ilv_lesson_get_section (fixture->lesson.lesson, section), &fixture->context,
                         gradual);
}

static guint
count_children (Fixture *fixture)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n++;
  return n;
}

static GtkWidget *
get_nth (Fixture *fixture, guint nth)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->view));

  while (nth-- > 0)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static void
check_second (Fixture *fixture)
{
  g_assert_true (ilv_section_view_is_whole (fixture->view));
  g_assert_cmpuint (count_children (fixture), ==, 6);
  g_assert_true (ILV_IS_COMPARISON_VIEW (get_nth (fixture, 2)));
  g_assert_nonnull (ui_test_find_label (get_nth (fixture, 3), "Between."));
  g_assert_true (ILV_IS_COMPARISON_VIEW (get_nth (fixture, 4)));
  g_assert_true (ilv_section_view_get_experiment (fixture->view)
                 == ilv_comparison_view_get_actions (ILV_COMPARISON_VIEW (get_nth (fixture, 2))));
}

static void
test_at_once (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_false (ilv_section_view_is_whole (fixture->view));
  show (fixture, 1, FALSE);
  check_second (fixture);
  g_assert_cmpuint (fixture->n_changes, ==, 1);

  show (fixture, 0, FALSE);
  g_assert_cmpuint (count_children (fixture), ==, 4);
  g_assert_null (ilv_section_view_get_experiment (fixture->view));
  g_assert_cmpuint (fixture->n_changes, ==, 2);
}

/* Its beginning is there at once, and each frame shows at most one piece more. */
static void
test_gradual (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint n_seen = 2;

  gtk_window_present (GTK_WINDOW (fixture->window));
  show (fixture, 1, TRUE);
  g_assert_cmpuint (count_children (fixture), ==, n_seen);
  while (!ilv_section_view_is_whole (fixture->view))
    {
      guint n;

      g_main_context_iteration (NULL, TRUE);
      n = count_children (fixture);
      g_assert_cmpuint (n, <=, n_seen + 1);
      n_seen = n;
    }
  check_second (fixture);
}

/* What is left half shown goes, and does not come back. */
static void
test_leave (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gtk_window_present (GTK_WINDOW (fixture->window));
  for (guint n_turns = 0; n_turns < 40; n_turns++)
    {
      show (fixture, 1, TRUE);
      for (guint i = 0; i < n_turns; i++)
        g_main_context_iteration (NULL, FALSE);
      show (fixture, 0, TRUE);
      g_assert_null (ilv_section_view_get_experiment (fixture->view));
      ui_test_wait_until_drawn (fixture->window);
      g_assert_cmpuint (count_children (fixture), ==, 4);
      g_assert_null (ui_test_find (fixture->window, ILV_TYPE_COMPARISON_VIEW, 0));
    }
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
#define ADD(name, test) g_test_add ("/ui/section-view/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("at-once", test_at_once);
  ADD ("gradual", test_gradual);
  ADD ("leave", test_leave);
#undef ADD
  return g_test_run ();
}

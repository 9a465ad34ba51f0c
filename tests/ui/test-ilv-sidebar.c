/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "ilv-lesson-row.h"
#include "ilv-progress-ring.h"
#include "ilv-sidebar.h"

typedef struct
{
  char *folder;
  IlvCourse *course;
  IlvProgress *progress;
  GtkWidget *window;
  IlvSidebar *sidebar;
  IlvLesson *activated;
} Fixture;

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *parent = g_path_get_dirname (path);

  g_assert_no_errno (g_mkdir_with_parents (parent, 0700));
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
on_activated (Fixture *fixture, IlvLesson *lesson)
{
  fixture->activated = lesson;
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;

  fixture->folder = g_dir_make_tmp ("ilv-sidebar-XXXXXX", &error);
  g_assert_no_error (error);
  write_file (fixture->folder, "course.ini", "[Course]\nTitle=Course\nLessons=one;two;three\n");
  write_file (fixture->folder, "one/lesson.md",
              "---\n[Lesson]\nTitle=First\nSummary=Two pages\n---\n\n"
              "# Page one\n\nA.\n\n---\n\n# Page two\n\nB.\n");
  write_file (fixture->folder, "two/lesson.md",
              "---\n[Lesson]\nTitle=Second\nSummary=One page\n---\n\n# Only page\n\nC.\n");
  write_file (fixture->folder, "three/lesson.md",
              "---\n[Lesson]\nTitle=Third\nSummary=Planned\n---\n");

  folder = g_file_new_for_path (fixture->folder);
  file = g_file_get_child (folder, "progress.ini");
  fixture->course = ilv_course_new_from_folder (folder, &error);
  g_assert_no_error (error);
  fixture->progress = ilv_progress_new (file);

  fixture->sidebar = ILV_SIDEBAR (ilv_sidebar_new ());
  fixture->window = g_object_ref_sink (gtk_window_new ());
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->sidebar));
  g_signal_connect_swapped (fixture->sidebar, "lesson-activated", G_CALLBACK (on_activated),
                            fixture);
  ilv_sidebar_set_course (fixture->sidebar, fixture->course, fixture->progress);
}

static void
remove_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  g_assert_no_errno (g_remove (path));
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "one/lesson.md", "one",   "two/lesson.md", "two",
                                       "three/lesson.md", "three", "course.ini" };

  g_object_add_weak_pointer (G_OBJECT (fixture->sidebar), (gpointer *) &fixture->sidebar);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  g_assert_null (fixture->sidebar);
  g_assert_finalize_object (fixture->progress);
  g_assert_finalize_object (fixture->course);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    remove_file (fixture->folder, names[i]);
  g_assert_no_errno (g_rmdir (fixture->folder));
  g_free (fixture->folder);
}

/* The first widget of that type below @widget, with that label if one is given. */
static GtkWidget *
find_widget (GtkWidget *widget, GType type, const char *label)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type)
      && (label == NULL || g_strcmp0 (gtk_label_get_label (GTK_LABEL (widget)), label) == 0))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_widget (child, type, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkListBox *
get_list (Fixture *fixture)
{
  return GTK_LIST_BOX (find_widget (GTK_WIDGET (fixture->sidebar), GTK_TYPE_LIST_BOX, NULL));
}

static IlvLessonRow *
get_row (Fixture *fixture, int index)
{
  return ILV_LESSON_ROW (gtk_list_box_get_row_at_index (get_list (fixture), index));
}

static void
assert_label (Fixture *fixture, const char *label)
{
  g_assert_nonnull (find_widget (GTK_WIDGET (fixture->sidebar), GTK_TYPE_LABEL, label));
}

static const char *
get_mark (Fixture *fixture, int index)
{
  GtkWidget *stack = find_widget (GTK_WIDGET (get_row (fixture, index)), GTK_TYPE_STACK, NULL);

  return gtk_stack_get_visible_child_name (GTK_STACK (stack));
}

static void
test_rows (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *third;

  g_assert_nonnull (get_row (fixture, 2));
  g_assert_null (gtk_list_box_get_row_at_index (get_list (fixture), 3));

  assert_label (fixture, "First");
  assert_label (fixture, "Two pages");
  g_assert_nonnull (find_widget (GTK_WIDGET (get_row (fixture, 1)), GTK_TYPE_LABEL, "2"));
  g_assert_cmpstr (get_mark (fixture, 0), ==, "number");

  third = GTK_WIDGET (get_row (fixture, 2));
  g_assert_nonnull (find_widget (third, GTK_TYPE_LABEL, "Not written yet"));
  g_assert_null (find_widget (third, GTK_TYPE_LABEL, "Planned"));
  g_assert_true (gtk_widget_has_css_class (third, "planned"));
  g_assert_false (ilv_lesson_row_is_finished (ILV_LESSON_ROW (third)));

  gtk_test_accessible_assert_property (get_row (fixture, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Lesson 1: First");
  gtk_test_accessible_assert_property (third, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not written yet");
}

static void
test_progress (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvProgressRing *ring = ILV_PROGRESS_RING (
    find_widget (GTK_WIDGET (fixture->sidebar), ILV_TYPE_PROGRESS_RING, NULL));

  assert_label (fixture, "0 of 3 lessons");
  assert_label (fixture, "0 sections seen");
  g_assert_cmpfloat (ilv_progress_ring_get_fraction (ring), ==, 0);

  ilv_progress_set_section_seen (fixture->progress, "one", "page-one");
  assert_label (fixture, "0 of 3 lessons");
  assert_label (fixture, "1 section seen");
  g_assert_cmpstr (get_mark (fixture, 0), ==, "number");

  ilv_progress_set_section_seen (fixture->progress, "one", "page-two");
  assert_label (fixture, "1 of 3 lessons");
  assert_label (fixture, "2 sections seen");
  g_assert_cmpstr (get_mark (fixture, 0), ==, "finished");
  g_assert_cmpstr (get_mark (fixture, 1), ==, "number");
  g_assert_cmpfloat (ilv_progress_ring_get_fraction (ring), ==, 1.0 / 3);
}

static void
test_unknown_section (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  /* A section that an older course had does not finish a lesson. */
  ilv_progress_set_section_seen (fixture->progress, "two", "gone");
  ilv_progress_set_section_seen (fixture->progress, "three", "gone");
  assert_label (fixture, "0 of 3 lessons");
  assert_label (fixture, "0 sections seen");
  g_assert_cmpstr (get_mark (fixture, 1), ==, "number");
}

static void
test_activate (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  IlvLesson *second = ilv_course_find_lesson (fixture->course, "two");

  ilv_sidebar_select_lesson (fixture->sidebar, second);
  g_assert_null (fixture->activated);
  g_assert_true (gtk_list_box_get_selected_row (get_list (fixture))
                 == GTK_LIST_BOX_ROW (get_row (fixture, 1)));

  g_signal_emit_by_name (get_list (fixture), "row-activated", get_row (fixture, 1));
  g_assert_true (fixture->activated == second);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(path, function) \
  g_test_add ("/ui/sidebar/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("rows", test_rows);
  ADD ("progress", test_progress);
  ADD ("unknown-section", test_unknown_section);
  ADD ("activate", test_activate);
#undef ADD

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-actions.h"

#include "ilv-handout-dialog.h"
#include "ilv-handout-options.h"
#include "ui-test-pdf.h"

typedef struct
{
  PdfFixture pdf;
  AdwApplicationWindow *window;
  GtkWidget *toasts;
  IlvHandoutActions *actions;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  pdf_set_up (&fixture->pdf, data);
  fixture->window = g_object_ref_sink (g_object_new (ADW_TYPE_APPLICATION_WINDOW, NULL));
  fixture->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (fixture->toasts), gtk_label_new ("Below"));
  adw_application_window_set_content (fixture->window, fixture->toasts);
  fixture->actions =
    ilv_handout_actions_new (GTK_WINDOW (fixture->window), ADW_TOAST_OVERLAY (fixture->toasts),
                             fixture->pdf.course, fixture->pdf.runs);
  /* A toast wants more than a label takes. */
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 300);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->actions);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->window);
  pdf_tear_down (&fixture->pdf, data);
}

/* (transfer full): of the lesson @id, or of the course. */
static IlvHandout *
create_handout (Fixture *fixture, const char *id)
{
  IlvLesson *lesson = id != NULL ? ilv_course_find_lesson (fixture->pdf.course, id) : NULL;
  GtkWidget *options =
    g_object_ref_sink (ilv_handout_options_new (fixture->pdf.course, lesson, fixture->pdf.runs));
  IlvHandout *handout = ilv_handout_options_create_handout (ILV_HANDOUT_OPTIONS (options));

  g_assert_finalize_object (options);
  return handout;
}

static void
save (Fixture *fixture, const char *path)
{
  g_autoptr (IlvHandout) handout = create_handout (fixture, "cashiers");
  g_autoptr (GFile) file = g_file_new_for_path (path);

  ilv_handout_actions_save (fixture->actions, file, handout);
  g_assert_nonnull (ui_test_find_label (fixture->toasts, "Writing the handout…"));
}

static void
test_save (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const parts[] = { "A shop that explains your CPU", NULL };

  save (fixture, fixture->pdf.path);
  ui_test_wait_until (
    ui_test_find_label (fixture->toasts, "The handout was saved as “handout.pdf”") != NULL);
  pdf_assert_holds (&fixture->pdf, parts);
}

static void
test_fail (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  save (fixture, "/nowhere/at/all.pdf");
  ui_test_wait_until (
    ui_test_find_label (fixture->toasts,
                        "Cannot write “/nowhere/at/all.pdf”: No such file or directory") != NULL);
}

/* Nobody is left to be told. */
static void
test_closed (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  save (fixture, fixture->pdf.path);
  adw_application_window_set_content (fixture->window, NULL);
  fixture->toasts = NULL;
}

static void
test_options (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvHandout) course = create_handout (fixture, NULL);
  g_autoptr (IlvHandout) lesson = create_handout (fixture, "python");

  g_assert_cmpstr (ilv_handout_get_title (course), ==, "Concurrency and parallelism");
  g_assert_cmpstr (ilv_handout_get_title (lesson), ==, "Python and its lock");
}

/* What is chosen in the dialog is what is made. */
static void
test_dialog (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *dialog =
    ilv_handout_dialog_new (GTK_WINDOW (fixture->window), fixture->pdf.course,
                            ilv_course_find_lesson (fixture->pdf.course, "waiting"), NULL);
  IlvHandoutOptions *options =
    ILV_HANDOUT_OPTIONS (ui_test_find (dialog, ILV_TYPE_HANDOUT_OPTIONS, 0));
  g_autofree char *lesson_name = NULL;
  g_autofree char *course_name = NULL;

  gtk_window_present (GTK_WINDOW (dialog));
  g_assert_nonnull (ui_test_find_label (dialog, "Why waiting is the point"));
  lesson_name = ilv_handout_options_create_name (options);
  g_assert_cmpstr (lesson_name, ==, "waiting.pdf");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (gtk_widget_get_template_child (
                                 GTK_WIDGET (options), ILV_TYPE_HANDOUT_OPTIONS, "course_button")),
                               TRUE);
  course_name = ilv_handout_options_create_name (options);
  g_assert_cmpstr (course_name, ==, "interleave.pdf");
  gtk_window_destroy (GTK_WINDOW (dialog));
}

static void
test_actions (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GActionMap *map = G_ACTION_MAP (fixture->window);

  g_assert_nonnull (g_action_map_lookup_action (map, "print"));
  g_assert_nonnull (g_action_map_lookup_action (map, "export-handout"));
  g_assert_finalize_object (g_steal_pointer (&fixture->actions));
  g_assert_null (g_action_map_lookup_action (map, "print"));
}

#define add(path, function)                                                                        \
  g_test_add ("/ui/handout-actions/" path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("save", test_save);
  add ("fail", test_fail);
  add ("closed", test_closed);
  add ("options", test_options);
  add ("dialog", test_dialog);
  add ("actions", test_actions);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-export-actions.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ilv-trace-file.h"
#include "trace-same.h"
#include "ui-test.h"

typedef struct
{
  GtkWidget *window;
  GtkWidget *button;
  IlvTimeline *timeline;
  IlvTimeAxis *axis;
  GSimpleActionGroup *group;
  IlvExportActions *exports;
  IlvTrace *traces[2];
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *toasts = adw_toast_overlay_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  fixture->traces[0] = make_trace ("time-sliced", 1);
  fixture->traces[1] = make_trace ("thread-pool", 2);
  fixture->axis = ilv_time_axis_new ();
  fixture->timeline = ILV_TIMELINE (ilv_timeline_new ());
  ilv_timeline_set_axis (fixture->timeline, fixture->axis);
  ilv_time_axis_set_limit_ns (fixture->axis, 300 * MS);
  fixture->button = gtk_menu_button_new ();
  gtk_widget_set_visible (fixture->button, FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (fixture->timeline));
  gtk_box_append (GTK_BOX (box), fixture->button);
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (toasts), box);
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), toasts);
  fixture->group = g_simple_action_group_new ();
  fixture->exports = ilv_export_actions_new (G_ACTION_MAP (fixture->group), fixture->timeline,
                                             GTK_MENU_BUTTON (fixture->button));
  fixture->folder = g_dir_make_tmp ("ilv-exports-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "saved", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_object_run_dispose (G_OBJECT (fixture->exports));
  g_assert_finalize_object (fixture->exports);
  g_assert_false (g_action_group_has_action (G_ACTION_GROUP (fixture->group), "export"));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_assert_finalize_object (fixture->group);
  g_assert_finalize_object (fixture->axis);
  for (guint i = 0; i < 2; i++)
    g_assert_finalize_object (fixture->traces[i]);
  g_remove (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static gboolean
is_enabled (Fixture *fixture, const char *name)
{
  return g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->group), name);
}

/* Until what is written has been. */
static void
wait (Fixture *fixture)
{
  while (!is_enabled (fixture, "export"))
    g_main_context_iteration (NULL, TRUE);
}

static void
save (Fixture *fixture, IlvExportFormat format)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);

  ilv_export_actions_save (fixture->exports, format, file);
  g_assert_false (is_enabled (fixture, "export"));
  wait (fixture);
}

static void
test_enabled (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "export", "copy-picture", "export-menu" };

  g_assert_true (gtk_widget_get_visible (fixture->button));
  for (guint round = 0; round < 3; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (names); i++)
        g_assert_cmpint (is_enabled (fixture, names[i]), ==, round == 1);
      g_assert_cmpint (gtk_widget_get_sensitive (fixture->button), ==, round == 1);
      ilv_export_actions_set_seen (fixture->exports, fixture->traces, NULL, round == 0 ? 2 : 0);
    }
  ilv_export_actions_set_seen (fixture->exports, (IlvTrace *[]){ NULL, NULL }, NULL, 2);
  g_assert_false (is_enabled (fixture, "export"));
}

/* Whole runs, whatever is seen of them. */
static void
test_json (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *text = NULL;
  g_autofree char *expected = ilv_trace_file_to_json (fixture->traces, NULL, 2);

  ilv_time_axis_set_range (fixture->axis, 20 * MS, 30 * MS);
  ilv_export_actions_set_seen (fixture->exports, fixture->traces, NULL, 2);
  save (fixture, ILV_EXPORT_FORMAT_JSON);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (ui_test_find_label (fixture->window, "“saved” was saved"));
}

static char *
save_and_read (Fixture *fixture, IlvExportFormat format)
{
  char *text = NULL;

  save (fixture, format);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  return text;
}

/* Pictures show what is seen: one of the sides, a part of its time, its lanes. */
static void
test_picture (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const names[] = { "First & only", "Second" };
  IlvPictureView view = { .grouping = ILV_GROUPING_TASK };
  g_autofree char *text = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *all = NULL;

  ilv_time_axis_set_range (fixture->axis, 20 * MS, 30 * MS);
  ilv_timeline_set_grouping (fixture->timeline, ILV_GROUPING_TASK);
  ilv_export_actions_set_seen (fixture->exports, fixture->traces, names, 1);
  ilv_export_actions_set_all (fixture->exports, fixture->traces, names, 2);
  view.start_ns = ilv_time_axis_get_start_ns (fixture->axis);
  view.end_ns = ilv_time_axis_get_end_ns (fixture->axis);
  expected = ilv_trace_file_to_svg (fixture->traces, names, 1, &view);
  text = save_and_read (fixture, ILV_EXPORT_FORMAT_SVG);
  g_assert_cmpstr (text, ==, expected);
  g_assert_nonnull (strstr (text, "First &amp; only"));

  all = save_and_read (fixture, ILV_EXPORT_FORMAT_CSV);
  g_assert_nonnull (strstr (all, "\nSecond,"));
}

static void
test_copy (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (fixture->window);

  ilv_export_actions_set_seen (fixture->exports, fixture->traces, NULL, 2);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->group), "copy-picture", NULL);
  wait (fixture);
  g_assert_true (gdk_clipboard_is_local (clipboard));
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard), "image/png"));
  g_assert_nonnull (ui_test_find_label (fixture->window, "The picture is on the clipboard"));
}

/* What cannot be written is said, with another try. */
static void
test_error (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all");
  guint n_buttons = 0;

  ilv_export_actions_set_seen (fixture->exports, fixture->traces, NULL, 2);
  ilv_export_actions_save (fixture->exports, ILV_EXPORT_FORMAT_CSV, file);
  wait (fixture);
  for (guint i = 0; ui_test_find (fixture->window, GTK_TYPE_BUTTON, i) != NULL; i++)
    n_buttons += g_strcmp0 (gtk_button_get_label (GTK_BUTTON (ui_test_find (fixture->window, GTK_TYPE_BUTTON, i))),
                            "Save elsewhere…")
                 == 0;
  g_assert_cmpuint (n_buttons, ==, 1);
}

/* Whoever leaves the page while a file is written gets it whole. */
static void
test_left (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  g_autofree char *expected = ilv_trace_file_to_csv (fixture->traces, NULL, 2);
  g_autofree char *text = NULL;
  IlvExportActions *exports = fixture->exports;

  ilv_export_actions_set_seen (exports, fixture->traces, NULL, 2);
  ilv_export_actions_save (exports, ILV_EXPORT_FORMAT_CSV, file);
  g_object_run_dispose (G_OBJECT (exports));
  g_object_add_weak_pointer (G_OBJECT (exports), (gpointer *) &exports);
  g_object_unref (exports);
  while (exports != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_file_get_contents (fixture->path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, expected);
  fixture->exports = ilv_export_actions_new (G_ACTION_MAP (fixture->group), fixture->timeline,
                                             GTK_MENU_BUTTON (fixture->button));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  add ("/ui/export-actions/enabled", test_enabled);
  add ("/ui/export-actions/json", test_json);
  add ("/ui/export-actions/picture", test_picture);
  add ("/ui/export-actions/copy", test_copy);
  add ("/ui/export-actions/error", test_error);
  add ("/ui/export-actions/left", test_left);

  return g_test_run ();
}

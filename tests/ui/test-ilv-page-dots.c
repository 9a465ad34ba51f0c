/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-page-dots.h"
#include "ui-test.h"

static IlvLesson *
load_lesson (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_dir_make_tmp ("ilv-page-dots-XXXXXX", &error);
  g_autofree char *path = g_build_filename (name, "lesson.md", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (name);
  IlvLesson *lesson;

  g_assert_no_error (error);
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  lesson = ilv_lesson_new_from_folder (folder, NULL, &error);
  g_assert_no_error (error);
  ui_test_remove (name, "lesson.md");
  ui_test_remove (name, ".");
  return lesson;
}

static void
on_go (GSimpleAction *action G_GNUC_UNUSED, GVariant *parameter, gpointer data)
{
  *(guint *) data = g_variant_get_uint32 (parameter);
}

static void
test_dots (void)
{
  static const GActionEntry entries[] = {
    { .name = "go", .parameter_type = "u", .activate = on_go },
  };
  GtkWidget *dots = g_object_ref_sink (g_object_new (ILV_TYPE_PAGE_DOTS, NULL));
  g_autoptr (IlvLesson) lesson =
    load_lesson ("---\n[Lesson]\nTitle=T\n---\n\n# One\n\nA.\n\n---\n\n# Two\n\nB.\n\n---\n\n"
                 "# Three\n\nC.\n");
  g_autoptr (IlvLesson) other = load_lesson ("---\n[Lesson]\nTitle=T\n---\n\n# Only\n\nA.\n");
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  guint section = G_MAXUINT;

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, 1, &section);
  gtk_widget_insert_action_group (dots, "page", G_ACTION_GROUP (group));
  ilv_page_dots_set_lesson (ILV_PAGE_DOTS (dots), lesson);
  for (guint present = 0; present < 3; present++)
    {
      ilv_page_dots_set_section (ILV_PAGE_DOTS (dots), present);
      for (guint i = 0; i < 3; i++)
        g_assert_true (gtk_widget_has_css_class (ui_test_find (dots, GTK_TYPE_BUTTON, i),
                                                 "current") == (i == present));
    }
  g_assert_null (ui_test_find (dots, GTK_TYPE_BUTTON, 3));

  gtk_test_accessible_assert_property (ui_test_find (dots, GTK_TYPE_BUTTON, 1),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "Section 2 of 3: Two");
  g_signal_emit_by_name (ui_test_find (dots, GTK_TYPE_BUTTON, 2), "clicked");
  g_assert_cmpuint (section, ==, 2);

  ilv_page_dots_set_lesson (ILV_PAGE_DOTS (dots), other);
  g_assert_nonnull (ui_test_find (dots, GTK_TYPE_BUTTON, 0));
  g_assert_null (ui_test_find (dots, GTK_TYPE_BUTTON, 1));
  g_assert_finalize_object (dots);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/page-dots/dots", test_dots);

  return g_test_run ();
}

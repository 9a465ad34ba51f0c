/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-notice.h"
#include "ui-test.h"

static void
test_text (void)
{
  GtkWidget *notice = g_object_ref_sink (ilv_notice_new (ILV_NOTICE_RESULT, NULL, NULL));

  g_assert_false (gtk_widget_get_visible (notice));
  g_assert_cmpstr (ilv_notice_get_text (ILV_NOTICE (notice)), ==, "");
  g_assert_null (ui_test_find (notice, GTK_TYPE_BUTTON, 0));

  ilv_notice_set_text (ILV_NOTICE (notice), "5 < 6 & 7");
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_cmpstr (ilv_notice_get_text (ILV_NOTICE (notice)), ==, "5 < 6 & 7");
  g_assert_nonnull (ui_test_find_label (notice, "5 < 6 & 7"));

  ilv_notice_set_text (ILV_NOTICE (notice), NULL);
  g_assert_false (gtk_widget_get_visible (notice));
  g_assert_cmpstr (ilv_notice_get_text (ILV_NOTICE (notice)), ==, "");
  g_assert_finalize_object (notice);
}

static void
test_kinds (void)
{
  static const char *const classes[] = { "result", "question", "caution" };

  for (guint kind = 0; kind < G_N_ELEMENTS (classes); kind++)
    {
      GtkWidget *notice = g_object_ref_sink (ilv_notice_new (kind, NULL, NULL));

      for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
        g_assert_true (gtk_widget_has_css_class (notice, classes[i]) == (i == kind));
      g_assert_finalize_object (notice);
    }
}

static void
on_activated (guint *n_activated)
{
  (*n_activated)++;
}

static void
test_button (void)
{
  GtkWidget *notice = g_object_ref_sink (ilv_notice_new (ILV_NOTICE_QUESTION, "Skip", "test.skip"));
  GtkWidget *button = ui_test_find (notice, GTK_TYPE_BUTTON, 0);
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) action = g_simple_action_new ("skip", NULL);
  guint n_activated = 0;

  g_signal_connect_swapped (action, "activate", G_CALLBACK (on_activated), &n_activated);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (notice, "test", G_ACTION_GROUP (group));

  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Skip");
  gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, "Skip");
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_activated, ==, 1);
  g_simple_action_set_enabled (action, FALSE);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_finalize_object (notice);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/notice/text", test_text);
  g_test_add_func ("/ui/notice/kinds", test_kinds);
  g_test_add_func ("/ui/notice/button", test_button);

  return g_test_run ();
}

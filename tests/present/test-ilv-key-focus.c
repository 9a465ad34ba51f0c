/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-key-focus.h"

static void
assert_focus (GtkWidget *widget, IlvKeyFocus focus)
{
  g_object_ref_sink (widget);
  g_assert_cmpuint (ilv_key_focus_of (widget), ==, focus);
  g_object_unref (widget);
}

static void
test_none (void)
{
  g_assert_cmpuint (ilv_key_focus_of (NULL), ==, ILV_KEY_FOCUS_NONE);
  assert_focus (gtk_label_new ("Label"), ILV_KEY_FOCUS_NONE);
  assert_focus (gtk_drawing_area_new (), ILV_KEY_FOCUS_NONE);
  assert_focus (gtk_window_new (), ILV_KEY_FOCUS_NONE);
}

static void
test_kinds (void)
{
  GtkWidget *text = gtk_text_view_new ();

  assert_focus (gtk_button_new (), ILV_KEY_FOCUS_BUTTON);
  assert_focus (gtk_toggle_button_new (), ILV_KEY_FOCUS_BUTTON);
  assert_focus (gtk_check_button_new (), ILV_KEY_FOCUS_BUTTON);
  assert_focus (gtk_switch_new (), ILV_KEY_FOCUS_BUTTON);
  assert_focus (gtk_drop_down_new (NULL, NULL), ILV_KEY_FOCUS_BUTTON);
  assert_focus (gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, NULL), ILV_KEY_FOCUS_LIST);
  assert_focus (gtk_list_box_new (), ILV_KEY_FOCUS_LIST);
  assert_focus (gtk_grid_view_new (NULL, NULL), ILV_KEY_FOCUS_LIST);
  assert_focus (gtk_entry_new (), ILV_KEY_FOCUS_TEXT);
  assert_focus (gtk_search_entry_new (), ILV_KEY_FOCUS_TEXT);
  assert_focus (gtk_spin_button_new_with_range (0, 1, 1), ILV_KEY_FOCUS_TEXT);
  g_object_ref_sink (text);
  g_assert_cmpuint (ilv_key_focus_of (text), ==, ILV_KEY_FOCUS_TEXT);
  gtk_text_view_set_editable (GTK_TEXT_VIEW (text), FALSE);
  g_assert_cmpuint (ilv_key_focus_of (text), ==, ILV_KEY_FOCUS_LIST);
  g_object_unref (text);
}

/* What has the focus is the inside of what it belongs to. */
static void
test_inside (void)
{
  GtkWidget *entry = g_object_ref_sink (gtk_entry_new ());
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *list = g_object_ref_sink (gtk_list_box_new ());
  GtkWidget *popover = g_object_ref_sink (gtk_popover_new ());
  GtkWidget *button = gtk_button_new ();

  g_assert_cmpuint (ilv_key_focus_of (gtk_widget_get_first_child (entry)), ==, ILV_KEY_FOCUS_TEXT);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), button);
  g_assert_cmpuint (ilv_key_focus_of (button), ==, ILV_KEY_FOCUS_LIST);
  gtk_popover_set_child (GTK_POPOVER (popover), list);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_assert_cmpuint (ilv_key_focus_of (button), ==, ILV_KEY_FOCUS_MENU);
  g_object_unref (popover);
  g_object_unref (list);
  g_object_unref (entry);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/key-focus/none", test_none);
  g_test_add_func ("/present/key-focus/kinds", test_kinds);
  g_test_add_func ("/present/key-focus/inside", test_inside);

  return g_test_run ();
}

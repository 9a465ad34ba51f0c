/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-break-row.h"
#include "ui-test.h"

static void
count_activation (GSimpleAction *action G_GNUC_UNUSED,
                  GVariant *parameter G_GNUC_UNUSED,
                  gpointer data)
{
  (*(guint *) data)++;
}

/* (transfer full): the row's actions; repairs are counted. */
static GSimpleActionGroup *
create_actions (guint *n_repairs)
{
  static const GActionEntry entries[] = {
    { .name = "break", .state = "false" },
    { .name = "repair", .activate = count_activation },
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries),
                                   n_repairs);
  return actions;
}

static gboolean
is_broken (GSimpleActionGroup *actions)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (actions), "break");

  return g_variant_get_boolean (state);
}

static void
test_title (void)
{
  GtkWidget *row = g_object_ref_sink (g_object_new (ILV_TYPE_BREAK_ROW, NULL));

  g_assert_false (gtk_widget_get_visible (row));
  ilv_break_row_set_title (ILV_BREAK_ROW (row), "Drop the lock");
  g_assert_true (gtk_widget_get_visible (row));
  g_assert_nonnull (ui_test_find_label (row, "Drop the lock"));
  g_assert_finalize_object (row);
}

/* The switch is the action, both ways. */
static void
test_break (void)
{
  guint n_repairs = 0;
  g_autoptr (GSimpleActionGroup) actions = create_actions (&n_repairs);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = g_object_new (ILV_TYPE_BREAK_ROW, NULL);
  GtkWidget *lever;

  ilv_break_row_set_title (ILV_BREAK_ROW (row), "Drop the lock");
  gtk_widget_insert_action_group (row, "comparison", G_ACTION_GROUP (actions));
  gtk_window_set_child (GTK_WINDOW (window), row);
  gtk_window_present (GTK_WINDOW (window));
  lever = ui_test_find (row, GTK_TYPE_SWITCH, 0);
  ui_test_wait_until (gtk_widget_get_mapped (lever));
  gtk_widget_activate (lever);
  ui_test_wait_until (is_broken (actions));
  g_action_group_change_action_state (G_ACTION_GROUP (actions), "break",
                                      g_variant_new_boolean (FALSE));
  ui_test_wait_until (!gtk_switch_get_active (GTK_SWITCH (lever)));
  g_assert_cmpuint (n_repairs, ==, 0);
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_repair (void)
{
  guint n_repairs = 0;
  g_autoptr (GSimpleActionGroup) actions = create_actions (&n_repairs);
  GtkWidget *window = gtk_window_new ();
  GtkWidget *row = g_object_new (ILV_TYPE_BREAK_ROW, NULL);
  GtkWidget *button, *notice;

  ilv_break_row_set_title (ILV_BREAK_ROW (row), "Drop the lock");
  gtk_widget_insert_action_group (row, "comparison", G_ACTION_GROUP (actions));
  gtk_window_set_child (GTK_WINDOW (window), row);
  gtk_window_present (GTK_WINDOW (window));
  notice = gtk_widget_get_last_child (row);
  g_assert_false (gtk_widget_get_visible (notice));
  ilv_break_row_set_repair (ILV_BREAK_ROW (row), "Take it again.");
  g_assert_true (gtk_widget_get_visible (notice));
  g_assert_nonnull (ui_test_find_label (notice, "Take it again."));
  button = ui_test_find (notice, GTK_TYPE_BUTTON, 0);
  ui_test_wait_until (gtk_widget_get_mapped (button));
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpuint (n_repairs, ==, 1);
  ilv_break_row_set_repair (ILV_BREAK_ROW (row), NULL);
  g_assert_false (gtk_widget_get_visible (notice));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ui/break-row/title", test_title);
  g_test_add_func ("/ui/break-row/break", test_break);
  g_test_add_func ("/ui/break-row/repair", test_repair);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stage-settings.h"

#include "present-test.h"

static GtkWidget *
get_settings (PresentFixture *fixture)
{
  return ilv_stage_get_settings (ilv_stage_set_get_current (fixture->stages));
}

static gboolean
is_empty (GtkWindow *window)
{
  return gtk_widget_get_mapped (ui_test_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, 0));
}

/* It opens when it is asked for, with what belongs to the slide, and gives it back. */
static void
test_follows (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = ilv_stage_settings_new (NULL, fixture->stages);

  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_null (gtk_widget_get_root (get_settings (fixture)));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_SETTINGS);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_true (gtk_widget_get_root (get_settings (fixture)) == GTK_ROOT (window));

  ilv_presentation_perform (fixture->presentation, ILV_TALK_LAST);
  ui_test_wait_until (is_empty (window));
  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  g_assert_true (gtk_widget_get_root (get_settings (fixture)) == GTK_ROOT (window));
  gtk_window_close (window);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window)));
  g_assert_null (gtk_widget_get_root (get_settings (fixture)));
  gtk_window_destroy (window);
}

/* The window that it was asked from is the one it stays above. */
static void
test_parent (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = ilv_stage_settings_new (NULL, fixture->stages);
  GtkWidget *parents[] = { gtk_window_new (), gtk_window_new () };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    {
      gtk_window_present (GTK_WINDOW (parents[i]));
      ilv_stage_settings_open (ILV_STAGE_SETTINGS (window), GTK_WINDOW (parents[i]));
      g_assert_true (gtk_window_get_transient_for (window) == GTK_WINDOW (parents[i]));
    }
  ilv_stage_settings_open (ILV_STAGE_SETTINGS (window), window);
  g_assert_true (gtk_window_get_transient_for (window) == GTK_WINDOW (parents[1]));
  gtk_window_destroy (window);
  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    gtk_window_destroy (GTK_WINDOW (parents[i]));
}

/* A run goes on when the settings are put away. */
static void
test_run_goes_on (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWindow *window = ilv_stage_settings_new (NULL, fixture->stages);
  IlvStage *stage;

  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  ilv_stage_settings_open (ILV_STAGE_SETTINGS (window), NULL);
  stage = ilv_stage_set_get_current (fixture->stages);
  g_action_group_activate_action (ilv_stage_get_actions (stage), "run", NULL);
  g_assert_true (ilv_stage_is_running (stage));
  gtk_window_close (window);
  ui_test_wait_until (!ilv_stage_is_running (stage));
  g_assert_true (ilv_stage_has_result (stage));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  present_test_add ("/present/stage-settings/follows", test_follows);
  present_test_add ("/present/stage-settings/run-goes-on", test_run_goes_on);
  present_test_add ("/present/stage-settings/parent", test_parent);

  return g_test_run ();
}

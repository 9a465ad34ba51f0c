/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-votes-panel.h"

#include <adwaita.h>

#include "ilv-vote-bar.h"
#include "ilv-votes-row.h"
#include "present-test.h"
#include "ui-test-child.h"

static GtkWidget *
open_panel (PresentFixture *fixture)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *panel = ilv_votes_panel_new (fixture->presentation);

  gtk_window_set_child (GTK_WINDOW (window), panel);
  gtk_window_set_default_size (GTK_WINDOW (window), 460, 600);
  gtk_window_present (GTK_WINDOW (window));
  return panel;
}

static void
close_panel (GtkWidget *panel)
{
  g_object_add_weak_pointer (G_OBJECT (panel), (gpointer *) &panel);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (panel)));
  g_assert_null (panel);
}

static IlvPoll *
get_poll (PresentFixture *fixture)
{
  return ilv_presentation_get_poll (fixture->presentation, 0);
}

static GtkSpinButton *
get_spin (GtkWidget *panel, guint choice, guint round)
{
  return GTK_SPIN_BUTTON (
    ui_test_find (ui_test_find (panel, ILV_TYPE_VOTES_ROW, choice), GTK_TYPE_SPIN_BUTTON, round));
}

static double
get_bar (GtkWidget *panel, guint choice, guint round)
{
  return ilv_vote_bar_get_fraction (ILV_VOTE_BAR (
    ui_test_find (ui_test_find (panel, ILV_TYPE_VOTES_ROW, choice), ILV_TYPE_VOTE_BAR, round)));
}

static void
click (GtkWidget *panel, const char *label)
{
  GtkWidget *text = ui_test_find_label (panel, label);

  g_assert_nonnull (text);
  g_signal_emit_by_name (gtk_widget_get_ancestor (text, GTK_TYPE_BUTTON), "clicked");
}

static void
test_slides (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *panel = open_panel (fixture);

  g_assert_false (gtk_widget_get_visible (panel));
  present_test_show (fixture, ILV_SLIDE_POLL);
  g_assert_true (gtk_widget_get_visible (panel));
  g_assert_nonnull (ui_test_find_label (panel, "First show of hands"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_nonnull (ui_test_find_label (panel, "The room discusses"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_nonnull (ui_test_find_label (panel, "Second show of hands"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_nonnull (ui_test_find_label (panel, "Both shows of hands"));
  present_test_show (fixture, ILV_SLIDE_EXPERIMENT);
  g_assert_false (gtk_widget_get_visible (panel));
  present_test_show (fixture, ILV_SLIDE_ANSWER);
  g_assert_true (gtk_widget_get_visible (panel));
  close_panel (panel);
}

/* What is counted anywhere is seen here, and what is corrected here is counted. */
static void
test_counts (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *panel = open_panel (fixture);

  present_test_show (fixture, ILV_SLIDE_POLL);
  g_assert_nonnull (ui_test_find_label (panel, "0 votes"));
  ilv_poll_set_count (get_poll (fixture), 0, 1, 8);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (get_spin (panel, 1, 0)), ==, 8);
  gtk_spin_button_spin (get_spin (panel, 0, 0), GTK_SPIN_STEP_FORWARD, 1);
  gtk_spin_button_set_value (get_spin (panel, 1, 0), 4);
  gtk_spin_button_set_value (get_spin (panel, 1, 1), 2);
  g_assert_cmpuint (ilv_poll_get_count (get_poll (fixture), 0, 0), ==, 1);
  g_assert_cmpuint (ilv_poll_get_count (get_poll (fixture), 0, 1), ==, 4);
  g_assert_cmpuint (ilv_poll_get_count (get_poll (fixture), 1, 1), ==, 2);
  g_assert_nonnull (ui_test_find_label (panel, "5 votes"));
  g_assert_cmpfloat (get_bar (panel, 0, 0), ==, 0.25);
  g_assert_cmpfloat (get_bar (panel, 1, 0), ==, 1);
  g_assert_cmpfloat (get_bar (panel, 1, 1), ==, 0.5);
  present_test_show (fixture, ILV_SLIDE_ANSWER);
  g_assert_nonnull (ui_test_find_label (panel, "5, then 2 votes"));
  close_panel (panel);
}

static void
test_reveal (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *panel = open_panel (fixture);

  present_test_show (fixture, ILV_SLIDE_POLL);
  click (panel, "Reveal to the room");
  g_assert_true (ilv_poll_is_revealed (get_poll (fixture), 0));
  g_assert_false (ilv_poll_is_revealed (get_poll (fixture), 1));
  click (panel, "Hide from the room");
  g_assert_false (ilv_poll_is_revealed (get_poll (fixture), 0));
  close_panel (panel);
}

/* A slip of the finger loses nothing; but what was counted since then stays. */
static void
test_clear (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *panel = open_panel (fixture);
  IlvPoll *poll = get_poll (fixture);

  present_test_show (fixture, ILV_SLIDE_POLL);
  ilv_poll_set_count (poll, 0, 0, 3);
  ilv_poll_set_count (poll, 0, 1, 4);
  ilv_poll_set_count (poll, 1, 1, 5);
  click (panel, "Clear");
  g_assert_cmpuint (ilv_poll_get_total (poll, 0), ==, 0);
  g_assert_cmpuint (ilv_poll_get_total (poll, 1), ==, 5);
  click (panel, "Undo clear");
  g_assert_cmpuint (ilv_poll_get_count (poll, 0, 0), ==, 3);
  g_assert_cmpuint (ilv_poll_get_count (poll, 0, 1), ==, 4);

  click (panel, "Clear");
  ilv_poll_add (poll, 0, 0, 1);
  g_assert_null (ui_test_find_label (panel, "Undo clear"));
  click (panel, "Clear");
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_null (ui_test_find_label (panel, "Undo clear"));
  close_panel (panel);
}

static void
test_typing (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *panel = open_panel (fixture);

  present_test_show (fixture, ILV_SLIDE_POLL);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_COUNT);
  g_assert_nonnull (ui_test_find_label (panel, "Type the hands for A; Enter goes on, Esc leaves"));
  g_assert_true (gtk_widget_has_css_class (ui_test_find (panel, ILV_TYPE_VOTES_ROW, 0), "counting"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ENTER);
  ilv_presentation_type_digit (fixture->presentation, 9);
  g_assert_nonnull (ui_test_find_label (panel, "Hands for B: 9 – Enter stores, Backspace corrects"));
  g_assert_false (gtk_widget_has_css_class (ui_test_find (panel, ILV_TYPE_VOTES_ROW, 0), "counting"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ENTER);
  g_assert_cmpint (gtk_spin_button_get_value_as_int (get_spin (panel, 1, 0)), ==, 9);
  close_panel (panel);
}

static void
test_names (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *panel = open_panel (fixture);

  present_test_show (fixture, ILV_SLIDE_POLL);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (panel), GTK_ACCESSIBLE_PROPERTY_LABEL, "Votes");
  gtk_test_accessible_assert_property (get_spin (panel, 0, 0), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Left: first show of hands");
  gtk_test_accessible_assert_property (get_spin (panel, 1, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Both: second show of hands");
  close_panel (panel);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  present_test_add ("/present/votes-panel/slides", test_slides);
  present_test_add ("/present/votes-panel/counts", test_counts);
  present_test_add ("/present/votes-panel/reveal", test_reveal);
  present_test_add ("/present/votes-panel/clear", test_clear);
  present_test_add ("/present/votes-panel/typing", test_typing);
  present_test_add ("/present/votes-panel/names", test_names);

  return g_test_run ();
}

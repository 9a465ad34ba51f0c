/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poll-slide.h"

#include <adwaita.h>

#include "ilv-slide-style.h"
#include "ilv-vote-bar.h"
#include "present-test-poll.h"

static GtkWidget *
open_slide (PresentFixture *fixture)
{
  return present_test_open_poll (fixture, ILV_SLIDE_POLL, ilv_poll_slide_new);
}

static GtkWidget *
get_choice (GtkWidget *view, guint choice)
{
  return ui_test_find (view, ILV_TYPE_POLL_CHOICE, choice);
}

static double
get_bar (GtkWidget *view, guint choice, guint round)
{
  return ilv_vote_bar_get_fraction (
    ILV_VOTE_BAR (ui_test_find (get_choice (view, choice), ILV_TYPE_VOTE_BAR, round)));
}

static void
test_texts (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = open_slide (fixture);

  gtk_test_accessible_assert_property (view, GTK_ACCESSIBLE_PROPERTY_LABEL, "Which side?");
  g_assert_nonnull (ui_test_find_label (view, "Which side?"));
  gtk_test_accessible_assert_property (get_choice (view, LEFT), GTK_ACCESSIBLE_PROPERTY_LABEL, "A: Left");
  gtk_test_accessible_assert_property (get_choice (view, BOTH), GTK_ACCESSIBLE_PROPERTY_LABEL, "B: Both");
  g_assert_null (get_choice (view, BOTH + 1));
  present_test_close_poll (view);
}

static void
test_steps (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const char *const hints[ILV_N_POLL_STEPS] = {
    "Raise your hand for one answer",
    "Discuss with your neighbour: who convinces whom?",
    "Raise your hand again",
    "Now the run decides",
  };
  GtkWidget *view = open_slide (fixture);

  for (guint i = 0; i < ILV_N_POLL_STEPS; i++)
    {
      g_assert_nonnull (ui_test_find_label (view, hints[i]));
      ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
    }

  /* A preview of what comes is at its beginning. */
  g_assert_nonnull (ui_test_find_label (view, hints[0]));
  present_test_close_poll (view);
}

/* What every label of the slide says, for what must not be among it. */
static gboolean
says_number (GtkWidget *widget, const char *number)
{
  GtkWidget *label;

  for (guint i = 0; (label = ui_test_find (widget, GTK_TYPE_LABEL, i)) != NULL; i++)
    if (strstr (gtk_label_get_label (GTK_LABEL (label)), number) != NULL)
      return TRUE;
  return FALSE;
}

/* Nothing of the slide tells how the room has voted before that is revealed: no number, no bar. */
static void
test_hidden (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = open_slide (fixture);

  ilv_poll_set_count (present_test_get_poll (fixture), 0, LEFT, 17);
  ilv_poll_set_count (present_test_get_poll (fixture), 0, BOTH, 51);
  g_assert_nonnull (ui_test_find_label (view, "Hands are being counted"));
  g_assert_false (says_number (view, "68"));
  g_assert_false (says_number (view, "17") || says_number (view, "51") || says_number (view, "25")
                  || says_number (view, "75"));
  for (guint i = LEFT; i <= BOTH; i++)
    for (guint round = 0; round < ILV_POLL_N_ROUNDS; round++)
      g_assert_cmpfloat (get_bar (view, i, round), ==, 0);

  ilv_presentation_perform (fixture->presentation, ILV_TALK_REVEAL);
  g_assert_nonnull (ui_test_find_label (view, "17 · 25 %"));
  g_assert_nonnull (ui_test_find_label (view, "51 · 75 %"));
  g_assert_cmpfloat (get_bar (view, LEFT, 0), ==, 0.25);
  g_assert_cmpfloat (get_bar (view, BOTH, 0), ==, 0.75);
  g_assert_cmpfloat (get_bar (view, BOTH, 1), ==, 0);

  ilv_presentation_perform (fixture->presentation, ILV_TALK_REVEAL);
  g_assert_false (says_number (view, "17") || says_number (view, "25"));

  /* All together, when all were counted. */
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_nonnull (ui_test_find_label (view, "68 hands counted"));
  g_assert_false (says_number (view, "17") || says_number (view, "51"));
  present_test_close_poll (view);
}

/* The room sees that somebody counts, from the first digit on, and no digit. */
static void
test_counting (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = open_slide (fixture);

  g_assert_null (ui_test_find_label (view, "Hands are being counted"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_COUNT);
  ilv_presentation_type_digit (fixture->presentation, 7);
  g_assert_nonnull (ui_test_find_label (view, "Hands are being counted"));
  g_assert_false (says_number (view, "7"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ENTER);
  g_assert_false (says_number (view, "7"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_nonnull (ui_test_find_label (view, "7 hands counted"));
  present_test_close_poll (view);
}

static void
test_compare (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *view = open_slide (fixture);

  ilv_poll_set_count (present_test_get_poll (fixture), 0, LEFT, 3);
  ilv_poll_set_count (present_test_get_poll (fixture), 0, BOTH, 1);
  for (guint i = 0; i < 2; i++)
    ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  ilv_poll_set_count (present_test_get_poll (fixture), 1, BOTH, 1);
  g_assert_null (ui_test_find_label (view, "1 · 100 %"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  g_assert_nonnull (ui_test_find_label (view, "3 · 75 %"));
  g_assert_nonnull (ui_test_find_label (view, "1 · 100 %"));
  g_assert_nonnull (ui_test_find_label (view, "0 · 0 %"));
  g_assert_cmpfloat (get_bar (view, LEFT, 0), ==, 0.75);
  g_assert_cmpfloat (get_bar (view, BOTH, 1), ==, 1);
  present_test_close_poll (view);
}

static void
count (GtkWidget *view, guint choice, int difference)
{
  g_signal_emit_by_name (get_choice (view, choice), "counted", difference);
}

/* Only while hands are shown does a click count one. */
static void
test_clicks (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const guint counts[ILV_N_POLL_STEPS][ILV_POLL_N_ROUNDS] = { { 1, 0 }, { 1, 0 }, { 1, 1 }, { 1, 1 } };
  GtkWidget *view = open_slide (fixture);
  IlvPoll *poll = present_test_get_poll (fixture);

  for (guint i = 0; i < ILV_N_POLL_STEPS; i++)
    {
      count (view, BOTH, 1);
      g_assert_cmpuint (ilv_poll_get_count (poll, 0, BOTH), ==, counts[i][0]);
      g_assert_cmpuint (ilv_poll_get_count (poll, 1, BOTH), ==, counts[i][1]);
      g_assert_cmpuint (ilv_poll_get_count (poll, 0, LEFT), ==, 0);
      ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
    }
  count (view, BOTH, 1);
  g_assert_cmpuint (ilv_poll_get_count (poll, 0, BOTH), ==, 1);

  present_test_show (fixture, ILV_SLIDE_POLL);
  count (view, BOTH, -1);
  count (view, BOTH, -1);
  g_assert_cmpuint (ilv_poll_get_count (poll, 0, BOTH), ==, 0);

  /* It is seen to be counted, for a moment. */
  g_assert_true (gtk_widget_has_css_class (get_choice (view, BOTH), "counted"));
  g_assert_false (gtk_widget_has_css_class (get_choice (view, LEFT), "counted"));
  ui_test_wait_until (!gtk_widget_has_css_class (get_choice (view, BOTH), "counted"));
  present_test_close_poll (view);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ilv_slide_style_load (gdk_display_get_default ());

  present_test_add ("/present/poll-slide/texts", test_texts);
  present_test_add ("/present/poll-slide/steps", test_steps);
  present_test_add ("/present/poll-slide/hidden", test_hidden);
  present_test_add ("/present/poll-slide/counting", test_counting);
  present_test_add ("/present/poll-slide/compare", test_compare);
  present_test_add ("/present/poll-slide/clicks", test_clicks);

  return g_test_run ();
}

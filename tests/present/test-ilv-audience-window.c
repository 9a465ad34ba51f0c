/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-audience-window.h"
#include "ilv-live-slide.h"
#include "ilv-overview.h"
#include "ilv-slide-cover.h"
#include "ilv-slide-prompt.h"
#include "ilv-slide-style.h"
#include "present-picture.h"
#include "present-test.h"

#define DOT 0xff3b30

static GtkApplication *application;

/* A window of 1280 × 720 or another size, with the style of slides. */
static GtkWidget *
open_window (PresentFixture *fixture, int width, int height)
{
  GtkWindow *window = ilv_audience_window_new (application, fixture->stages);

  ilv_slide_style_load (gtk_widget_get_display (GTK_WIDGET (window)));
  gtk_window_set_decorated (window, FALSE);
  gtk_window_set_default_size (window, width, height);
  gtk_window_present (window);
  ui_test_wait_until (gtk_widget_get_width (GTK_WIDGET (window)) == width
                      && gtk_widget_get_height (GTK_WIDGET (window)) == height);
  present_picture_settle (GTK_WIDGET (window));
  return GTK_WIDGET (window);
}

static void
close_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
is_seen (GtkWidget *window, GType type)
{
  GtkWidget *widget = ui_test_find (window, type, 0);

  g_assert_nonnull (widget);
  return gtk_widget_get_mapped (widget);
}

static void
test_slide (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = open_window (fixture, 1280, 720);
  g_auto (PresentPicture) picture = { 0 };

  g_assert_true (is_seen (window, ILV_TYPE_LIVE_SLIDE));
  g_assert_false (is_seen (window, ILV_TYPE_SLIDE_COVER));
  g_assert_false (is_seen (window, ILV_TYPE_SLIDE_PROMPT));
  present_picture_take (&picture, window);
  g_assert_cmpuint (present_picture_get (&picture, 0, 0), !=, 0x000000);
  close_window (window);
}

/* Not a pixel of the slide is left, and no screen reader finds it. */
static void
test_covers (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    IlvTalkCommand command;
    guint32 colour;
    const char *name;
  } covers[] = {
    { ILV_TALK_BLACK, 0x000000, "Black screen" },
    { ILV_TALK_WHITE, 0xffffff, "White screen" },
  };
  GtkWidget *window = open_window (fixture, 1280, 720);
  g_auto (PresentPicture) before = { 0 };
  g_auto (PresentPicture) after = { 0 };

  present_picture_take (&before, window);
  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    {
      g_auto (PresentPicture) covered = { 0 };

      ilv_presentation_perform (fixture->presentation, covers[i].command);
      present_picture_take (&covered, window);
      g_assert_true (present_picture_is_all (&covered, covers[i].colour));
      g_assert_false (is_seen (window, ILV_TYPE_LIVE_SLIDE));
      gtk_test_accessible_assert_property (ui_test_find (window, ILV_TYPE_SLIDE_COVER, 0),
                                           GTK_ACCESSIBLE_PROPERTY_LABEL, covers[i].name);
    }
  ilv_presentation_perform (fixture->presentation, ILV_TALK_WHITE);
  present_picture_take (&after, window);
  g_assert_true (present_picture_equal (&before, &after));
  close_window (window);
}

static void
test_end (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = open_window (fixture, 1280, 720);
  g_auto (PresentPicture) picture = { 0 };

  ilv_presentation_perform (fixture->presentation, ILV_TALK_LAST);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  present_picture_take (&picture, window);
  g_assert_false (is_seen (window, ILV_TYPE_LIVE_SLIDE));
  g_assert_true (gtk_widget_get_mapped (
    ui_test_find_label (window, "End of the presentation")));
  g_assert_cmpuint (present_picture_count (&picture, 0x000000), >, 1280 * 720 * 9 / 10);
  g_assert_false (present_picture_is_all (&picture, 0x000000));
  close_window (window);
}

/* What goes on behind a picture that is frozen is not seen. */
static void
test_freeze (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = open_window (fixture, 1280, 720);
  g_auto (PresentPicture) before = { 0 };
  g_auto (PresentPicture) frozen = { 0 };
  g_auto (PresentPicture) black = { 0 };
  g_auto (PresentPicture) again = { 0 };
  g_auto (PresentPicture) after = { 0 };

  present_picture_take (&before, window);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_FREEZE);
  ilv_presentation_perform (fixture->presentation, ILV_TALK_NEXT);
  present_picture_take (&frozen, window);
  g_assert_true (present_picture_equal (&before, &frozen));
  g_assert_false (is_seen (window, ILV_TYPE_LIVE_SLIDE));

  ilv_presentation_perform (fixture->presentation, ILV_TALK_BLACK);
  present_picture_take (&black, window);
  g_assert_true (present_picture_is_all (&black, 0x000000));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_BLACK);
  present_picture_take (&again, window);
  g_assert_true (present_picture_equal (&before, &again));

  ilv_presentation_perform (fixture->presentation, ILV_TALK_FREEZE);
  present_picture_take (&after, window);
  g_assert_false (present_picture_equal (&before, &after));
  g_assert_true (is_seen (window, ILV_TYPE_LIVE_SLIDE));
  close_window (window);
}

/* The dot is where the presenter points, on a screen of any format. */
static void
test_pointer (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  static const struct
  {
    int width;
    int height;
    int x;
    int y;
  } places[] = {
    { 1280, 720, 320, 540 },
    { 1280, 920, 320, 640 },
    { 1120, 540, 80 + 240, 405 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GtkWidget *window = open_window (fixture, places[i].width, places[i].height);
      g_auto (PresentPicture) without = { 0 };
      g_auto (PresentPicture) with = { 0 };

      present_picture_take (&without, window);
      g_assert_cmpuint (present_picture_count (&without, DOT), ==, 0);
      ilv_presentation_perform (fixture->presentation, ILV_TALK_POINTER);
      ilv_presentation_set_pointer (fixture->presentation, 0.25, 0.75);
      present_picture_take (&with, window);
      g_assert_cmpuint (present_picture_get (&with, places[i].x, places[i].y), ==, DOT);
      g_assert_cmpuint (present_picture_count (&with, DOT), >, 60);
      ilv_presentation_perform (fixture->presentation, ILV_TALK_POINTER);
      close_window (window);
    }
}

/* What is pointed at stays where it is, and is twice as large. */
static void
test_magnify (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = open_window (fixture, 1280, 720);
  IlvLiveSlide *live = ILV_LIVE_SLIDE (ui_test_find (window, ILV_TYPE_LIVE_SLIDE, 0));
  IlvSlideCanvas *canvas = ilv_live_slide_get_canvas (live);
  double x = 0, y = 0;

  ilv_presentation_perform (fixture->presentation, ILV_TALK_MAGNIFY);
  ilv_presentation_set_pointer (fixture->presentation, 0.25, 0.75);
  ui_test_wait_until ((ilv_slide_canvas_from_slide (canvas, 0, 0, &x, &y), x <= -320));
  g_assert_cmpfloat (x, ==, -320);
  g_assert_cmpfloat (y, ==, -540);
  ilv_slide_canvas_from_slide (canvas, 0.25, 0.75, &x, &y);
  g_assert_cmpfloat (x, ==, 320);
  g_assert_cmpfloat (y, ==, 540);

  ilv_presentation_set_pointer (fixture->presentation, 1, 1);
  ilv_slide_canvas_from_slide (canvas, 1, 1, &x, &y);
  g_assert_cmpfloat (x, ==, 1280);
  g_assert_cmpfloat (y, ==, 720);

  ilv_presentation_perform (fixture->presentation, ILV_TALK_ESCAPE);
  ui_test_wait_until ((ilv_slide_canvas_from_slide (canvas, 0, 0, &x, &y), x >= 0));
  g_assert_cmpfloat (x, ==, 0);
  close_window (window);
}

/* The overview is the presenter's: it is here only where there is no console. */
static void
test_overview (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = open_window (fixture, 1280, 720);
  IlvAudienceWindow *audience = ILV_AUDIENCE_WINDOW (window);

  ilv_presentation_perform (fixture->presentation, ILV_TALK_OVERVIEW);
  g_assert_true (is_seen (window, ILV_TYPE_OVERVIEW));
  g_assert_false (is_seen (window, ILV_TYPE_LIVE_SLIDE));
  ilv_audience_window_set_alone (audience, FALSE);
  g_assert_null (ui_test_find (window, ILV_TYPE_OVERVIEW, 0));
  g_assert_true (is_seen (window, ILV_TYPE_LIVE_SLIDE));
  ilv_audience_window_set_alone (audience, TRUE);
  g_assert_true (is_seen (window, ILV_TYPE_OVERVIEW));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ESCAPE);
  g_assert_null (ui_test_find (window, ILV_TYPE_OVERVIEW, 0));
  g_assert_true (is_seen (window, ILV_TYPE_LIVE_SLIDE));
  close_window (window);
}

static void
test_prompt (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = open_window (fixture, 1280, 720);

  ilv_presentation_type_digit (fixture->presentation, 3);
  g_assert_true (is_seen (window, ILV_TYPE_SLIDE_PROMPT));
  g_assert_nonnull (ui_test_find_label (window, "Slide 3: Enter goes there"));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ESCAPE);
  g_assert_false (is_seen (window, ILV_TYPE_SLIDE_PROMPT));

  ilv_presentation_perform (fixture->presentation, ILV_TALK_ESCAPE);
  g_assert_nonnull (ui_test_find_label (window, "End the presentation? Enter ends it, Esc stays."));
  g_assert_true (is_seen (window, ILV_TYPE_SLIDE_PROMPT));
  ilv_presentation_perform (fixture->presentation, ILV_TALK_ESCAPE);
  g_assert_false (is_seen (window, ILV_TYPE_SLIDE_PROMPT));
  close_window (window);
}

/* Whoever closes it is asked first, and means it when he does so again. */
static void
test_close (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = open_window (fixture, 1280, 720);

  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ilv_presentation_is_asking (fixture->presentation));
  g_assert_false (ilv_presentation_has_ended (fixture->presentation));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ilv_presentation_has_ended (fixture->presentation));
  close_window (window);
}

static void
count (guint *n_calls)
{
  (*n_calls)++;
}

static void
test_format (PresentFixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  GtkWidget *window = open_window (fixture, 1280, 720);
  guint n_notified = 0;

  g_signal_connect_swapped (window, "notify::format", G_CALLBACK (count), &n_notified);
  g_assert_cmpint (ilv_audience_window_get_format (ILV_AUDIENCE_WINDOW (window)), ==, 1920);
  gtk_window_set_default_size (GTK_WINDOW (window), 1024, 768);
  ui_test_wait_until (n_notified > 0);
  g_assert_cmpint (ilv_audience_window_get_format (ILV_AUDIENCE_WINDOW (window)), ==, 1440);
  g_assert_cmpuint (n_notified, ==, 1);
  close_window (window);
}

int
main (int argc, char *argv[])
{
  int status;

  gtk_test_init (&argc, &argv, NULL);
  application = gtk_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  present_test_add ("/present/audience-window/slide", test_slide);
  present_test_add ("/present/audience-window/covers", test_covers);
  present_test_add ("/present/audience-window/end", test_end);
  present_test_add ("/present/audience-window/freeze", test_freeze);
  present_test_add ("/present/audience-window/pointer", test_pointer);
  present_test_add ("/present/audience-window/magnify", test_magnify);
  present_test_add ("/present/audience-window/overview", test_overview);
  present_test_add ("/present/audience-window/prompt", test_prompt);
  present_test_add ("/present/audience-window/close", test_close);
  present_test_add ("/present/audience-window/format", test_format);

  status = g_test_run ();
  g_object_unref (application);
  return status;
}

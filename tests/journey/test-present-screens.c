/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk on two screens: which window is on which, and what becomes of it when the projector is unplugged
 * and plugged in again. */

#include <stdlib.h>

#include "journey-hands.h"
#include "journey-talk.h"

#define PATIENCE_S 60

/* Where the window manager has the window of that title: its left, and its width. */
static void
get_place (const char *title, int *x, int *width)
{
  g_autofree char *pattern = g_strdup_printf ("^%s$", title);
  g_autofree char *output = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xdotool
    = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, "xdotool", "search", "--onlyvisible",
                        "--name", pattern, "getwindowgeometry", "--shell", NULL);
  const char *left, *size;

  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (xdotool, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  left = strstr (output, "X=");
  size = strstr (output, "WIDTH=");
  *x = left != NULL ? atoi (left + strlen ("X=")) : -1;
  *width = size != NULL ? atoi (size + strlen ("WIDTH=")) : -1;
}

static void
expect_place (const char *title, int x, int width)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  int found_x, found_width;

  do
    {
      g_usleep (50000);
      get_place (title, &found_x, &found_width);
      if (g_get_monotonic_time () > end_us)
        g_error ("“%s” is at %d, %d wide, instead of at %d, %d wide", title, found_x, found_width, x, width);
    }
  while (found_x != x || found_width != width);
}

/* The projector is to the right of the laptop. */
static void
expect_screens (gboolean swapped)
{
  expect_place ("Presentation", swapped ? 0 : 1280, swapped ? 1280 : 1920);
  expect_place ("Presenter console", swapped ? 1280 : 0, swapped ? 1920 : 1280);
}

/* The second one that is asked for is the other way round. */
static void
swap_screens (void)
{
  journey_press ("x");
  expect_screens (TRUE);
  journey_press ("x");
  expect_screens (FALSE);
}

static void
call_plug (const char *verb)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) plug
    = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, g_getenv ("INTERLEAVE_SCREEN_PLUG"), verb, NULL);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (plug, NULL, &error));
  g_assert_no_error (error);
}

/* The talk goes on while the projector is away. */
static void
replug (Talk *talk)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  int x, width;

  call_plug ("off");
  expect_place ("Presenter console", 0, 1280);
  do
    {
      g_usleep (50000);
      get_place ("Presentation", &x, &width);
      if (g_get_monotonic_time () > end_us)
        g_error ("The audience's window is at %d, %d wide, and not on the screen", x, width);
    }
  /* A slow window manager may leave most of it beyond the screen's edge. */
  while (x < 0 || x >= 1280 || width >= 1280);
  call_plug ("on");
  expect_screens (FALSE);
  talk_find_audience (talk);
  talk_expect_slide (talk, 1);
}

static void
test_screens (void)
{
  Talk talk = { 0 };

  talk_start (&talk, "concurrency", TRUE);
  expect_screens (FALSE);
  swap_screens ();
  replug (&talk);
  replug (&talk);
  talk_end (&talk);
  /* The screen of a window that has gone. */
  call_plug ("off");
  talk_quit (&talk);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/present/screens", test_screens);
}

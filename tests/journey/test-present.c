/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A talk on two screens, by all its keys: what each of them does is seen in the audience's window and in
 * the console, which stay in step. */

#include <stdio.h>
#include <stdlib.h>

#include "journey-lesson.h"

#define PATIENCE_S 60

typedef struct
{
  Journey journey;
  Node *audience;
  Node *console;
  guint n_slides;
} Talk;

static gboolean
is_slide_number (Node *node, const char *text G_GNUC_UNUSED)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  guint slide, n_slides;

  return name != NULL && sscanf (name, "%u / %u", &slide, &n_slides) == 2;
}

static void
expect_in (Node *window, const char *text, gboolean there)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (journey_holds (window, text) != there)
    {
      if (g_get_monotonic_time () > end_us)
        g_error ("“%s” %s", text, there ? "did not appear" : "did not go away");
      g_usleep (50000);
    }
}

/* The console shows the number of the next slide too, and so has that of this one in words. */
static void
expect_console_slide (Talk *talk, guint slide)
{
  g_autofree char *number = g_strdup_printf ("%u of %u", slide, talk->n_slides);

  expect_in (talk->console, number, TRUE);
}

static void
expect_slide (Talk *talk, guint slide)
{
  g_autofree char *number = g_strdup_printf ("%u / %u", slide, talk->n_slides);

  expect_console_slide (talk, slide);
  expect_in (talk->audience, number, TRUE);
}

static void
press (const char *keys)
{
  journey_press (keys);
}

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

static void
start (Talk *talk)
{
  g_autoptr (Node) number = NULL;
  g_autofree char *name = NULL;

  journey_start (&talk->journey, "concurrency");
  journey_expect (&talk->journey, "What this lesson is about");
  journey_focus_window ();
  press ("shift+F5");
  talk->audience = journey_wait_for (&talk->journey, journey_is_window, "Presentation");
  talk->console = journey_wait_for (&talk->journey, journey_is_named, "Presenter console");
  number = journey_wait_for (&talk->journey, is_slide_number, NULL);
  name = atspi_accessible_get_name (number, NULL);
  g_assert_cmpint (sscanf (name, "1 / %u", &talk->n_slides), ==, 1);
  expect_slide (talk, 1);
  expect_screens (FALSE);
}

static void
step (Talk *talk)
{
  static const struct
  {
    const char *next;
    const char *previous;
  } keys[] = {
    { "Right", "Left" },      { "Down", "Up" }, { "space", "BackSpace" },
    { "Page_Down", "Page_Up" }, { "n", "p" },     { "Return", "KP_Left" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      press (keys[i].next);
      expect_slide (talk, 2);
      press (keys[i].previous);
      expect_slide (talk, 1);
    }
}

static void
jump (Talk *talk)
{
  press ("End");
  expect_slide (talk, talk->n_slides);
  press ("Home");
  expect_slide (talk, 1);
  press ("3");
  expect_in (talk->console, "3", TRUE);
  press ("Return");
  expect_slide (talk, 3);
  press ("shift+F5");
  expect_slide (talk, 1);
}

/* The room sees no slide and the presenter does, with a mark. */
static void
cover (Talk *talk)
{
  static const struct
  {
    const char *key;
    const char *name;
  } covers[] = {
    { "b", "Black screen" }, { "period", "Black screen" },
    { "w", "White screen" }, { "comma", "White screen" },
  };
  g_autofree char *number = g_strdup_printf ("1 / %u", talk->n_slides);

  for (guint i = 0; i < G_N_ELEMENTS (covers); i++)
    {
      press (covers[i].key);
      expect_in (talk->audience, covers[i].name, TRUE);
      expect_in (talk->audience, number, FALSE);
      expect_console_slide (talk, 1);
      press (i % 2 == 0 ? covers[i].key : "Escape");
      expect_slide (talk, 1);
    }
}

static void
freeze (Talk *talk)
{
  g_autofree char *number = g_strdup_printf ("2 / %u", talk->n_slides);

  press ("f");
  expect_in (talk->audience, "Frozen screen", TRUE);
  press ("Right");
  expect_console_slide (talk, 2);
  expect_in (talk->audience, number, FALSE);
  press ("f");
  expect_slide (talk, 2);
  press ("Left");
  expect_slide (talk, 1);
}

/* What can be on and off is so on the console's button; Escape ends it. */
static void
point (Talk *talk)
{
  static const struct
  {
    const char *key;
    const char *button;
  } toggles[] = {
    { "l", "Pointer" },
    { "z", "Magnify" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (toggles); i++)
    {
      g_autoptr (Node) button = NULL;

      press (toggles[i].key);
      button = journey_wait_for (&talk->journey, journey_is_pressed_button, toggles[i].button);
      press (i == 0 ? toggles[i].key : "Escape");
      journey_wait_until_gone (&talk->journey, journey_is_pressed_button, toggles[i].button);
    }
}

static void
change_notes (Talk *talk)
{
  expect_in (talk->console, "100 %", TRUE);
  press ("plus");
  expect_in (talk->console, "110 %", TRUE);
  press ("minus");
  expect_in (talk->console, "100 %", TRUE);
}

/* The second one that is asked for is the other way round. */
static void
swap_screens (void)
{
  press ("x");
  expect_screens (TRUE);
  press ("x");
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
  while (width >= 1280 || x >= 1280);
  call_plug ("on");
  expect_screens (FALSE);
  expect_slide (talk, 1);
}

static void
end (Talk *talk)
{
  press ("Escape");
  expect_in (talk->console, "End the presentation?", TRUE);
  press ("Escape");
  expect_in (talk->console, "End the presentation?", FALSE);
  press ("Escape");
  expect_in (talk->console, "End the presentation?", TRUE);
  press ("Return");
  journey_wait_until_gone (&talk->journey, journey_is_window, "Presentation");
  journey_wait_until_gone (&talk->journey, journey_is_named, "Presenter console");
  journey_expect (&talk->journey, "What this lesson is about");
}

static void
test_present (void)
{
  Talk talk = { 0 };

  start (&talk);
  step (&talk);
  jump (&talk);
  cover (&talk);
  freeze (&talk);
  point (&talk);
  change_notes (&talk);
  swap_screens ();
  replug (&talk);
  end (&talk);
  journey_focus_window ();
  journey_quit (&talk.journey);
  g_clear_object (&talk.audience);
  g_clear_object (&talk.console);
  journey_end (&talk.journey);
}

int
main (int argc, char *argv[])
{
  return journey_main (argc, argv, "/journey/present", test_present);
}

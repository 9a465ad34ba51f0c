/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "journey-talk.h"

#include <stdio.h>

#include "journey-hands.h"

#define PATIENCE_S 60

/* All texts that a window has, as they are read. */
static void
collect (Node *node, GPtrArray *texts, guint depth)
{
  char *name;
  int n_children;

  if (node == NULL || depth > 50)
    return;
  atspi_accessible_clear_cache (node);
  if (depth > 0 && !journey_has_state (node, ATSPI_STATE_VISIBLE))
    return;
  name = atspi_accessible_get_name (node, NULL);
  if (name != NULL)
    g_ptr_array_add (texts, name);
  n_children = atspi_accessible_get_child_count (node, NULL);
  for (int i = 0; i < n_children; i++)
    {
      g_autoptr (Node) child = atspi_accessible_get_child_at_index (node, i, NULL);

      collect (child, texts, depth + 1);
    }
}

static GPtrArray *
read_window (Node *window)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  collect (window, texts, 0);
  return texts;
}

static gboolean
has_exactly (Node *window, const char *text)
{
  g_autoptr (GPtrArray) texts = read_window (window);

  return g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL);
}

/* Unlike journey_holds (), in tables too. */
static gboolean
has_part (Node *window, const char *text)
{
  g_autoptr (GPtrArray) texts = read_window (window);

  for (guint i = 0; i < texts->len; i++)
    if (strstr (texts->pdata[i], text) != NULL)
      return TRUE;
  return FALSE;
}

static void
wait_for (Node *window, gboolean (*has) (Node *node, const char *text), const char *text, gboolean there)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;

  while (has (window, text) != there)
    {
      if (g_get_monotonic_time () > end_us)
        {
          g_autoptr (GPtrArray) texts = read_window (window);

          for (guint i = 0; i < texts->len; i++)
            g_printerr ("# %s\n", (char *) texts->pdata[i]);
          g_error ("“%s” %s", text, there ? "did not appear" : "did not go away");
        }
      g_usleep (50000);
    }
}

static gboolean
is_slide_number (Node *node, const char *text G_GNUC_UNUSED)
{
  g_autofree char *name = atspi_accessible_get_name (node, NULL);
  guint slide, n_slides;

  return name != NULL && sscanf (name, "%u / %u", &slide, &n_slides) == 2;
}

static gboolean
is_in_step (Talk *talk, char **missing)
{
  g_autoptr (GPtrArray) audience = read_window (talk->audience);
  g_autoptr (GPtrArray) console = read_window (talk->console);

  /* The first is the window's title. */
  for (guint i = 1; i < audience->len; i++)
    if (!g_ptr_array_find_with_equal_func (console, audience->pdata[i], g_str_equal, NULL))
      {
        g_free (*missing);
        *missing = g_strdup (audience->pdata[i]);
        return FALSE;
      }
  return TRUE;
}

void
talk_find_audience (Talk *talk)
{
  g_clear_object (&talk->audience);
  talk->audience = journey_wait_for (&talk->journey, journey_is_window, "Presentation");
}

void
talk_find_console (Talk *talk)
{
  g_clear_object (&talk->console);
  talk->console = journey_wait_for (&talk->journey, journey_is_named, "Presenter console");
}

void
talk_start (Talk *talk, const char *lesson, gboolean two_screens)
{
  g_autoptr (Node) number = NULL;
  g_autofree char *name = NULL;

  journey_start (&talk->journey, lesson);
  journey_expect (&talk->journey, "Section 1 of ");
  journey_focus_window ();
  journey_press ("shift+F5");
  talk_find_audience (talk);
  if (two_screens)
    talk_find_console (talk);
  number = journey_wait_for (&talk->journey, is_slide_number, NULL);
  name = atspi_accessible_get_name (number, NULL);
  g_assert_cmpint (sscanf (name, "1 / %u", &talk->n_slides), ==, 1);
  talk_expect_slide (talk, 1);
}

void
talk_end (Talk *talk)
{
  Node *window = talk->console != NULL ? talk->console : talk->audience;

  journey_press ("Escape");
  talk_expect (window, "End the presentation?", TRUE);
  journey_press ("Return");
  journey_wait_until_gone (&talk->journey, journey_is_window, "Presentation");
  journey_wait_until_gone (&talk->journey, journey_is_named, "Presenter console");
  g_clear_object (&talk->audience);
  g_clear_object (&talk->console);
}

void
talk_quit (Talk *talk)
{
  journey_focus_window ();
  journey_quit (&talk->journey);
  journey_end (&talk->journey);
}

void
talk_press (const char *keys)
{
  g_autofree char *command = g_strconcat ("xdotool key --clearmodifiers ", keys, NULL);
  g_auto (GStrv) words = g_strsplit (command, " ", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) xdotool
    = g_subprocess_newv ((const char *const *) words, G_SUBPROCESS_FLAGS_NONE, &error);

  g_assert_no_error (error);
  g_assert_true (g_subprocess_wait_check (xdotool, NULL, &error));
  g_assert_no_error (error);
}

void
talk_expect (Node *window, const char *text, gboolean there)
{
  wait_for (window, has_part, text, there);
}

void
talk_expect_exactly (Node *window, const char *text, gboolean there)
{
  wait_for (window, has_exactly, text, there);
}

/* The console shows the number of the next slide too, and so has that of this one in words. */
void
talk_expect_console_slide (Talk *talk, guint slide)
{
  g_autofree char *number = g_strdup_printf ("On the screen · %u of %u", slide, talk->n_slides);

  talk_expect_exactly (talk->console, number, TRUE);
}

void
talk_expect_slide (Talk *talk, guint slide)
{
  g_autofree char *number = g_strdup_printf ("%u / %u", slide, talk->n_slides);

  if (talk->console != NULL)
    talk_expect_console_slide (talk, slide);
  talk_expect_exactly (talk->audience, number, TRUE);
}

void
talk_expect_in_step (Talk *talk)
{
  gint64 end_us = g_get_monotonic_time () + PATIENCE_S * G_USEC_PER_SEC;
  g_autofree char *missing = NULL;

  while (!is_in_step (talk, &missing))
    {
      if (g_get_monotonic_time () > end_us)
        g_error ("The room reads “%s”, and the presenter does not", missing);
      g_usleep (50000);
    }
}

void
talk_go_to (Talk *talk, guint slide)
{
  g_autofree char *number = g_strdup_printf ("%u", slide);

  for (guint i = 0; number[i] != '\0'; i++)
    journey_press ((char[]){ number[i], '\0' });
  journey_press ("Return");
  talk_expect_slide (talk, slide);
}

guint
talk_find_slide (Talk *talk, const char *text)
{
  for (guint slide = 1; slide <= talk->n_slides; slide++)
    {
      talk_go_to (talk, slide);
      if (has_exactly (talk->console, text))
        return slide;
    }
  g_error ("No slide with “%s”", text);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-screen-choice.h"

/* Screens of 100 × 100 in a row, of these connectors and models: pairs, and NULL. */
static GPtrArray *
create_screens (const char *connector, ...)
{
  GPtrArray *screens = ilv_screen_list_new ();
  va_list arguments;

  va_start (arguments, connector);
  while (connector != NULL)
    {
      const char *model = va_arg (arguments, const char *);

      g_ptr_array_add (
        screens, ilv_screen_new (connector, "Maker", model, 100 * (int) screens->len, 0, 100, 100));
      connector = va_arg (arguments, const char *);
    }
  va_end (arguments);
  return screens;
}

static void
assert_choice (GPtrArray *screens,
               const char *connector,
               const char *model,
               guint own,
               guint audience,
               guint console)
{
  IlvScreenChoice choice = ilv_screen_choice_make (screens, connector, model, own);

  g_assert_cmpuint (choice.audience, ==, audience);
  g_assert_cmpuint (choice.console, ==, console);
}

static void
test_none (void)
{
  g_autoptr (GPtrArray) screens = create_screens (NULL);

  assert_choice (screens, NULL, NULL, ILV_SCREEN_NONE, ILV_SCREEN_NONE, ILV_SCREEN_NONE);
  assert_choice (screens, "HDMI-1", "Beamer", ILV_SCREEN_NONE, ILV_SCREEN_NONE, ILV_SCREEN_NONE);
}

static void
test_one (void)
{
  g_autoptr (GPtrArray) inside = create_screens ("eDP-1", "Panel", NULL);
  g_autoptr (GPtrArray) outside = create_screens ("HDMI-1", "Beamer", NULL);

  assert_choice (inside, NULL, NULL, 0, 0, ILV_SCREEN_NONE);
  assert_choice (inside, "HDMI-1", "Beamer", 0, 0, ILV_SCREEN_NONE);
  assert_choice (inside, NULL, NULL, ILV_SCREEN_NONE, 0, ILV_SCREEN_NONE);
  assert_choice (outside, NULL, NULL, 0, 0, ILV_SCREEN_NONE);
}

static void
test_remembered (void)
{
  g_autoptr (GPtrArray) screens =
    create_screens ("eDP-1", "Panel", "HDMI-1", "Beamer", "DP-1", "Beamer", "DP-2", NULL, NULL);

  assert_choice (screens, "HDMI-1", "Beamer", 0, 1, 0);
  assert_choice (screens, "DP-1", "Beamer", 0, 2, 0);
  assert_choice (screens, "DP-2", NULL, 0, 3, 0);
  assert_choice (screens, "DP-2", "", 0, 3, 0);
  /* Even if it is built in, or the presenter's. */
  assert_choice (screens, "eDP-1", "Panel", 1, 0, 1);
  assert_choice (screens, "DP-1", "Beamer", 2, 2, 0);
}

static void
test_same_model (void)
{
  g_autoptr (GPtrArray) screens =
    create_screens ("eDP-1", "Panel", "DP-1", "Screen", "DP-2", "Beamer", "DP-3", "Beamer", NULL);

  assert_choice (screens, "HDMI-1", "Beamer", 0, 2, 0);
  assert_choice (screens, "HDMI-1", "Beamer", 2, 3, 2);
  assert_choice (screens, "HDMI-1", "Screen", 0, 1, 0);
  assert_choice (screens, NULL, "Beamer", 0, 2, 0);
  /* The presenter's own is no match, and neither is another model on the connector. */
  assert_choice (screens, "HDMI-1", "Screen", 1, 2, 1);
  assert_choice (screens, "DP-3", "Other", 0, 1, 0);
  /* Nothing is of no model. */
  assert_choice (screens, "HDMI-1", "", 0, 1, 0);
}

static void
test_external (void)
{
  g_autoptr (GPtrArray) laptop = create_screens ("eDP-1", "Panel", "HDMI-1", "Beamer", NULL);
  g_autoptr (GPtrArray) reversed = create_screens ("HDMI-1", "Beamer", "LVDS-1", "Panel", NULL);
  g_autoptr (GPtrArray) docked =
    create_screens ("DP-1", "Screen", "DP-2", "Beamer", "eDP-1", "Panel", NULL);

  assert_choice (laptop, NULL, NULL, 0, 1, 0);
  assert_choice (laptop, NULL, NULL, ILV_SCREEN_NONE, 1, 0);
  assert_choice (reversed, NULL, NULL, 1, 0, 1);
  /* The window stands on the projector, from where it was mirrored last. */
  assert_choice (laptop, NULL, NULL, 1, 1, 0);
  /* The presenter works on a screen of the desk. */
  assert_choice (docked, NULL, NULL, 0, 1, 0);
  assert_choice (docked, NULL, NULL, 1, 0, 1);
  assert_choice (docked, NULL, NULL, 2, 0, 2);
  assert_choice (docked, NULL, NULL, ILV_SCREEN_NONE, 0, 2);
}

static void
test_all_alike (void)
{
  g_autoptr (GPtrArray) desk = create_screens ("DP-1", "Screen", "DP-2", "Screen", NULL);
  g_autoptr (GPtrArray) folding = create_screens ("eDP-1", "Panel", "eDP-2", "Panel", NULL);

  assert_choice (desk, NULL, NULL, 0, 1, 0);
  assert_choice (desk, NULL, NULL, 1, 0, 1);
  assert_choice (folding, NULL, NULL, 0, 1, 0);
  assert_choice (folding, NULL, NULL, 1, 0, 1);
  assert_choice (folding, NULL, NULL, ILV_SCREEN_NONE, 0, 1);
}

/* What the room sees is no place for notes. */
static void
test_mirrored (void)
{
  g_autoptr (GPtrArray) screens = create_screens ("eDP-1", "Panel", "HDMI-1", "Beamer", NULL);
  g_autoptr (GPtrArray) three =
    create_screens ("eDP-1", "Panel", "HDMI-1", "Beamer", "DP-1", "Screen", NULL);

  ((IlvScreen *) screens->pdata[1])->x = 0;
  assert_choice (screens, NULL, NULL, 0, 1, ILV_SCREEN_NONE);

  ((IlvScreen *) three->pdata[1])->x = 0;
  assert_choice (three, NULL, NULL, 0, 1, 2);
}

static void
test_swap (void)
{
  IlvScreenChoice two = { .audience = 1, .console = 0 };
  IlvScreenChoice one = { .audience = 0, .console = ILV_SCREEN_NONE };

  two = ilv_screen_choice_swap (two);
  g_assert_cmpuint (two.audience, ==, 0);
  g_assert_cmpuint (two.console, ==, 1);
  two = ilv_screen_choice_swap (two);
  g_assert_cmpuint (two.audience, ==, 1);
  g_assert_cmpuint (two.console, ==, 0);
  one = ilv_screen_choice_swap (one);
  g_assert_cmpuint (one.audience, ==, 0);
  g_assert_cmpuint (one.console, ==, ILV_SCREEN_NONE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk/screen-choice/none", test_none);
  g_test_add_func ("/talk/screen-choice/one", test_one);
  g_test_add_func ("/talk/screen-choice/remembered", test_remembered);
  g_test_add_func ("/talk/screen-choice/same-model", test_same_model);
  g_test_add_func ("/talk/screen-choice/external", test_external);
  g_test_add_func ("/talk/screen-choice/all-alike", test_all_alike);
  g_test_add_func ("/talk/screen-choice/mirrored", test_mirrored);
  g_test_add_func ("/talk/screen-choice/swap", test_swap);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-screen.h"

static gboolean
is_built_in (const char *connector)
{
  g_autoptr (IlvScreen) screen = ilv_screen_new (connector, NULL, NULL, 0, 0, 1, 1);

  return screen->built_in;
}

static void
test_built_in (void)
{
  const char *const inside[] = { "eDP-1",  "eDP1", "eDP",   "eDP-1-1", "EDP-1",
                                 "LVDS-0", "LVDS", "DSI-1", "DPI-1" };
  const char *const outside[] = { "HDMI-1", "HDMI-A-1",  "DP-2",   "DP-1-3", "DVI-D-1",
                                  "VGA1",   "Virtual-1", "DUMMY0", "WL-1",   "" };

  for (guint i = 0; i < G_N_ELEMENTS (inside); i++)
    g_assert_true (is_built_in (inside[i]));
  for (guint i = 0; i < G_N_ELEMENTS (outside); i++)
    g_assert_false (is_built_in (outside[i]));
  g_assert_false (is_built_in (NULL));
}

static void
test_equal (void)
{
  g_autoptr (IlvScreen) screen = ilv_screen_new ("DP-1", "Maker", "Model", 10, 20, 30, 40);
  g_autoptr (IlvScreen) copy = ilv_screen_copy (screen);
  IlvScreen *others[] = {
    ilv_screen_new ("DP-2", "Maker", "Model", 10, 20, 30, 40),
    ilv_screen_new ("DP-1", "Other", "Model", 10, 20, 30, 40),
    ilv_screen_new ("DP-1", "Maker", "Other", 10, 20, 30, 40),
    ilv_screen_new ("DP-1", "Maker", NULL, 10, 20, 30, 40),
    ilv_screen_new ("DP-1", "Maker", "Model", 11, 20, 30, 40),
    ilv_screen_new ("DP-1", "Maker", "Model", 10, 21, 30, 40),
    ilv_screen_new ("DP-1", "Maker", "Model", 10, 20, 31, 40),
    ilv_screen_new ("DP-1", "Maker", "Model", 10, 20, 30, 41),
  };

  g_assert_true (ilv_screen_equal (screen, copy));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_assert_false (ilv_screen_equal (screen, others[i]));
      ilv_screen_free (others[i]);
    }
  g_assert_null (ilv_screen_copy (NULL));
}

/* What has no name has none, however that is said. */
static void
test_named (void)
{
  g_autoptr (IlvScreen) screen = ilv_screen_new ("DP-1", "", "", 0, 0, 1, 1);

  g_assert_null (screen->manufacturer);
  g_assert_null (screen->model);
  g_assert_true (ilv_screen_is_named (screen, "DP-1", NULL));
  g_assert_false (ilv_screen_is_named (screen, "DP-1", "Model"));
  g_assert_false (ilv_screen_is_named (screen, NULL, NULL));
}

static gboolean
overlap (int x, int y, int width, int height)
{
  g_autoptr (IlvScreen) screen = ilv_screen_new ("A", NULL, NULL, 100, 100, 100, 100);
  g_autoptr (IlvScreen) other = ilv_screen_new ("B", NULL, NULL, x, y, width, height);

  g_assert_true (ilv_screen_overlaps (screen, other) == ilv_screen_overlaps (other, screen));
  return ilv_screen_overlaps (screen, other);
}

static void
test_overlaps (void)
{
  g_assert_true (overlap (100, 100, 100, 100));
  g_assert_true (overlap (120, 120, 10, 10));
  g_assert_true (overlap (0, 0, 300, 300));
  g_assert_true (overlap (199, 199, 100, 100));
  g_assert_false (overlap (200, 100, 100, 100));
  g_assert_false (overlap (0, 100, 100, 100));
  g_assert_false (overlap (100, 200, 100, 100));
  g_assert_false (overlap (100, 0, 100, 100));
}

static void
test_list (void)
{
  g_autoptr (GPtrArray) screens = ilv_screen_list_new ();
  g_autoptr (GPtrArray) copy = NULL;

  g_ptr_array_add (screens, ilv_screen_new ("DP-1", "Maker", "Model", 0, 0, 1, 1));
  g_ptr_array_add (screens, ilv_screen_new ("DP-2", "Maker", "Model", 1, 0, 1, 1));
  copy = ilv_screen_list_copy (screens);
  g_assert_true (ilv_screen_list_equal (screens, copy));
  g_assert_cmpuint (ilv_screen_list_find (copy, "DP-2", "Model"), ==, 1);
  g_assert_cmpuint (ilv_screen_list_find (copy, "DP-2", "Other"), ==, ILV_SCREEN_NONE);
  g_assert_cmpuint (ilv_screen_list_find (copy, "DP-3", "Model"), ==, ILV_SCREEN_NONE);

  g_ptr_array_remove_index (copy, 0);
  g_assert_false (ilv_screen_list_equal (screens, copy));
  g_ptr_array_add (copy, ilv_screen_copy (screens->pdata[0]));
  g_assert_false (ilv_screen_list_equal (screens, copy));
}

/* One that comes back on another connector is new; one that was there all the time is not it. */
static void
test_find_again (void)
{
  g_autoptr (GPtrArray) before = ilv_screen_list_new ();
  g_autoptr (GPtrArray) screens = ilv_screen_list_new ();
  g_autoptr (IlvScreen) lost = ilv_screen_new ("DP-2", "Maker", "Model", 1, 0, 1, 1);
  g_autoptr (IlvScreen) nameless = ilv_screen_new ("DP-2", NULL, NULL, 1, 0, 1, 1);

  g_ptr_array_add (before, ilv_screen_new ("DP-1", "Maker", "Model", 0, 0, 1, 1));
  g_ptr_array_add (screens, ilv_screen_copy (before->pdata[0]));
  g_assert_cmpuint (ilv_screen_list_find_again (screens, lost, before), ==, ILV_SCREEN_NONE);

  g_ptr_array_add (screens, ilv_screen_new ("DP-3", "Maker", "Other", 1, 0, 1, 1));
  g_ptr_array_add (screens, ilv_screen_new ("DP-4", "Other", "Model", 1, 0, 1, 1));
  g_ptr_array_add (screens, ilv_screen_new ("DP-5", NULL, NULL, 1, 0, 1, 1));
  g_assert_cmpuint (ilv_screen_list_find_again (screens, lost, before), ==, ILV_SCREEN_NONE);
  g_assert_cmpuint (ilv_screen_list_find_again (screens, nameless, before), ==, ILV_SCREEN_NONE);

  g_ptr_array_add (screens, ilv_screen_new ("DP-6", "Maker", "Model", 7, 7, 7, 7));
  g_assert_cmpuint (ilv_screen_list_find_again (screens, lost, before), ==, 4);

  g_ptr_array_add (screens, ilv_screen_new ("DP-2", "Maker", "Model", 9, 9, 9, 9));
  g_assert_cmpuint (ilv_screen_list_find_again (screens, lost, before), ==, 5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/talk/screen/built-in", test_built_in);
  g_test_add_func ("/talk/screen/equal", test_equal);
  g_test_add_func ("/talk/screen/named", test_named);
  g_test_add_func ("/talk/screen/overlaps", test_overlaps);
  g_test_add_func ("/talk/screen/list", test_list);
  g_test_add_func ("/talk/screen/find-again", test_find_again);

  return g_test_run ();
}

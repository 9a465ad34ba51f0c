/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-held-key.h"

#define RIGHT 114
#define LEFT 113

static void
test_press (void)
{
  IlvHeldKey key = { 0 };

  g_assert_false (ilv_held_key_press (&key, RIGHT, 5000));
  ilv_held_key_release (&key, RIGHT);
  g_assert_false (ilv_held_key_press (&key, RIGHT, 5050));
  g_assert_false (ilv_held_key_press (&key, LEFT, 5100));
  g_assert_false (ilv_held_key_press (&key, RIGHT, 5150));
}

/* The first repetition comes after most of a second, the others at once. */
static void
test_hold (void)
{
  IlvHeldKey key = { 0 };

  g_assert_false (ilv_held_key_press (&key, RIGHT, 5000));
  g_assert_true (ilv_held_key_press (&key, RIGHT, 5660));
  for (guint i = 1; i < 100; i++)
    g_assert_true (ilv_held_key_press (&key, RIGHT, 5660 + i * 40));
  /* Another key is let go. */
  ilv_held_key_release (&key, LEFT);
  g_assert_true (ilv_held_key_press (&key, RIGHT, 9660));
  ilv_held_key_release (&key, RIGHT);
  g_assert_false (ilv_held_key_press (&key, RIGHT, 9661));
}

/* That it was let go has been seen by another window. */
static void
test_silence (void)
{
  IlvHeldKey key = { 0 };

  g_assert_false (ilv_held_key_press (&key, RIGHT, 5000));
  g_assert_false (ilv_held_key_press (&key, RIGHT, 6001));
}

/* Times of GDK begin again after 49 days. */
static void
test_wrap (void)
{
  IlvHeldKey key = { 0 };

  g_assert_false (ilv_held_key_press (&key, RIGHT, G_MAXUINT32 - 100));
  g_assert_true (ilv_held_key_press (&key, RIGHT, 300));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/held-key/press", test_press);
  g_test_add_func ("/present/held-key/hold", test_hold);
  g_test_add_func ("/present/held-key/silence", test_silence);
  g_test_add_func ("/present/held-key/wrap", test_wrap);

  return g_test_run ();
}

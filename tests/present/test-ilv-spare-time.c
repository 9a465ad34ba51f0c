/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-spare-time.h"
#include "ui-test.h"

/* What was done, in its order. */
static GString *done;

static void
do_a (gpointer owner)
{
  g_string_append_printf (done, "a%s", (const char *) owner);
}

static void
do_b (gpointer owner)
{
  g_string_append_printf (done, "b%s", (const char *) owner);
}

static void
do_again (gpointer owner)
{
  do_a (owner);
  ilv_spare_time_add (owner, do_b);
}

static void
set_up (void)
{
  done = g_string_new (NULL);
}

static void
tear_down (void)
{
  g_string_free (done, TRUE);
}

/* All of it, once and in its order, and never two pieces in one turn. */
static void
test_order (void)
{
  char first[] = "1", second[] = "2";

  set_up ();
  ilv_spare_time_add (first, do_a);
  ilv_spare_time_add (second, do_a);
  ilv_spare_time_add (first, do_b);
  ilv_spare_time_add (first, do_a);
  g_assert_cmpstr (done->str, ==, "");
  while (done->len < 6)
    {
      gsize length = done->len;

      g_main_context_iteration (NULL, TRUE);
      g_assert_cmpuint (done->len - length, <=, 2);
    }
  g_assert_cmpstr (done->str, ==, "a1a2b1");
  ilv_spare_time_add (first, do_a);
  ui_test_wait_until (done->len == 8);
  g_assert_cmpstr (done->str, ==, "a1a2b1a1");
  tear_down ();
}

/* A piece may add another one, which comes after what waits already. */
static void
test_again (void)
{
  char first[] = "1", second[] = "2";

  set_up ();
  ilv_spare_time_add (first, do_again);
  ilv_spare_time_add (second, do_a);
  ui_test_wait_until (done->len == 6);
  g_assert_cmpstr (done->str, ==, "a1a2b1");
  tear_down ();
}

static void
test_remove (void)
{
  char first[] = "1", second[] = "2";

  set_up ();
  ilv_spare_time_add (first, do_a);
  ilv_spare_time_add (second, do_a);
  ilv_spare_time_add (first, do_b);
  ilv_spare_time_remove (first);
  ilv_spare_time_remove (first);
  ui_test_wait_until (done->len > 0);
  g_assert_cmpstr (done->str, ==, "a2");
  ilv_spare_time_add (second, do_b);
  ui_test_wait_until (done->len > 2);
  g_assert_cmpstr (done->str, ==, "a2b2");
  tear_down ();
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/spare-time/order", test_order);
  g_test_add_func ("/present/spare-time/again", test_again);
  g_test_add_func ("/present/spare-time/remove", test_remove);

  return g_test_run ();
}

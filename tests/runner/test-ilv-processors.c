/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-processors.h"

static void
test_numbers (void)
{
  guint n = ilv_processors_get_count ();

  g_assert_cmpuint (n, >=, 1);
  g_assert_cmpint (ilv_processors_get_number (n), ==, ilv_processors_get_number (0));
  for (guint i = 1; i < n; i++)
    g_assert_cmpint (ilv_processors_get_number (i), >, ilv_processors_get_number (i - 1));
}

static gpointer
pin_thread (gpointer data)
{
  g_autoptr (GError) error = NULL;
  int number = GPOINTER_TO_INT (data);

  if (ilv_processors_pin_thread (number, &error))
    g_assert_cmpint (ilv_processors_get_current (), ==, number);
  else
    g_assert_nonnull (error);
  return NULL;
}

static void
test_pin (void)
{
  for (guint i = 0; i < ilv_processors_get_count (); i++)
    g_thread_join (
      g_thread_new ("pin", pin_thread, GINT_TO_POINTER (ilv_processors_get_number (i))));
}

static gpointer
pin_nowhere (gpointer data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (ilv_processors_pin_thread (8191, &error));
  g_assert_nonnull (error);
  return NULL;
}

static void
test_refused (void)
{
  g_thread_join (g_thread_new ("pin", pin_nowhere, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/processors/numbers", test_numbers);
  g_test_add_func ("/runner/processors/pin", test_pin);
  g_test_add_func ("/runner/processors/refused", test_refused);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python.h"
#include "ilv-pythons.h"
#include "ui-test.h"

static void
count_notify (guint *n_notified)
{
  (*n_notified)++;
}

/* Whatever this machine has: nothing is looked for before it is asked for, the list stays the same
 * one, and another setting makes a new search. */
static void
test_search (void)
{
  static const char *const paths[] = { "/nonexistent/python3", NULL };
  g_autoptr (GSettings) settings = g_settings_new (ILV_APPLICATION_ID);
  IlvPythons *pythons = ilv_pythons_new (settings);
  guint n_notified = 0;
  GListModel *model;
  guint n_found;

  g_signal_connect_swapped (pythons, "notify::searching", G_CALLBACK (count_notify), &n_notified);
  g_assert_false (ilv_pythons_is_searching (pythons));
  model = ilv_pythons_get_model (pythons);
  g_assert_true (g_list_model_get_item_type (model) == ILV_TYPE_PYTHON);
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_true (ilv_pythons_is_searching (pythons));
  g_assert_true (ilv_pythons_get_model (pythons) == model);
  ui_test_wait_until (!ilv_pythons_is_searching (pythons));
  g_assert_cmpuint (n_notified, ==, 2);
  n_found = g_list_model_get_n_items (model);

  g_assert_true (g_settings_set_strv (settings, "python-interpreters", paths));
  ui_test_wait_until (ilv_pythons_is_searching (pythons));
  ui_test_wait_until (!ilv_pythons_is_searching (pythons));
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n_found);
  g_settings_reset (settings, "python-interpreters");
  ui_test_wait_until (!ilv_pythons_is_searching (pythons));
  ui_test_wait_until (G_OBJECT (pythons)->ref_count == 1);
  g_assert_finalize_object (pythons);
}

static void
test_without_settings (void)
{
  IlvPythons *pythons = ilv_pythons_new (NULL);

  ilv_pythons_get_model (pythons);
  ui_test_wait_until (!ilv_pythons_is_searching (pythons));
  ui_test_wait_until (G_OBJECT (pythons)->ref_count == 1);
  g_assert_finalize_object (pythons);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/pythons/search", test_search);
  g_test_add_func ("/ui/pythons/without-settings", test_without_settings);
  return g_test_run ();
}

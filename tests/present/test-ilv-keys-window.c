/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-keys-window.h"
#include "ilv-presenter-keys.h"
#include "ui-test.h"

/* All keys stand in it, once. */
static void
test_keys (void)
{
  GtkWindow *window = ilv_keys_window_new (NULL);
  guint n_keys;
  const IlvPresenterKey *keys = ilv_presenter_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    g_assert_nonnull (ui_test_find_label (GTK_WIDGET (window), keys[i].title));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (window), "Page Down"));
  g_assert_nonnull (ui_test_find_label (GTK_WIDGET (window), "What the room sees"));
  gtk_window_destroy (window);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add_func ("/present/keys-window/keys", test_keys);

  return g_test_run ();
}

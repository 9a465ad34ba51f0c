/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-large-pages.h"

#include <errno.h>

#define N_BYTES ((gsize) 80 << 20)

/* Whatever the kernel makes of it, nothing changes: neither what is in the memory, nor what is around it. */
static void
test_nothing_changes (void)
{
  guint32 *numbers = g_malloc (N_BYTES);
  gsize n = N_BYTES / sizeof *numbers;

  for (gsize i = 0; i < n; i++)
    numbers[i] = (guint32) (i * 2654435761u);
  errno = EDOM;
  ilv_large_pages_use_for (numbers + 5, (n - 10) * sizeof *numbers);
  ilv_large_pages_use_for (numbers, 3);
  ilv_large_pages_use_for (NULL, 0);
  g_assert_cmpint (errno, ==, EDOM);

  for (gsize i = 0; i < n; i++)
    if (numbers[i] != (guint32) (i * 2654435761u))
      g_error ("Number %" G_GSIZE_FORMAT " is another one", i);
  g_free (numbers);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/large-pages/nothing-changes", test_nothing_changes);
  return g_test_run ();
}

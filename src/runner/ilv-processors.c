/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-processors.h"

#include <errno.h>
#include <gio/gio.h>
#include <sched.h>
#include <unistd.h>

/* Room for more processors than any kernel is built for today. */
#define MAX_PROCESSORS 8192

static GArray *
read_numbers (void)
{
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (int));
  cpu_set_t *set = CPU_ALLOC (MAX_PROCESSORS);
  gsize size = CPU_ALLOC_SIZE (MAX_PROCESSORS);
  int fallback = 0;

  /* The first thread is never pinned, so its set is that of the program. */
  if (sched_getaffinity (getpid (), size, set) == 0)
    for (int number = 0; number < MAX_PROCESSORS; number++)
      if (CPU_ISSET_S (number, size, set))
        g_array_append_val (numbers, number);
  if (numbers->len == 0)
    g_array_append_val (numbers, fallback);
  CPU_FREE (set);
  return numbers;
}

static const GArray *
get_numbers (void)
{
  static GArray *numbers = NULL;

  if (g_once_init_enter (&numbers))
    g_once_init_leave (&numbers, read_numbers ());
  return numbers;
}

guint
ilv_processors_get_count (void)
{
  return get_numbers ()->len;
}

int
ilv_processors_get_number (guint index)
{
  const GArray *numbers = get_numbers ();

  return g_array_index (numbers, int, index % numbers->len);
}

static gboolean
set_affinity (const int *numbers, guint n_numbers)
{
  gsize size = CPU_ALLOC_SIZE (MAX_PROCESSORS);
  cpu_set_t *set = CPU_ALLOC (MAX_PROCESSORS);
  int result;

  CPU_ZERO_S (size, set);
  for (guint i = 0; i < n_numbers; i++)
    CPU_SET_S (numbers[i], size, set);
  result = sched_setaffinity (0, size, set);
  CPU_FREE (set);
  return result == 0;
}

gboolean
ilv_processors_pin_thread (int number, GError **error)
{
  g_return_val_if_fail (number >= 0 && number < MAX_PROCESSORS, FALSE);

  if (set_affinity (&number, 1))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

void
ilv_processors_confine_thread (guint n)
{
  const GArray *numbers = get_numbers ();

  set_affinity ((const int *) (void *) numbers->data, MIN (n, numbers->len));
}

void
ilv_processors_unpin_thread (void)
{
  const GArray *numbers = get_numbers ();

  set_affinity ((const int *) (void *) numbers->data, numbers->len);
}

int
ilv_processors_get_current (void)
{
  return sched_getcpu ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-calls.h"

#include <glib/gstdio.h>
#include <stdio.h>

#define N_THREADS 16
#define N_NAMES 500

static void
write_event (FILE *file, char phase, guint thread, double time_us, double length_us, guint name)
{
  fprintf (file, "{\"ph\":\"%c\",\"pid\":4711,\"tid\":%u,\"ts\":%.3f,", phase, 4711 + thread,
           time_us);
  if (phase == 'X')
    fprintf (file, "\"dur\":%.3f,", length_us);
  fprintf (file, "\"cat\":\"app\",\"name\":\"function_%u\"},\n", name);
}

/* Any of the threads in turn: a function, in which two others are called. */
void
bench_calls_write (const char *path, guint n_events, gboolean is_nested)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  double times_us[N_THREADS] = { 0 };
  FILE *file = g_fopen (path, "w");

  g_assert_nonnull (file);
  fputs ("{\"traceEvents\":[\n", file);
  for (guint i = 0; i < n_events; i += is_nested ? 6 : 3)
    {
      guint thread = g_rand_int_range (rand, 0, N_THREADS);
      double start_us = times_us[thread];
      double part_us = g_rand_double_range (rand, 1, 500);
      guint name = (guint) g_rand_int_range (rand, 0, N_NAMES);

      if (is_nested)
        write_event (file, 'B', thread, start_us, 0, name);
      for (guint j = 0; j < 2; j++)
        {
          write_event (file, is_nested ? 'B' : 'X', thread, start_us + part_us * (2 * j + 1),
                       part_us, (name + j + 1) % N_NAMES);
          if (is_nested)
            write_event (file, 'E', thread, start_us + part_us * (2 * j + 2), 0,
                         (name + j + 1) % N_NAMES);
        }
      write_event (file, is_nested ? 'E' : 'X', thread,
                   is_nested ? start_us + 5 * part_us : start_us, 5 * part_us, name);
      times_us[thread] += 5 * part_us + 1;
    }
  fputs (
    "{\"ph\":\"M\",\"pid\":4711,\"name\":\"process_name\",\"args\":{\"name\":\"bench\"}}\n]}\n",
    file);
  g_assert_cmpint (fclose (file), ==, 0);
}

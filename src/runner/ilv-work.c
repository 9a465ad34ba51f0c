/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-work.h"

#include "ilv-record-buffer.h"

/* The links of a first chain, long enough for the clock, and how often it is timed. The shortest
 * time counts: whatever disturbs a round can only lengthen it. */
#define PROBE_LINKS 200000
#define PROBE_ROUNDS 40

static guint64 links_per_quantum;

static void
compute (guint64 links)
{
  guint64 value = links;

  for (guint64 i = 0; i < links; i++)
    {
      value = value * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
      /* The compiler may not fold the chain, nor drop it. */
      __asm__ volatile ("" : "+r"(value));
    }
}

static gint64
time_probe (void)
{
  gint64 before = ilv_clock_thread_cpu_time_ns ();

  compute (PROBE_LINKS);
  return MAX (ilv_clock_thread_cpu_time_ns () - before, 1);
}

void
ilv_work_calibrate (void)
{
  static gsize calibrated = 0;

  if (g_once_init_enter (&calibrated))
    {
      gint64 shortest = time_probe ();

      for (guint i = 0; i < PROBE_ROUNDS; i++)
        shortest = MIN (shortest, time_probe ());
      links_per_quantum = MAX ((guint64) PROBE_LINKS * ILV_WORK_QUANTUM_NS / (guint64) shortest, 1);
      g_once_init_leave (&calibrated, 1);
    }
}

guint64
ilv_work_get_quanta (gint64 duration_ns)
{
  g_return_val_if_fail (duration_ns > 0, 1);

  return MAX (((guint64) duration_ns + ILV_WORK_QUANTUM_NS / 2) / ILV_WORK_QUANTUM_NS, 1);
}

void
ilv_work_run_quantum (void)
{
  compute (links_per_quantum);
}

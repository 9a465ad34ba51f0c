/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-record-buffer.h"
#include "ilv-work.h"

static void
test_quanta (void)
{
  ilv_work_calibrate ();
  g_assert_cmpuint (ilv_work_get_quanta (1), ==, 1);
  g_assert_cmpuint (ilv_work_get_quanta (ILV_WORK_QUANTUM_NS), ==, 1);
  g_assert_cmpuint (ilv_work_get_quanta (1000000), ==, 1000000 / ILV_WORK_QUANTUM_NS);
  g_assert_cmpuint (ilv_work_get_quanta (G_GINT64_CONSTANT (3600000000000)), ==,
                    G_GUINT64_CONSTANT (3600000000000) / ILV_WORK_QUANTUM_NS);
}

/* Work is work: twice the quanta take more CPU time than once, whatever else goes on. */
static void
test_takes_cpu_time (void)
{
  gint64 begin_ns, once_ns, twice_ns;

  ilv_work_calibrate ();
  begin_ns = ilv_clock_thread_cpu_time_ns ();
  for (guint i = 0; i < 1000; i++)
    ilv_work_run_quantum ();
  once_ns = ilv_clock_thread_cpu_time_ns () - begin_ns;
  begin_ns = ilv_clock_thread_cpu_time_ns ();
  for (guint i = 0; i < 4000; i++)
    ilv_work_run_quantum ();
  twice_ns = ilv_clock_thread_cpu_time_ns () - begin_ns;

  g_assert_cmpint (once_ns, >, 0);
  g_assert_cmpint (twice_ns, >, once_ns);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/work/quanta", test_quanta);
  g_test_add_func ("/runner/work/takes-cpu-time", test_takes_cpu_time);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib.h>
#include <sys/resource.h>

#include "ilv-processor-watch.h"
#include "ilv-processors.h"
#include "ilv-record-buffer.h"
#include "ilv-work.h"

#define N_QUANTA 40000

typedef struct
{
  guint n_absences;
  gint64 absent_ns;
  gint64 begin_ns;
  gint64 end_ns;
  glong n_switches;
} Result;

static glong
count_switches (void)
{
  struct rusage usage;

  getrusage (RUSAGE_THREAD, &usage);
  return usage.ru_nvcsw + usage.ru_nivcsw;
}

static void
watch_work (IlvProcessorWatch *watch, Result *result)
{
  gint64 last_ns = result->begin_ns;

  for (guint i = 0; i < N_QUANTA; i++)
    {
      IlvAbsence absence;

      ilv_work_run_quantum ();
      if (!ilv_processor_watch_look (watch)
          || !ilv_processor_watch_confirm (watch, ILV_WORK_QUANTUM_NS, &absence))
        continue;
      g_assert_cmpint (absence.from_ns, >=, last_ns);
      g_assert_cmpint (absence.until_ns, >=, absence.from_ns);
      last_ns = absence.until_ns;
      result->n_absences++;
      result->absent_ns += absence.until_ns - absence.from_ns;
    }
}

static gpointer
work_on_first_processor (gpointer data)
{
  Result *result = data;
  IlvProcessorWatch watch;
  glong switches;

  ilv_processors_pin_thread (ilv_processors_get_number (0), NULL);
  ilv_processor_watch_init (&watch);
  ilv_processor_watch_start (&watch);
  switches = count_switches ();
  result->begin_ns = ilv_clock_now_ns ();
  watch_work (&watch, result);
  result->end_ns = ilv_clock_now_ns ();
  result->n_switches = count_switches () - switches;
  ilv_processor_watch_stop (&watch);
  ilv_processor_watch_clear (&watch);
  return NULL;
}

/* Two threads of 200 ms of work each on one processor: each sees what the other took. */
static void
test_two_on_one (void)
{
  Result results[2] = { 0 };
  GThread *threads[2];

  ilv_work_calibrate ();
  for (guint i = 0; i < 2; i++)
    threads[i] = g_thread_new ("work", work_on_first_processor, &results[i]);
  for (guint i = 0; i < 2; i++)
    g_thread_join (threads[i]);

  for (guint i = 0; i < 2; i++)
    {
      g_test_message ("%u absences of %" G_GINT64_FORMAT " µs in all, %ld switches in %"
                      G_GINT64_FORMAT " µs",
                      results[i].n_absences, results[i].absent_ns / 1000, results[i].n_switches,
                      (results[i].end_ns - results[i].begin_ns) / 1000);
      g_assert_cmpuint (results[i].n_absences, >, 0);
      /* No absence without a switch behind it; a switch more may come between the counts. */
      g_assert_cmpint (results[i].n_absences, <=, results[i].n_switches + 1);
      g_assert_cmpint (results[i].absent_ns, >, 0);
      g_assert_cmpint (results[i].absent_ns, <=, results[i].end_ns - results[i].begin_ns);
    }
}

/* Without sleeping, and then with one sleep that is at least as long as asked for. */
static gpointer
sleep_once (gpointer data G_GNUC_UNUSED)
{
  IlvProcessorWatch watch;
  IlvSleep sleep;
  gint64 begin_ns;

  ilv_processor_watch_init (&watch);
  ilv_processor_watch_start (&watch);
  begin_ns = ilv_clock_now_ns ();
  ilv_processor_watch_begin_sleep (&watch, begin_ns);
  ilv_work_run_quantum ();
  g_assert_false (ilv_processor_watch_end_sleep (&watch, &sleep));
  g_assert_cmpint (sleep.woken_ns, >=, begin_ns);
  g_assert_cmpint (sleep.resumed_ns, >=, sleep.woken_ns);

  begin_ns = ilv_clock_now_ns ();
  ilv_processor_watch_begin_sleep (&watch, begin_ns);
  g_usleep (1000);
  g_assert_true (ilv_processor_watch_end_sleep (&watch, &sleep));
  g_assert_cmpint (sleep.asleep_ns, >=, begin_ns);
  g_assert_cmpint (sleep.woken_ns, >=, sleep.asleep_ns);
  g_assert_cmpint (sleep.resumed_ns, >=, sleep.woken_ns);
  g_assert_cmpint (sleep.resumed_ns, <=, ilv_clock_now_ns ());
  /* The scheduler's clock is not the one of the alarm, but nearly so. */
  g_assert_cmpint (sleep.resumed_ns, >, begin_ns + 900000);
  ilv_processor_watch_clear (&watch);
  ilv_processor_watch_clear (&watch);
  return NULL;
}

static void
test_sleep (void)
{
  ilv_work_calibrate ();
  g_thread_join (g_thread_new ("sleep", sleep_once, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/runner/processor-watch/two-on-one", test_two_on_one);
  g_test_add_func ("/runner/processor-watch/sleep", test_sleep);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-kernel-absence.h"

#include "kernel-events.h"

#define TID 7

static void
assert_absence (GArray *absences,
                guint index,
                gint64 from_ns,
                gint64 woken_ns,
                gint64 until_ns,
                gboolean is_involuntary,
                gint processor)
{
  const IlvKernelAbsence *absence;

  g_assert_cmpuint (index, <, absences->len);
  absence = &g_array_index (absences, IlvKernelAbsence, index);
  g_assert_cmpint (absence->from_ns, ==, from_ns);
  g_assert_cmpint (absence->woken_ns, ==, woken_ns);
  g_assert_cmpint (absence->until_ns, ==, until_ns);
  g_assert_cmpint (absence->is_involuntary, ==, is_involuntary);
  g_assert_cmpint (absence->processor, ==, processor);
}

/* It is preempted, comes back elsewhere, sleeps, is woken, waits for a processor, and ends. */
static void
test_life (void)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (IlvKernelEvent));
  g_autoptr (GArray) absences = NULL;

  kernel_events_switch (events, 100, 0, 1, TRUE, TID);
  kernel_events_switch (events, 200, 0, TID, TRUE, 2);
  kernel_events_wake (events, 210, 0, 9);
  kernel_events_switch (events, 250, 1, 3, FALSE, TID);
  kernel_events_switch (events, 300, 1, TID, FALSE, 3);
  kernel_events_wake (events, 400, 0, TID);
  kernel_events_wake (events, 410, 0, TID);
  kernel_events_switch (events, 450, 1, 3, TRUE, TID);
  kernel_events_switch (events, 500, 1, TID, FALSE, 0);
  absences = ilv_kernel_absences_find (events, TID);

  g_assert_cmpuint (absences->len, ==, 4);
  assert_absence (absences, 0, G_MININT64, G_MININT64, 100, FALSE, 0);
  assert_absence (absences, 1, 200, 200, 250, TRUE, 1);
  assert_absence (absences, 2, 300, 400, 450, FALSE, 1);
  assert_absence (absences, 3, 500, G_MININT64, G_MAXINT64, FALSE, -1);
  for (guint i = 0; i < 3; i++)
    g_assert_true (g_array_index (absences, IlvKernelAbsence, i).is_return_known);
}

/* Nobody says that it came back, but it left again: it was there after the processor was last given
 * to somebody. */
static void
test_unseen_return (void)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (IlvKernelEvent));
  g_autoptr (GArray) absences = NULL;

  kernel_events_switch (events, 100, 0, 1, TRUE, TID);
  kernel_events_switch (events, 200, 0, TID, TRUE, 2);
  kernel_events_switch (events, 220, 1, 0, TRUE, 5);
  kernel_events_switch (events, 300, 0, TID, TRUE, 3);
  kernel_events_switch (events, 400, 0, 3, TRUE, TID);
  absences = ilv_kernel_absences_find (events, TID);

  g_assert_cmpuint (absences->len, ==, 3);
  assert_absence (absences, 1, 200, 200, 200, TRUE, 0);
  g_assert_false (g_array_index (absences, IlvKernelAbsence, 1).is_return_known);
  assert_absence (absences, 2, 300, 300, 400, TRUE, 0);
  g_assert_true (g_array_index (absences, IlvKernelAbsence, 2).is_return_known);
}

static void
test_stranger (void)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (IlvKernelEvent));
  g_autoptr (GArray) absences = NULL;

  kernel_events_switch (events, 100, 0, 1, TRUE, 2);
  kernel_events_wake (events, 110, 0, 1);
  absences = ilv_kernel_absences_find (events, TID);
  g_assert_cmpuint (absences->len, ==, 1);
  assert_absence (absences, 0, G_MININT64, G_MININT64, G_MAXINT64, FALSE, -1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/kernel-absence/life", test_life);
  g_test_add_func ("/bench/kernel-absence/unseen-return", test_unseen_return);
  g_test_add_func ("/bench/kernel-absence/stranger", test_stranger);
  return g_test_run ();
}

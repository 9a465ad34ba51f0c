/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One worker that computes from 1.000 to 2.000 ms of the run, is preempted at 1.300 for 200 µs and
 * at 1.700 for 10 µs, waits from 2.000 to 2.900, is ready until 3.000, and computes until 4.000;
 * the kernel's record of it, and what is made of the two when either is spoiled. */

#include "ilv-truth.h"

#include "kernel-events.h"

#define TID 7
#define BASE 5000000000
#define US 1000

typedef struct
{
  IlvState state;
  int from_us;
  int until_us;
  int processor;
} Note;

static const Note true_notes[] = {
  { ILV_STATE_RUNNING, 1000, 1300, 0 }, { ILV_STATE_READY, 1300, 1500, -1 },
  { ILV_STATE_RUNNING, 1500, 1700, 1 }, { ILV_STATE_READY, 1700, 1710, -1 },
  { ILV_STATE_RUNNING, 1710, 2000, 1 }, { ILV_STATE_WAITING, 2000, 2900, -1 },
  { ILV_STATE_READY, 2900, 3000, -1 },  { ILV_STATE_RUNNING, 3000, 4000, 0 },
};

static IlvTrace *
make_trace (const Note *notes, guint n_notes)
{
  IlvTraceInfo *info = ilv_trace_info_new ("test", 2);
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));

  info->clock_base_ns = BASE;
  info->cpu_time_ns = 1790 * US;
  ilv_trace_info_add_task (info, "A", NULL);
  ilv_trace_info_add_worker (info, "Thread A", TID, ILV_NO_PROCESSOR);
  for (guint i = 0; i < n_notes; i++)
    {
      IlvSpan span = { .start_ns = notes[i].from_us * US,
                       .end_ns = notes[i].until_us * US,
                       .state = notes[i].state,
                       .processor = (gint16) notes[i].processor,
                       .step = ILV_NO_STEP,
                       .peer = ILV_NO_PEER };

      if (span.start_ns < span.end_ns)
        g_array_append_val (spans, span);
    }
  return ilv_trace_new (info, spans, NULL);
}

static GArray *
make_events (void)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (IlvKernelEvent));

  kernel_events_switch (events, BASE + 900 * US, 0, 0, TRUE, TID);
  kernel_events_switch (events, BASE + 1300 * US, 0, TID, TRUE, 2);
  kernel_events_switch (events, BASE + 1500 * US, 1, 2, FALSE, TID);
  kernel_events_switch (events, BASE + 1700 * US, 1, TID, TRUE, 2);
  kernel_events_switch (events, BASE + 1710 * US, 1, 2, TRUE, TID);
  kernel_events_switch (events, BASE + 2000 * US, 1, TID, FALSE, 2);
  kernel_events_wake (events, BASE + 2900 * US, 0, TID);
  kernel_events_switch (events, BASE + 3000 * US, 0, 2, FALSE, TID);
  kernel_events_switch (events, BASE + 4100 * US, 0, TID, FALSE, 2);
  return events;
}

static IlvTruth *
compare (const Note *notes)
{
  g_autoptr (IlvTrace) trace = make_trace (notes, G_N_ELEMENTS (true_notes));
  g_autoptr (GArray) events = make_events ();
  IlvTruth *truth = ilv_truth_new ();

  ilv_truth_add_run (truth, trace, events);
  return truth;
}

static void
assert_share (const IlvTruthShare *share, guint n, guint n_good)
{
  g_assert_cmpuint (share->n, ==, n);
  g_assert_cmpuint (share->n_good, ==, n_good);
}

static void
test_true (void)
{
  g_autoptr (IlvTruth) truth = compare (true_notes);

  assert_share (&truth->preemptions, 2, 2);
  assert_share (&truth->long_preemptions, 1, 1);
  assert_share (&truth->claims, 2, 2);
  assert_share (&truth->sleeps, 1, 1);
  assert_share (&truth->long_sleeps, 1, 1);
  assert_share (&truth->waits, 1, 1);
  assert_share (&truth->slices, 4, 4);
  g_assert_cmpuint (truth->n_hidden, ==, 0);
  g_assert_cmpuint (truth->n_unseen, ==, 0);
  for (guint edge = 0; edge < ILV_N_TRUTH_EDGES; edge++)
    {
      g_assert_cmpuint (truth->errors[edge]->len, ==, edge <= ILV_TRUTH_GIVEN_BACK ? 2 : 1);
      g_assert_cmpint (ilv_truth_get_error_ns (truth, edge, 1), ==, 0);
    }
  g_assert_cmpint (truth->running_ns, ==, 1790 * US);
  g_assert_cmpint (truth->cpu_time_ns, ==, 1790 * US);
}

/* The second preemption is not noted. */
static void
test_missed (void)
{
  Note notes[G_N_ELEMENTS (true_notes)];
  g_autoptr (IlvTruth) truth = NULL;

  memcpy (notes, true_notes, sizeof notes);
  notes[2].until_us = notes[3].from_us = notes[3].until_us = notes[4].from_us;
  truth = compare (notes);
  assert_share (&truth->preemptions, 2, 1);
  assert_share (&truth->long_preemptions, 1, 1);
  assert_share (&truth->claims, 1, 1);
  g_assert_cmpint (truth->running_ns, ==, 1800 * US);
}

/* The first one is noted, but where there was none. */
static void
test_false (void)
{
  Note notes[G_N_ELEMENTS (true_notes)];
  g_autoptr (IlvTruth) truth = NULL;

  memcpy (notes, true_notes, sizeof notes);
  notes[0].until_us = notes[1].from_us = 1100;
  notes[1].until_us = notes[2].from_us = 1240;
  truth = compare (notes);
  assert_share (&truth->preemptions, 2, 1);
  assert_share (&truth->long_preemptions, 1, 0);
  assert_share (&truth->claims, 2, 1);
}

/* Edges that are 20 µs late and 30 µs early. */
static void
test_edges (void)
{
  Note notes[G_N_ELEMENTS (true_notes)];
  g_autoptr (IlvTruth) truth = NULL;

  memcpy (notes, true_notes, sizeof notes);
  notes[0].until_us = notes[1].from_us = 1320;
  notes[6].until_us = notes[7].from_us = 2970;
  notes[5].until_us = notes[6].from_us = 2899;
  truth = compare (notes);
  assert_share (&truth->preemptions, 2, 2);
  g_assert_cmpint (ilv_truth_get_error_ns (truth, ILV_TRUTH_TAKEN, 1), ==, 20 * US);
  g_assert_cmpint (ilv_truth_get_error_ns (truth, ILV_TRUTH_TAKEN, 0), ==, 0);
  g_assert_cmpint (ilv_truth_get_error_ns (truth, ILV_TRUTH_RESUMED, 1), ==, 30 * US);
  g_assert_cmpint (g_array_index (truth->errors[ILV_TRUTH_RESUMED], gint64, 0), ==, -30 * US);
  g_assert_cmpint (ilv_truth_get_error_ns (truth, ILV_TRUTH_WOKEN, 0.5), ==, 1 * US);
  g_assert_cmpint (ilv_truth_get_error_ns (truth, ILV_TRUTH_ASLEEP, 0.5), ==, 0);
}

static void
test_wrong_processor (void)
{
  Note notes[G_N_ELEMENTS (true_notes)];
  g_autoptr (IlvTruth) truth = NULL;

  memcpy (notes, true_notes, sizeof notes);
  notes[2].processor = 0;
  truth = compare (notes);
  assert_share (&truth->slices, 4, 3);
}

/* A wait that is noted as execution, and execution that is noted as a wait. */
static void
test_waits (void)
{
  Note notes[G_N_ELEMENTS (true_notes)];
  g_autoptr (IlvTruth) truth = NULL;

  memcpy (notes, true_notes, sizeof notes);
  notes[1].state = ILV_STATE_WAITING;
  notes[5] = (Note){ ILV_STATE_RUNNING, 2000, 3000, 1 };
  notes[6].from_us = 3000;
  truth = compare (notes);
  assert_share (&truth->sleeps, 1, 0);
  assert_share (&truth->long_sleeps, 1, 0);
  assert_share (&truth->waits, 1, 0);
  assert_share (&truth->preemptions, 1, 1);
  assert_share (&truth->long_preemptions, 0, 0);
  g_assert_cmpuint (truth->n_hidden, ==, 1);
}

/* A trace of nothing at all agrees with nothing. */
static void
test_empty (void)
{
  g_autoptr (IlvTruth) truth = ilv_truth_new ();
  g_autoptr (IlvTrace) trace = make_trace (NULL, 0);
  g_autoptr (GArray) events = make_events ();

  ilv_truth_add_run (truth, trace, events);
  assert_share (&truth->preemptions, 0, 0);
  assert_share (&truth->slices, 0, 0);
  g_assert_cmpint (ilv_truth_get_error_ns (truth, ILV_TRUTH_TAKEN, 0.5), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/truth/true", test_true);
  g_test_add_func ("/bench/truth/missed", test_missed);
  g_test_add_func ("/bench/truth/false", test_false);
  g_test_add_func ("/bench/truth/edges", test_edges);
  g_test_add_func ("/bench/truth/wrong-processor", test_wrong_processor);
  g_test_add_func ("/bench/truth/waits", test_waits);
  g_test_add_func ("/bench/truth/empty", test_empty);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cashier-story.h"
#include "trace-fixture.h"

#define WALK (10 * MS)

static TraceFixture
begin (const char *const *names)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 0);
  const char *steps[] = { "cpu 100ms", NULL };

  for (guint i = 0; names[i] != NULL; i++)
    ilv_trace_info_add_task (fixture.info, names[i], steps);

  return fixture;
}

static IlvCustomer *
get (IlvCashierStory *story, gint64 time_ns, gint64 walk_ns)
{
  IlvCustomer *customers = g_new0 (IlvCustomer, ilv_cashier_story_get_n_customers (story));

  ilv_cashier_story_get (story, time_ns, walk_ns, customers);

  return customers;
}

/* A1, A2, A3 and B1 at one cashier, 100 ms each, in the order A1, B1, A2, A3. */
static IlvCashierStory *
new_shop (void)
{
  static const char *const names[] = { "A1", "A2", "A3", "B1", NULL };
  static const guint order[] = { 0, 3, 1, 2 };
  TraceFixture fixture = begin (names);
  g_autoptr (IlvTrace) trace = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    trace_fixture_add (&fixture, order[i], ILV_STATE_RUNNING, 0, i * 100 * MS, (i + 1) * 100 * MS);
  trace = trace_fixture_end (&fixture);

  return ilv_cashier_story_new (trace);
}

static void
test_lines (void)
{
  static const char *const names[] = { "A1", "Line B 1", "A 2", "Line B 2", "A13", "7", NULL };
  static const guint lines[] = { 0, 1, 0, 1, 0, 2 };
  TraceFixture fixture = begin (names);
  g_autoptr (IlvTrace) trace = trace_fixture_end (&fixture);
  g_autoptr (IlvCashierStory) story = ilv_cashier_story_new (trace);

  g_assert_cmpuint (ilv_cashier_story_get_n_customers (story), ==, G_N_ELEMENTS (lines));
  g_assert_cmpuint (ilv_cashier_story_get_n_lines (story), ==, 3);
  g_assert_cmpuint (ilv_cashier_story_get_longest_line (story), ==, 3);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    g_assert_cmpuint (ilv_cashier_story_get_line (story, i), ==, lines[i]);
}

static void
test_many_lines_are_one (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 26);
  g_autoptr (IlvTrace) trace = trace_fixture_end (&fixture);
  g_autoptr (IlvCashierStory) story = ilv_cashier_story_new (trace);

  g_assert_cmpuint (ilv_cashier_story_get_n_lines (story), ==, 1);
  g_assert_cmpuint (ilv_cashier_story_get_longest_line (story), ==, 26);
}

static void
test_cashiers (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvCashierStory) story = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 5, 0, MS);
  ilv_trace_info_add_worker (fixture.info, "Worker 1", 0, 12);
  trace = trace_fixture_end (&fixture);
  story = ilv_cashier_story_new (trace);

  g_assert_cmpuint (ilv_cashier_story_get_n_cashiers (story), ==, 2);
  g_assert_cmpstr (ilv_cashier_story_get_cashier_name (story, 0), ==, "Core 5");
  g_assert_cmpstr (ilv_cashier_story_get_cashier_name (story, 1), ==, "Core 12");
  g_assert_cmpstr (ilv_cashier_story_get_cashier_number (story, 1), ==, "12");
}

static void
test_cashiers_are_workers (void)
{
  TraceFixture fixture = trace_fixture_begin ("python-threads", 2, 1);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvCashierStory) story = NULL;
  g_autofree IlvCustomer *customers = NULL;

  ilv_trace_info_add_worker (fixture.info, "Thread 1", 0, ILV_NO_PROCESSOR);
  ilv_trace_info_add_worker (fixture.info, "Thread 2", 0, ILV_NO_PROCESSOR);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, ILV_NO_PROCESSOR, 0, 10 * MS)->worker = 1;
  trace = trace_fixture_end (&fixture);
  story = ilv_cashier_story_new (trace);
  customers = get (story, 5 * MS, 0);

  g_assert_cmpuint (ilv_cashier_story_get_n_cashiers (story), ==, 2);
  g_assert_cmpstr (ilv_cashier_story_get_cashier_name (story, 1), ==, "Thread 2");
  g_assert_cmpint (customers[0].state, ==, ILV_STATE_RUNNING);
  g_assert_cmpuint (customers[0].cashier, ==, 1);
}

static void
test_a_thread_that_moves_is_one_cashier (void)
{
  TraceFixture fixture = trace_fixture_begin ("sequential", 1, 1);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvCashierStory) story = NULL;
  g_autofree IlvCustomer *customers = NULL;

  ilv_trace_info_add_worker (fixture.info, "Thread 1", 0, ILV_NO_PROCESSOR);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 10 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 1, 10 * MS, 20 * MS);
  trace = trace_fixture_end (&fixture);
  story = ilv_cashier_story_new (trace);
  customers = get (story, 15 * MS, 0);

  g_assert_cmpuint (ilv_cashier_story_get_n_cashiers (story), ==, 1);
  g_assert_cmpuint (customers[0].cashier, ==, 0);
}

static void
test_a_model_has_all (void)
{
  TraceFixture fixture = trace_fixture_begin ("model", 4, 1);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvCashierStory) story = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 2, 0, MS);
  trace = trace_fixture_end (&fixture);
  story = ilv_cashier_story_new (trace);

  g_assert_cmpuint (ilv_cashier_story_get_n_cashiers (story), ==, 4);
}

static void
assert_customer (const IlvCustomer *customer, IlvState state, double index, double away)
{
  g_assert_cmpint (customer->state, ==, state);
  g_assert_cmpfloat_with_epsilon (customer->away, away, 1e-9);
  if (away < 1)
    g_assert_cmpfloat_with_epsilon (customer->index, index, 1e-9);
}

static void
test_jumps (void)
{
  g_autoptr (IlvCashierStory) story = new_shop ();
  g_autofree IlvCustomer *first = get (story, 0, 0);
  g_autofree IlvCustomer *second = get (story, 100 * MS, 0);
  g_autofree IlvCustomer *end = get (story, 400 * MS, 0);

  assert_customer (&first[0], ILV_STATE_RUNNING, 0, 1);
  assert_customer (&first[1], ILV_STATE_READY, 0, 0);
  assert_customer (&first[2], ILV_STATE_READY, 1, 0);
  assert_customer (&first[3], ILV_STATE_READY, 0, 0);

  g_assert_cmpint (second[0].state, ==, ILV_STATE_ENDED);
  g_assert_cmpfloat (second[0].gone, ==, 1);
  assert_customer (&second[3], ILV_STATE_RUNNING, 0, 1);
  assert_customer (&second[1], ILV_STATE_READY, 0, 0);

  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpint (end[i].state, ==, ILV_STATE_ENDED);
      g_assert_cmpfloat (end[i].gone, ==, 1);
    }
}

/* A2 is served from 200 ms on: it sets off 10 ms before, and A3 moves up as it goes. */
static void
test_walks (void)
{
  g_autoptr (IlvCashierStory) story = new_shop ();
  g_autofree IlvCustomer *before = get (story, 190 * MS, WALK);
  g_autofree IlvCustomer *half = get (story, 195 * MS, WALK);
  g_autofree IlvCustomer *there = get (story, 200 * MS, WALK);
  g_autofree IlvCustomer *out = get (story, 305 * MS, WALK);
  g_autofree IlvCustomer *end = get (story, 400 * MS, WALK);

  assert_customer (&before[1], ILV_STATE_READY, 0, 0);
  assert_customer (&before[2], ILV_STATE_READY, 1, 0);
  assert_customer (&half[1], ILV_STATE_READY, 0, 0.5);
  assert_customer (&half[2], ILV_STATE_READY, 0.5, 0);
  assert_customer (&there[1], ILV_STATE_RUNNING, 0, 1);
  assert_customer (&there[2], ILV_STATE_READY, 0, 0);

  g_assert_cmpint (out[1].state, ==, ILV_STATE_ENDED);
  g_assert_cmpfloat_with_epsilon (out[1].gone, 0.5, 1e-9);

  /* Nobody is left behind at the end. */
  g_assert_cmpfloat (end[2].gone, ==, 1);
}

/* A1 and A2 take turns: who was served goes to the end of the line, and walks are as short as the
 * turns ask for. */
static void
test_turns (void)
{
  static const char *const names[] = { "A1", "A2", "A3", NULL };
  TraceFixture fixture = begin (names);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvCashierStory) story = NULL;
  g_autofree IlvCustomer *middle = NULL;
  g_autofree IlvCustomer *walking = NULL;

  trace_fixture_add_turns (&fixture, 0, 40 * MS, 4 * MS);
  trace = trace_fixture_end (&fixture);
  story = ilv_cashier_story_new (trace);

  middle = get (story, 14 * MS, 0);
  assert_customer (&middle[0], ILV_STATE_RUNNING, 0, 1);
  assert_customer (&middle[1], ILV_STATE_READY, 0, 0);
  assert_customer (&middle[2], ILV_STATE_READY, 1, 0);

  /* At 13 ms A3, which was served until 12, is half way back; A2 does not set off before 14. */
  walking = get (story, 13 * MS, WALK);
  assert_customer (&walking[0], ILV_STATE_RUNNING, 0, 1);
  assert_customer (&walking[1], ILV_STATE_READY, 0, 0);
  assert_customer (&walking[2], ILV_STATE_READY, 1, 0.5);
}

/* No one ever jumps while there is time to walk. */
static void
test_nobody_jumps (void)
{
  g_autoptr (IlvCashierStory) story = new_shop ();
  g_autofree IlvCustomer *last = get (story, 0, WALK);
  const gint64 step_ns = MS / 10;

  for (gint64 time_ns = step_ns; time_ns < 400 * MS; time_ns += step_ns)
    {
      IlvCustomer *now = get (story, time_ns, WALK);

      for (guint i = 0; i < 4; i++)
        {
          g_assert_cmpfloat_with_epsilon (now[i].gone, last[i].gone, 0.02);
          if (now[i].gone == 0)
            {
              g_assert_cmpfloat_with_epsilon (now[i].away, last[i].away, 0.02);
              if (now[i].away < 1)
                g_assert_cmpfloat_with_epsilon (now[i].index, last[i].index, 0.02);
            }
        }
      g_free (last);
      last = now;
    }
}

static void
test_waiting (void)
{
  static const char *const names[] = { "A1", NULL };
  TraceFixture fixture = begin (names);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvCashierStory) story = NULL;
  g_autofree IlvCustomer *waiting = NULL;
  g_autofree IlvCustomer *blocked = NULL;
  g_autofree IlvCustomer *ready = NULL;

  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 10 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_WAITING, -1, 10 * MS, 20 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_READY, -1, 20 * MS, 30 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_BLOCKED, -1, 30 * MS, 40 * MS);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 40 * MS, 50 * MS);
  trace = trace_fixture_end (&fixture);
  story = ilv_cashier_story_new (trace);
  waiting = get (story, 15 * MS, 0);
  ready = get (story, 25 * MS, 0);
  blocked = get (story, 35 * MS, 0);

  assert_customer (waiting, ILV_STATE_WAITING, 0, 0);
  assert_customer (ready, ILV_STATE_READY, 0, 0);
  assert_customer (blocked, ILV_STATE_BLOCKED, 0, 0);
}

/* Of a live run, what is open goes on. */
static void
test_live (void)
{
  static const char *const names[] = { "A1", "A2", "A3", NULL };
  TraceFixture fixture = begin (names);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (IlvCashierStory) story = NULL;
  g_autofree IlvCustomer *now = NULL;

  fixture.info->outcome = ILV_TRACE_OUTCOME_RUNNING;
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 10 * MS)->open = TRUE;
  trace_fixture_add (&fixture, 1, ILV_STATE_WAITING, -1, 0, 10 * MS)->open = TRUE;
  trace = trace_fixture_end (&fixture);
  story = ilv_cashier_story_new (trace);
  now = get (story, 10 * MS, WALK);

  assert_customer (&now[0], ILV_STATE_RUNNING, 0, 1);
  assert_customer (&now[1], ILV_STATE_WAITING, 0, 0);
  assert_customer (&now[2], ILV_STATE_READY, 1, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/scene/cashier-story/lines", test_lines);
  g_test_add_func ("/scene/cashier-story/many-lines-are-one", test_many_lines_are_one);
  g_test_add_func ("/scene/cashier-story/cashiers", test_cashiers);
  g_test_add_func ("/scene/cashier-story/cashiers-are-workers", test_cashiers_are_workers);
  g_test_add_func ("/scene/cashier-story/a-thread-that-moves-is-one-cashier",
                   test_a_thread_that_moves_is_one_cashier);
  g_test_add_func ("/scene/cashier-story/a-model-has-all", test_a_model_has_all);
  g_test_add_func ("/scene/cashier-story/jumps", test_jumps);
  g_test_add_func ("/scene/cashier-story/walks", test_walks);
  g_test_add_func ("/scene/cashier-story/turns", test_turns);
  g_test_add_func ("/scene/cashier-story/nobody-jumps", test_nobody_jumps);
  g_test_add_func ("/scene/cashier-story/waiting", test_waiting);
  g_test_add_func ("/scene/cashier-story/live", test_live);

  return g_test_run ();
}

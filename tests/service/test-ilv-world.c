/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "service-fixture.h"

#include <sys/resource.h>

static void
test_steps (void)
{
  g_autoptr (IlvWorld) world = make_world (0);

  assert_performs (world, ILV_STEP_GET, "/api/v2/pokemon/25", "pikachu");
  assert_performs (world, ILV_STEP_GET, "/api/v2/pokemon/pecharunt", "pecharunt");
  assert_performs (world, ILV_STEP_GET, "/login?user=ada", "ada");
  assert_performs (world, ILV_STEP_GET, "/slow/1", "{\"slept_ms\":1}");
  assert_performs (world, ILV_STEP_READ, "notes.txt", "64 KiB");
  assert_performs (world, ILV_STEP_WRITE, "copy.raw 8 MiB", "8 MiB");
  assert_performs (world, ILV_STEP_READ, "copy.raw", "8 MiB");
  assert_performs (world, ILV_STEP_QUERY, "SELECT product FROM ada_orders", "tea; notebook; compass");
  ilv_person_set_standing_answer (ilv_world_get_person (world), "3");
  assert_performs (world, ILV_STEP_ASK, "traffic-lights", "3");
}

static void
test_closed (void)
{
  g_autoptr (IlvWorld) world = make_world (0);
  g_autofree char *folder = ilv_world_dup_folder (world);

  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  ilv_world_close (world);
  WAIT_FOR (!g_file_test (folder, G_FILE_TEST_EXISTS));
  g_assert_null (ilv_world_dup_folder (world));
  g_assert_null (ilv_world_dup_web_address (world));
  g_assert_null (ilv_world_dup_database (world));
  assert_fails_in_world (world, ILV_STEP_GET, "/login?user=ada", ILV_WORLD_ERROR_CLOSED, "*again*");
  open_world (world);
  assert_performs (world, ILV_STEP_GET, "/login?user=ada", "ada");
}

static void
test_dispose (void)
{
  IlvWorld *world = make_world (0);
  g_autofree char *folder = ilv_world_dup_folder (world);

  open_world (world);
  g_assert_true (g_file_test (folder, G_FILE_TEST_IS_DIR));
  g_assert_finalize_object (world);
  WAIT_FOR (!g_file_test (folder, G_FILE_TEST_EXISTS));
}

/* Two may open it at once, and one may give up. */
static void
test_open_twice (void)
{
  g_autoptr (IlvWorld) world = ilv_world_new ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Outcome outcomes[3] = { 0 };

  for (guint i = 0; i < 3; i++)
    ilv_world_open_async (world, i == 1 ? cancellable : NULL, on_opened, &outcomes[i]);
  g_cancellable_cancel (cancellable);
  WAIT_FOR (outcomes[0].is_done && outcomes[1].is_done && outcomes[2].is_done);
  g_assert_no_error (outcomes[0].error);
  g_assert_error (outcomes[1].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_no_error (outcomes[2].error);
  outcome_clear (&outcomes[1]);
}

static void
test_settings (void)
{
  g_autoptr (IlvWorld) world = make_world (0);
  IlvServerSettings settings = { .failure_rate = 1 };
  IlvServerSettings found;

  ilv_world_set_server_settings (world, &settings);
  ilv_world_get_server_settings (world, &found);
  g_assert_cmpfloat (found.failure_rate, ==, 1);
  assert_fails_in_world (world, ILV_STEP_GET, "/login?user=ada", ILV_WORLD_ERROR_ANSWER,
                         "*500*try again*");
  settings = (IlvServerSettings) { .rate_limit = 1 };
  ilv_world_set_server_settings (world, &settings);
  WAIT_FOR (({
    g_autoptr (GError) error = NULL;
    g_autofree char *text = perform (world, ILV_STEP_GET, "/login?user=ada", &error);

    error != NULL && g_pattern_match_simple ("*429*after 1 s*", error->message);
  }));
}

static void
test_wrong_paths (void)
{
  g_autoptr (IlvWorld) world = make_world (0);

  assert_fails_in_world (world, ILV_STEP_GET, "/nowhere", ILV_WORLD_ERROR_ANSWER,
                         "*“/nowhere”*404*check the path*");
  assert_fails_in_world (world, ILV_STEP_GET, "@example.org/", ILV_WORLD_ERROR_ANSWER, "*no path*");
  assert_fails_in_world (world, ILV_STEP_GET, "", ILV_WORLD_ERROR_ANSWER, "*no path*");
  assert_fails_in_world (world, ILV_STEP_GET, "/%", ILV_WORLD_ERROR_ANSWER, "*");
}

/* Each fault of the server is told apart, and none of them hangs. */
static void
test_server_faults (void)
{
  g_autoptr (IlvWorld) world = ilv_world_new ();
  g_autoptr (IlvWebServer) server = NULL;
  IlvServerSettings settings = { 0 };

  ilv_world_set_server_settings (world, &settings);
  ilv_world_set_answer_limit (world, 500 * G_GINT64_CONSTANT (1000000));
  open_world (world);
  server = ilv_world_ref_server (world);
  ilv_web_server_set_fault (server, ILV_WEB_FAULT_WRONG_JSON);
  assert_fails_in_world (world, ILV_STEP_GET, "/api/v2/pokemon/1", ILV_WORLD_ERROR_ANSWER,
                         "*/pokemon/1*cannot be understood*Try again*");
  ilv_web_server_set_fault (server, ILV_WEB_FAULT_CUT);
  assert_fails_in_world (world, ILV_STEP_GET, "/api/v2/pokemon/1", ILV_WORLD_ERROR_OFFLINE,
                         "*broke off*");
  ilv_web_server_set_fault (server, ILV_WEB_FAULT_SLOW_BODY);
  assert_fails_in_world (world, ILV_STEP_GET, "/api/v2/pokemon/1", ILV_WORLD_ERROR_TIMED_OUT,
                         "*in time*");
  ilv_web_server_stop (server);
  assert_fails_in_world (world, ILV_STEP_GET, "/api/v2/pokemon/1", ILV_WORLD_ERROR_OFFLINE,
                         "*cannot be reached*");
}

typedef struct
{
  IlvWorld *world;
  IlvStep step;
  GCancellable *cancellable;
  Outcome outcome;
} Performance;

static gpointer
perform_in_thread (gpointer data)
{
  Performance *self = data;

  self->outcome.text
    = ilv_world_perform (self->world, &self->step, self->cancellable, &self->outcome.error);
  self->outcome.done_us = g_get_monotonic_time ();
  return NULL;
}

/* The server dies while a thread and a task wait for it. */
static void
test_server_killed (void)
{
  g_autoptr (IlvWorld) world = make_world (2000);
  g_autoptr (IlvWebServer) server = ilv_world_ref_server (world);
  Performance blocking = { world, { .kind = ILV_STEP_GET, .argument = (char *) "/slow/2000" }, NULL,
                           { 0 } };
  Outcome outcome = { 0 };
  GThread *thread = g_thread_new ("perform", perform_in_thread, &blocking);

  ilv_world_perform_async (world, &blocking.step, NULL, on_performed, &outcome);
  WAIT_FOR (ilv_web_server_get_max_in_flight (server) == 2);
  ilv_web_server_stop (server);
  g_thread_join (thread);
  WAIT_FOR (outcome.is_done);
  g_assert_error (blocking.outcome.error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_OFFLINE);
  g_assert_error (outcome.error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_OFFLINE);
  outcome_clear (&blocking.outcome);
  outcome_clear (&outcome);
}

/* How it is known that a step has come so far that cancelling finds it at work. */
typedef enum
{
  STAGE_NOT_BEGUN,
  STAGE_AT_ONCE,
  STAGE_AT_SERVER,
  STAGE_BODY,
  STAGE_ASKED,
} Stage;

typedef struct
{
  const char *name;
  Stage stage;
  IlvStepKind kind;
  const char *argument;
} CancelCase;

/* None of them would end within a minute, or (the server's) within four seconds. */
#define ENDLESS \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count (*) FROM n"

static const CancelCase cancel_cases[] = {
  { "get/not-begun", STAGE_NOT_BEGUN, ILV_STEP_GET, "/slow/2000" },
  { "get/at-once", STAGE_AT_ONCE, ILV_STEP_GET, "/slow/2000" },
  { "get/at-server", STAGE_AT_SERVER, ILV_STEP_GET, "/slow/2000" },
  { "get/body", STAGE_BODY, ILV_STEP_GET, "/slow/2000" },
  { "read/not-begun", STAGE_NOT_BEGUN, ILV_STEP_READ, "photo.raw" },
  { "write/not-begun", STAGE_NOT_BEGUN, ILV_STEP_WRITE, "a.raw 64 MiB" },
  { "write/at-once", STAGE_AT_ONCE, ILV_STEP_WRITE, "a.raw 64 MiB" },
  { "query/not-begun", STAGE_NOT_BEGUN, ILV_STEP_QUERY, ENDLESS },
  { "query/at-once", STAGE_AT_ONCE, ILV_STEP_QUERY, ENDLESS },
  { "ask/not-begun", STAGE_NOT_BEGUN, ILV_STEP_ASK, "lights" },
  { "ask/asked", STAGE_ASKED, ILV_STEP_ASK, "lights" },
};

static gboolean
is_at_stage (Stage stage, IlvWorld *world, IlvWebServer *server)
{
  g_autofree char *question = ilv_person_dup_question (ilv_world_get_person (world));

  switch (stage)
    {
    case STAGE_AT_SERVER:
      return ilv_web_server_get_max_in_flight (server) == 1;
    case STAGE_BODY:
      return ilv_web_server_get_n_broken (server) == 1;
    case STAGE_ASKED:
      return question != NULL;
    default:
      return TRUE;
    }
}

/* Time enough for a busy machine, and less than any step would need. */
#define CANCEL_LIMIT_US (2 * G_USEC_PER_SEC)

static void
assert_cancelled (Outcome *outcome, gint64 begin_us)
{
  g_assert_null (outcome->text);
  g_assert_error (outcome->error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (outcome->done_us - begin_us, <, CANCEL_LIMIT_US);
  outcome_clear (outcome);
}

static Performance
begin_case (const CancelCase *the_case)
{
  return (Performance) {
    .world = make_world (2000),
    .step = { .kind = the_case->kind, .argument = (char *) the_case->argument },
    .cancellable = g_cancellable_new (),
  };
}

static void
test_cancel_thread (gconstpointer data)
{
  const CancelCase *the_case = data;
  Performance performance = begin_case (the_case);
  g_autoptr (IlvWorld) world = performance.world;
  g_autoptr (GCancellable) cancellable = performance.cancellable;
  g_autoptr (IlvWebServer) server = ilv_world_ref_server (world);
  GThread *thread;
  gint64 begin_us;

  if (the_case->stage == STAGE_BODY)
    ilv_web_server_set_fault (server, ILV_WEB_FAULT_SLOW_BODY);
  if (the_case->stage == STAGE_NOT_BEGUN)
    g_cancellable_cancel (cancellable);
  thread = g_thread_new ("perform", perform_in_thread, &performance);
  WAIT_FOR (is_at_stage (the_case->stage, world, server));
  begin_us = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  assert_cancelled (&performance.outcome, begin_us);
}

static void
test_cancel_task (gconstpointer data)
{
  const CancelCase *the_case = data;
  Performance performance = begin_case (the_case);
  g_autoptr (IlvWorld) world = performance.world;
  g_autoptr (GCancellable) cancellable = performance.cancellable;
  g_autoptr (IlvWebServer) server = ilv_world_ref_server (world);
  gint64 begin_us;

  if (the_case->stage == STAGE_BODY)
    ilv_web_server_set_fault (server, ILV_WEB_FAULT_SLOW_BODY);
  if (the_case->stage == STAGE_NOT_BEGUN)
    g_cancellable_cancel (cancellable);
  ilv_world_perform_async (world, &performance.step, cancellable, on_performed,
                           &performance.outcome);
  WAIT_FOR (is_at_stage (the_case->stage, world, server));
  begin_us = g_get_monotonic_time ();
  g_cancellable_cancel (cancellable);
  WAIT_FOR (performance.outcome.is_done);
  assert_cancelled (&performance.outcome, begin_us);
}

/* The loop goes on while files are written: it turns often before the answer comes. */
static void
test_loop_goes_on (void)
{
  g_autoptr (IlvWorld) world = make_world (0);
  IlvStep step = { .kind = ILV_STEP_ASK, .argument = (char *) "lights" };
  IlvStep writing = { .kind = ILV_STEP_WRITE, .argument = (char *) "a.raw 16 MiB" };
  Outcome asked = { 0 };
  Outcome written = { 0 };

  ilv_world_perform_async (world, &writing, NULL, on_performed, &written);
  ilv_world_perform_async (world, &step, NULL, on_performed, &asked);
  ilv_person_answer (ilv_world_get_person (world), "3");
  WAIT_FOR (asked.is_done);
  WAIT_FOR (written.is_done);
  g_assert_cmpstr (asked.text, ==, "3");
  g_assert_cmpstr (written.text, ==, "16 MiB");
  g_assert_cmpint (asked.done_us, <, written.done_us);
  outcome_clear (&asked);
  outcome_clear (&written);
}

#define N_AT_ONCE 520

/* So many at once need more sockets than a process may usually have, since both their ends are here.
 * All are on the way at the same moment; cancelling ends them all. */
static void
test_many_at_once (void)
{
  g_autoptr (IlvWorld) world = ilv_world_new ();
  g_autoptr (IlvWebServer) server = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  IlvServerSettings settings = { .latency_ns = 3600 * G_GINT64_CONSTANT (1000000000) };
  IlvStep step = { .kind = ILV_STEP_GET, .argument = (char *) "/api/v2/pokemon/25" };
  Outcome outcomes[N_AT_ONCE] = { 0 };
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  limit.rlim_cur = MIN (1024, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_NOFILE, &limit), ==, 0);
  ilv_world_set_server_settings (world, &settings);
  ilv_world_set_answer_limit (world, settings.latency_ns);
  open_world (world);
  server = ilv_world_ref_server (world);
  for (guint i = 0; i < N_AT_ONCE; i++)
    ilv_world_perform_async (world, &step, cancellable, on_performed, &outcomes[i]);
  WAIT_FOR (ilv_web_server_get_max_in_flight (server) == N_AT_ONCE);
  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < N_AT_ONCE; i++)
    {
      WAIT_FOR (outcomes[i].is_done);
      g_assert_error (outcomes[i].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      outcome_clear (&outcomes[i]);
    }
}

/* The world is closed while steps are at work: each of them ends. */
static void
test_close_at_work (void)
{
  static const CancelCase steps[] = {
    { "get", 0, ILV_STEP_GET, "/slow/2000" },
    { "write", 0, ILV_STEP_WRITE, "a.raw 64 MiB" },
    { "read", 0, ILV_STEP_READ, "photo.raw" },
    { "query", 0, ILV_STEP_QUERY, "SELECT count (*) FROM orders" },
  };
  g_autoptr (IlvWorld) world = make_world (2000);
  g_autofree char *folder = ilv_world_dup_folder (world);
  Outcome outcomes[G_N_ELEMENTS (steps)] = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      IlvStep step = { .kind = steps[i].kind, .argument = (char *) steps[i].argument };

      ilv_world_perform_async (world, &step, NULL, on_performed, &outcomes[i]);
    }
  ilv_world_close (world);
  WAIT_FOR (!g_file_test (folder, G_FILE_TEST_EXISTS));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      WAIT_FOR (outcomes[i].is_done);
      outcome_clear (&outcomes[i]);
    }
}

static void
add_cancel_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cancel_cases); i++)
    {
      const char *name = cancel_cases[i].name;
      g_autofree char *thread = g_strdup_printf ("/service/world/cancel-thread/%s", name);
      g_autofree char *task = g_strdup_printf ("/service/world/cancel-task/%s", name);

      g_test_add_data_func (thread, &cancel_cases[i], test_cancel_thread);
      g_test_add_data_func (task, &cancel_cases[i], test_cancel_task);
    }
}

int
main (int argc, char **argv)
{
  g_autofree char *cache = init_test (&argc, &argv);
  int status;

  g_test_add_func ("/service/world/steps", test_steps);
  g_test_add_func ("/service/world/closed", test_closed);
  g_test_add_func ("/service/world/dispose", test_dispose);
  g_test_add_func ("/service/world/open-twice", test_open_twice);
  g_test_add_func ("/service/world/settings", test_settings);
  g_test_add_func ("/service/world/wrong-paths", test_wrong_paths);
  g_test_add_func ("/service/world/server-faults", test_server_faults);
  g_test_add_func ("/service/world/server-killed", test_server_killed);
  g_test_add_func ("/service/world/loop-goes-on", test_loop_goes_on);
  g_test_add_func ("/service/world/many-at-once", test_many_at_once);
  g_test_add_func ("/service/world/close-at-work", test_close_at_work);
  add_cancel_cases ();
  status = g_test_run ();
  remove_all (cache);
  return status;
}

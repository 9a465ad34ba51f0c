/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "ilv-python-log.h"

#define CODE "first\n  second\nthird\n"

typedef struct
{
  IlvRecorder *recorder;
  IlvPythonLog *log;
  char *question;
  gint64 base_ns;
} Fixture;

static void
on_ask (gint64 number, const char *question, gpointer data)
{
  Fixture *fixture = data;

  g_assert_cmpint (number, ==, 7);
  fixture->question = g_strdup (question);
}

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  fixture->base_ns = ilv_clock_now_ns () - 1000000000;
  fixture->recorder = ilv_recorder_new ();
  ilv_recorder_begin (fixture->recorder, ilv_trace_info_new ("python-threads", 2));
  ilv_recorder_set_clock_base (fixture->recorder, fixture->base_ns);
  fixture->log = ilv_python_log_new (fixture->recorder, CODE, on_ask, fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_python_log_free (fixture->log);
  g_object_unref (fixture->recorder);
  g_free (fixture->question);
}

/* In pieces of @size bytes. */
static void
add (Fixture *fixture, const char *text, gsize size)
{
  gsize length = strlen (text);

  for (gsize i = 0; i < length; i += size)
    ilv_python_log_add (fixture->log, text + i, MIN (size, length - i));
}

/* "%" stands for the base, so "%000005" is 5 ns later. */
static char *
make (Fixture *fixture, const char *text)
{
  g_autofree char *base
    = g_strdup_printf ("%" G_GINT64_FORMAT, fixture->base_ns / 1000000000 * 1000000000);
  GString *made = g_string_new (text);

  fixture->base_ns = g_ascii_strtoll (base, NULL, 10);
  ilv_recorder_set_clock_base (fixture->recorder, fixture->base_ns);
  g_string_replace (made, "%000000000", base, 0);
  base[strlen (base) - 9] = '\0';
  g_string_replace (made, "%", base, 0);
  return g_string_free (made, FALSE);
}

static IlvTrace *
finish (Fixture *fixture)
{
  ilv_python_log_end (fixture->log);
  ilv_recorder_end (fixture->recorder, ILV_TRACE_OUTCOME_FINISHED, NULL,
                    ilv_python_log_get_last_ns (fixture->log));
  return ilv_recorder_snapshot (fixture->recorder);
}

static void
test_states (Fixture *fixture, gconstpointer data)
{
  g_autofree char *text = make (
    fixture,
    "{\"start\": %000000000, \"pid\": 1, \"lock\": true}\n"
    "{\"task\": \"1.1\", \"name\": \"Ä\"}\n"
    "{\"task\": \"1.2\", \"name\": \"B\", \"parent\": \"1.1\", \"at\": %000000001}\n"
    "{\"at\": %000000010, \"task\": \"1.1\", \"state\": \"running\", \"line\": 2, \"worker\": 42,"
    " \"processor\": 1}\n"
    "{\"at\": %000000030, \"task\": \"1.1\", \"state\": \"blocked\", \"line\": 3, \"worker\": 42,"
    " \"processor\": 1, \"peer\": \"1.2\"}\n"
    "{\"at\": %000000025, \"task\": \"1.2\", \"state\": \"ready\", \"line\": 0}\n"
    "{\"at\": %000000040, \"task\": \"1.1\", \"state\": \"ended\", \"line\": 3}\n"
    "{\"at\": %000000041, \"task\": \"1.1\", \"result\": \"brought\", \"line\": 2}\n"
    "{\"at\": %000000039, \"task\": \"1.2\", \"failure\": \"why\", \"line\": 99}\n"
    "{\"counter\": 3, \"expected\": 4}\n"
    "{\"cpu\": 5, \"voluntary\": 6, \"involuntary\": 7}\n"
    "{\"ask\": 7, \"question\": \"which?\"}\n"
    "{\"quanta\": 1234}\n"
    "{\"at\": %000000050, \"task\": \"1.2\", \"state\": \"ended\", \"line\": 1}\n"
    "{\"end\": 0}\n");
  g_autoptr (IlvTrace) trace = NULL;
  const IlvTraceInfo *info;
  const IlvSpan *spans;
  const IlvFlow *flows;
  const IlvResult *result;
  gsize n;

  add (fixture, text, GPOINTER_TO_UINT (data));
  trace = finish (fixture);
  info = ilv_trace_get_info (trace);
  spans = ilv_trace_get_spans (trace, &n);
  g_assert_cmpuint (info->notes->len, ==, 0);
  g_assert_cmpuint (n, ==, 3);

  g_assert_cmpint (spans[0].start_ns, ==, 10);
  g_assert_cmpint (spans[0].end_ns, ==, 30);
  g_assert_cmpint (spans[0].state, ==, ILV_STATE_RUNNING);
  g_assert_cmpint (spans[0].processor, ==, 1);
  g_assert_cmpuint (spans[0].step, ==, 1);
  g_assert_cmpuint (spans[0].worker, ==, 0);
  g_assert_cmpint (spans[1].start_ns, ==, 25);
  g_assert_cmpint (spans[1].end_ns, ==, 50);
  g_assert_cmpuint (spans[1].worker, ==, ILV_NO_WORKER);
  g_assert_cmpuint (spans[1].step, ==, ILV_NO_STEP);
  g_assert_cmpint (spans[2].state, ==, ILV_STATE_BLOCKED);
  g_assert_cmpint (spans[2].processor, ==, ILV_NO_PROCESSOR);
  g_assert_cmpuint (spans[2].peer, ==, 1);
  g_assert_cmpint (spans[2].end_ns, ==, 40);

  flows = ilv_trace_get_flows (trace, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (flows[0].kind, ==, ILV_FLOW_SPAWNED);
  g_assert_cmpuint (flows[0].to_task, ==, 1);

  g_assert_cmpstr (ilv_trace_info_get_task (info, 0)->name, ==, "Ä");
  g_assert_cmpstr (ilv_trace_info_get_step (info, 0, 1), ==, "second");
  g_assert_cmpint (ilv_trace_info_get_worker (info, 0)->os_tid, ==, 42);
  g_assert_cmpuint (info->results->len, ==, 2);
  result = g_ptr_array_index (info->results, 0);
  g_assert_cmpint (result->kind, ==, ILV_RESULT_FAILURE);
  g_assert_cmpuint (result->step, ==, ILV_NO_STEP);
  result = g_ptr_array_index (info->results, 1);
  g_assert_cmpint (result->time_ns, ==, 41);
  g_assert_cmpint (info->counter_expected, ==, 4);
  g_assert_cmpint (info->counter_found, ==, 3);
  g_assert_cmpint (info->cpu_time_ns, ==, 5);
  g_assert_cmpint (info->voluntary_switches, ==, 6);
  g_assert_cmpstr (fixture->question, ==, "which?");
  g_assert_cmpint (ilv_python_log_get_quanta (fixture->log), ==, 1234);
  g_assert_true (ilv_python_log_has_started (fixture->log));
  g_assert_true (ilv_python_log_has_ended (fixture->log));
}

static void
test_garbage (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autofree char *longest = g_strnfill (3 * ILV_PYTHON_MAX_LINE, 'x');
  g_autoptr (IlvTrace) trace = NULL;
  const IlvTraceInfo *info;
  gsize n;
  static const char *const lines[] = {
    "rubbish",
    "[1, 2]",
    "{",
    "{}",
    "{\"other\": 1}",
    "{\"state\": \"running\", \"task\": \"nobody\"}",
    "{\"state\": {}, \"task\": []}",
    "\xff\xfe",
  };
  static const char *const harmless[] = {
    "{\"name\": 1, \"task\": 2}",
    "{\"worker\": \"x\"}",
    "{\"worker\": -1}",
    "{\"flow\": \"awaited\", \"task\": \"a\", \"from\": \"b\"}",
    "{\"beat\": -5}",
    "{\"counter\": \"x\"}",
    "{\"error\": 5}",
    "{\"note\": 5}",
    "{\"result\": 5}",
    "{\"quanta\": -5}",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      add (fixture, lines[i], 1000);
      add (fixture, "\n", 1);
    }
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      add (fixture, harmless[i], 1000);
      add (fixture, "\n", 1);
    }
  add (fixture, longest, 1000);
  add (fixture, "\n{\"task\": \"1\", \"name\": \"A\"}\n{\"end\"", 1000);
  trace = finish (fixture);
  info = ilv_trace_get_info (trace);
  ilv_trace_get_spans (trace, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (info->tasks->len, ==, 1);
  g_assert_cmpuint (info->notes->len, ==, 1);
  /* Those above, the long one, and the one whose end is missing. */
  g_assert_nonnull (strstr (g_ptr_array_index (info->notes, 0), "10 lines"));
  g_assert_nonnull (strstr (g_ptr_array_index (info->notes, 0), "rubbish"));
  g_assert_false (ilv_python_log_has_ended (fixture->log));
}

static void
test_crowd (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (IlvTrace) trace = NULL;

  for (guint i = 0; i < ILV_PYTHON_MAX_TASKS + 5; i++)
    {
      g_autofree char *line = g_strdup_printf ("{\"task\": \"%u\", \"name\": \"T\"}\n"
                                               "{\"task\": \"%u\", \"state\": \"ready\"}\n",
                                               i, i);

      add (fixture, line, 1000);
    }
  trace = finish (fixture);
  g_assert_cmpuint (ilv_trace_get_info (trace)->tasks->len, ==, ILV_PYTHON_MAX_TASKS);
  g_assert_cmpuint (ilv_trace_get_info (trace)->notes->len, ==, 1);
}

/* No more is kept than may be, by number and by size. */
static void
test_flood (Fixture *fixture, gconstpointer data)
{
  const char *line = data;
  gsize length = strlen (line);
  gsize n = 0;

  while (ilv_python_log_add (fixture->log, line, length))
    g_assert_cmpuint (++n, <=, MIN (ILV_PYTHON_MAX_RECORDS, ILV_PYTHON_MAX_BYTES / length));
  g_assert_cmpuint (n, ==, MIN (ILV_PYTHON_MAX_RECORDS, ILV_PYTHON_MAX_BYTES / length));
  g_assert_false (ilv_python_log_add (fixture->log, line, length));
}

static void
test_error (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint line;

  g_assert_null (ilv_python_log_get_error (fixture->log, &line));
  add (fixture, "{\"error\": \"ValueError: x\", \"line\": 3}\n{\"error\": \"later\", \"line\": 1}\n", 9);
  g_assert_cmpstr (ilv_python_log_get_error (fixture->log, &line), ==, "ValueError: x");
  g_assert_cmpuint (line, ==, 3);
}

/* Nothing runs: a question, a task that runs and a wait for the world each forbid to say so. */
static void
test_still (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  gint64 future_ns = ilv_clock_now_ns () + 1000000000000;
  g_autofree char *stall = NULL;

  add (fixture,
       "{\"start\": 1}\n"
       "{\"task\": \"1\", \"name\": \"A\"}\n{\"task\": \"2\", \"name\": \"B\"}\n"
       "{\"task\": \"3\", \"name\": \"C\"}\n{\"task\": \"4\", \"name\": \"D\"}\n"
       "{\"task\": \"1\", \"state\": \"running\", \"line\": 1, \"worker\": 5}\n",
       G_MAXINT);
  g_assert_null (ilv_python_log_describe_stillness (fixture->log, future_ns));
  add (fixture,
       "{\"task\": \"1\", \"state\": \"waiting\", \"line\": 1}\n"
       "{\"task\": \"2\", \"state\": \"blocked\", \"line\": 2, \"peer\": \"3\"}\n"
       "{\"task\": \"3\", \"state\": \"blocked\", \"line\": 3, \"peer\": \"2\"}\n"
       "{\"task\": \"4\", \"state\": \"waiting\", \"line\": 3, \"peer\": \"1\"}\n"
       "{\"stall\": \"3\"}\n{\"ask\": 7, \"question\": \"which?\"}\n",
       G_MAXINT);
  g_assert_null (ilv_python_log_describe_stillness (fixture->log, future_ns));
  ilv_python_log_answered (fixture->log);
  g_assert_null (ilv_python_log_describe_stillness (fixture->log, 0));
  stall = ilv_python_log_describe_stillness (fixture->log, future_ns);
  g_assert_cmpstr (stall, ==,
                   "B waits at line 2 for a lock that C holds. C waits at line 3 for a lock that B "
                   "holds. A waits at line 1. D waits for A.");

  /* A waits for the world, and what comes from there may let it go on. */
  g_usleep (500000);
  g_assert_null (ilv_python_log_describe_stall (fixture->log));
  add (fixture, "{\"task\": \"1\", \"state\": \"ended\", \"line\": 1}\n", G_MAXINT);
  g_usleep (500000);
  g_clear_pointer (&stall, g_free);
  stall = ilv_python_log_describe_stall (fixture->log);
  g_assert_nonnull (strstr (stall, "B waits at line 2 for a lock that C holds."));
}

int
main (int argc, char *argv[])
{
  g_autofree char *longest = NULL;

  g_test_init (&argc, &argv, NULL);

  g_test_add ("/runner/python-log/states/whole", Fixture, GUINT_TO_POINTER (100000), set_up,
              test_states, tear_down);
  g_test_add ("/runner/python-log/states/bytes", Fixture, GUINT_TO_POINTER (1), set_up, test_states,
              tear_down);
  g_test_add ("/runner/python-log/still", Fixture, NULL, set_up, test_still, tear_down);
  g_test_add ("/runner/python-log/garbage", Fixture, NULL, set_up, test_garbage, tear_down);
  g_test_add ("/runner/python-log/crowd", Fixture, NULL, set_up, test_crowd, tear_down);
  g_test_add ("/runner/python-log/error", Fixture, NULL, set_up, test_error, tear_down);

  longest = g_strnfill (ILV_PYTHON_MAX_LINE, 'x');
  g_test_add ("/runner/python-log/flood/bytes", Fixture, longest, set_up, test_flood, tear_down);
  if (g_test_slow ())
    g_test_add ("/runner/python-log/flood/records", Fixture, "{\"beat\": 1}\n", set_up, test_flood,
                tear_down);

  return g_test_run ();
}

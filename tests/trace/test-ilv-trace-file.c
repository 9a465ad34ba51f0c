/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-file.h"

#include <json-glib/json-glib.h>
#include <locale.h>
#include <math.h>
#include <string.h>

#include "ilv-figures.h"
#include "trace-fixture.h"

static const char *const odd_texts[] = {
  "A", "say \"hello\"", "two\nlines", "Ünïcødé → 日本", "a,b;c", "back\\slash \t tab", " spaces ",
  "\x01\x7f controls", "<tag> & 'entity'", "",
};

static const char *
pick_text (void)
{
  return odd_texts[g_test_rand_int_range (0, G_N_ELEMENTS (odd_texts))];
}

static void
add_random_spans (TraceFixture *fixture, guint task)
{
  gint64 time_ns = g_test_rand_int_range (0, 5000);

  for (int n = g_test_rand_int_range (0, 30); n > 0; n--)
    {
      gint64 length_ns = g_test_rand_int_range (0, 4000000);
      IlvSpan *span = trace_fixture_add (fixture, task, g_test_rand_int_range (0, 4),
                                         g_test_rand_int_range (-1, 3), time_ns,
                                         time_ns + length_ns);

      span->worker = g_test_rand_bit () ? (guint32) g_test_rand_int_range (0, 3) : ILV_NO_WORKER;
      span->step = g_test_rand_bit () ? g_test_rand_int_range (0, 2) : ILV_NO_STEP;
      span->peer = g_test_rand_bit () ? g_test_rand_int_range (0, 4) : ILV_NO_PEER;
      time_ns += length_ns;
    }
}

static IlvTrace *
make_random_trace (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 3, 0);

  for (guint i = 0; i < 4; i++)
    {
      const char *steps[] = { pick_text (), pick_text (), NULL };

      ilv_trace_info_add_task (fixture.info, pick_text (), steps);
    }
  ilv_trace_info_add_worker (fixture.info, "Worker 1", 4711, 0);
  ilv_trace_info_add_worker (fixture.info, pick_text (), 4712, ILV_NO_PROCESSOR);
  ilv_trace_info_add_worker (fixture.info, "Virtual", 0, 2);
  ilv_trace_info_add_note (fixture.info, "no \"pinning\"");
  fixture.info->clock_base_ns = G_GINT64_CONSTANT (123456789012345);
  for (guint task = 0; task < 4; task++)
    add_random_spans (&fixture, task);
  return trace_fixture_end (&fixture);
}

static JsonObject *
parse (JsonParser *parser, IlvTrace *const *sides, guint n_sides)
{
  g_autofree char *text = ilv_trace_file_to_json (sides, NULL, n_sides);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_utf8_validate (text, -1, NULL));
  json_parser_load_from_data (parser, text, -1, &error);
  g_assert_no_error (error);
  return json_node_get_object (json_parser_get_root (parser));
}

/* The next event of a kind and side, from @position on, which is moved behind it. */
static JsonObject *
find_event (JsonArray *events, const char *phase, guint pid, guint *position)
{
  while (*position < json_array_get_length (events))
    {
      JsonObject *event = json_array_get_object_element (events, (*position)++);

      if (g_str_equal (json_object_get_string_member (event, "ph"), phase) &&
          json_object_get_int_member (event, "pid") == pid)
        return event;
    }
  return NULL;
}

static void
assert_member (JsonObject *object, const char *name, const char *expected)
{
  g_assert_cmpint (json_object_has_member (object, name), ==, expected != NULL);
  if (expected != NULL)
    g_assert_cmpstr (json_object_get_string_member (object, name), ==, expected);
}

static void
assert_integer (JsonObject *object, const char *name, gint64 expected)
{
  g_assert_cmpint (json_object_has_member (object, name), ==, expected >= 0);
  if (expected >= 0)
    g_assert_cmpint (json_object_get_int_member (object, name), ==, expected);
}

static gint64
get_time_ns (JsonObject *event, const char *name)
{
  return llround (json_object_get_double_member (event, name) * 1000);
}

static const char *
get_name (const IlvTraceInfo *info, guint task)
{
  const IlvTraceTask *found = ilv_trace_info_get_task (info, task);

  return found != NULL ? found->name : NULL;
}

static void
assert_span (JsonObject *event, const IlvTraceInfo *info, const IlvSpan *span)
{
  const IlvTraceWorker *worker = ilv_trace_info_get_worker (info, span->worker);
  JsonObject *arguments = json_object_get_object_member (event, "args");

  g_assert_cmpstr (json_object_get_string_member (event, "name"), ==, get_name (info, span->task));
  g_assert_cmpstr (json_object_get_string_member (event, "cat"), ==,
                   ilv_state_to_string (span->state));
  g_assert_cmpint (get_time_ns (event, "ts"), ==, span->start_ns);
  g_assert_cmpint (get_time_ns (event, "dur"), ==, span->end_ns - span->start_ns);
  g_assert_cmpint (json_object_get_int_member (event, "tid"), ==,
                   span->worker == ILV_NO_WORKER ? 0 : span->worker + 1);
  assert_integer (arguments, "processor", span->processor);
  assert_integer (arguments, "os_tid", worker != NULL && worker->os_tid > 0 ? worker->os_tid : -1);
  assert_member (arguments, "step", ilv_trace_info_get_step (info, span->task, span->step));
  assert_member (arguments, "waits_for", get_name (info, span->peer));
}

static void
assert_side (JsonArray *events, guint pid, IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  const IlvSpan *spans;
  guint position = 0;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      JsonObject *event = find_event (events, "X", pid, &position);

      g_assert_nonnull (event);
      assert_span (event, info, &spans[i]);
    }
  g_assert_null (find_event (events, "X", pid, &position));
}

static void
test_json_spans (void)
{
  for (int run = 0; run < 50; run++)
    {
      g_autoptr (IlvTrace) left = make_random_trace ();
      g_autoptr (IlvTrace) right = make_random_trace ();
      g_autoptr (JsonParser) parser = json_parser_new ();
      JsonArray *events;

      events = json_object_get_array_member (parse (parser, (IlvTrace *[]){ left, right }, 2),
                                             "traceEvents");
      assert_side (events, 1, left);
      assert_side (events, 2, right);
    }
}

/* One event a line, and exactly three decimals. */
static void
test_json_text (void)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 2);
  g_autoptr (IlvTrace) trace = NULL;
  g_autofree char *text = NULL;

  ilv_trace_info_add_worker (fixture.info, "Loop", 4711, 3);
  *trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 3, 0, 1234567) =
    (IlvSpan){ 5, 1234567, 0, 0, 3, 0, ILV_NO_PEER, ILV_STATE_RUNNING, FALSE, 0 };
  trace_fixture_add (&fixture, 1, ILV_STATE_WAITING, -1, 1000, 2000)->peer = 0;
  trace = trace_fixture_end (&fixture);
  text = ilv_trace_file_to_json (&trace, NULL, 1);

  g_assert_nonnull (
    strstr (text, "\n  {\"ph\": \"M\", \"pid\": 1, \"tid\": 0, \"name\": \"process_name\", "
                  "\"args\": {\"name\": \"left: event-loop\"}},\n"
                  "  {\"ph\": \"M\", \"pid\": 1, \"tid\": 0, \"name\": \"thread_name\", "
                  "\"args\": {\"name\": \"queue\"}},\n"
                  "  {\"ph\": \"M\", \"pid\": 1, \"tid\": 1, \"name\": \"thread_name\", "
                  "\"args\": {\"name\": \"Loop\", \"processor\": 3}},\n"
                  "  {\"ph\": \"X\", \"pid\": 1, \"tid\": 1, \"ts\": 0.005, \"dur\": 1234.562, "
                  "\"name\": \"A\", \"cat\": \"running\", \"args\": {\"processor\": 3, \"os_tid\": "
                  "4711, \"step\": \"cpu 400ms\"}},\n"
                  "  {\"ph\": \"X\", \"pid\": 1, \"tid\": 0, \"ts\": 1.000, \"dur\": 1.000, "
                  "\"name\": \"B\", \"cat\": \"waiting\", \"args\": {\"waits_for\": \"A\"}}\n"));
}

static JsonObject *
get_side (JsonObject *root, guint index)
{
  JsonObject *other = json_object_get_object_member (root, "otherData");

  g_assert_cmpstr (json_object_get_string_member (other, "version"), ==, ILV_VERSION);
  return json_array_get_object_element (json_object_get_array_member (other, "sides"), index);
}

static void
assert_side_figures (JsonObject *side, IlvTrace *trace)
{
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  assert_member (side, "strategy", figures.strategy);
  assert_integer (side, "clock_base_ns", ilv_trace_get_info (trace)->clock_base_ns);
  assert_integer (side, "makespan_ns", figures.makespan_ns);
  assert_integer (side, "cpu_time_ns", figures.cpu_time_ns);
  assert_integer (side, "slices", figures.slices);
  assert_integer (side, "max_parallelism", figures.max_parallelism);
  assert_integer (side, "processors", figures.processors);
  assert_integer (side, "strangers_ns", figures.strangers_ns);
  assert_integer (side, "lost_ns", figures.lost_ns);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (side, "utilisation"),
                                  figures.utilisation, 1e-6);
  g_assert_cmpfloat_with_epsilon (json_object_get_double_member (side, "speedup"),
                                  figures.speedup, 1e-6);
}

static void
test_json_figures (void)
{
  TraceFixture fixture = trace_fixture_begin ("model", 2, 2);
  g_autoptr (IlvTrace) model = NULL;
  g_autoptr (IlvTrace) measured = make_random_trace ();
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *root;
  JsonObject *side;

  fixture.info->outcome = ILV_TRACE_OUTCOME_STALLED;
  fixture.info->verdict = g_strdup ("A waits for \"B\"");
  fixture.info->voluntary_switches = 0;
  fixture.info->involuntary_switches = 41;
  trace_fixture_add_pieces (&fixture, 0, 7);
  model = trace_fixture_end (&fixture);
  root = parse (parser, (IlvTrace *[]){ model, measured }, 2);

  side = get_side (root, 0);
  assert_side_figures (side, model);
  g_assert_true (json_object_get_boolean_member (side, "model"));
  assert_member (side, "outcome", "stalled");
  assert_member (side, "verdict", "A waits for \"B\"");
  assert_integer (side, "context_switches_voluntary", 0);
  assert_integer (side, "context_switches_involuntary", 41);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (side, "notes")), ==, 0);

  side = get_side (root, 1);
  assert_side_figures (side, measured);
  g_assert_false (json_object_get_boolean_member (side, "model"));
  assert_member (side, "outcome", "finished");
  assert_member (side, "verdict", NULL);
  g_assert_true (json_object_get_null_member (side, "context_switches_voluntary"));
  g_assert_true (json_object_get_null_member (side, "context_switches_involuntary"));
  g_assert_cmpstr (json_array_get_string_element (json_object_get_array_member (side, "notes"), 0),
                   ==, "no \"pinning\"");
}

static void
assert_flow (JsonArray *events, const char *phase, guint *position, gint64 id, gint64 tid,
             gint64 time_ns, const char *kind)
{
  JsonObject *event = find_event (events, phase, 1, position);
  gboolean is_end = g_str_equal (phase, "f");

  g_assert_nonnull (event);
  g_assert_cmpint (json_object_get_int_member (event, "id"), ==, id);
  g_assert_cmpint (json_object_get_int_member (event, "tid"), ==, tid);
  g_assert_cmpint (get_time_ns (event, "ts"), ==, time_ns);
  g_assert_cmpstr (json_object_get_string_member (event, "name"), ==, kind);
  assert_member (event, "bp", is_end ? "e" : NULL);
  assert_member (json_object_get_object_member (event, "args"), is_end ? "to" : "from",
                 is_end == (id == 1) ? "B" : "A");
}

/* A spawns B, which begins a little later; B gives the lock to A. */
static void
test_json_results (void)
{
  TraceFixture fixture = trace_fixture_begin ("event-loop", 1, 2);
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  const gint64 beats[] = { 0, 10 * MS, 75 * MS, 80 * MS };
  g_autoptr (GBytes) pixels = g_bytes_new_static ("", 0);
  JsonArray *results;
  JsonObject *result;
  JsonObject *side;

  trace_fixture_add_pieces (&fixture, 0, 7);
  ilv_trace_info_add_result (fixture.info, 5, 1, 1, ILV_RESULT_TEXT, "a \"b\"\n", NULL);
  ilv_trace_info_add_result (fixture.info, 6, 0, 0, ILV_RESULT_PIXELS, NULL, pixels);
  ilv_trace_info_add_result (fixture.info, 7, 0, ILV_NO_STEP, ILV_RESULT_FAILURE, "500", NULL);
  ilv_trace_info_add_result (fixture.info, 8, G_MAXUINT, ILV_NO_STEP, ILV_RESULT_OUTPUT, "x", NULL);
  fixture.info->counter_expected = 4000;
  fixture.info->counter_found = 3999;
  fixture.info->slice_asked_ns = 20 * MS;
  fixture.info->slice_given_ns = 3 * MS;
  fixture.info->interpreter = g_strdup ("CPython 3.14.0");
  g_array_append_vals (fixture.info->beats, beats, G_N_ELEMENTS (beats));
  trace = trace_fixture_end (&fixture);

  side = get_side (parse (parser, &trace, 1), 0);
  assert_member (side, "interpreter", "CPython 3.14.0");
  assert_integer (side, "failures", 1);
  assert_integer (side, "counter_expected", 4000);
  assert_integer (side, "counter_found", 3999);
  assert_integer (side, "longest_beat_ns", 65 * MS);
  assert_integer (side, "slice_asked_ns", 20 * MS);
  assert_integer (side, "slice_given_ns", 3 * MS);
  g_assert_true (json_object_get_null_member (side, "slice_median_ns"));
  assert_integer (side, "time_slices", 0);
  results = json_object_get_array_member (side, "results");
  g_assert_cmpuint (json_array_get_length (results), ==, 3);
  result = json_array_get_object_element (results, 0);
  assert_integer (result, "time_ns", 5);
  assert_member (result, "task", "B");
  assert_member (result, "step", "wait 100ms");
  assert_member (result, "text", "a \"b\"\n");
  result = json_array_get_object_element (results, 1);
  assert_member (result, "task", "A");
  assert_member (result, "step", NULL);
  assert_member (result, "failure", "500");
  result = json_array_get_object_element (results, 2);
  assert_member (result, "task", NULL);
  assert_member (result, "output", "x");
}

static void
test_json_flows (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  IlvFlow flows[] = { { 100, 0, 1, ILV_FLOW_SPAWNED },
                      { 400, 1, 0, ILV_FLOW_LOCK },
                      { 450, 1, 99, ILV_FLOW_AWAITED } };
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *events;
  guint position = 0;

  ilv_trace_info_add_worker (fixture.info, "One", 1, 0);
  ilv_trace_info_add_worker (fixture.info, "Two", 2, 1);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 0, 100)->worker = 0;
  trace_fixture_add (&fixture, 0, ILV_STATE_BLOCKED, -1, 100, 400);
  trace_fixture_add (&fixture, 0, ILV_STATE_RUNNING, 0, 400, 500)->worker = 0;
  trace_fixture_add (&fixture, 1, ILV_STATE_RUNNING, 1, 130, 400)->worker = 1;
  g_array_append_vals (fixture.flows, flows, G_N_ELEMENTS (flows));
  trace = trace_fixture_end (&fixture);
  events = json_object_get_array_member (parse (parser, &trace, 1), "traceEvents");

  assert_flow (events, "s", &position, 1, 1, 100, "spawned");
  assert_flow (events, "f", &position, 1, 2, 130, "spawned");
  assert_flow (events, "s", &position, 2, 2, 400, "lock");
  assert_flow (events, "f", &position, 2, 1, 400, "lock");
  g_assert_null (find_event (events, "s", 1, &position));
}

/* A flow of a task that never ran belongs to no worker. */
static void
test_json_flow_without_spans (void)
{
  TraceFixture fixture = trace_fixture_begin ("thread-pool", 2, 2);
  IlvFlow flow = { 7, 0, 1, ILV_FLOW_AWAITED };
  g_autoptr (IlvTrace) trace = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonArray *events;
  guint position = 0;

  g_array_append_val (fixture.flows, flow);
  trace = trace_fixture_end (&fixture);
  events = json_object_get_array_member (parse (parser, &trace, 1), "traceEvents");
  g_assert_cmpint (json_object_get_int_member (find_event (events, "s", 1, &position), "tid"), ==,
                   0);
  g_assert_cmpint (json_object_get_int_member (find_event (events, "f", 1, &position), "tid"), ==,
                   0);
}

/* Reads one field of CSV as RFC 4180 has it, and moves behind its separator. */
static char *
read_field (const char **text)
{
  GString *field = g_string_new (NULL);
  const char *c = *text;

  if (*c == '"')
    {
      for (c++; *c != '"' || c[1] == '"'; c++)
        {
          g_assert_cmpint (*c, !=, '\0');
          c += *c == '"';
          g_string_append_c (field, *c);
        }
      c++;
    }
  else
    for (; strchr (",\n", *c) == NULL; c++)
      g_string_append_c (field, *c);
  g_assert_true (*c == ',' || *c == '\n');
  *text = c + 1;
  return g_string_free (field, FALSE);
}

static void
assert_field (const char **text, const char *expected)
{
  g_autofree char *field = read_field (text);

  g_assert_cmpstr (field, ==, expected != NULL ? expected : "");
}

static void
assert_number (const char **text, gint64 expected)
{
  g_autofree char *number = expected >= 0 ? g_strdup_printf ("%" G_GINT64_FORMAT, expected) : NULL;

  assert_field (text, number);
}

static void
assert_rows (const char **text, const char *side, IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      assert_field (text, side);
      assert_field (text, get_name (info, spans[i].task));
      assert_field (text, ilv_state_to_string (spans[i].state));
      assert_number (text, spans[i].worker == ILV_NO_WORKER ? -1 : (gint64) spans[i].worker + 1);
      assert_number (text, spans[i].processor);
      assert_field (text, ilv_trace_info_get_step (info, spans[i].task, spans[i].step));
      assert_number (text, spans[i].start_ns);
      assert_number (text, spans[i].end_ns);
      assert_number (text, spans[i].end_ns - spans[i].start_ns);
      assert_field (text, get_name (info, spans[i].peer));
    }
}

static void
test_csv (void)
{
  static const char header[] = "side,task,state,worker,processor,step,start_ns,end_ns,length_ns,"
                               "waits_for\n";

  for (int run = 0; run < 50; run++)
    {
      g_autoptr (IlvTrace) left = make_random_trace ();
      g_autoptr (IlvTrace) right = make_random_trace ();
      g_autofree char *text = ilv_trace_file_to_csv ((IlvTrace *[]){ left, right }, NULL, 2);
      const char *rest = text + strlen (header);

      g_assert_true (g_str_has_prefix (text, header));
      assert_rows (&rest, "left", left);
      assert_rows (&rest, "right", right);
      g_assert_cmpstr (rest, ==, "");
    }
}

/* What a picture consists of. */
typedef struct
{
  guint running;
  guint ready;
  guint waiting;
  guint blocked;
  guint crowds;
  guint lanes;
  guint sides;
  guint tooltips;
  guint elements;
  double furthest; /* the right end of any span */
} Picture;

static double
read_number (const char **names, const char **values, const char *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], name))
      return g_ascii_strtod (values[i], NULL);
  return 0;
}

static void
start_element (GMarkupParseContext *context G_GNUC_UNUSED,
               const char *element,
               const char **names,
               const char **values,
               gpointer user_data,
               GError **error G_GNUC_UNUSED)
{
  Picture *picture = user_data;
  const char *klass = "";

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "class"))
      klass = values[i];
  picture->elements++;
  picture->tooltips += g_str_equal (element, "title");
  picture->sides += g_str_equal (klass, "side");
  if (!g_str_equal (element, "rect") || *klass == '\0')
    return;
  picture->running += g_str_equal (klass, "running");
  picture->ready += g_str_equal (klass, "ready");
  picture->waiting += g_str_equal (klass, "waiting");
  picture->blocked += g_str_equal (klass, "blocked");
  picture->crowds += g_str_equal (klass, "crowd");
  picture->lanes += g_str_equal (klass, "lane");
  g_assert_cmpfloat (read_number (names, values, "width"), >=, 0);
  g_assert_cmpfloat (read_number (names, values, "height"), >, 0);
  if (!g_str_equal (klass, "lane") && !g_str_equal (klass, "ground"))
    picture->furthest = MAX (picture->furthest, read_number (names, values, "x") +
                                                  read_number (names, values, "width"));
}

static Picture
read_picture (IlvTrace *const *sides, guint n_sides, IlvGrouping grouping)
{
  const GMarkupParser parser = { .start_element = start_element };
  g_autofree char *text = ilv_trace_file_to_svg (sides, NULL, n_sides, &(IlvPictureView){ .grouping = grouping });
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  Picture picture = { 0 };

  context = g_markup_parse_context_new (&parser, 0, &picture, NULL);
  g_markup_parse_context_parse (context, text, -1, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  for (const char *c = text; *c != '\0'; c++)
    g_assert_true ((guchar) *c >= ' ' || *c == '\n');
  return picture;
}

static void
test_svg_spans (void)
{
  TraceFixture left = trace_fixture_begin ("time-sliced", 1, 2);
  TraceFixture right = trace_fixture_begin ("thread-pool", 2, 3);
  g_autoptr (IlvTrace) left_trace = NULL;
  g_autoptr (IlvTrace) right_trace = NULL;
  Picture picture;

  trace_fixture_add (&left, 0, ILV_STATE_RUNNING, 0, 0, 100 * MS);
  trace_fixture_add (&left, 1, ILV_STATE_READY, -1, 0, 100 * MS);
  trace_fixture_add (&left, 1, ILV_STATE_RUNNING, 0, 100 * MS, 200 * MS);
  trace_fixture_add (&left, 0, ILV_STATE_BLOCKED, -1, 100 * MS, 200 * MS);
  left_trace = trace_fixture_end (&left);
  trace_fixture_add_pieces (&right, 50 * MS, 100 * MS);
  right_trace = trace_fixture_end (&right);

  picture = read_picture ((IlvTrace *[]){ left_trace, right_trace }, 2, ILV_GROUPING_TASK);
  g_assert_cmpuint (picture.sides, ==, 2);
  g_assert_cmpuint (picture.lanes, ==, 5);
  g_assert_cmpuint (picture.running, ==, 5);
  g_assert_cmpuint (picture.ready, ==, 1);
  g_assert_cmpuint (picture.waiting, ==, 3);
  g_assert_cmpuint (picture.blocked, ==, 1);
  g_assert_cmpuint (picture.crowds, ==, 0);
  g_assert_cmpuint (picture.tooltips, ==, 10);
}

/* However many spans there are, the picture stays as large as its pixels. */
static void
test_svg_crowd (void)
{
  TraceFixture few = trace_fixture_begin ("time-sliced", 1, 2);
  TraceFixture many = trace_fixture_begin ("time-sliced", 1, 2);
  g_autoptr (IlvTrace) few_trace = NULL;
  g_autoptr (IlvTrace) many_trace = NULL;
  Picture picture;

  trace_fixture_add_turns (&few, 0, 50 * MS, MS);
  few_trace = trace_fixture_end (&few);
  picture = read_picture (&few_trace, 1, ILV_GROUPING_PROCESSOR);
  g_assert_cmpuint (picture.running, ==, 100);
  g_assert_cmpuint (picture.crowds, ==, 0);

  trace_fixture_add_turns (&many, 0, 50 * MS, MS / 1000);
  trace_fixture_add (&many, 0, ILV_STATE_RUNNING, 0, 100 * MS, 200 * MS);
  many_trace = trace_fixture_end (&many);
  picture = read_picture (&many_trace, 1, ILV_GROUPING_PROCESSOR);
  g_assert_cmpuint (picture.running, ==, 1);
  g_assert_cmpuint (picture.crowds, >=, 1);
  g_assert_cmpuint (picture.elements, <, 1000);
}

static void
test_svg_random (void)
{
  for (int run = 0; run < 60; run++)
    {
      g_autoptr (IlvTrace) left = make_random_trace ();
      g_autoptr (IlvTrace) right = make_random_trace ();
      Picture picture = read_picture ((IlvTrace *[]){ left, right }, 2, run % 3);

      g_assert_cmpuint (picture.sides, ==, 2);
      g_assert_cmpfloat (picture.furthest, <=, 24 + 92 + 800);
    }
}

static void
test_empty (void)
{
  TraceFixture fixture = trace_fixture_begin ("model", 1, 0);
  g_autoptr (IlvTrace) trace = trace_fixture_end (&fixture);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *csv = ilv_trace_file_to_csv (NULL, NULL, 0);
  JsonObject *root = parse (parser, NULL, 0);

  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "traceEvents")), ==,
                    0);
  g_assert_cmpuint (read_picture (NULL, 0, ILV_GROUPING_TASK).sides, ==, 0);
  g_assert_cmpuint (read_picture (&trace, 1, ILV_GROUPING_TASK).sides, ==, 1);
  g_assert_cmpstr (csv, ==,
                   "side,task,state,worker,processor,step,start_ns,end_ns,length_ns,waits_for\n");
}

/* What programs read has no decimal commas, wherever it was written. */
static void
test_locale (void)
{
  static const char *const locales[] = { "de_DE.UTF-8", "fr_FR.UTF-8", "nl_NL.UTF-8" };
  g_autoptr (IlvTrace) trace = make_random_trace ();
  g_autofree char *plain = ilv_trace_file_to_json (&trace, NULL, 1);
  g_autofree char *local = NULL;
  g_autofree char *former = g_strdup (setlocale (LC_NUMERIC, NULL));
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (locales) && found == NULL; i++)
    found = setlocale (LC_NUMERIC, locales[i]);
  if (found == NULL)
    {
      g_test_skip ("no locale with decimal commas is installed");
      return;
    }
  local = ilv_trace_file_to_json (&trace, NULL, 1);
  read_picture (&trace, 1, ILV_GROUPING_TASK);
  setlocale (LC_NUMERIC, former);
  g_assert_cmpstr (local, ==, plain);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/trace-file/json-spans", test_json_spans);
  g_test_add_func ("/trace/trace-file/json-text", test_json_text);
  g_test_add_func ("/trace/trace-file/json-figures", test_json_figures);
  g_test_add_func ("/trace/trace-file/json-results", test_json_results);
  g_test_add_func ("/trace/trace-file/json-flows", test_json_flows);
  g_test_add_func ("/trace/trace-file/json-flow-without-spans", test_json_flow_without_spans);
  g_test_add_func ("/trace/trace-file/csv", test_csv);
  g_test_add_func ("/trace/trace-file/svg-spans", test_svg_spans);
  g_test_add_func ("/trace/trace-file/svg-crowd", test_svg_crowd);
  g_test_add_func ("/trace/trace-file/svg-random", test_svg_random);
  g_test_add_func ("/trace/trace-file/empty", test_empty);
  g_test_add_func ("/trace/trace-file/locale", test_locale);

  return g_test_run ();
}

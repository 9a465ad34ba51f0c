/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-reader.h"

#include <math.h>
#include <string.h>

#include "ilv-json.h"

/* What a span can refer to. */
#define MAX_TASKS (ILV_NO_PEER - 1)
#define MAX_SIDES 64

/* One side while it is read. */
typedef struct
{
  IlvTraceInfo *info;
  GArray *spans;
  GArray *flows;
  GHashTable *tasks; /* index of each name, + 1 */
  GPtrArray *steps;  /* of each task, the texts that were met */
  char *name;
} Side;

/* The ends of a flow that have been met. */
typedef struct
{
  IlvFlow flow;
  guint pid;
} Cause;

static void
side_free (gpointer data)
{
  Side *side = data;

  g_clear_pointer (&side->info, ilv_trace_info_unref);
  g_clear_pointer (&side->spans, g_array_unref);
  g_clear_pointer (&side->flows, g_array_unref);
  g_hash_table_unref (side->tasks);
  g_ptr_array_unref (side->steps);
  g_free (side->name);
  g_free (side);
}

/* A time in microseconds, exact to the nanosecond. */
static gint64
get_time_ns (JsonObject *object, const char *name)
{
  double time_us = ilv_json_get_number (object, name);

  return isfinite (time_us) ? llround (CLAMP (time_us, -1e15, 1e15) * 1000) : 0;
}

static guint
find_task (Side *side, const char *name)
{
  static const char *const no_steps[] = { NULL };
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (side->tasks, name));

  if (index > 0 || side->info->tasks->len >= MAX_TASKS)
    return index - 1;
  index = ilv_trace_info_add_task (side->info, name, no_steps);
  g_hash_table_insert (side->tasks, g_strdup (name), GUINT_TO_POINTER (index + 1));
  g_ptr_array_add (side->steps, g_ptr_array_new_with_free_func (g_free));
  return index;
}

/* Steps are told apart by their texts. */
static guint16
find_step (Side *side, guint task, const char *text)
{
  GPtrArray *steps = g_ptr_array_index (side->steps, task);
  guint index;

  if (text == NULL)
    return ILV_NO_STEP;
  if (g_ptr_array_find_with_equal_func (steps, text, g_str_equal, &index))
    return index;
  if (steps->len >= ILV_NO_STEP)
    return ILV_NO_STEP;
  g_ptr_array_add (steps, g_strdup (text));
  return steps->len - 1;
}

static void
give_steps (Side *side)
{
  for (guint i = 0; i < side->steps->len; i++)
    {
      IlvTraceTask *task = g_ptr_array_index (side->info->tasks, i);
      GPtrArray *steps = g_ptr_array_index (side->steps, i);

      g_ptr_array_add (steps, NULL);
      g_strfreev (task->steps);
      task->steps = g_strdupv ((char **) steps->pdata);
    }
}

static IlvTraceOutcome
parse_outcome (const char *name)
{
  if (g_strcmp0 (name, "stalled") == 0)
    return ILV_TRACE_OUTCOME_STALLED;
  if (g_strcmp0 (name, "cancelled") == 0)
    return ILV_TRACE_OUTCOME_CANCELLED;
  if (g_strcmp0 (name, "running") == 0)
    return ILV_TRACE_OUTCOME_RUNNING;
  return ILV_TRACE_OUTCOME_FINISHED;
}

static void
read_results (Side *side, JsonArray *results)
{
  static const struct
  {
    const char *name;
    IlvResultKind kind;
  } kinds[] = { { "text", ILV_RESULT_TEXT },
                { "failure", ILV_RESULT_FAILURE },
                { "output", ILV_RESULT_OUTPUT } };

  for (guint i = 0; i < ilv_json_get_length (results); i++)
    {
      JsonObject *result = ilv_json_get_nth_object (results, i);
      const char *name = ilv_json_get_string (result, "task");
      guint task = name != NULL ? find_task (side, name) : G_MAXUINT;
      guint step = task != G_MAXUINT ? find_step (side, task, ilv_json_get_string (result, "step"))
                                     : ILV_NO_STEP;

      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        if (ilv_json_get_string (result, kinds[kind].name) != NULL)
          ilv_trace_info_add_result (side->info, ilv_json_get_integer (result, "time_ns", 0), task,
                                     step, kinds[kind].kind,
                                     ilv_json_get_string (result, kinds[kind].name), NULL);
    }
}

static Side *
begin_side (JsonObject *object)
{
  Side *side = g_new0 (Side, 1);
  const char *strategy = ilv_json_get_string (object, "strategy");
  JsonArray *tasks = ilv_json_get_array (object, "tasks");
  JsonArray *notes = ilv_json_get_array (object, "notes");

  side->info =
    ilv_trace_info_new (strategy != NULL ? strategy : "",
                        CLAMP (ilv_json_get_integer (object, "processors", 1), 1, G_MAXINT16));
  side->spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  side->flows = g_array_new (FALSE, FALSE, sizeof (IlvFlow));
  side->tasks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  side->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  side->info->is_model = ilv_json_is_true (object, "model");
  side->info->outcome = parse_outcome (ilv_json_get_string (object, "outcome"));
  side->info->verdict = g_strdup (ilv_json_get_string (object, "verdict"));
  side->info->interpreter = g_strdup (ilv_json_get_string (object, "interpreter"));
  side->info->clock_base_ns = ilv_json_get_integer (object, "clock_base_ns", 0);
  side->info->cpu_time_ns = ilv_json_get_integer (object, "cpu_time_ns", -1);
  side->info->voluntary_switches = ilv_json_get_integer (object, "context_switches_voluntary", -1);
  side->info->involuntary_switches =
    ilv_json_get_integer (object, "context_switches_involuntary", -1);
  side->info->counter_expected = ilv_json_get_integer (object, "counter_expected", -1);
  side->info->counter_found = ilv_json_get_integer (object, "counter_found", -1);
  side->info->slice_asked_ns = ilv_json_get_integer (object, "slice_asked_ns", -1);
  side->info->slice_given_ns = ilv_json_get_integer (object, "slice_given_ns", -1);
  for (guint i = 0; i < ilv_json_get_length (notes); i++)
    if (ilv_json_get_nth_string (notes, i) != NULL)
      ilv_trace_info_add_note (side->info, ilv_json_get_nth_string (notes, i));
  for (guint i = 0; i < ilv_json_get_length (tasks); i++)
    if (ilv_json_get_nth_string (tasks, i) != NULL)
      find_task (side, ilv_json_get_nth_string (tasks, i));
  read_results (side, ilv_json_get_array (object, "results"));
  return side;
}

static gboolean
parse_state (const char *name, guint8 *state)
{
  for (guint i = 0; i < ILV_N_SPAN_STATES; i++)
    if (g_strcmp0 (name, ilv_state_to_string (i)) == 0)
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

static int
get_processor (JsonObject *arguments)
{
  return CLAMP (ilv_json_get_integer (arguments, "processor", ILV_NO_PROCESSOR), ILV_NO_PROCESSOR,
                G_MAXINT16);
}

/* The workers are named before anything else is said of them. */
static void
read_name (Side *side, JsonObject *event)
{
  JsonObject *arguments = ilv_json_get_object (event, "args");
  const char *kind = ilv_json_get_string (event, "name");
  const char *name = ilv_json_get_string (arguments, "name");
  g_autofree char *suffix = g_strconcat (": ", side->info->strategy, NULL);

  if (name == NULL)
    return;
  if (g_strcmp0 (kind, "process_name") == 0)
    {
      g_free (side->name);
      side->name = g_strdup (name);
      if (g_str_has_suffix (name, suffix))
        side->name[strlen (name) - strlen (suffix)] = '\0';
    }
  else if (g_strcmp0 (kind, "thread_name") == 0 && ilv_json_get_integer (event, "tid", 0) > 0 &&
           side->info->workers->len < MAX_TASKS)
    ilv_trace_info_add_worker (side->info, name, 0, get_processor (arguments));
}

static guint32
find_worker (Side *side, JsonObject *event, JsonObject *arguments)
{
  gint64 tid = ilv_json_get_integer (event, "tid", 0);
  IlvTraceWorker *worker;

  if (tid < 1 || tid > side->info->workers->len)
    return ILV_NO_WORKER;
  worker = g_ptr_array_index (side->info->workers, tid - 1);
  worker->os_tid = ilv_json_get_integer (arguments, "os_tid", worker->os_tid);
  return tid - 1;
}

static gboolean
read_span (Side *side, JsonObject *event)
{
  JsonObject *arguments = ilv_json_get_object (event, "args");
  const char *name = ilv_json_get_string (event, "name");
  const char *peer = ilv_json_get_string (arguments, "waits_for");
  IlvSpan span = { 0 };

  if (name == NULL || !parse_state (ilv_json_get_string (event, "cat"), &span.state))
    return FALSE;
  span.task = find_task (side, name);
  if (span.task >= MAX_TASKS)
    return FALSE;
  span.start_ns = get_time_ns (event, "ts");
  span.end_ns = span.start_ns + MAX (0, get_time_ns (event, "dur"));
  span.worker = find_worker (side, event, arguments);
  span.processor = get_processor (arguments);
  span.step = find_step (side, span.task, ilv_json_get_string (arguments, "step"));
  span.peer = peer != NULL ? MIN (find_task (side, peer), ILV_NO_PEER) : ILV_NO_PEER;
  g_array_append_val (side->spans, span);
  return TRUE;
}

static void
read_cause (GHashTable *causes, Side *side, guint pid, JsonObject *event)
{
  const char *from = ilv_json_get_string (ilv_json_get_object (event, "args"), "from");
  const char *kind = ilv_json_get_string (event, "name");
  Cause *cause;

  if (from == NULL)
    return;
  cause = g_new0 (Cause, 1);
  cause->pid = pid;
  cause->flow.time_ns = get_time_ns (event, "ts");
  cause->flow.from_task = find_task (side, from);
  for (guint i = 0; i <= ILV_FLOW_LOCK; i++)
    if (g_strcmp0 (kind, ilv_flow_kind_to_string (i)) == 0)
      cause->flow.kind = i;
  g_hash_table_replace (causes, GINT_TO_POINTER ((int) ilv_json_get_integer (event, "id", 0)),
                        cause);
}

static void
read_effect (GHashTable *causes, Side *side, guint pid, JsonObject *event)
{
  const char *to = ilv_json_get_string (ilv_json_get_object (event, "args"), "to");
  Cause *cause =
    g_hash_table_lookup (causes, GINT_TO_POINTER ((int) ilv_json_get_integer (event, "id", 0)));

  if (to == NULL || cause == NULL || cause->pid != pid)
    return;
  cause->flow.to_task = find_task (side, to);
  if (cause->flow.from_task < MAX_TASKS && cause->flow.to_task < MAX_TASKS)
    g_array_append_val (side->flows, cause->flow);
}

static gboolean
read_event (GPtrArray *sides, GHashTable *causes, JsonObject *event)
{
  const char *phase = ilv_json_get_string (event, "ph");
  gint64 pid = ilv_json_get_integer (event, "pid", 0);
  Side *side;

  if (phase == NULL || pid < 1 || pid > sides->len)
    return FALSE;
  side = g_ptr_array_index (sides, pid - 1);
  if (g_str_equal (phase, "X"))
    return read_span (side, event);
  if (g_str_equal (phase, "M"))
    read_name (side, event);
  else if (g_str_equal (phase, "s"))
    read_cause (causes, side, pid, event);
  else if (g_str_equal (phase, "f"))
    read_effect (causes, side, pid, event);
  return TRUE;
}

static GPtrArray *
end_sides (GPtrArray *sides, GPtrArray *names)
{
  GPtrArray *traces = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < sides->len; i++)
    {
      Side *side = g_ptr_array_index (sides, i);

      give_steps (side);
      g_ptr_array_add (traces,
                       ilv_trace_new (g_steal_pointer (&side->info), g_steal_pointer (&side->spans),
                                      g_steal_pointer (&side->flows)));
      if (names != NULL)
        g_ptr_array_add (names, g_strdup (side->name != NULL ? side->name : ""));
    }
  return traces;
}

static GPtrArray *
read_root (JsonObject *root, GPtrArray *names)
{
  g_autoptr (GPtrArray) sides = g_ptr_array_new_with_free_func (side_free);
  g_autoptr (GHashTable) causes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  JsonArray *events = ilv_json_get_array (root, "traceEvents");
  JsonArray *objects = ilv_json_get_array (ilv_json_get_object (root, "otherData"), "sides");

  if (events == NULL || objects == NULL || ilv_json_get_length (objects) > MAX_SIDES)
    return NULL;
  for (guint i = 0; i < ilv_json_get_length (objects); i++)
    g_ptr_array_add (sides, begin_side (ilv_json_get_nth_object (objects, i)));
  for (guint i = 0; i < ilv_json_get_length (events); i++)
    if (!read_event (sides, causes, ilv_json_get_nth_object (events, i)))
      return NULL;
  return end_sides (sides, names);
}

GPtrArray *
ilv_trace_reader_read_json (const char *text, gssize length, GPtrArray *names)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;

  g_return_val_if_fail (text != NULL, NULL);

  if (!json_parser_load_from_data (parser, text, length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  return read_root (json_node_get_object (root), names);
}

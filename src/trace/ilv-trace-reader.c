/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-reader.h"

#include <math.h>

#include "ilv-json.h"
#include "ilv-trace-side.h"

/* The ends of a flow that have been met. */
typedef struct
{
  IlvFlow flow;
  guint pid;
} Cause;

/* A time in microseconds, exact to the nanosecond. */
static gint64
get_time_ns (JsonObject *object, const char *name)
{
  double time_us = ilv_json_get_number (object, name);

  return isfinite (time_us) ? llround (CLAMP (time_us, -1e15, 1e15) * 1000) : 0;
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
read_name (IlvTraceSide *side, JsonObject *event)
{
  JsonObject *arguments = ilv_json_get_object (event, "args");
  const char *kind = ilv_json_get_string (event, "name");
  const char *name = ilv_json_get_string (arguments, "name");

  if (name == NULL)
    return;
  if (g_strcmp0 (kind, "process_name") == 0)
    ilv_trace_side_take_name (side, name);
  else if (g_strcmp0 (kind, "thread_name") == 0 && ilv_json_get_integer (event, "tid", 0) > 0 &&
           side->info->workers->len < ILV_TRACE_SIDE_MAX_TASKS)
    ilv_trace_info_add_worker (side->info, name, 0, get_processor (arguments));
}

static guint32
find_worker (IlvTraceSide *side, JsonObject *event, JsonObject *arguments)
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
read_span (IlvTraceSide *side, JsonObject *event)
{
  JsonObject *arguments = ilv_json_get_object (event, "args");
  const char *name = ilv_json_get_string (event, "name");
  const char *peer = ilv_json_get_string (arguments, "waits_for");
  IlvSpan span = { 0 };

  if (name == NULL || !parse_state (ilv_json_get_string (event, "cat"), &span.state))
    return FALSE;
  span.task = ilv_trace_side_find_task (side, name);
  if (span.task >= ILV_TRACE_SIDE_MAX_TASKS)
    return FALSE;
  span.start_ns = get_time_ns (event, "ts");
  span.end_ns = span.start_ns + MAX (0, get_time_ns (event, "dur"));
  span.worker = find_worker (side, event, arguments);
  span.processor = get_processor (arguments);
  span.step = ilv_trace_side_find_step (side, span.task, ilv_json_get_string (arguments, "step"));
  span.peer = peer != NULL ? MIN (ilv_trace_side_find_task (side, peer), ILV_NO_PEER) : ILV_NO_PEER;
  g_array_append_val (side->spans, span);
  return TRUE;
}

static void
read_cause (GHashTable *causes, IlvTraceSide *side, guint pid, JsonObject *event)
{
  const char *from = ilv_json_get_string (ilv_json_get_object (event, "args"), "from");
  const char *kind = ilv_json_get_string (event, "name");
  Cause *cause;

  if (from == NULL)
    return;
  cause = g_new0 (Cause, 1);
  cause->pid = pid;
  cause->flow.time_ns = get_time_ns (event, "ts");
  cause->flow.from_task = ilv_trace_side_find_task (side, from);
  for (guint i = 0; i <= ILV_FLOW_LOCK; i++)
    if (g_strcmp0 (kind, ilv_flow_kind_to_string (i)) == 0)
      cause->flow.kind = i;
  g_hash_table_replace (causes, GINT_TO_POINTER ((int) ilv_json_get_integer (event, "id", 0)),
                        cause);
}

static void
read_effect (GHashTable *causes, IlvTraceSide *side, guint pid, JsonObject *event)
{
  const char *to = ilv_json_get_string (ilv_json_get_object (event, "args"), "to");
  Cause *cause =
    g_hash_table_lookup (causes, GINT_TO_POINTER ((int) ilv_json_get_integer (event, "id", 0)));

  if (to == NULL || cause == NULL || cause->pid != pid)
    return;
  cause->flow.to_task = ilv_trace_side_find_task (side, to);
  if (cause->flow.from_task < ILV_TRACE_SIDE_MAX_TASKS && cause->flow.to_task < ILV_TRACE_SIDE_MAX_TASKS)
    g_array_append_val (side->flows, cause->flow);
}

static gboolean
read_event (GPtrArray *sides, GHashTable *causes, JsonObject *event)
{
  const char *phase = ilv_json_get_string (event, "ph");
  gint64 pid = ilv_json_get_integer (event, "pid", 0);
  IlvTraceSide *side;

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
      IlvTraceSide *side = g_ptr_array_index (sides, i);

      g_ptr_array_add (traces, ilv_trace_side_end (side));
      if (names != NULL)
        g_ptr_array_add (names, g_strdup (side->name != NULL ? side->name : ""));
    }
  return traces;
}

static GPtrArray *
read_root (JsonObject *root, GPtrArray *names)
{
  g_autoptr (GPtrArray) sides = g_ptr_array_new_with_free_func ((GDestroyNotify) ilv_trace_side_free);
  g_autoptr (GHashTable) causes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  JsonArray *events = ilv_json_get_array (root, "traceEvents");
  JsonArray *objects = ilv_json_get_array (ilv_json_get_object (root, "otherData"), "sides");

  if (events == NULL || objects == NULL || ilv_json_get_length (objects) > ILV_TRACE_SIDE_MAX)
    return NULL;
  for (guint i = 0; i < ilv_json_get_length (objects); i++)
    g_ptr_array_add (sides, ilv_trace_side_new_from_json (ilv_json_get_nth_object (objects, i)));
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

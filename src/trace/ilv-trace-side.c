/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-side.h"

#include <string.h>

#include "ilv-json.h"

/* The texts of one task's steps, in the order in which they were met. */
typedef struct
{
  GPtrArray *texts;
  GHashTable *indices; /* of each text, + 1 */
} Steps;

static void
steps_free (gpointer data)
{
  Steps *steps = data;

  g_hash_table_unref (steps->indices);
  g_ptr_array_unref (steps->texts);
  g_free (steps);
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
read_results (IlvTraceSide *side, JsonArray *results)
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
      guint task = name != NULL ? ilv_trace_side_find_task (side, name) : G_MAXUINT;
      guint step = task != G_MAXUINT
                     ? ilv_trace_side_find_step (side, task, ilv_json_get_string (result, "step"))
                     : ILV_NO_STEP;

      for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
        if (ilv_json_get_string (result, kinds[kind].name) != NULL)
          ilv_trace_info_add_result (side->info, ilv_json_get_integer (result, "time_ns", 0), task,
                                     step, kinds[kind].kind,
                                     ilv_json_get_string (result, kinds[kind].name), NULL);
    }
}

static void
read_counts (IlvTraceInfo *info, JsonObject *object)
{
  info->clock_base_ns = ilv_json_get_integer (object, "clock_base_ns", 0);
  info->cpu_time_ns = ilv_json_get_integer (object, "cpu_time_ns", -1);
  info->voluntary_switches = ilv_json_get_integer (object, "context_switches_voluntary", -1);
  info->involuntary_switches = ilv_json_get_integer (object, "context_switches_involuntary", -1);
  info->counter_expected = ilv_json_get_integer (object, "counter_expected", -1);
  info->counter_found = ilv_json_get_integer (object, "counter_found", -1);
  info->slice_asked_ns = ilv_json_get_integer (object, "slice_asked_ns", -1);
  info->slice_given_ns = ilv_json_get_integer (object, "slice_given_ns", -1);
}

static void
give_steps (IlvTraceSide *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      Steps *steps = g_ptr_array_index (self->steps, i);

      g_ptr_array_add (steps->texts, NULL);
      ilv_trace_info_take_steps (self->info, i, (GStrv) g_ptr_array_steal (steps->texts, NULL));
    }
}

/**
 * ilv_trace_side_new:
 * @strategy: the stable id of the strategy
 *
 * Returns: (transfer full): a side without tasks
 */
IlvTraceSide *
ilv_trace_side_new (const char *strategy)
{
  IlvTraceSide *self = g_new0 (IlvTraceSide, 1);

  self->info = ilv_trace_info_new (strategy, 1);
  self->info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  self->spans = g_array_new (FALSE, FALSE, sizeof (IlvSpan));
  self->flows = g_array_new (FALSE, FALSE, sizeof (IlvFlow));
  self->tasks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->steps = g_ptr_array_new_with_free_func (steps_free);
  return self;
}

/**
 * ilv_trace_side_new_from_json:
 * @object: (nullable): what the file says of it
 *
 * Returns: (transfer full): a side with the tasks and results that are named there
 */
IlvTraceSide *
ilv_trace_side_new_from_json (JsonObject *object)
{
  const char *strategy = ilv_json_get_string (object, "strategy");
  IlvTraceSide *self = ilv_trace_side_new (strategy != NULL ? strategy : "");
  JsonArray *tasks = ilv_json_get_array (object, "tasks");
  JsonArray *notes = ilv_json_get_array (object, "notes");

  self->info->processors = CLAMP (ilv_json_get_integer (object, "processors", 1), 1, G_MAXINT16);
  self->info->is_model = ilv_json_is_true (object, "model");
  self->info->outcome = parse_outcome (ilv_json_get_string (object, "outcome"));
  self->info->verdict = g_strdup (ilv_json_get_string (object, "verdict"));
  self->info->interpreter = g_strdup (ilv_json_get_string (object, "interpreter"));
  read_counts (self->info, object);
  for (guint i = 0; i < ilv_json_get_length (notes); i++)
    if (ilv_json_get_nth_string (notes, i) != NULL)
      ilv_trace_info_add_note (self->info, ilv_json_get_nth_string (notes, i));
  for (guint i = 0; i < ilv_json_get_length (tasks); i++)
    if (ilv_json_get_nth_string (tasks, i) != NULL)
      ilv_trace_side_find_task (self, ilv_json_get_nth_string (tasks, i));
  read_results (self, ilv_json_get_array (object, "results"));
  return self;
}

/**
 * ilv_trace_side_free:
 * @self: (transfer full): a side, ended or not
 */
void
ilv_trace_side_free (IlvTraceSide *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->info, ilv_trace_info_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->flows, g_array_unref);
  g_hash_table_unref (self->tasks);
  g_ptr_array_unref (self->steps);
  g_free (self->name);
  g_free (self);
}

/**
 * ilv_trace_side_take_name:
 * @self: a side
 * @name: the name of its process
 */
void
ilv_trace_side_take_name (IlvTraceSide *self, const char *name)
{
  g_autofree char *suffix = g_strconcat (": ", self->info->strategy, NULL);

  g_free (self->name);
  self->name = g_strdup (name);
  if (g_str_has_suffix (name, suffix))
    self->name[strlen (name) - strlen (suffix)] = '\0';
}

/**
 * ilv_trace_side_find_task:
 * @self: a side
 * @name: a task's name
 *
 * Returns: its index
 */
guint
ilv_trace_side_find_task (IlvTraceSide *self, const char *name)
{
  static const char *const no_steps[] = { NULL };
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->tasks, name));
  Steps *steps;

  if (index > 0 || self->info->tasks->len >= ILV_TRACE_SIDE_MAX_TASKS)
    return index - 1;
  index = ilv_trace_info_add_task (self->info, name, no_steps);
  g_hash_table_insert (self->tasks, g_strdup (name), GUINT_TO_POINTER (index + 1));
  steps = g_new (Steps, 1);
  steps->texts = g_ptr_array_new_with_free_func (g_free);
  steps->indices = g_hash_table_new (g_str_hash, g_str_equal);
  g_ptr_array_add (self->steps, steps);
  return index;
}

/**
 * ilv_trace_side_find_step:
 * @self: a side
 * @task: index of a task
 * @text: (nullable): a step's text; steps are told apart by it
 *
 * Returns: its index
 */
guint16
ilv_trace_side_find_step (IlvTraceSide *self, guint task, const char *text)
{
  Steps *steps = g_ptr_array_index (self->steps, task);
  guint index;

  if (text == NULL)
    return ILV_NO_STEP;
  index = GPOINTER_TO_UINT (g_hash_table_lookup (steps->indices, text));
  if (index > 0)
    return (guint16) (index - 1);
  if (steps->texts->len >= ILV_NO_STEP)
    return ILV_NO_STEP;
  g_ptr_array_add (steps->texts, g_strdup (text));
  g_hash_table_insert (steps->indices, g_ptr_array_index (steps->texts, steps->texts->len - 1),
                       GUINT_TO_POINTER (steps->texts->len));
  return (guint16) (steps->texts->len - 1);
}

/**
 * ilv_trace_side_end:
 * @self: a side
 *
 * Returns: (transfer full): the trace
 */
IlvTrace *
ilv_trace_side_end (IlvTraceSide *self)
{
  give_steps (self);
  return ilv_trace_new (g_steal_pointer (&self->info), g_steal_pointer (&self->spans),
                        g_steal_pointer (&self->flows));
}

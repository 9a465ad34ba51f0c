/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-info.h"

#include "ilv-palette.h"
#include "ilv-span.h"

/* A live view copies the info several times a second, and a workload may have many thousand steps:
 * so the tasks and workers, which never change once added, are counted and shared by the copies. */

G_DEFINE_BOXED_TYPE (IlvTraceInfo, ilv_trace_info, ilv_trace_info_ref, ilv_trace_info_unref)

static void
task_clear (gpointer data)
{
  IlvTraceTask *task = data;

  g_clear_pointer (&task->name, g_free);
  g_clear_pointer (&task->steps, g_strfreev);
}

static void
task_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, task_clear);
}

static void
worker_clear (gpointer data)
{
  IlvTraceWorker *worker = data;

  g_clear_pointer (&worker->name, g_free);
}

static void
worker_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, worker_clear);
}

static void
result_clear (gpointer data)
{
  IlvResult *result = data;

  g_clear_pointer (&result->text, g_free);
  g_clear_pointer (&result->pixels, g_bytes_unref);
}

static void
result_unref (gpointer data)
{
  g_atomic_rc_box_release_full (data, result_clear);
}

static gpointer
shared_copy (gconstpointer source, gpointer user_data G_GNUC_UNUSED)
{
  return g_atomic_rc_box_acquire ((gpointer) source);
}

static gpointer
string_copy (gconstpointer source, gpointer user_data G_GNUC_UNUSED)
{
  return g_strdup (source);
}

/* g_ptr_array_copy() with a free function for the copy's elements. */
static GPtrArray *
elements_copy (GPtrArray *source, GCopyFunc copy, GDestroyNotify free_element)
{
  GPtrArray *copied = g_ptr_array_copy (source, copy, NULL);

  g_ptr_array_set_free_func (copied, free_element);
  return copied;
}

/**
 * ilv_trace_info_new:
 * @strategy: the stable id of the strategy
 * @processors: how many processors the strategy may use at once
 *
 * Returns: (transfer full): the info of a run that has just begun: no task, no worker, nothing
 *   counted
 */
IlvTraceInfo *
ilv_trace_info_new (const char *strategy, guint processors)
{
  IlvTraceInfo *self;

  g_return_val_if_fail (strategy != NULL, NULL);

  self = g_new0 (IlvTraceInfo, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->strategy = g_strdup (strategy);
  self->processors = processors;
  self->tasks = g_ptr_array_new_with_free_func (task_unref);
  self->workers = g_ptr_array_new_with_free_func (worker_unref);
  self->outcome = ILV_TRACE_OUTCOME_RUNNING;
  self->notes = g_ptr_array_new_with_free_func (g_free);
  self->cpu_time_ns = -1;
  self->voluntary_switches = -1;
  self->involuntary_switches = -1;
  self->results = g_ptr_array_new_with_free_func (result_unref);
  self->beats = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->counter_expected = -1;
  self->counter_found = -1;
  self->slice_asked_ns = -1;
  self->slice_given_ns = -1;
  return self;
}

/**
 * ilv_trace_info_copy:
 * @self: an info
 *
 * Returns: (transfer full): a copy that no change to @self reaches
 */
IlvTraceInfo *
ilv_trace_info_copy (const IlvTraceInfo *self)
{
  IlvTraceInfo *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_new (IlvTraceInfo, 1);
  *copy = *self;
  g_atomic_ref_count_init (&copy->ref_count);
  copy->strategy = g_strdup (self->strategy);
  copy->tasks = elements_copy (self->tasks, shared_copy, task_unref);
  copy->workers = elements_copy (self->workers, shared_copy, worker_unref);
  copy->verdict = g_strdup (self->verdict);
  copy->notes = elements_copy (self->notes, string_copy, g_free);
  copy->results = elements_copy (self->results, shared_copy, result_unref);
  copy->beats = g_array_copy (self->beats);
  copy->interpreter = g_strdup (self->interpreter);
  copy->code = g_strdup (self->code);
  return copy;
}

/**
 * ilv_trace_info_ref:
 * @self: an info
 *
 * Returns: (transfer full): @self
 */
IlvTraceInfo *
ilv_trace_info_ref (IlvTraceInfo *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * ilv_trace_info_unref:
 * @self: (transfer full): an info
 */
void
ilv_trace_info_unref (IlvTraceInfo *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_free (self->strategy);
  g_ptr_array_unref (self->tasks);
  g_ptr_array_unref (self->workers);
  g_free (self->verdict);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->results);
  g_array_unref (self->beats);
  g_free (self->interpreter);
  g_free (self->code);
  g_free (self);
}

/* How many capital letters the name begins with, where only a number follows; otherwise 0. */
static gsize
get_line_length (const char *name)
{
  gsize n_letters = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
  gsize n_digits = strspn (name + n_letters, "0123456789");

  return n_digits > 0 && name[n_letters + n_digits] == '\0' ? n_letters : 0;
}

static gboolean
is_in_line (const char *name, const char *other, gsize length)
{
  return get_line_length (other) == length && strncmp (name, other, length) == 0;
}

/* Lines are numbered in the order in which they appear, and so are tasks without one. */
static guint
choose_colour (const IlvTraceInfo *self, const char *name)
{
  gsize length = get_line_length (name);
  guint n_lines = 0;

  if (length == 0)
    return ilv_palette_get_index (self->tasks->len);
  for (guint i = self->tasks->len; i > 0; i--)
    {
      const IlvTraceTask *task = ilv_trace_info_get_task (self, i - 1);

      if (is_in_line (name, task->name, length))
        return task->colour;
      if (get_line_length (task->name) > 0)
        n_lines = MAX (n_lines, task->colour + 1);
    }
  return ilv_palette_get_index (n_lines);
}

/**
 * ilv_trace_info_add_task:
 * @self: an info
 * @name: the name that the learner sees
 * @steps: (nullable) (array zero-terminated=1): the text of each step
 *
 * Returns: the index of the new task
 */
guint
ilv_trace_info_add_task (IlvTraceInfo *self, const char *name, const char *const *steps)
{
  IlvTraceTask *task;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (name != NULL, 0);

  task = g_atomic_rc_box_new0 (IlvTraceTask);
  task->name = g_strdup (name);
  task->steps = steps != NULL ? g_strdupv ((GStrv) steps) : g_new0 (char *, 1);
  task->n_steps = g_strv_length (task->steps);
  task->colour = choose_colour (self, name);
  g_ptr_array_add (self->tasks, task);
  return self->tasks->len - 1;
}

/**
 * ilv_trace_info_take_steps:
 * @self: an info
 * @task: index of a task
 * @steps: (transfer full) (array zero-terminated=1): the text of each of its steps
 */
void
ilv_trace_info_take_steps (IlvTraceInfo *self, guint task, GStrv steps)
{
  IlvTraceTask *trace_task;

  g_return_if_fail (self != NULL);
  g_return_if_fail (task < self->tasks->len);
  g_return_if_fail (steps != NULL);

  trace_task = g_ptr_array_index (self->tasks, task);
  g_strfreev (trace_task->steps);
  trace_task->steps = steps;
  trace_task->n_steps = g_strv_length (steps);
}

/**
 * ilv_trace_info_add_worker:
 * @self: an info
 * @name: the name that the learner sees
 * @os_tid: the kernel's number of its thread, or 0
 * @processor: the processor that it is pinned to, or %ILV_NO_PROCESSOR
 *
 * Returns: the index of the new worker
 */
guint
ilv_trace_info_add_worker (IlvTraceInfo *self, const char *name, gint64 os_tid, int processor)
{
  IlvTraceWorker *worker;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (name != NULL, 0);

  worker = g_atomic_rc_box_new0 (IlvTraceWorker);
  worker->name = g_strdup (name);
  worker->os_tid = os_tid;
  worker->processor = processor;
  g_ptr_array_add (self->workers, worker);
  return self->workers->len - 1;
}

/**
 * ilv_trace_info_add_note:
 * @self: an info
 * @note: what the kernel refused, translated; a note that is there already is not added again
 */
void
ilv_trace_info_add_note (IlvTraceInfo *self, const char *note)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (note != NULL);

  if (!g_ptr_array_find_with_equal_func (self->notes, note, g_str_equal, NULL))
    g_ptr_array_add (self->notes, g_strdup (note));
}

/**
 * ilv_trace_info_add_result:
 * @self: an info
 * @time_ns: when it came, in nanoseconds since the start of the run
 * @task: index of the task, or %G_MAXUINT
 * @step: index of the step, or %ILV_NO_STEP
 * @kind: what it is
 * @text: (nullable): what came
 * @pixels: (nullable): the part of a tile
 */
void
ilv_trace_info_add_result (IlvTraceInfo *self,
                           gint64 time_ns,
                           guint task,
                           guint step,
                           IlvResultKind kind,
                           const char *text,
                           GBytes *pixels)
{
  IlvResult *result;
  guint at;

  g_return_if_fail (self != NULL);

  result = g_atomic_rc_box_new0 (IlvResult);
  result->time_ns = time_ns;
  result->task = task;
  result->step = step;
  result->kind = kind;
  result->text = g_strdup (text);
  result->pixels = pixels != NULL ? g_bytes_ref (pixels) : NULL;

  /* What is told late, as by another process, still has its place in time. */
  for (at = self->results->len; at > 0; at--)
    if (((const IlvResult *) g_ptr_array_index (self->results, at - 1))->time_ns <= time_ns)
      break;
  g_ptr_array_insert (self->results, at, result);
}

/**
 * ilv_trace_info_count_failures:
 * @self: a trace info
 *
 * Returns: how many tasks failed; each does it once, with its end
 */
guint
ilv_trace_info_count_failures (const IlvTraceInfo *self)
{
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < self->results->len; i++)
    {
      const IlvResult *result = g_ptr_array_index (self->results, i);

      n += result->kind == ILV_RESULT_FAILURE;
    }
  return n;
}

/**
 * ilv_trace_info_get_longest_beat_ns:
 * @self: a trace info
 *
 * Returns: the longest time between two beats of the run's event loop, or -1
 */
gint64
ilv_trace_info_get_longest_beat_ns (const IlvTraceInfo *self)
{
  gint64 longest_ns = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 1; i < self->beats->len; i++)
    longest_ns = MAX (longest_ns, g_array_index (self->beats, gint64, i)
                                    - g_array_index (self->beats, gint64, i - 1));
  return longest_ns;
}

/**
 * ilv_trace_info_get_task:
 * @self: an info
 * @index: a number
 *
 * Returns: (nullable): the task; %NULL if there are not so many
 */
const IlvTraceTask *
ilv_trace_info_get_task (const IlvTraceInfo *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->tasks->len ? g_ptr_array_index (self->tasks, index) : NULL;
}

/**
 * ilv_trace_info_get_colour:
 * @self: an info
 * @task: index of a task
 *
 * Returns: the palette's index of its colour
 */
guint
ilv_trace_info_get_colour (const IlvTraceInfo *self, guint task)
{
  return task < self->tasks->len ? ilv_trace_info_get_task (self, task)->colour
                                 : ilv_palette_get_index (task);
}

/**
 * ilv_trace_info_get_worker:
 * @self: an info
 * @index: a number
 *
 * Returns: (nullable): the worker; %NULL if there are not so many, as for %ILV_NO_WORKER
 */
const IlvTraceWorker *
ilv_trace_info_get_worker (const IlvTraceInfo *self, guint index)
{
  g_return_val_if_fail (self != NULL, NULL);

  return index < self->workers->len ? g_ptr_array_index (self->workers, index) : NULL;
}

/**
 * ilv_trace_info_get_step:
 * @self: an info
 * @task: index of a task
 * @step: index of a step in the task
 *
 * Returns: (nullable): the step's text; %NULL if there is none, as for %ILV_NO_STEP
 */
const char *
ilv_trace_info_get_step (const IlvTraceInfo *self, guint task, guint step)
{
  const IlvTraceTask *trace_task = ilv_trace_info_get_task (self, task);

  return trace_task != NULL && step < trace_task->n_steps ? trace_task->steps[step] : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-source.h"

#include "ilv-python-function.h"

/* How each strategy says it. */
typedef struct
{
  const char *import;
  const char *start;   /* what makes a task, up to its function */
  const char *lock;    /* what makes a lock, without its arguments */
  const char *event;   /* the same for the end of a task */
  gboolean is_async;
  gboolean by_name;    /* locks and ends are found by their name, from another interpreter */
} Manner;

static const Manner threads
  = { "threading", "threading.Thread", "threading.Lock", "threading.Event", FALSE, FALSE };
static const Manner processes = { "multiprocessing",       "multiprocessing.Process",
                                  "multiprocessing.Lock", "multiprocessing.Event",
                                  FALSE,                  FALSE };
static const Manner interpreters
  = { NULL, "interleave.Interpreter", "interleave.SharedLock", "interleave.SharedEvent", FALSE,
      TRUE };
static const Manner tasks
  = { "asyncio", "asyncio.create_task", "asyncio.Lock", "asyncio.Event", TRUE, FALSE };

typedef struct
{
  IlvWorkload *workload;
  const Manner *manner;
  IlvStrategy strategy;
  GString *text;
  GPtrArray *functions; /* of IlvPythonFunction */
  gboolean *awaited;    /* the tasks */
  gint64 additions;
  gboolean has_locks;
  gboolean has_awaits;
  gboolean has_spawns;
} Source;

static const Manner *
get_manner (IlvStrategy strategy)
{
  switch (strategy)
    {
    case ILV_STRATEGY_PYTHON_PROCESSES:
      return &processes;
    case ILV_STRATEGY_PYTHON_SUBINTERPRETERS:
      return &interpreters;
    case ILV_STRATEGY_PYTHON_ASYNCIO:
      return &tasks;
    default:
      return &threads;
    }
}

/* (transfer full): @text as Python writes it. */
static char *
quote (const char *text)
{
  GString *quoted = g_string_new ("\"");

  for (; *text != '\0'; text++)
    if (*text == '"' || *text == '\\')
      g_string_append_printf (quoted, "\\%c", *text);
    else if ((guchar) *text < ' ')
      g_string_append_printf (quoted, "\\x%02x", (guint) (guchar) *text);
    else
      g_string_append_c (quoted, *text);
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

/* "40" or "0.5". */
static char *
format_ms (gint64 duration_ns)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.9g", duration_ns / 1e6));
}

static void
look_at_steps (Source *source)
{
  for (guint i = 0; i < ilv_workload_get_n_tasks (source->workload); i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (source->workload, i); j++)
      {
        const IlvStep *step = ilv_workload_get_step (source->workload, i, j);

        if (step->kind == ILV_STEP_AWAIT)
          source->has_awaits = source->awaited[step->target] = TRUE;
        if (step->kind == ILV_STEP_ADD)
          source->additions += step->target;
        source->has_locks = source->has_locks || step->kind == ILV_STEP_LOCK;
        source->has_spawns = source->has_spawns || step->kind == ILV_STEP_SPAWN;
      }
}

static void
add_call (Source *source, const char *verb, const char *argument)
{
  g_string_append_printf (source->text, "    %sinterleave.%s%s(%s)\n",
                          source->manner->is_async ? "await " : "",
                          source->manner->is_async ? "a" : "", verb, argument);
}

/* "notes.txt 8 MiB" is a name and a size. */
static void
add_write (Source *source, const char *argument)
{
  g_auto (GStrv) words = g_strsplit (argument, " ", 3);
  g_autofree char *quoted = quote (words[0]);
  g_autofree char *both = g_strdup_printf (
    "%s, %" G_GUINT64_FORMAT, quoted,
    words[1] != NULL ? g_ascii_strtoull (words[1], NULL, 10) : G_GUINT64_CONSTANT (1));

  add_call (source, "write", both);
}

/* (transfer full): the call that makes a task run @function for its member @task. */
static char *
make_start (Source *source, IlvPythonFunction *function, guint task)
{
  g_autofree char *name = quote (ilv_workload_get_task_name (source->workload, task));
  g_autoptr (GString) arguments = g_string_new (NULL);

  for (guint i = 0; i < function->differ->len; i++)
    {
      guint step = GPOINTER_TO_UINT (g_ptr_array_index (function->differ, i));
      g_autofree char *quoted
        = quote (ilv_workload_get_step (source->workload, task, step)->argument);

      g_string_append_printf (arguments, "%s%s", i > 0 ? ", " : "", quoted);
    }
  if (source->manner->is_async)
    return g_strdup_printf ("%s(%s(%s), name=%s)", source->manner->start, function->name,
                            arguments->str, name);
  if (function->differ->len == 0)
    return g_strdup_printf ("%s(target=%s, name=%s)", source->manner->start, function->name, name);
  return g_strdup_printf ("%s(target=%s, args=(%s,), name=%s)", source->manner->start,
                          function->name, arguments->str, name);
}

static IlvPythonFunction *
find_function (Source *source, guint task)
{
  for (guint i = 0; i < source->functions->len; i++)
    {
      IlvPythonFunction *function = g_ptr_array_index (source->functions, i);

      for (guint j = 0; j < function->members->len; j++)
        if (g_array_index (function->members, guint, j) == task)
          return function;
    }
  g_return_val_if_reached (NULL);
}

static void
add_spawn (Source *source, guint task)
{
  g_autofree char *start = make_start (source, find_function (source, task), task);

  if (source->manner->is_async)
    g_string_append_printf (source->text, "    spawned.append(%s)\n", start);
  else
    g_string_append_printf (source->text, "    %s.start()\n", start);
}

/* The counter of processes is in memory that they share; what is read there is old by the time it
 * is written, since a function is called in between. */
static void
add_additions (Source *source, guint count)
{
  const char *counter
    = source->strategy == ILV_STRATEGY_PYTHON_PROCESSES ? "counter.value" : "counter";

  if (source->strategy != ILV_STRATEGY_PYTHON_PROCESSES)
    g_string_append (source->text, "    global counter\n");
  g_string_append_printf (source->text,
                          "    for _ in range(%u):\n"
                          "        %s = plus_one(%s)\n",
                          count, counter, counter);
}

static void
add_step (Source *source, IlvPythonFunction *function, guint index)
{
  guint first = g_array_index (function->members, guint, 0);
  const IlvStep *step = ilv_workload_get_step (source->workload, first, index);
  g_autofree char *parameter
    = ilv_python_function_dup_parameter (function, source->workload, index);
  g_autofree char *argument = step->argument != NULL ? quote (step->argument) : NULL;
  g_autofree char *ms = format_ms (step->duration_ns);
  g_autofree char *name = NULL;
  const char *await = source->manner->is_async ? "await " : "";

  switch (step->kind)
    {
    case ILV_STEP_CPU:
      add_call (source, "cpu", ms);
      break;
    case ILV_STEP_WAIT:
      add_call (source, "pause", ms);
      break;
    case ILV_STEP_BLOCK:
      g_string_append_printf (source->text, "    interleave.pause(%s)\n", ms);
      break;
    case ILV_STEP_WRITE:
      add_write (source, step->argument);
      break;
    case ILV_STEP_ADD:
      add_additions (source, step->target);
      break;
    case ILV_STEP_LOCK:
      name = quote (ilv_workload_get_lock_name (source->workload, step->target));
      g_string_append_printf (source->text, "    %slocks[%s].acquire()\n", await, name);
      break;
    case ILV_STEP_UNLOCK:
      name = quote (ilv_workload_get_lock_name (source->workload, step->target));
      g_string_append_printf (source->text, "    locks[%s].release()\n", name);
      break;
    case ILV_STEP_AWAIT:
      name = quote (ilv_workload_get_task_name (source->workload, step->target));
      g_string_append_printf (source->text, "    %sdone[%s].wait()\n", await, name);
      break;
    case ILV_STEP_SPAWN:
      add_spawn (source, step->target);
      break;
    case ILV_STEP_PAINT:
      g_return_if_reached ();
    default: /* get, read, query, ask */
      add_call (source, ilv_step_kind_to_string (step->kind),
                parameter != NULL ? parameter : argument);
    }
}

static void
add_function (Source *source, IlvPythonFunction *function)
{
  guint first = g_array_index (function->members, guint, 0);
  guint n_steps = ilv_workload_get_n_steps (source->workload, first);

  g_string_append_printf (source->text, "\n\n%sdef %s(", source->manner->is_async ? "async " : "",
                          function->name);
  for (guint i = 0; i < function->differ->len; i++)
    {
      guint step = GPOINTER_TO_UINT (g_ptr_array_index (function->differ, i));
      g_autofree char *parameter
        = ilv_python_function_dup_parameter (function, source->workload, step);

      g_string_append_printf (source->text, "%s%s", i > 0 ? ", " : "", parameter);
    }
  g_string_append (source->text, "):\n");
  for (guint i = 0; i < n_steps; i++)
    add_step (source, function, i);
  if (source->awaited[first])
    {
      g_autofree char *name = quote (ilv_workload_get_task_name (source->workload, first));

      g_string_append_printf (source->text, "    done[%s].set()\n", name);
    }
  else if (n_steps == 0)
    g_string_append (source->text, "    pass\n");
}

/* "locks = {…}" with an entry for each name. */
static void
add_table (
  Source *source, const char *indent, const char *table, const char *make, GPtrArray *names)
{
  g_string_append_printf (source->text, "%s%s = {", indent, table);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *name = quote (g_ptr_array_index (names, i));

      g_string_append_printf (source->text, "%s%s: %s(%s)", i > 0 ? ", " : "", name, make,
                              source->manner->by_name ? name : "");
    }
  g_string_append (source->text, "}\n");
}

static void
add_tables (Source *source, const char *indent)
{
  g_autoptr (GPtrArray) locks = g_ptr_array_new ();
  g_autoptr (GPtrArray) ends = g_ptr_array_new ();

  for (guint i = 0; i < ilv_workload_get_n_locks (source->workload); i++)
    g_ptr_array_add (locks, (gpointer) ilv_workload_get_lock_name (source->workload, i));
  for (guint i = 0; i < ilv_workload_get_n_tasks (source->workload); i++)
    if (source->awaited[i])
      g_ptr_array_add (ends, (gpointer) ilv_workload_get_task_name (source->workload, i));
  if (source->has_locks)
    add_table (source, indent, "locks", source->manner->lock, locks);
  if (source->has_awaits)
    add_table (source, indent, "done", source->manner->event, ends);
}

static void
add_head (Source *source)
{
  if (source->manner->import != NULL)
    g_string_append_printf (source->text, "import %s\n\n", source->manner->import);
  g_string_append (source->text, "import interleave\n");
  if (!source->manner->is_async && (source->has_locks || source->has_awaits))
    {
      g_string_append_c (source->text, '\n');
      add_tables (source, "");
    }
  if (source->manner->is_async && source->has_spawns)
    g_string_append (source->text, "\nspawned = []\n");
  if (source->additions == 0)
    return;
  g_string_append_printf (source->text,
                          "\ncounter = %s\n"
                          "\n\ndef plus_one(number):\n"
                          "    return number + 1\n",
                          source->strategy == ILV_STRATEGY_PYTHON_PROCESSES
                            ? "multiprocessing.Value(\"q\", 0, lock=False)"
                            : "0");
}

static void
add_list (Source *source)
{
  g_string_append (source->text, "    tasks = [\n");
  for (guint i = 0; i < ilv_workload_get_n_tasks (source->workload); i++)
    if (!ilv_workload_is_spawned (source->workload, i))
      {
        g_autofree char *start = make_start (source, find_function (source, i), i);

        g_string_append_printf (source->text, "        %s,\n", start);
      }
  g_string_append (source->text, "    ]\n");
}

/* What was counted, where there is something that is shared. */
static void
add_counted (Source *source)
{
  gboolean is_value = source->strategy == ILV_STRATEGY_PYTHON_PROCESSES;

  if (source->additions > 0 && !source->manner->by_name)
    g_string_append_printf (source->text,
                            "    interleave.counted(expected=%" G_GINT64_FORMAT
                            ", found=counter%s)\n",
                            source->additions, is_value ? ".value" : "");
}

static void
add_async_main (Source *source)
{
  g_string_append (source->text, "\n\nasync def main():\n");
  if (source->has_locks || source->has_awaits)
    {
      g_string_append_printf (source->text, "    global %s%s%s\n", source->has_locks ? "locks" : "",
                              source->has_locks && source->has_awaits ? ", " : "",
                              source->has_awaits ? "done" : "");
      add_tables (source, "    ");
    }
  add_list (source);
  g_string_append (source->text, "    for task in tasks:\n        await task\n");
  if (source->has_spawns)
    g_string_append (source->text, "    for task in spawned:\n        await task\n");
  add_counted (source);
  g_string_append (source->text, "\n\nasyncio.run(main())\n");
}

static void
add_main (Source *source)
{
  g_string_append (source->text, "\n\nif __name__ == \"__main__\":\n");
  add_list (source);
  g_string_append (source->text, "    for task in tasks:\n        task.start()\n"
                                 "    for task in tasks:\n        task.join()\n");
  add_counted (source);
}

char *
ilv_python_source_new (IlvWorkload *workload, IlvStrategy strategy)
{
  Source source = { .workload = workload, .strategy = strategy };

  g_return_val_if_fail (ILV_IS_WORKLOAD (workload), NULL);
  g_return_val_if_fail (ilv_strategy_is_python (strategy), NULL);

  source.manner = get_manner (strategy);
  source.text = g_string_new (NULL);
  source.awaited = g_new0 (gboolean, ilv_workload_get_n_tasks (workload));
  look_at_steps (&source);
  source.functions = ilv_python_function_find_all (workload, source.awaited);
  add_head (&source);
  for (guint i = 0; i < source.functions->len; i++)
    add_function (&source, g_ptr_array_index (source.functions, i));
  if (source.manner->is_async)
    add_async_main (&source);
  else
    add_main (&source);
  g_free (source.awaited);
  g_ptr_array_unref (source.functions);
  return g_string_free (source.text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-name.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *strategy;
  const char *title;
  const char *subject;
  const char *object;
  gboolean is_single;
} RunName;

/* Translators: each way to run tasks comes as a heading ("Thread pool"), as it stands at the
 * beginning of a sentence ("The thread pool finished …") and as it stands inside of one ("… sooner
 * than the thread pool"). */
static const RunName run_names[] = {
  { "sequential", N_("Sequential"), N_("The sequential run"), N_("the sequential run"), TRUE },
  { "event-loop", N_("Event loop"), N_("The event loop"), N_("the event loop"), TRUE },
  { "await-loop", N_("Await in a loop"), N_("Awaiting in a loop"), N_("awaiting in a loop"), TRUE },
  { "time-sliced", N_("Time-sliced"), N_("The time-sliced run"), N_("the time-sliced run"), TRUE },
  { "thread-pool", N_("Thread pool"), N_("The thread pool"), N_("the thread pool"), FALSE },
  { "gil", N_("One lock, in C"), N_("The pool with one lock"), N_("the pool with one lock"),
    FALSE },
  { "gio", N_("C with GIO"), N_("C with GIO"), N_("C with GIO"), TRUE },
  { "python-threads", N_("Python threads"), N_("The run with Python threads"),
    N_("the run with Python threads"), FALSE },
  { "python-processes", N_("Python processes"), N_("The run with Python processes"),
    N_("the run with Python processes"), FALSE },
  { "python-asyncio", N_("Python asyncio"), N_("The asyncio run"), N_("the asyncio run"), TRUE },
  { "python-subinterpreters", N_("Python subinterpreters"), N_("The run with subinterpreters"),
    N_("the run with subinterpreters"), FALSE },
  { "python-free-threaded", N_("Free-threaded Python"), N_("Free-threaded Python"),
    N_("free-threaded Python"), FALSE },
  { "foreign", N_("Another program"), N_("The other program"), N_("the other program"), FALSE },
  { "model", N_("Model"), N_("The model"), N_("the model"), FALSE },
};

static const RunName *
run_name_find (const char *strategy)
{
  for (guint i = 0; i < G_N_ELEMENTS (run_names); i++)
    if (g_str_equal (run_names[i].strategy, strategy))
      return &run_names[i];
  return NULL;
}

/**
 * ilv_run_name_get_title:
 * @strategy: the stable id of a strategy
 *
 * Returns: (transfer none): the name as a heading
 */
const char *
ilv_run_name_get_title (const char *strategy)
{
  const RunName *name;

  g_return_val_if_fail (strategy != NULL, "");

  name = run_name_find (strategy);
  return name != NULL ? _(name->title) : strategy;
}

/**
 * ilv_run_name_get_subject:
 * @strategy: the stable id of a strategy
 *
 * Returns: (transfer none): the name as it begins a sentence
 */
const char *
ilv_run_name_get_subject (const char *strategy)
{
  const RunName *name;

  g_return_val_if_fail (strategy != NULL, "");

  name = run_name_find (strategy);
  return name != NULL ? _(name->subject) : strategy;
}

/**
 * ilv_run_name_get_object:
 * @strategy: the stable id of a strategy
 *
 * Returns: (transfer none): the name as it stands inside a sentence
 */
const char *
ilv_run_name_get_object (const char *strategy)
{
  const RunName *name;

  g_return_val_if_fail (strategy != NULL, "");

  name = run_name_find (strategy);
  return name != NULL ? _(name->object) : strategy;
}

/**
 * ilv_run_name_is_single:
 * @strategy: the stable id of a strategy
 *
 * Returns: whether the strategy uses one processor by its nature
 */
gboolean
ilv_run_name_is_single (const char *strategy)
{
  const RunName *name;

  g_return_val_if_fail (strategy != NULL, FALSE);

  name = run_name_find (strategy);
  return name != NULL && name->is_single;
}

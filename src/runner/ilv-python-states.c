/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python-states.h"

#include <glib/gi18n-lib.h>

#define MAX_NAMED 6

typedef struct
{
  char *name;
  IlvState state;
  int peer; /* or -1 */
  guint line;
} Task;

struct _IlvPythonStates
{
  GArray *tasks; /* of Task */
};

static void
task_clear (gpointer data)
{
  Task *task = data;

  g_free (task->name);
}

static Task *
get_task (IlvPythonStates *self, guint index)
{
  return &g_array_index (self->tasks, Task, index);
}

/* Each blocked task waits for one holder at most, so following them for as many hops as there are
 * tasks leads back to a task of a circle if it is in one. */
static gboolean
is_in_circle (IlvPythonStates *self, guint index)
{
  int at = index;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      const Task *task = get_task (self, at);

      if (task->state != ILV_STATE_BLOCKED || task->peer < 0)
        return FALSE;
      at = task->peer;
      if (at == (int) index)
        return TRUE;
    }
  return FALSE;
}

/* (transfer full) */
static char *
make_blocked_sentence (const Task *task, const char *holder)
{
  if (holder == NULL)
    /* Translators: a task of a script, and the number of a line. */
    return g_strdup_printf (_("%s waits for a lock at line %u."), task->name, task->line);
  if (holder == task->name)
    /* Translators: a task of a script, and the number of a line. */
    return g_strdup_printf (_("%s waits at line %u for a lock that it holds itself."), task->name,
                            task->line);
  /* Translators: a task of a script, the number of a line, and another task. */
  return g_strdup_printf (_("%s waits at line %u for a lock that %s holds."), task->name,
                          task->line, holder);
}

/* (transfer full) */
static char *
make_sentence (IlvPythonStates *self, const Task *task)
{
  const char *peer = task->peer >= 0 ? get_task (self, task->peer)->name : NULL;

  if (task->state == ILV_STATE_BLOCKED)
    return make_blocked_sentence (task, peer);
  if (task->state == ILV_STATE_READY)
    /* Translators: %s is a task of a script that could go on if there was a thread for it. */
    return g_strdup_printf (_("%s waits for its turn."), task->name);
  if (peer != NULL)
    /* Translators: both are tasks of a script. */
    return g_strdup_printf (_("%s waits for %s."), task->name, peer);
  if (task->line == 0)
    /* Translators: %s is a task of a script. */
    return g_strdup_printf (_("%s waits for other tasks."), task->name);
  /* Translators: a task of a script, and the number of a line. */
  return g_strdup_printf (_("%s waits at line %u."), task->name, task->line);
}

IlvPythonStates *
ilv_python_states_new (void)
{
  IlvPythonStates *self = g_new0 (IlvPythonStates, 1);

  self->tasks = g_array_new (FALSE, TRUE, sizeof (Task));
  g_array_set_clear_func (self->tasks, task_clear);
  return self;
}

void
ilv_python_states_free (IlvPythonStates *self)
{
  g_array_unref (self->tasks);
  g_free (self);
}

void
ilv_python_states_add (IlvPythonStates *self, const char *name)
{
  /* It has not begun: nobody waits for it to run before its first state is known. */
  Task task = { .name = g_strdup (name), .state = ILV_STATE_ENDED, .peer = -1 };

  g_array_append_val (self->tasks, task);
}

void
ilv_python_states_set (IlvPythonStates *self, guint index, IlvState state, int peer, guint line)
{
  Task *task;

  g_return_if_fail (index < self->tasks->len && peer < (int) self->tasks->len);

  task = get_task (self, index);
  task->state = state;
  task->peer = peer;
  task->line = line;
}

gboolean
ilv_python_states_are_still (IlvPythonStates *self)
{
  gboolean some = FALSE;

  for (guint i = 0; i < self->tasks->len; i++)
    {
      IlvState state = get_task (self, i)->state;

      if (state == ILV_STATE_RUNNING)
        return FALSE;
      some = some || state != ILV_STATE_ENDED;
    }
  return some;
}

gboolean
ilv_python_states_are_stuck (IlvPythonStates *self)
{
  for (guint i = 0; i < self->tasks->len; i++)
    {
      const Task *task = get_task (self, i);

      if (task->state == ILV_STATE_READY
          || (task->state == ILV_STATE_WAITING && task->peer < 0 && task->line > 0))
        return FALSE;
    }
  return ilv_python_states_are_still (self);
}

char *
ilv_python_states_describe (IlvPythonStates *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->tasks->len; i++)
      {
        g_autofree char *sentence = NULL;

        if (get_task (self, i)->state == ILV_STATE_ENDED || is_in_circle (self, i) != (pass == 0)
            || n++ >= MAX_NAMED)
          continue;
        sentence = make_sentence (self, get_task (self, i));
        g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", sentence);
      }
  if (n > MAX_NAMED)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text,
                              g_dngettext (GETTEXT_PACKAGE, "%u more task waits.",
                                           "%u more tasks wait.", n - MAX_NAMED),
                              n - MAX_NAMED);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

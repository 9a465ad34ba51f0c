/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-piece-run.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-work.h"

/* The work of showing a page: what a cpu step of that length computes. */
#define SHOW_NS 15000000

#define NO_TASK G_MAXUINT

static const char *const tasks[] = { "Sign in", "Query", "Show", NULL };

struct _IlvPiece
{
  IlvRecorder *recorder;
  IlvWorker *worker;
  IlvWorld *world;
  GCancellable *stopped; /* cancelled by the loop itself when the run is cancelled */
  guint current; /* the task whose code runs, or NO_TASK */
  guint n_operations;
};

/* From a call to its callback. */
typedef struct
{
  IlvPiece *piece;
  guint task;
  guint step;
  IlvStep what;
  GAsyncReadyCallback callback;
  gpointer data;
} Operation;

static void
operation_free (Operation *operation)
{
  g_free (operation->what.argument);
  g_free (operation);
}

static guint
find_task (const char *name)
{
  for (guint i = 0; tasks[i] != NULL; i++)
    if (g_str_equal (tasks[i], name))
      return i;
  g_error ("A piece of C names a task that there is not: %s", name);
}

/* Spans tell lines as steps, which count from 0. */
static void
run_at (IlvPiece *self, guint task, guint step)
{
  self->current = task;
  ilv_worker_set_state (self->worker, task, ILV_STATE_RUNNING, step, ILV_NO_PEER);
}

static void
end_current (IlvPiece *self)
{
  if (self->current != NO_TASK)
    ilv_worker_set_state (self->worker, self->current, ILV_STATE_ENDED, ILV_NO_STEP, ILV_NO_PEER);
  self->current = NO_TASK;
}

/* The code that runs for one task goes on for another. */
static void
change_task (IlvPiece *self, guint task, guint step)
{
  guint before = self->current;

  end_current (self);
  if (before != NO_TASK)
    ilv_worker_add_flow (self->worker, ILV_FLOW_SPAWNED, before, task);
  run_at (self, task, step);
}

/* As in any loop, the callback runs when the answer is here. What it starts is noted for the task
 * that it starts. */
static void
on_performed (GObject *source, GAsyncResult *result, gpointer data)
{
  Operation *operation = data;
  IlvPiece *self = operation->piece;

  run_at (self, operation->task, operation->step);
  operation->callback (source, result, operation->data);
  end_current (self);
  self->n_operations--;
  operation_free (operation);
}

static void
perform (IlvPiece *self, Operation *operation, IlvStepKind kind, char *argument)
{
  operation->piece = self;
  operation->what = (IlvStep){ .kind = kind, .argument = argument };
  change_task (self, operation->task, operation->step);
  self->current = NO_TASK;
  self->n_operations++;
  ilv_worker_set_unheld_state (self->worker, operation->task, ILV_STATE_WAITING, operation->step,
                               ILV_NO_PEER);
  ilv_world_perform_async (self->world, &operation->what, self->stopped, on_performed,
                           operation);
}

static Operation *
operation_new (const char *task, guint line, GAsyncReadyCallback callback, gpointer data)
{
  Operation *operation = g_new0 (Operation, 1);

  operation->task = find_task (task);
  operation->step = line - 1;
  operation->callback = callback;
  operation->data = data;
  return operation;
}

void
ilv_piece_get_at (IlvPiece *self,
                  const char *task,
                  guint line,
                  const char *path,
                  GAsyncReadyCallback callback,
                  gpointer data)
{
  perform (self, operation_new (task, line, callback, data), ILV_STEP_GET, g_strdup (path));
}

/* A text in SQL stands in single quotes, and such in it are doubled. */
static char *
fill_in (const char *sql, const char *value)
{
  const char *mark = strchr (sql, '?');
  g_auto (GStrv) parts = g_strsplit (value, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);

  if (mark == NULL)
    return g_strdup (sql);
  return g_strdup_printf ("%.*s'%s'%s", (int) (mark - sql), sql, doubled, mark + 1);
}

void
ilv_piece_query_at (IlvPiece *self,
                    const char *task,
                    guint line,
                    const char *sql,
                    const char *value,
                    GAsyncReadyCallback callback,
                    gpointer data)
{
  perform (self, operation_new (task, line, callback, data), ILV_STEP_QUERY,
           fill_in (sql, value));
}

char *
ilv_piece_finish_at (IlvPiece *self, guint line, GAsyncResult *result)
{
  g_autoptr (GError) error = NULL;
  char *answer = ilv_world_perform_finish (self->world, result, &error);

  run_at (self, self->current, line - 1);
  /* Of what was stopped there is nothing to tell. */
  if (!g_cancellable_is_cancelled (self->stopped))
    ilv_recorder_add_result (self->recorder, self->current, line - 1,
                             answer != NULL ? ILV_RESULT_TEXT : ILV_RESULT_FAILURE,
                             answer != NULL ? answer : error->message, NULL);
  return answer;
}

typedef struct
{
  guint64 quanta_left;
} Layout;

static gboolean
lay_out (gpointer data)
{
  Layout *layout = data;

  ilv_work_run_quantum ();
  return --layout->quanta_left > 0;
}

void
ilv_piece_show_at (IlvPiece *self, const char *task, guint line, const char *text)
{
  Layout layout = { ilv_work_get_quanta (SHOW_NS) };
  guint index = find_task (task);
  atomic_int stop = 0;

  change_task (self, index, line - 1);
  ilv_worker_compute (self->worker, lay_out, &layout, G_MAXUINT64, &stop);
  /* Translators: what a page shows when there is nothing to be shown on it. */
  ilv_recorder_add_result (self->recorder, index, line - 1, ILV_RESULT_TEXT,
                           text != NULL ? text : _ ("(nothing)"), NULL);
  end_current (self);
}

const char *const *
ilv_piece_list_tasks (void)
{
  return tasks;
}

/* In any thread. */
static void
on_cancelled (GCancellable *cancellable G_GNUC_UNUSED, GMainContext *context)
{
  g_main_context_wakeup (context);
}

/* As in an event loop, operations are cancelled in the loop's own thread, see
 * ilv_execution_stop_io(). */
void
ilv_piece_run (IlvPieceFunc func,
               IlvRecorder *recorder,
               IlvWorker *worker,
               IlvWorld *world,
               GCancellable *cancellable)
{
  GMainContext *context = g_main_context_get_thread_default ();
  g_autoptr (GCancellable) stopped = g_cancellable_new ();
  IlvPiece self = { recorder, worker, world, stopped, NO_TASK, 0 };
  gulong handler = 0;

  if (cancellable != NULL)
    handler = g_cancellable_connect (cancellable, G_CALLBACK (on_cancelled), context, NULL);
  func (&self);
  while (self.n_operations > 0)
    {
      if (g_cancellable_is_cancelled (cancellable))
        g_cancellable_cancel (stopped);
      g_main_context_iteration (context, TRUE);
    }
  g_cancellable_disconnect (cancellable, handler);
}

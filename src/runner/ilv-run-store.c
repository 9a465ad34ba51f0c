/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-store.h"

#include "ilv-run-database.h"
#include "ilv-run-rows.h"

struct _IlvRunStore
{
  GObject parent_instance;

  GThreadPool *pool;        /* of one thread, so that all is done in order */
  IlvRunDatabase *database; /* of that thread */
  guint max_runs;
  gint64 max_bytes;
  GMutex lock; /* for @warning */
  char *warning;
};

/* What one call asks for, and what it brings. */
typedef struct
{
  IlvRunDeed deed;
  guint max_runs;
  gint64 max_bytes;
  gint64 id;
  IlvRunPlace place; /* owned; all %NULL for none */
  IlvStoredRun *run;
  GBytes *packed;
  GPtrArray *runs;
  GError *error;
} Request;

G_DEFINE_QUARK (ilv-run-store-error-quark, ilv_run_store_error)
G_DEFINE_FINAL_TYPE (IlvRunStore, ilv_run_store, G_TYPE_OBJECT)

static void
request_free (gpointer data)
{
  Request *request = data;

  g_free ((char *) request->place.lesson);
  g_free ((char *) request->place.section);
  g_free ((char *) request->place.title);
  g_clear_pointer (&request->run, ilv_stored_run_unref);
  g_clear_pointer (&request->packed, g_bytes_unref);
  g_clear_pointer (&request->runs, g_ptr_array_unref);
  g_clear_error (&request->error);
  g_free (request);
}

static gboolean
add (sqlite3 *connection, gpointer data, GError **error)
{
  Request *request = data;

  /* As it was, where this is done a second time. */
  request->run->id = request->id;
  return ilv_run_rows_insert (connection, request->run, request->packed, error)
         && ilv_run_rows_trim (connection, request->max_runs, request->max_bytes, error);
}

static gboolean
list (sqlite3 *connection, gpointer data, GError **error)
{
  Request *request = data;

  request->runs = ilv_run_rows_list (connection, &request->place, error);
  return request->runs != NULL;
}

static gboolean
load (sqlite3 *connection, gpointer data, GError **error)
{
  Request *request = data;

  request->run = ilv_run_rows_load (connection, request->id, error);
  return request->run != NULL;
}

static gboolean
delete (sqlite3 *connection, gpointer data, GError **error)
{
  return ilv_run_rows_delete (connection, ((Request *) data)->id, error);
}

static gboolean
clear (sqlite3 *connection, gpointer data, GError **error)
{
  const Request *request = data;

  return ilv_run_rows_clear (connection, request->place.title != NULL ? &request->place : NULL, error);
}

static void
keep_warning (IlvRunStore *self)
{
  char *warning = ilv_run_database_take_warning (self->database);

  if (warning == NULL)
    return;
  g_mutex_lock (&self->lock);
  g_free (self->warning);
  self->warning = warning;
  g_mutex_unlock (&self->lock);
}

/* In the thread of who asked. */
static gboolean
on_task_done (gpointer data)
{
  GTask *task = data;
  Request *request = g_task_get_task_data (task);

  if (request->error == NULL)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&request->error));
  return G_SOURCE_REMOVE;
}

/* In the pool's thread, which hands the task on rather than to let go of it: it may be the last to hold
 * the store, whose end waits for this thread. */
static void
do_task (gpointer data, gpointer user_data G_GNUC_UNUSED)
{
  GTask *task = data;
  IlvRunStore *self = g_task_get_source_object (task);
  Request *request = g_task_get_task_data (task);
  g_autoptr (GSource) source = g_idle_source_new ();

  /* Packing takes longer than writing: not while the file is locked. */
  if (request->deed == add && !g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    request->packed = ilv_stored_run_pack_traces (request->run);
  ilv_run_database_do (self->database, request->deed, request, g_task_get_cancellable (task),
                       &request->error);
  keep_warning (self);
  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, on_task_done, task, g_object_unref);
  g_source_attach (source, g_task_get_context (task));
}

static void
set_place (Request *request, const IlvRunPlace *place)
{
  request->place = (IlvRunPlace){ g_strdup (place->lesson), g_strdup (place->section),
                                  g_strdup (place->title) };
}

/* (transfer full) */
static Request *
request_new (IlvRunStore *self, IlvRunDeed deed)
{
  Request *request = g_new0 (Request, 1);

  request->deed = deed;
  request->max_runs = self->max_runs;
  request->max_bytes = self->max_bytes;
  return request;
}

/* @request: (transfer full) */
static void
start (IlvRunStore *self,
       Request *request,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, request->deed);
  g_task_set_task_data (task, request, request_free);
  /* What was done was done, although it was cancelled a moment later. */
  g_task_set_check_cancellable (task, FALSE);
  g_thread_pool_push (self->pool, task, NULL);
}

static void
ilv_run_store_finalize (GObject *object)
{
  IlvRunStore *self = ILV_RUN_STORE (object);

  g_thread_pool_free (self->pool, FALSE, TRUE);
  g_clear_object (&self->database);
  g_mutex_clear (&self->lock);
  g_free (self->warning);

  G_OBJECT_CLASS (ilv_run_store_parent_class)->finalize (object);
}

static void
ilv_run_store_class_init (IlvRunStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_run_store_finalize;
}

static void
ilv_run_store_init (IlvRunStore *self)
{
  g_mutex_init (&self->lock);
  self->pool = g_thread_pool_new (do_task, NULL, 1, FALSE, NULL);
  self->max_runs = ILV_RUN_STORE_MAX_RUNS;
  self->max_bytes = ILV_RUN_STORE_MAX_BYTES;
}

IlvRunStore *
ilv_run_store_new (GFile *file)
{
  IlvRunStore *self;

  g_return_val_if_fail (G_IS_FILE (file) && g_file_peek_path (file) != NULL, NULL);

  self = g_object_new (ILV_TYPE_RUN_STORE, NULL);
  self->database = ilv_run_database_new (g_file_peek_path (file));
  return self;
}

GFile *
ilv_run_store_get_default_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "interleave", "history.db", NULL);
}

void
ilv_run_store_add_async (IlvRunStore *self,
                         IlvStoredRun *run,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Request *request;

  g_return_if_fail (ILV_IS_RUN_STORE (self));
  g_return_if_fail (run != NULL);

  request = request_new (self, add);
  request->run = ilv_stored_run_ref (run);
  request->id = run->id;
  start (self, request, cancellable, callback, user_data);
}

gboolean
ilv_run_store_add_finish (IlvRunStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ilv_run_store_list_async (IlvRunStore *self,
                          const IlvRunPlace *place,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Request *request;

  g_return_if_fail (ILV_IS_RUN_STORE (self));
  g_return_if_fail (place != NULL);

  request = request_new (self, list);
  set_place (request, place);
  start (self, request, cancellable, callback, user_data);
}

GPtrArray *
ilv_run_store_list_finish (IlvRunStore *self, GAsyncResult *result, GError **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  request = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&request->runs);
}

void
ilv_run_store_load_async (IlvRunStore *self,
                          gint64 id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  Request *request;

  g_return_if_fail (ILV_IS_RUN_STORE (self));

  request = request_new (self, load);
  request->id = id;
  start (self, request, cancellable, callback, user_data);
}

IlvStoredRun *
ilv_run_store_load_finish (IlvRunStore *self, GAsyncResult *result, GError **error)
{
  Request *request;

  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;
  request = g_task_get_task_data (G_TASK (result));
  return g_steal_pointer (&request->run);
}

void
ilv_run_store_remove_async (IlvRunStore *self,
                            gint64 id,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  Request *request;

  g_return_if_fail (ILV_IS_RUN_STORE (self));

  request = request_new (self, delete);
  request->id = id;
  start (self, request, cancellable, callback, user_data);
}

gboolean
ilv_run_store_remove_finish (IlvRunStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ilv_run_store_clear_async (IlvRunStore *self,
                           const IlvRunPlace *place,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Request *request;

  g_return_if_fail (ILV_IS_RUN_STORE (self));

  request = request_new (self, clear);
  if (place != NULL)
    set_place (request, place);
  start (self, request, cancellable, callback, user_data);
}

gboolean
ilv_run_store_clear_finish (IlvRunStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

char *
ilv_run_store_take_warning (IlvRunStore *self)
{
  char *warning;

  g_return_val_if_fail (ILV_IS_RUN_STORE (self), NULL);

  g_mutex_lock (&self->lock);
  warning = g_steal_pointer (&self->warning);
  g_mutex_unlock (&self->lock);
  return warning;
}

void
ilv_run_store_set_limits (IlvRunStore *self, guint max_runs, gint64 max_bytes, gint64 lock_limit_ns)
{
  g_return_if_fail (ILV_IS_RUN_STORE (self));

  self->max_runs = max_runs;
  self->max_bytes = max_bytes;
  ilv_run_database_set_lock_limit (self->database, lock_limit_ns);
}

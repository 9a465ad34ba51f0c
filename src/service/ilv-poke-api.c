/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poke-api.h"

#include <glib/gi18n-lib.h>

#include "ilv-poke-cache.h"
#include "ilv-web-client.h"
#include "ilv-world-error.h"

struct _IlvPokeApi
{
  GObject parent_instance;

  char *address;
  gint64 time_limit_ns;
  GThread *thread;
  GMainContext *context;
  GMainLoop *loop;

  /* Guards the results of all fetches too. */
  GMutex mutex;
  GCond done;
  GQueue waiting;
  gboolean is_stopped;

  /* The thread's own. */
  IlvWebClient *client;
  GQueue in_flight;
};

/* One who asks: a thread that sleeps on the condition, or a task. */
typedef struct
{
  gatomicrefcount ref_count;
  IlvPokeApi *api;
  char *path;
  GTask *task;
  GSource *cancel_source;

  /* Under the mutex. */
  gboolean is_done;
  char *text;
  GError *error;

  /* The thread's own. */
  GCancellable *breaking;
  GSource *time_limit;
  gboolean is_timed_out;
} Fetch;

G_DEFINE_FINAL_TYPE (IlvPokeApi, ilv_poke_api, G_TYPE_OBJECT)

static void start_waiting (IlvPokeApi *self);

static Fetch *
fetch_new (IlvPokeApi *self, const char *path)
{
  Fetch *fetch = g_new0 (Fetch, 1);

  g_atomic_ref_count_init (&fetch->ref_count);
  fetch->api = self;
  fetch->path = g_strdup (path);
  fetch->breaking = g_cancellable_new ();
  return fetch;
}

static Fetch *
fetch_ref (Fetch *fetch)
{
  g_atomic_ref_count_inc (&fetch->ref_count);
  return fetch;
}

static void
fetch_unref (gpointer data)
{
  Fetch *fetch = data;

  if (!g_atomic_ref_count_dec (&fetch->ref_count))
    return;
  g_clear_pointer (&fetch->cancel_source, g_source_unref);
  g_clear_object (&fetch->task);
  g_object_unref (fetch->breaking);
  g_clear_error (&fetch->error);
  g_free (fetch->text);
  g_free (fetch->path);
  g_free (fetch);
}

/* Answers the task; what it holds is let go of, since it may be the last to hold us. */
static void
fetch_return (Fetch *fetch, char *text, GError *error)
{
  g_autoptr (GTask) task = g_steal_pointer (&fetch->task);

  if (fetch->cancel_source != NULL)
    g_source_destroy (fetch->cancel_source);
  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
}

/* Takes @text or @error as the outcome, and says whether there was none yet. */
static gboolean
fetch_finish (Fetch *fetch, char *text, GError *error)
{
  IlvPokeApi *self = fetch->api;
  gboolean is_first;
  gboolean is_kept;

  g_mutex_lock (&self->mutex);
  is_first = !fetch->is_done;
  is_kept = is_first && fetch->task == NULL;
  fetch->is_done = TRUE;
  if (is_kept)
    {
      fetch->text = text;
      fetch->error = error;
      g_cond_broadcast (&self->done);
    }
  g_mutex_unlock (&self->mutex);
  if (is_first && !is_kept)
    fetch_return (fetch, text, error);
  if (!is_first)
    {
      g_free (text);
      g_clear_error (&error);
    }
  return is_first;
}

static gboolean
fetch_is_done (Fetch *fetch)
{
  gboolean is_done;

  g_mutex_lock (&fetch->api->mutex);
  is_done = fetch->is_done;
  g_mutex_unlock (&fetch->api->mutex);
  return is_done;
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fetch *fetch = user_data;
  IlvPokeApi *self = fetch->api;
  GError *error = NULL;
  char *text = ilv_web_client_get_finish (ILV_WEB_CLIENT (source), result, &error);

  g_source_destroy (fetch->time_limit);
  g_clear_pointer (&fetch->time_limit, g_source_unref);
  if (text != NULL)
    ilv_poke_cache_save (fetch->path, text);
  else if (fetch->is_timed_out)
    {
      g_clear_error (&error);
      g_set_error_literal (&error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_TIMED_OUT,
                           _("pokeapi.co did not answer in time: try again later, "
                             "or use the built-in server"));
    }
  else if (g_error_matches (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_OFFLINE))
    {
      g_clear_error (&error);
      g_set_error_literal (&error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_OFFLINE,
                           _("pokeapi.co cannot be reached: check the connection to the internet, "
                             "or use the built-in server"));
    }
  fetch_finish (fetch, text, error);
  g_queue_remove (&self->in_flight, fetch);
  fetch_unref (fetch);
  start_waiting (self);
}

/* Finding an address has no limit of its own in libsoup, so there is one over all. */
static gboolean
on_time_over (gpointer data)
{
  Fetch *fetch = data;

  fetch->is_timed_out = TRUE;
  g_cancellable_cancel (fetch->breaking);
  return G_SOURCE_REMOVE;
}

/* Takes @fetch. */
static void
start (IlvPokeApi *self, Fetch *fetch)
{
  char *text = NULL;

  if (!fetch_is_done (fetch))
    text = ilv_poke_cache_load (fetch->path);
  if (text != NULL)
    fetch_finish (fetch, text, NULL);
  if (fetch_is_done (fetch))
    {
      fetch_unref (fetch);
      return;
    }
  fetch->time_limit = g_timeout_source_new (self->time_limit_ns / 1000000);
  g_source_set_callback (fetch->time_limit, on_time_over, fetch, NULL);
  g_source_attach (fetch->time_limit, self->context);
  g_queue_push_tail (&self->in_flight, fetch);
  ilv_web_client_get_async (self->client, fetch->path, fetch->breaking, on_got, fetch);
}

static void
start_waiting (IlvPokeApi *self)
{
  while (g_queue_get_length (&self->in_flight) < ILV_POKE_API_MAX_IN_FLIGHT)
    {
      Fetch *fetch;

      g_mutex_lock (&self->mutex);
      fetch = g_queue_pop_head (&self->waiting);
      g_mutex_unlock (&self->mutex);
      if (fetch == NULL)
        return;
      start (self, fetch);
    }
}

static gboolean
on_wake_up (gpointer data)
{
  start_waiting (data);
  return G_SOURCE_REMOVE;
}

static gboolean
on_break (gpointer data)
{
  g_cancellable_cancel (((Fetch *) data)->breaking);
  return G_SOURCE_REMOVE;
}

static gboolean
on_stop (gpointer data)
{
  g_main_loop_quit (data);
  return G_SOURCE_REMOVE;
}

static void
post (IlvPokeApi *self, GSourceFunc func, gpointer data, GDestroyNotify destroy)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, func, data, destroy);
  g_source_attach (source, self->context);
}

/* Ends the wait at once, and what is on the way in the thread where it is. */
static void
fetch_cancel (Fetch *fetch)
{
  IlvPokeApi *self = fetch->api;
  GError *error
    = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_CANCELLED, "Operation was cancelled");

  if (fetch_finish (fetch, NULL, error))
    post (self, on_break, fetch_ref (fetch), fetch_unref);
}

static void
on_sleeper_cancelled (GCancellable *cancellable G_GNUC_UNUSED, gpointer data)
{
  fetch_cancel (data);
}

/* In the context of who has asked. */
static gboolean
on_task_cancelled (GCancellable *cancellable G_GNUC_UNUSED, gpointer data)
{
  fetch_cancel (data);
  return G_SOURCE_REMOVE;
}

static void
fetch_refuse (Fetch *fetch)
{
  fetch_finish (fetch, NULL,
                g_error_new_literal (ILV_WORLD_ERROR, ILV_WORLD_ERROR_CLOSED,
                                     _("The run is over: start it again")));
}

static void
push (IlvPokeApi *self, Fetch *fetch)
{
  gboolean is_stopped;

  g_mutex_lock (&self->mutex);
  is_stopped = self->is_stopped;
  if (!is_stopped)
    g_queue_push_tail (&self->waiting, fetch_ref (fetch));
  g_mutex_unlock (&self->mutex);
  if (is_stopped)
    fetch_refuse (fetch);
  else
    post (self, on_wake_up, self, NULL);
}

static void
break_fetch (gpointer fetch, gpointer data G_GNUC_UNUSED)
{
  g_cancellable_cancel (((Fetch *) fetch)->breaking);
}

static void
refuse_waiting (IlvPokeApi *self)
{
  GQueue waiting;
  Fetch *fetch;

  g_mutex_lock (&self->mutex);
  self->is_stopped = TRUE;
  waiting = self->waiting;
  g_queue_init (&self->waiting);
  g_mutex_unlock (&self->mutex);
  while ((fetch = g_queue_pop_head (&waiting)) != NULL)
    {
      fetch_refuse (fetch);
      fetch_unref (fetch);
    }
}

static gpointer
run_thread (gpointer data)
{
  IlvPokeApi *self = data;

  g_main_context_push_thread_default (self->context);
  self->client = ilv_web_client_new_remote (self->address, "pokeapi.co", self->time_limit_ns,
                                            ILV_POKE_API_MAX_IN_FLIGHT);
  g_main_loop_run (self->loop);

  refuse_waiting (self);
  g_queue_foreach (&self->in_flight, break_fetch, NULL);
  while (!g_queue_is_empty (&self->in_flight))
    g_main_context_iteration (self->context, TRUE);
  g_clear_object (&self->client);
  while (g_main_context_iteration (self->context, FALSE))
    ;
  g_main_context_pop_thread_default (self->context);
  return NULL;
}

static void
ilv_poke_api_dispose (GObject *object)
{
  ilv_poke_api_stop (ILV_POKE_API (object));

  G_OBJECT_CLASS (ilv_poke_api_parent_class)->dispose (object);
}

static void
ilv_poke_api_finalize (GObject *object)
{
  IlvPokeApi *self = ILV_POKE_API (object);

  g_free (self->address);
  g_main_loop_unref (self->loop);
  g_main_context_unref (self->context);
  g_cond_clear (&self->done);
  g_mutex_clear (&self->mutex);

  G_OBJECT_CLASS (ilv_poke_api_parent_class)->finalize (object);
}

static void
ilv_poke_api_class_init (IlvPokeApiClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_poke_api_dispose;
  object_class->finalize = ilv_poke_api_finalize;
}

static void
ilv_poke_api_init (IlvPokeApi *self)
{
  g_mutex_init (&self->mutex);
  g_cond_init (&self->done);
  g_queue_init (&self->waiting);
  g_queue_init (&self->in_flight);
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
}

IlvPokeApi *
ilv_poke_api_new (const char *address, gint64 time_limit_ns)
{
  IlvPokeApi *self = g_object_new (ILV_TYPE_POKE_API, NULL);

  self->address = g_strdup (address);
  self->time_limit_ns = time_limit_ns;
  self->thread = g_thread_new ("pokeapi", run_thread, self);
  return self;
}

void
ilv_poke_api_stop (IlvPokeApi *self)
{
  GThread *thread;

  g_mutex_lock (&self->mutex);
  thread = g_steal_pointer (&self->thread);
  g_mutex_unlock (&self->mutex);
  if (thread == NULL)
    return;
  post (self, on_stop, self->loop, NULL);
  g_thread_join (thread);
}

char *
ilv_poke_api_get (IlvPokeApi *self, const char *path, GCancellable *cancellable, GError **error)
{
  Fetch *fetch;
  gulong handler = 0;
  char *text;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  fetch = fetch_new (self, path);
  push (self, fetch);
  if (cancellable != NULL)
    handler
      = g_cancellable_connect (cancellable, G_CALLBACK (on_sleeper_cancelled), fetch, NULL);
  g_mutex_lock (&self->mutex);
  while (!fetch->is_done)
    g_cond_wait (&self->done, &self->mutex);
  text = g_steal_pointer (&fetch->text);
  if (text == NULL)
    g_propagate_error (error, g_steal_pointer (&fetch->error));
  g_mutex_unlock (&self->mutex);
  g_cancellable_disconnect (cancellable, handler);
  fetch_unref (fetch);
  return text;
}

void
ilv_poke_api_get_async (IlvPokeApi *self,
                        const char *path,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Fetch *fetch;

  g_task_set_source_tag (task, ilv_poke_api_get_async);
  if (g_task_return_error_if_cancelled (task))
    return;
  fetch = fetch_new (self, path);
  fetch->task = g_object_ref (task);
  if (cancellable != NULL)
    {
      fetch->cancel_source = g_cancellable_source_new (cancellable);
      g_source_set_callback (fetch->cancel_source, G_SOURCE_FUNC (on_task_cancelled),
                             fetch_ref (fetch), fetch_unref);
      g_source_attach (fetch->cancel_source, g_task_get_context (task));
    }
  push (self, fetch);
  fetch_unref (fetch);
}

char *
ilv_poke_api_get_finish (IlvPokeApi *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-world.h"

#include <glib/gi18n-lib.h>

#include "ilv-job.h"
#include "ilv-services.h"
#include "ilv-world-private.h"

#define ANSWER_LIMIT_NS (G_GINT64_CONSTANT (30) * 1000000000)
#define POKE_API_LIMIT_NS (G_GINT64_CONSTANT (15) * 1000000000)

struct _IlvWorld
{
  GObject parent_instance;

  IlvPerson *person;

  GMutex opening; /* held while it is opened */

  /* Guards all that follows. */
  GMutex mutex;
  IlvServerSettings settings;
  gboolean uses_pokeapi;
  gint64 answer_limit_ns;
  char *poke_api_address;
  IlvServices *services; /* NULL while it is closed */
};

G_DEFINE_FINAL_TYPE (IlvWorld, ilv_world, G_TYPE_OBJECT)

G_DEFINE_QUARK (ilv-world-error-quark, ilv_world_error)


static IlvJobFunc
choose_func (IlvStepKind kind, gpointer object)
{
  switch (kind)
    {
    case ILV_STEP_GET:
      return ILV_IS_POKE_API (object) ? (IlvJobFunc) ilv_poke_api_get
                                      : (IlvJobFunc) ilv_web_client_get;
    case ILV_STEP_READ:
      return (IlvJobFunc) ilv_file_store_read;
    case ILV_STEP_WRITE:
      return (IlvJobFunc) ilv_file_store_write;
    case ILV_STEP_QUERY:
      return (IlvJobFunc) ilv_database_query;
    case ILV_STEP_ASK:
      return (IlvJobFunc) ilv_person_ask;
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Who answers for @path; the mutex is held. */
static gpointer
choose_web (IlvWorld *self, const char *path)
{
  IlvServices *services = self->services;

  if (!self->uses_pokeapi || !g_str_has_prefix (path, "/api/"))
    return services->client;
  if (services->poke_api == NULL)
    services->poke_api = ilv_poke_api_new (self->poke_api_address, POKE_API_LIMIT_NS);
  return services->poke_api;
}

/* The mutex is held. */
static gpointer
choose_object (IlvWorld *self, const IlvStep *step)
{
  if (step->kind == ILV_STEP_ASK)
    return self->person;
  if (self->services == NULL)
    return NULL;
  if (step->kind == ILV_STEP_GET)
    return choose_web (self, step->argument);
  return step->kind == ILV_STEP_QUERY ? (gpointer) self->services->database
                                      : (gpointer) self->services->files;
}

/* (transfer full): who performs @step. */
static GObject *
find_service (IlvWorld *self, const IlvStep *step, GError **error)
{
  GObject *object;

  g_mutex_lock (&self->mutex);
  object = choose_object (self, step);
  if (object != NULL)
    g_object_ref (object);
  g_mutex_unlock (&self->mutex);
  if (object == NULL)
    g_set_error_literal (error, ILV_WORLD_ERROR, ILV_WORLD_ERROR_CLOSED,
                         _("The server, the files and the database are not there: "
                           "start the run again"));
  return object;
}

static gboolean
is_open (IlvWorld *self, gint64 *answer_limit_ns)
{
  gboolean has_services;

  g_mutex_lock (&self->mutex);
  has_services = self->services != NULL;
  *answer_limit_ns = self->answer_limit_ns;
  g_mutex_unlock (&self->mutex);
  return has_services;
}

static gboolean
open_now (IlvWorld *self, GCancellable *cancellable, GError **error)
{
  IlvServices *services;
  gint64 answer_limit_ns;

  if (is_open (self, &answer_limit_ns))
    return TRUE;
  services = ilv_services_open (answer_limit_ns, cancellable, error);
  if (services == NULL)
    return FALSE;
  g_mutex_lock (&self->mutex);
  ilv_web_server_set_settings (services->server, &self->settings);
  self->services = services;
  g_mutex_unlock (&self->mutex);
  return TRUE;
}

static void
open_in_thread (GTask *task,
                gpointer source,
                gpointer task_data G_GNUC_UNUSED,
                GCancellable *cancellable)
{
  IlvWorld *self = source;
  GError *error = NULL;
  gboolean is_opened;

  g_mutex_lock (&self->opening);
  is_opened = open_now (self, cancellable, &error);
  g_mutex_unlock (&self->opening);
  if (is_opened)
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
return_text (GTask *task, char *text, GError *error)
{
  if (text != NULL)
    g_task_return_pointer (task, text, g_free);
  else
    g_task_return_error (task, error);
  g_object_unref (task);
}

static void
on_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  char *text = ilv_web_client_get_finish (ILV_WEB_CLIENT (source), result, &error);

  return_text (user_data, text, error);
}

static void
on_poke_api_got (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  char *text = ilv_poke_api_get_finish (ILV_POKE_API (source), result, &error);

  return_text (user_data, text, error);
}

static void
on_answered (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;
  char *text = ilv_person_ask_finish (ILV_PERSON (source), result, &error);

  return_text (user_data, text, error);
}

static void
ilv_world_dispose (GObject *object)
{
  ilv_world_close (ILV_WORLD (object));

  G_OBJECT_CLASS (ilv_world_parent_class)->dispose (object);
}

static void
ilv_world_finalize (GObject *object)
{
  IlvWorld *self = ILV_WORLD (object);

  g_object_unref (self->person);
  g_free (self->poke_api_address);
  g_mutex_clear (&self->mutex);
  g_mutex_clear (&self->opening);

  G_OBJECT_CLASS (ilv_world_parent_class)->finalize (object);
}

static void
ilv_world_class_init (IlvWorldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_world_dispose;
  object_class->finalize = ilv_world_finalize;
}

static void
ilv_world_init (IlvWorld *self)
{
  g_mutex_init (&self->opening);
  g_mutex_init (&self->mutex);
  self->person = ilv_person_new ();
  self->settings.latency_ns = ILV_SERVER_DEFAULT_LATENCY_NS;
  self->answer_limit_ns = ANSWER_LIMIT_NS;
  self->poke_api_address = g_strdup (ILV_POKE_API_ADDRESS);
}

IlvWorld *
ilv_world_new (void)
{
  return g_object_new (ILV_TYPE_WORLD, NULL);
}

void
ilv_world_set_server_settings (IlvWorld *self, const IlvServerSettings *settings)
{
  g_mutex_lock (&self->mutex);
  self->settings = *settings;
  if (self->services != NULL)
    ilv_web_server_set_settings (self->services->server, settings);
  g_mutex_unlock (&self->mutex);
}

void
ilv_world_get_server_settings (IlvWorld *self, IlvServerSettings *settings)
{
  g_mutex_lock (&self->mutex);
  *settings = self->settings;
  g_mutex_unlock (&self->mutex);
}

void
ilv_world_set_uses_pokeapi (IlvWorld *self, gboolean uses_pokeapi)
{
  g_mutex_lock (&self->mutex);
  self->uses_pokeapi = uses_pokeapi;
  g_mutex_unlock (&self->mutex);
}

gboolean
ilv_world_get_uses_pokeapi (IlvWorld *self)
{
  gboolean uses_pokeapi;

  g_mutex_lock (&self->mutex);
  uses_pokeapi = self->uses_pokeapi;
  g_mutex_unlock (&self->mutex);
  return uses_pokeapi;
}

void
ilv_world_open_async (IlvWorld *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, ilv_world_open_async);
  g_task_run_in_thread (task, open_in_thread);
}

gboolean
ilv_world_open_finish (IlvWorld *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ilv_world_close (IlvWorld *self)
{
  IlvServices *services;

  g_mutex_lock (&self->mutex);
  services = g_steal_pointer (&self->services);
  g_mutex_unlock (&self->mutex);
  if (services != NULL)
    ilv_services_close (services);
}

char *
ilv_world_dup_web_address (IlvWorld *self)
{
  char *address = NULL;

  g_mutex_lock (&self->mutex);
  if (self->services != NULL)
    address = g_strdup (ilv_web_server_get_address (self->services->server));
  g_mutex_unlock (&self->mutex);
  return address;
}

char *
ilv_world_dup_folder (IlvWorld *self)
{
  char *folder = NULL;

  g_mutex_lock (&self->mutex);
  if (self->services != NULL)
    folder = g_strdup (ilv_file_store_get_path (self->services->files));
  g_mutex_unlock (&self->mutex);
  return folder;
}

char *
ilv_world_dup_database (IlvWorld *self)
{
  char *path = NULL;

  g_mutex_lock (&self->mutex);
  if (self->services != NULL)
    path = g_strdup (ilv_database_get_path (self->services->database));
  g_mutex_unlock (&self->mutex);
  return path;
}

IlvPerson *
ilv_world_get_person (IlvWorld *self)
{
  return self->person;
}

char *
ilv_world_perform (IlvWorld *self,
                   const IlvStep *step,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GObject) object = NULL;

  g_return_val_if_fail (ilv_step_kind_is_io (step->kind), NULL);

  object = find_service (self, step, error);
  if (object == NULL)
    return NULL;
  return choose_func (step->kind, object) (object, step->argument, cancellable, error);
}

void
ilv_world_perform_async (IlvWorld *self,
                         const IlvStep *step,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GObject) object = NULL;
  GError *error = NULL;

  g_return_if_fail (ilv_step_kind_is_io (step->kind));

  g_task_set_source_tag (task, ilv_world_perform_async);
  object = find_service (self, step, &error);
  if (object == NULL)
    g_task_return_error (task, error);
  else if (ILV_IS_POKE_API (object))
    ilv_poke_api_get_async (ILV_POKE_API (object), step->argument, cancellable, on_poke_api_got,
                            g_steal_pointer (&task));
  else if (step->kind == ILV_STEP_GET)
    ilv_web_client_get_async (ILV_WEB_CLIENT (object), step->argument, cancellable, on_got,
                              g_steal_pointer (&task));
  else if (step->kind == ILV_STEP_ASK)
    ilv_person_ask_async (ILV_PERSON (object), step->argument, cancellable, on_answered,
                          g_steal_pointer (&task));
  else
    ilv_job_run (g_steal_pointer (&task), choose_func (step->kind, object), object, step->argument);
}

char *
ilv_world_perform_finish (IlvWorld *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

IlvWebServer *
ilv_world_ref_server (IlvWorld *self)
{
  IlvWebServer *server;

  g_mutex_lock (&self->mutex);
  server = self->services != NULL ? g_object_ref (self->services->server) : NULL;
  g_mutex_unlock (&self->mutex);
  return server;
}

void
ilv_world_set_answer_limit (IlvWorld *self, gint64 limit_ns)
{
  g_mutex_lock (&self->mutex);
  self->answer_limit_ns = limit_ns;
  g_mutex_unlock (&self->mutex);
}

void
ilv_world_set_poke_api_address (IlvWorld *self, const char *address)
{
  g_mutex_lock (&self->mutex);
  g_free (self->poke_api_address);
  self->poke_api_address = g_strdup (address);
  g_mutex_unlock (&self->mutex);
}

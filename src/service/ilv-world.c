/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-world.h"

struct _IlvWorld
{
  GObject parent_instance;

  IlvPerson *person;
  IlvServerSettings settings;
  gboolean uses_pokeapi;
};

G_DEFINE_FINAL_TYPE (IlvWorld, ilv_world, G_TYPE_OBJECT)

G_DEFINE_QUARK (ilv-world-error-quark, ilv_world_error)

static void
ilv_world_dispose (GObject *object)
{
  g_clear_object (&ILV_WORLD (object)->person);

  G_OBJECT_CLASS (ilv_world_parent_class)->dispose (object);
}

static void
ilv_world_class_init (IlvWorldClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_world_dispose;
}

static void
ilv_world_init (IlvWorld *self)
{
  self->person = ilv_person_new ();
  self->settings.latency_ns = ILV_SERVER_DEFAULT_LATENCY_NS;
}

IlvWorld *
ilv_world_new (void)
{
  return g_object_new (ILV_TYPE_WORLD, NULL);
}

void
ilv_world_set_server_settings (IlvWorld *self, const IlvServerSettings *settings)
{
  self->settings = *settings;
}

void
ilv_world_get_server_settings (IlvWorld *self, IlvServerSettings *settings)
{
  *settings = self->settings;
}

void
ilv_world_set_uses_pokeapi (IlvWorld *self, gboolean uses_pokeapi)
{
  self->uses_pokeapi = uses_pokeapi;
}

gboolean
ilv_world_get_uses_pokeapi (IlvWorld *self)
{
  return self->uses_pokeapi;
}

void
ilv_world_open_async (IlvWorld *self,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_return_boolean (task, TRUE);
}

gboolean
ilv_world_open_finish (IlvWorld *self G_GNUC_UNUSED, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

void
ilv_world_close (IlvWorld *self G_GNUC_UNUSED)
{
}

char *
ilv_world_dup_web_address (IlvWorld *self G_GNUC_UNUSED)
{
  return NULL;
}

char *
ilv_world_dup_folder (IlvWorld *self G_GNUC_UNUSED)
{
  return NULL;
}

char *
ilv_world_dup_database (IlvWorld *self G_GNUC_UNUSED)
{
  return NULL;
}

IlvPerson *
ilv_world_get_person (IlvWorld *self)
{
  return self->person;
}

char *
ilv_world_perform (IlvWorld *self G_GNUC_UNUSED,
                   const IlvStep *step G_GNUC_UNUSED,
                   GCancellable *cancellable G_GNUC_UNUSED,
                   GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not written yet");
  return NULL;
}

void
ilv_world_perform_async (IlvWorld *self,
                         const IlvStep *step G_GNUC_UNUSED,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not written yet");
}

char *
ilv_world_perform_finish (IlvWorld *self G_GNUC_UNUSED, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-pythons.h"

#include "ilv-python.h"

struct _IlvPythons
{
  GObject parent_instance;

  GSettings *settings;
  GListStore *model;
  GCancellable *cancellable; /* of the search that goes on; NULL where there is none */
  gboolean asked;
};

G_DEFINE_FINAL_TYPE (IlvPythons, ilv_pythons, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SEARCHING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
set_search (IlvPythons *self, GCancellable *cancellable)
{
  gboolean was_searching = self->cancellable != NULL;

  g_set_object (&self->cancellable, cancellable);
  if (was_searching != (cancellable != NULL))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SEARCHING]);
}

static void
show_found (IlvPythons *self, GListModel *found)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (found); i++)
    g_ptr_array_add (items, g_list_model_get_item (found, i));
  g_list_store_splice (self->model, 0, g_list_model_get_n_items (G_LIST_MODEL (self->model)),
                       items->pdata, items->len);
}

static void
on_found (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  g_autoptr (IlvPythons) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) found = ilv_python_find_finish (result, &error);

  /* Another search has taken its place. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (found != NULL)
    show_found (self, found);
  else
    g_message ("Python interpreters could not be looked for: %s", error->message);
  set_search (self, NULL);
}

static void
search (IlvPythons *self)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (GStrv) paths = NULL;

  g_cancellable_cancel (self->cancellable);
  if (self->settings != NULL)
    paths = g_settings_get_strv (self->settings, "python-interpreters");
  set_search (self, cancellable);
  ilv_python_find_async ((const char *const *) paths, cancellable, on_found, g_object_ref (self));
}

static void
on_setting_changed (IlvPythons *self)
{
  if (self->asked)
    search (self);
}

static void
ilv_pythons_dispose (GObject *object)
{
  IlvPythons *self = ILV_PYTHONS (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->settings);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (ilv_pythons_parent_class)->dispose (object);
}

static void
ilv_pythons_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_SEARCHING:
      g_value_set_boolean (value, ilv_pythons_is_searching (ILV_PYTHONS (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_pythons_class_init (IlvPythonsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_pythons_dispose;
  object_class->get_property = ilv_pythons_get_property;

  properties[PROP_SEARCHING]
    = g_param_spec_boolean ("searching", NULL, NULL, FALSE,
                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_pythons_init (IlvPythons *self)
{
  self->model = g_list_store_new (ILV_TYPE_PYTHON);
}

IlvPythons *
ilv_pythons_new (GSettings *settings)
{
  IlvPythons *self;

  g_return_val_if_fail (settings == NULL || G_IS_SETTINGS (settings), NULL);

  self = g_object_new (ILV_TYPE_PYTHONS, NULL);
  g_set_object (&self->settings, settings);
  if (settings != NULL)
    g_signal_connect_object (settings, "changed::python-interpreters",
                             G_CALLBACK (on_setting_changed), self, G_CONNECT_SWAPPED);
  return self;
}

GListModel *
ilv_pythons_get_model (IlvPythons *self)
{
  g_return_val_if_fail (ILV_IS_PYTHONS (self), NULL);

  if (!self->asked)
    {
      self->asked = TRUE;
      search (self);
    }
  return G_LIST_MODEL (self->model);
}

gboolean
ilv_pythons_is_searching (IlvPythons *self)
{
  g_return_val_if_fail (ILV_IS_PYTHONS (self), FALSE);

  return self->cancellable != NULL;
}

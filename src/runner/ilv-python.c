/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-python.h"

struct _IlvPython
{
  GObject parent_instance;

  char *path;
  char *title;
};

G_DEFINE_FINAL_TYPE (IlvPython, ilv_python, G_TYPE_OBJECT)

static void
ilv_python_finalize (GObject *object)
{
  IlvPython *self = ILV_PYTHON (object);

  g_free (self->path);
  g_free (self->title);

  G_OBJECT_CLASS (ilv_python_parent_class)->finalize (object);
}

static void
ilv_python_class_init (IlvPythonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_python_finalize;
}

static void
ilv_python_init (IlvPython *self G_GNUC_UNUSED)
{
}

const char *
ilv_python_get_path (IlvPython *self)
{
  return self->path;
}

const char *
ilv_python_get_title (IlvPython *self)
{
  return self->title;
}

gboolean
ilv_python_can_run (IlvPython *self G_GNUC_UNUSED, IlvStrategy strategy)
{
  return ilv_strategy_is_python (strategy);
}

void
ilv_python_find_async (const char *const *more_paths G_GNUC_UNUSED,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_return_pointer (task, g_list_store_new (ILV_TYPE_PYTHON), g_object_unref);
}

GListModel *
ilv_python_find_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

IlvPython *
ilv_python_choose (GListModel *interpreters, IlvStrategy strategy)
{
  for (guint i = 0; i < g_list_model_get_n_items (interpreters); i++)
    {
      g_autoptr (IlvPython) python = g_list_model_get_item (interpreters, i);

      if (ilv_python_can_run (python, strategy))
        return python;
    }
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-person.h"

struct _IlvPerson
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (IlvPerson, ilv_person, G_TYPE_OBJECT)

static void
ilv_person_class_init (IlvPersonClass *klass G_GNUC_UNUSED)
{
}

static void
ilv_person_init (IlvPerson *self G_GNUC_UNUSED)
{
}

IlvPerson *
ilv_person_new (void)
{
  return g_object_new (ILV_TYPE_PERSON, NULL);
}

char *
ilv_person_dup_question (IlvPerson *self G_GNUC_UNUSED)
{
  return NULL;
}

void
ilv_person_answer (IlvPerson *self G_GNUC_UNUSED, const char *answer G_GNUC_UNUSED)
{
}

void
ilv_person_set_standing_answer (IlvPerson *self G_GNUC_UNUSED, const char *answer G_GNUC_UNUSED)
{
}

char *
ilv_person_ask (IlvPerson *self G_GNUC_UNUSED,
                const char *question G_GNUC_UNUSED,
                GCancellable *cancellable G_GNUC_UNUSED,
                GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not written yet");
  return NULL;
}

void
ilv_person_ask_async (IlvPerson *self,
                      const char *question G_GNUC_UNUSED,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, "Not written yet");
}

char *
ilv_person_ask_finish (IlvPerson *self G_GNUC_UNUSED, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-saver.h"

#include "ilv-handout-file.h"

static void
save_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  IlvHandout *handout = source;
  GFile *file = data;
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  ilv_handout_load (handout);
  bytes = ilv_handout_create_pdf (handout, &error);
  if (bytes != NULL && ilv_handout_file_write (file, bytes, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
ilv_handout_saver_save_async (IlvHandout *handout,
                              GFile *file,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = NULL;

  g_return_if_fail (ILV_IS_HANDOUT (handout));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (handout, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_handout_saver_save_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
ilv_handout_saver_save_finish (IlvHandout *handout, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, handout), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

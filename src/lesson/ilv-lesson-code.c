/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lesson-code.h"

#include <glib/gi18n-lib.h>

#include "ilv-lesson-file.h"

static char *
list_strategies (void)
{
  const char *ids[ILV_N_STRATEGIES + 1] = { NULL };

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    ids[i] = ilv_strategy_to_string (i);

  return g_strjoinv (", ", (char **) ids);
}

static gboolean
load_file (IlvLessonCode *self,
           IlvKeyFile *key_file,
           const char *group,
           const char *key,
           GFile *folder,
           GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, self->name);
  g_autoptr (GError) local_error = NULL;

  self->text = ilv_lesson_file_load (file, self->name, &local_error);
  if (self->text != NULL)
    return TRUE;

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND) ||
      g_error_matches (local_error, G_RESOURCE_ERROR, G_RESOURCE_ERROR_NOT_FOUND))
    ilv_key_file_set_error (key_file, error, group, key,
                            _("There is no file “%s” beside the lesson; put it there"), self->name);
  else
    ilv_key_file_set_error (key_file, error, group, key, "%s", local_error->message);
  return FALSE;
}

gboolean
ilv_lesson_code_load_strategy (IlvKeyFile *key_file,
                               const char *group,
                               const char *key,
                               IlvStrategy *strategy,
                               GError **error)
{
  g_autofree char *id = ilv_key_file_get_string (key_file, group, key);
  g_autofree char *ids = NULL;

  if (id == NULL || ilv_strategy_from_string (id, strategy))
    return TRUE;

  ids = list_strategies ();
  ilv_key_file_set_error (key_file, error, group, key,
                          /* Translators: the second %s is a list of ids, such as "model" */
                          _("There is no strategy “%s”; choose one of %s"), id, ids);
  return FALSE;
}

void
ilv_lesson_code_clear (IlvLessonCode *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->text, g_free);
}

void
ilv_lesson_code_copy (IlvLessonCode *self, const IlvLessonCode *other)
{
  ilv_lesson_code_clear (self);
  self->name = g_strdup (other->name);
  self->text = g_strdup (other->text);
}

gboolean
ilv_lesson_code_load (IlvLessonCode *self,
                      IlvKeyFile *key_file,
                      const char *group,
                      const char *key,
                      IlvStrategy strategy,
                      GFile *folder,
                      GError **error)
{
  g_return_val_if_fail (self->name == NULL, FALSE);

  self->name = ilv_key_file_get_string (key_file, group, key);
  if (self->name == NULL && strategy == ILV_STRATEGY_GIO)
    {
      ilv_key_file_set_meaning_error (key_file, error, group, NULL,
                                      /* Translators: a strategy's id and the name of a key */
                                      _("“%s” runs a piece of C; name it with “%s”"),
                                      ilv_strategy_to_string (strategy), key);
      return FALSE;
    }
  if (self->name == NULL)
    return TRUE;

  if (!ilv_strategy_has_code (strategy))
    ilv_key_file_set_meaning_error (key_file, error, group, key,
                                    _("“%s” runs no code of a lesson; leave this out or choose "
                                      "another strategy"),
                                    ilv_strategy_to_string (strategy));
  else if (!ilv_lesson_file_is_name (self->name))
    ilv_key_file_set_error (key_file, error, group, key,
                            _("“%s” is no name of a file beside the lesson"), self->name);
  else if (strategy == ILV_STRATEGY_GIO)
    {
      self->text = g_strdup (self->name);
      return TRUE;
    }
  else if (folder == NULL)
    ilv_key_file_set_error (key_file, error, group, key,
                            _("There is no folder to read “%s” from"), self->name);
  else
    return load_file (self, key_file, group, key, folder, error);

  return FALSE;
}

gboolean
ilv_lesson_code_check_strategy (const IlvLessonCode *code,
                                IlvWorkload *workload,
                                IlvKeyFile *key_file,
                                const char *group,
                                const char *key,
                                IlvStrategy strategy,
                                GError **error)
{
  g_autofree char *obstacle = NULL;

  /* Code of its own does not carry out the steps. */
  if (code->text != NULL)
    return TRUE;

  obstacle = ilv_workload_describe_obstacle (workload, strategy);
  if (obstacle == NULL)
    return TRUE;
  ilv_key_file_set_meaning_error (key_file, error, group, key, "%s", obstacle);
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race.h"

#include <glib/gi18n-lib.h>

#include "ilv-lesson-code.h"

struct _IlvRace
{
  GObject parent_instance;

  char *title;
  GPtrArray *runs; /* of IlvRaceRun */
  IlvLessonServer server;
  IlvWorkload *workload;
};

G_DEFINE_FINAL_TYPE (IlvRace, ilv_race, G_TYPE_OBJECT)

#define GROUP "Race"
#define RUN_PREFIX "Run "

static const char *const known_keys[] = {
  GROUP "/Title",       "Run */Title",  "Run */Strategy",         "Run */Workers",
  "Run */Code",         "Task */Steps", "Task */Count",           ILV_LESSON_SERVER_KEYS,
  NULL,
};

static void
run_free (IlvRaceRun *run)
{
  g_free (run->title);
  g_free (run->code);
  g_free (run->code_name);
  g_free (run);
}

static gboolean
load_code (IlvRace *self,
           IlvRaceRun *run,
           IlvKeyFile *key_file,
           const char *group,
           GFile *folder,
           GError **error)
{
  IlvLessonCode code = { NULL };

  if (!ilv_lesson_code_load (&code, key_file, group, "Code", run->strategy, folder, error) ||
      !ilv_lesson_code_check_strategy (&code, self->workload, key_file, group, "Strategy",
                                       run->strategy, error))
    {
      ilv_lesson_code_clear (&code);
      return FALSE;
    }

  run->code = code.text;
  run->code_name = code.name;
  return TRUE;
}

static gboolean
load_run (
  IlvRace *self, IlvKeyFile *key_file, const char *group, GFile *folder, GError **error)
{
  IlvRaceRun *run;
  g_autofree char *strategy = NULL;
  int workers;

  if (self->runs->len == ILV_RACE_MAX_RUNS)
    {
      ilv_key_file_set_meaning_error (key_file, error, group, NULL,
                                      _("With this there are more than %d runs; take some out"),
                                      ILV_RACE_MAX_RUNS);
      return FALSE;
    }

  run = g_new0 (IlvRaceRun, 1);
  g_ptr_array_add (self->runs, run);
  run->title = ilv_key_file_require_string (key_file, group, "Title", error);
  if (run->title == NULL)
    return FALSE;
  strategy = ilv_key_file_require_string (key_file, group, "Strategy", error);
  if (strategy == NULL ||
      !ilv_lesson_code_load_strategy (key_file, group, "Strategy", &run->strategy, error) ||
      !ilv_key_file_get_int (key_file, group, "Workers", 1, ILV_LESSON_MAX_WORKERS, 0, &workers,
                             error))
    return FALSE;

  run->workers = workers;
  return load_code (self, run, key_file, group, folder, error);
}

static gboolean
load_runs (IlvRace *self, IlvKeyFile *key_file, GFile *folder, GError **error)
{
  g_auto (GStrv) groups = ilv_key_file_get_groups (key_file);

  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], RUN_PREFIX) &&
        !load_run (self, key_file, groups[i], folder, error))
      return FALSE;
  if (self->runs->len >= ILV_RACE_MIN_RUNS)
    return TRUE;

  ilv_key_file_set_meaning_error (key_file, error, GROUP, NULL,
                                  _("A race needs %d runs or more; add groups such as “[Run 1]” "
                                    "with “Title” and “Strategy”"),
                                  ILV_RACE_MIN_RUNS);
  return FALSE;
}

static gboolean
load (IlvRace *self, IlvKeyFile *key_file, GFile *folder, GError **error)
{
  if (!ilv_key_file_check_known (key_file, known_keys, error) ||
      !ilv_lesson_server_load (&self->server, key_file, error))
    return FALSE;

  self->title = ilv_key_file_require_string (key_file, GROUP, "Title", error);
  if (self->title == NULL)
    return FALSE;

  self->workload = ilv_workload_new_from_key_file (key_file, error);
  return self->workload != NULL && load_runs (self, key_file, folder, error);
}

static void
ilv_race_finalize (GObject *object)
{
  IlvRace *self = ILV_RACE (object);

  g_free (self->title);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_object (&self->workload);

  G_OBJECT_CLASS (ilv_race_parent_class)->finalize (object);
}

static void
ilv_race_class_init (IlvRaceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_race_finalize;
}

static void
ilv_race_init (IlvRace *self)
{
  self->runs = g_ptr_array_new_with_free_func ((GDestroyNotify) run_free);
}

IlvRace *
ilv_race_new_from_key_file (IlvKeyFile *key_file, GFile *folder, GError **error)
{
  g_autoptr (IlvRace) self = NULL;

  g_return_val_if_fail (ILV_IS_KEY_FILE (key_file), NULL);
  g_return_val_if_fail (folder == NULL || G_IS_FILE (folder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ILV_TYPE_RACE, NULL);
  if (!load (self, key_file, folder, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
ilv_race_get_title (IlvRace *self)
{
  g_return_val_if_fail (ILV_IS_RACE (self), NULL);

  return self->title;
}

guint
ilv_race_get_n_runs (IlvRace *self)
{
  g_return_val_if_fail (ILV_IS_RACE (self), 0);

  return self->runs->len;
}

const IlvRaceRun *
ilv_race_get_run (IlvRace *self, guint index)
{
  g_return_val_if_fail (ILV_IS_RACE (self), NULL);
  g_return_val_if_fail (index < self->runs->len, NULL);

  return g_ptr_array_index (self->runs, index);
}

const IlvLessonServer *
ilv_race_get_server (IlvRace *self)
{
  g_return_val_if_fail (ILV_IS_RACE (self), NULL);

  return &self->server;
}

IlvWorkload *
ilv_race_get_workload (IlvRace *self)
{
  g_return_val_if_fail (ILV_IS_RACE (self), NULL);

  return self->workload;
}

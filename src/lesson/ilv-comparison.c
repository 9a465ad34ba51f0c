/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison.h"

#include <glib/gi18n-lib.h>

#include "ilv-lesson-code.h"
#include "ilv-slice.h"

#define N_SIDES 2

struct _IlvComparison
{
  GObject parent_instance;

  char *title;
  IlvStrategy strategies[N_SIDES];
  guint processors;
  guint workers;
  gint64 slice_ns; /* or 0 */
  char *scene;
  IlvLessonCode codes[N_SIDES];
  IlvLessonServer server;
  IlvWorkload *workload;
  IlvComparison *broken;
  char *repair; /* of a broken one */
};

G_DEFINE_FINAL_TYPE (IlvComparison, ilv_comparison, G_TYPE_OBJECT)

#define GROUP "Compare"
#define BREAK_GROUP "Break"
#define BROKEN_PREFIX "Broken"

static const char *const strategy_keys[N_SIDES] = { "Left", "Right" };
static const char *const code_keys[N_SIDES] = { "LeftCode", "RightCode" };
static const char *const scenes[] = { "cashiers", "tiles", "names", NULL };

static const char *const known_keys[] = {
  GROUP "/Title",
  GROUP "/Left",
  GROUP "/Right",
  GROUP "/Processors",
  GROUP "/Workers",
  GROUP "/Slice",
  GROUP "/Scene",
  GROUP "/LeftCode",
  GROUP "/RightCode",
  ILV_LESSON_SERVER_KEYS,
  "Task */Steps",
  "Task */Count",
  BREAK_GROUP "/Title",
  BREAK_GROUP "/Repair",
  BREAK_GROUP "/LeftCode",
  BREAK_GROUP "/RightCode",
  BROKEN_PREFIX " */Steps",
  BROKEN_PREFIX " */Count",
  NULL,
};

static void
load_title (IlvComparison *self, IlvKeyFile *key_file)
{
  g_autofree char *title = ilv_key_file_get_string (key_file, GROUP, "Title");

  if (title != NULL && title[0] != '\0')
    self->title = g_steal_pointer (&title);
  else
    /* Translators: the title of a comparison; both are names of strategies. */
    self->title = g_strdup_printf (_("%s beside %s"), ilv_strategy_get_title (self->strategies[0]),
                                   ilv_strategy_get_title (self->strategies[1]));
}

static gboolean
load_strategies (IlvComparison *self, IlvKeyFile *key_file, GError **error)
{
  self->strategies[0] = ILV_STRATEGY_TIME_SLICED;
  self->strategies[1] = ILV_STRATEGY_THREAD_POOL;
  for (guint i = 0; i < N_SIDES; i++)
    if (!ilv_lesson_code_load_strategy (key_file, GROUP, strategy_keys[i], &self->strategies[i],
                                        error))
      return FALSE;

  return TRUE;
}

static gboolean
load_scene (IlvComparison *self, IlvKeyFile *key_file, GError **error)
{
  g_autofree char *list = g_strjoinv (", ", (char **) scenes);

  self->scene = ilv_key_file_get_string (key_file, GROUP, "Scene");
  if (self->scene == NULL || g_strv_contains (scenes, self->scene))
    return TRUE;

  ilv_key_file_set_error (key_file, error, GROUP, "Scene",
                          /* Translators: the second %s is a list of names, such as "cashiers" */
                          _("There is no scene “%s”; choose one of %s"), self->scene, list);
  return FALSE;
}

static gboolean
load_numbers (IlvComparison *self, IlvKeyFile *key_file, GError **error)
{
  int processors;
  int workers;

  if (!ilv_key_file_get_int (key_file, GROUP, "Processors", 1, ILV_MODEL_MAX_PROCESSORS, 2,
                             &processors, error) ||
      !ilv_key_file_get_int (key_file, GROUP, "Workers", 1, ILV_LESSON_MAX_WORKERS, 0,
                             &workers, error))
    return FALSE;

  self->processors = processors;
  self->workers = workers;
  return TRUE;
}

static gboolean
load_slice (IlvComparison *self, IlvKeyFile *key_file, GError **error)
{
  g_autofree char *text = ilv_key_file_get_string (key_file, GROUP, "Slice");

  if (text == NULL)
    return TRUE;
  if (!ilv_slice_parse (text, &self->slice_ns))
    {
      ilv_key_file_set_error (key_file, error, GROUP, "Slice",
                              _("“%s” is no time slice; write whole milliseconds from 4ms to 100ms, "
                                "such as “20ms”"),
                              text);
      return FALSE;
    }
  for (guint i = 0; i < N_SIDES; i++)
    if (ilv_strategy_has_slice (self->strategies[i]))
      return TRUE;

  ilv_key_file_set_meaning_error (key_file, error, GROUP, "Slice",
                                  _("Neither side has time slices; leave it out, or make a side "
                                    "“time-sliced” or “model”"));
  return FALSE;
}

static gboolean
load_codes (
  IlvComparison *self, IlvKeyFile *key_file, const char *group, GFile *folder, GError **error)
{
  for (guint i = 0; i < N_SIDES; i++)
    if (!ilv_lesson_code_load (&self->codes[i], key_file, group, code_keys[i],
                               self->strategies[i], folder, error))
      return FALSE;

  return TRUE;
}

static gboolean
check_strategies (IlvComparison *self, IlvKeyFile *key_file, GError **error)
{
  for (guint i = 0; i < N_SIDES; i++)
    if (!ilv_lesson_code_check_strategy (&self->codes[i], self->workload, key_file, GROUP,
                                         strategy_keys[i], self->strategies[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
has_groups (IlvKeyFile *key_file, const char *prefix)
{
  g_auto (GStrv) groups = ilv_key_file_get_groups (key_file);

  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], prefix))
      return TRUE;

  return FALSE;
}

/* What is broken is all else as it was: the same but for its title and what [Break] replaces. */
static IlvComparison *
create_broken (IlvComparison *self)
{
  IlvComparison *broken = g_object_new (ILV_TYPE_COMPARISON, NULL);

  for (guint i = 0; i < N_SIDES; i++)
    broken->strategies[i] = self->strategies[i];
  broken->processors = self->processors;
  broken->workers = self->workers;
  broken->slice_ns = self->slice_ns;
  broken->scene = g_strdup (self->scene);
  broken->server = self->server;
  return broken;
}

static gboolean
load_broken_codes (IlvComparison *broken,
                   IlvComparison *whole,
                   IlvKeyFile *key_file,
                   GFile *folder,
                   GError **error)
{
  for (guint i = 0; i < N_SIDES; i++)
    if (!ilv_key_file_has_key (key_file, BREAK_GROUP, code_keys[i]))
      ilv_lesson_code_copy (&broken->codes[i], &whole->codes[i]);
    else if (!ilv_lesson_code_load (&broken->codes[i], key_file, BREAK_GROUP, code_keys[i],
                                    broken->strategies[i], folder, error))
      return FALSE;

  return TRUE;
}

static gboolean
load_broken (IlvComparison *self, IlvKeyFile *key_file, GFile *folder, GError **error)
{
  gboolean has_tasks = has_groups (key_file, BROKEN_PREFIX " ");
  g_autoptr (IlvComparison) broken = create_broken (self);
  gboolean has_code = FALSE;

  broken->title = ilv_key_file_require_string (key_file, BREAK_GROUP, "Title", error);
  broken->repair = ilv_key_file_get_string (key_file, BREAK_GROUP, "Repair");
  for (guint i = 0; i < N_SIDES; i++)
    has_code |= ilv_key_file_has_key (key_file, BREAK_GROUP, code_keys[i]);
  if (broken->title == NULL)
    return FALSE;
  if (!has_tasks && !has_code)
    {
      ilv_key_file_set_meaning_error (key_file, error, BREAK_GROUP, NULL,
                                      _("This breaks nothing; add a group such as “[Broken A]”, or "
                                        "LeftCode or RightCode"));
      return FALSE;
    }

  broken->workload = has_tasks ? ilv_workload_new_from_groups (key_file, BROKEN_PREFIX, error)
                               : g_object_ref (self->workload);
  if (broken->workload == NULL ||
      !load_broken_codes (broken, self, key_file, folder, error) ||
      !check_strategies (broken, key_file, error))
    return FALSE;
  self->broken = g_steal_pointer (&broken);
  return TRUE;
}

static gboolean
load_break (IlvComparison *self, IlvKeyFile *key_file, GFile *folder, GError **error)
{
  if (has_groups (key_file, BREAK_GROUP))
    return load_broken (self, key_file, folder, error);
  if (!has_groups (key_file, BROKEN_PREFIX))
    return TRUE;

  ilv_key_file_set_meaning_error (key_file, error, NULL, NULL,
                                  _("There are groups “[Broken …]” but no group “[Break]”; add it, "
                                    "with its “Title”"));
  return FALSE;
}

static gboolean
load (IlvComparison *self, IlvKeyFile *key_file, GFile *folder, GError **error)
{
  if (!ilv_key_file_check_known (key_file, known_keys, error) ||
      !load_strategies (self, key_file, error) ||
      !load_numbers (self, key_file, error) ||
      !load_slice (self, key_file, error) ||
      !load_scene (self, key_file, error) ||
      !ilv_lesson_server_load (&self->server, key_file, error))
    return FALSE;
  load_title (self, key_file);

  self->workload = ilv_workload_new_from_key_file (key_file, error);
  return self->workload != NULL &&
         load_codes (self, key_file, GROUP, folder, error) &&
         check_strategies (self, key_file, error) &&
         load_break (self, key_file, folder, error);
}

static void
ilv_comparison_finalize (GObject *object)
{
  IlvComparison *self = ILV_COMPARISON (object);

  g_free (self->title);
  g_free (self->scene);
  g_free (self->repair);
  for (guint i = 0; i < N_SIDES; i++)
    ilv_lesson_code_clear (&self->codes[i]);
  g_clear_object (&self->workload);
  g_clear_object (&self->broken);

  G_OBJECT_CLASS (ilv_comparison_parent_class)->finalize (object);
}

static void
ilv_comparison_class_init (IlvComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_comparison_finalize;
}

static void
ilv_comparison_init (IlvComparison *self G_GNUC_UNUSED)
{
}

IlvComparison *
ilv_comparison_new_from_key_file (IlvKeyFile *key_file, GError **error)
{
  return ilv_comparison_new_in_folder (key_file, NULL, error);
}

IlvComparison *
ilv_comparison_new_in_folder (IlvKeyFile *key_file, GFile *folder, GError **error)
{
  g_autoptr (IlvComparison) self = NULL;

  g_return_val_if_fail (ILV_IS_KEY_FILE (key_file), NULL);
  g_return_val_if_fail (folder == NULL || G_IS_FILE (folder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ILV_TYPE_COMPARISON, NULL);
  if (!load (self, key_file, folder, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
ilv_comparison_get_title (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), NULL);

  return self->title;
}

IlvStrategy
ilv_comparison_get_left (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), ILV_STRATEGY_SEQUENTIAL);

  return self->strategies[0];
}

IlvStrategy
ilv_comparison_get_right (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), ILV_STRATEGY_SEQUENTIAL);

  return self->strategies[1];
}

guint
ilv_comparison_get_processors (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), 1);

  return self->processors;
}

IlvWorkload *
ilv_comparison_get_workload (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), NULL);

  return self->workload;
}

guint
ilv_comparison_get_workers (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), 0);

  return self->workers;
}

gint64
ilv_comparison_get_slice_ns (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), 0);

  return self->slice_ns;
}

const char *
ilv_comparison_get_scene (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), NULL);

  return self->scene;
}

const char *
ilv_comparison_get_code (IlvComparison *self, guint side)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (side < N_SIDES, NULL);

  return self->codes[side].text;
}

const char *
ilv_comparison_get_code_name (IlvComparison *self, guint side)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (side < N_SIDES, NULL);

  return self->codes[side].name;
}

const IlvLessonServer *
ilv_comparison_get_server (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), NULL);

  return &self->server;
}

IlvComparison *
ilv_comparison_get_broken (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), NULL);

  return self->broken;
}

const char *
ilv_comparison_get_repair (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), NULL);

  return self->repair;
}

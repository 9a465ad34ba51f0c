/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison.h"

#include <glib/gi18n-lib.h>

struct _IlvComparison
{
  GObject parent_instance;

  char *title;
  IlvStrategy left;
  IlvStrategy right;
  guint processors;
  IlvWorkload *workload;
};

G_DEFINE_FINAL_TYPE (IlvComparison, ilv_comparison, G_TYPE_OBJECT)

#define GROUP "Compare"

static const char *const known_keys[] = {
  GROUP "/Title", GROUP "/Left",  GROUP "/Right", GROUP "/Processors",
  "Task */Steps", "Task */Count", NULL,
};

static char *
list_strategies (void)
{
  const char *ids[ILV_N_STRATEGIES + 1] = { NULL };

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    ids[i] = ilv_strategy_to_string (i);

  return g_strjoinv (", ", (char **) ids);
}

static gboolean
load_strategy (IlvKeyFile *key_file, const char *key, IlvStrategy *strategy, GError **error)
{
  g_autofree char *id = ilv_key_file_get_string (key_file, GROUP, key);
  g_autofree char *ids = NULL;

  if (id == NULL || ilv_strategy_from_string (id, strategy))
    return TRUE;

  ids = list_strategies ();
  ilv_key_file_set_error (key_file, error, GROUP, key,
                          /* Translators: the second %s is a list of ids, such as "model" */
                          _("There is no strategy “%s”; choose one of %s"), id, ids);
  return FALSE;
}

static void
load_title (IlvComparison *self, IlvKeyFile *key_file)
{
  g_autofree char *title = ilv_key_file_get_string (key_file, GROUP, "Title");

  if (title != NULL && title[0] != '\0')
    self->title = g_steal_pointer (&title);
  else
    /* Translators: the title of a comparison; both are names of strategies. */
    self->title = g_strdup_printf (_("%s beside %s"), ilv_strategy_get_title (self->left),
                                   ilv_strategy_get_title (self->right));
}

static gboolean
load (IlvComparison *self, IlvKeyFile *key_file, GError **error)
{
  int processors;

  if (!ilv_key_file_check_known (key_file, known_keys, error))
    return FALSE;

  self->left = ILV_STRATEGY_TIME_SLICED;
  self->right = ILV_STRATEGY_THREAD_POOL;
  if (!load_strategy (key_file, "Left", &self->left, error) ||
      !load_strategy (key_file, "Right", &self->right, error))
    return FALSE;
  load_title (self, key_file);

  if (!ilv_key_file_get_int (key_file, GROUP, "Processors", 1, ILV_MODEL_MAX_PROCESSORS, 2,
                             &processors, error))
    return FALSE;
  self->processors = processors;

  self->workload = ilv_workload_new_from_key_file (key_file, error);
  return self->workload != NULL;
}

static void
ilv_comparison_finalize (GObject *object)
{
  IlvComparison *self = ILV_COMPARISON (object);

  g_free (self->title);
  g_clear_object (&self->workload);

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
  g_autoptr (IlvComparison) self = NULL;

  g_return_val_if_fail (ILV_IS_KEY_FILE (key_file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ILV_TYPE_COMPARISON, NULL);
  if (!load (self, key_file, error))
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

  return self->left;
}

IlvStrategy
ilv_comparison_get_right (IlvComparison *self)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (self), ILV_STRATEGY_SEQUENTIAL);

  return self->right;
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
ilv_comparison_get_workers (IlvComparison *self G_GNUC_UNUSED)
{
  return 0;
}

const char *
ilv_comparison_get_scene (IlvComparison *self G_GNUC_UNUSED)
{
  return NULL;
}

const char *
ilv_comparison_get_code (IlvComparison *self G_GNUC_UNUSED, guint side G_GNUC_UNUSED)
{
  return NULL;
}

const char *
ilv_comparison_get_code_name (IlvComparison *self G_GNUC_UNUSED, guint side G_GNUC_UNUSED)
{
  return NULL;
}

gboolean
ilv_comparison_has_server (IlvComparison *self G_GNUC_UNUSED)
{
  return FALSE;
}

gint64
ilv_comparison_get_latency_ns (IlvComparison *self G_GNUC_UNUSED)
{
  return 100000000;
}

gint64
ilv_comparison_get_jitter_ns (IlvComparison *self G_GNUC_UNUSED)
{
  return 0;
}

double
ilv_comparison_get_failure_rate (IlvComparison *self G_GNUC_UNUSED)
{
  return 0;
}

guint
ilv_comparison_get_rate_limit (IlvComparison *self G_GNUC_UNUSED)
{
  return 0;
}

IlvComparison *
ilv_comparison_get_broken (IlvComparison *self G_GNUC_UNUSED)
{
  return NULL;
}

const char *
ilv_comparison_get_repair (IlvComparison *self G_GNUC_UNUSED)
{
  return NULL;
}

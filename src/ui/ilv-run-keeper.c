/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-keeper.h"

struct _IlvRunKeeper
{
  GObject parent_instance;

  IlvLastRuns *runs;    /* or NULL */
  IlvRunStore *history; /* or NULL */
  GSettings *settings;  /* or NULL */
  char *lesson;
  char *section;
  char *title;
  IlvRunPlace place; /* of these three */
};

G_DEFINE_FINAL_TYPE (IlvRunKeeper, ilv_run_keeper, G_TYPE_OBJECT)

static void
on_saved (GObject *source, GAsyncResult *result, gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  if (!ilv_last_runs_save_finish (ILV_LAST_RUNS (source), result, &error))
    g_message ("A run could not be kept: %s", error->message);
}

static void
on_added (GObject *source, GAsyncResult *result, gpointer user_data G_GNUC_UNUSED)
{
  g_autoptr (GError) error = NULL;

  if (!ilv_run_store_add_finish (ILV_RUN_STORE (source), result, &error))
    g_message ("A run could not be kept: %s", error->message);
}

static void
ilv_run_keeper_finalize (GObject *object)
{
  IlvRunKeeper *self = ILV_RUN_KEEPER (object);

  g_clear_object (&self->runs);
  g_clear_object (&self->history);
  g_clear_object (&self->settings);
  g_free (self->lesson);
  g_free (self->section);
  g_free (self->title);

  G_OBJECT_CLASS (ilv_run_keeper_parent_class)->finalize (object);
}

static void
ilv_run_keeper_class_init (IlvRunKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_run_keeper_finalize;
}

static void
ilv_run_keeper_init (IlvRunKeeper *self G_GNUC_UNUSED)
{
}

IlvRunKeeper *
ilv_run_keeper_new (const IlvLessonContext *context, const char *title)
{
  IlvRunKeeper *self;

  g_return_val_if_fail (title != NULL, NULL);

  self = g_object_new (ILV_TYPE_RUN_KEEPER, NULL);
  if (context == NULL)
    return self;
  g_set_object (&self->runs, context->runs);
  g_set_object (&self->history, context->history);
  g_set_object (&self->settings, context->settings);
  self->lesson = g_strdup (context->lesson);
  self->section = g_strdup (context->section);
  self->title = g_strdup (title);
  self->place = (IlvRunPlace){ self->lesson, self->section, self->title };
  return self;
}

void
ilv_run_keeper_keep (IlvRunKeeper *self,
                     IlvTrace *const *traces,
                     const char *const *titles,
                     guint n_traces)
{
  g_autoptr (IlvLastRun) run = NULL;

  g_return_if_fail (ILV_IS_RUN_KEEPER (self));

  if (self->runs == NULL || n_traces == 0)
    return;
  for (guint i = 0; i < n_traces; i++)
    if (traces[i] == NULL)
      return;
  run = ilv_last_run_new (traces, titles, n_traces);
  ilv_last_runs_save_async (self->runs, &self->place, run, NULL, on_saved, NULL);
}

void
ilv_run_keeper_add (IlvRunKeeper *self,
                    const char *kind,
                    GVariant *settings,
                    IlvTrace *left,
                    IlvTrace *right)
{
  g_autoptr (IlvStoredRun) run = NULL;

  g_return_if_fail (ILV_IS_RUN_KEEPER (self));
  g_return_if_fail (kind != NULL);

  if (self->history == NULL
      || (self->settings != NULL && !g_settings_get_boolean (self->settings, "keep-history")))
    return;
  run = ilv_stored_run_new (&self->place, kind, settings, left, right);
  ilv_run_store_add_async (self->history, run, NULL, on_added, NULL);
}

IlvRunStore *
ilv_run_keeper_get_history (IlvRunKeeper *self)
{
  g_return_val_if_fail (ILV_IS_RUN_KEEPER (self), NULL);

  return self->history;
}

const IlvRunPlace *
ilv_run_keeper_get_place (IlvRunKeeper *self)
{
  g_return_val_if_fail (ILV_IS_RUN_KEEPER (self), NULL);

  return &self->place;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-last-runs.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "ilv-trace-file.h"
#include "ilv-trace-reader.h"

/* Of a lesson's id or a section's slug, in the name of a file. */
#define MAX_NAME_BYTES 60

/* Enough of the sum to tell places apart whose names are shortened. */
#define SUM_DIGITS 12

struct _IlvLastRuns
{
  GObject parent_instance;

  GFile *folder;     /* or NULL */
  GMutex lock;       /* for @known */
  GHashTable *known; /* of each file's name, the run of this process */
  GMutex writing;    /* one file at a time, so that the last one is the last */
};

G_DEFINE_FINAL_TYPE (IlvLastRuns, ilv_last_runs, G_TYPE_OBJECT)

/* Letters and digits of ASCII, all else as hyphens. */
static void
append_plain (GString *name, const char *text)
{
  gsize end = name->len + MIN (strlen (text), MAX_NAME_BYTES);

  for (; name->len < end; text++)
    g_string_append_c (name, g_ascii_isalnum (*text) ? *text : '-');
  g_string_append_c (name, '-');
}

/* (transfer full): names say for people what they belong to, and the sum makes sure of it. */
static char *
create_name (const IlvRunPlace *place)
{
  g_autofree char *key =
    g_strconcat (place->lesson, "\n", place->section, "\n", place->title, NULL);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, key, -1);
  GString *name = g_string_new (NULL);

  append_plain (name, place->lesson);
  append_plain (name, place->section);
  g_string_append_len (name, sum, SUM_DIGITS);
  g_string_append (name, ".json");
  return g_string_free (name, FALSE);
}

static void
put (IlvLastRuns *self, const char *name, IlvLastRun *run)
{
  g_mutex_lock (&self->lock);
  g_hash_table_replace (self->known, g_strdup (name), ilv_last_run_ref (run));
  g_mutex_unlock (&self->lock);
}

/* (transfer full) (nullable) */
static IlvLastRun *
get_known (IlvLastRuns *self, const char *name)
{
  IlvLastRun *run;

  g_mutex_lock (&self->lock);
  run = g_hash_table_lookup (self->known, name);
  if (run != NULL)
    ilv_last_run_ref (run);
  g_mutex_unlock (&self->lock);
  return run;
}

static gboolean
make_folder (const char *folder, GError **error)
{
  int saved_errno;

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;
  saved_errno = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (saved_errno), "%s: %s", folder,
               g_strerror (saved_errno));
  return FALSE;
}

static gboolean
write_run (IlvLastRuns *self, const char *name, IlvLastRun *run, GError **error)
{
  const char *folder = g_file_peek_path (self->folder);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = ilv_trace_file_to_json (
    (IlvTrace *const *) run->traces->pdata,
    run->titles != NULL ? (const char *const *) run->titles->pdata : NULL, run->traces->len);

  if (strlen (text) > ILV_LAST_RUNS_MAX_BYTES)
    {
      g_unlink (path);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                   _ ("%s: the run is too large to be kept"), path);
      return FALSE;
    }
  return make_folder (folder, error) &&
         g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, error);
}

static void
save_in_thread (GTask *task,
                gpointer source,
                gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  IlvLastRuns *self = source;
  const char *name = data;
  g_autoptr (IlvLastRun) run = NULL;
  GError *error = NULL;

  g_mutex_lock (&self->writing);
  /* By now there may be a later one, which is the one to keep. */
  run = get_known (self, name);
  if (self->folder == NULL || write_run (self, name, run, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
  g_mutex_unlock (&self->writing);
}

/* (transfer full) (nullable) */
static IlvLastRun *
parse_run (const char *text, gsize length)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) traces = ilv_trace_reader_read_json (text, length, names);
  gboolean is_comparison;

  if (traces == NULL || traces->len == 0)
    return NULL;
  is_comparison = traces->len == 2 && g_str_equal (names->pdata[0], "left") &&
                  g_str_equal (names->pdata[1], "right");
  return ilv_last_run_new ((IlvTrace *const *) traces->pdata,
                           is_comparison ? NULL : (const char *const *) names->pdata, traces->len);
}

/* (transfer full) (nullable) */
static IlvLastRun *
read_run (GFile *file)
{
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (IlvLastRun) run = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  gsize length = 0;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_TYPE "," G_FILE_ATTRIBUTE_STANDARD_SIZE,
                            G_FILE_QUERY_INFO_NONE, NULL, &error);
  /* Reading a pipe would wait for ever. */
  if (info != NULL && g_file_info_get_file_type (info) == G_FILE_TYPE_REGULAR &&
      g_file_info_get_size (info) <= ILV_LAST_RUNS_MAX_BYTES &&
      g_file_load_contents (file, NULL, &text, &length, NULL, &error))
    run = parse_run (text, length);
  if (run == NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    g_message ("The run in %s is passed over: %s", g_file_peek_path (file),
               error != NULL ? error->message : "it is damaged");
  return g_steal_pointer (&run);
}

static void
ilv_last_runs_finalize (GObject *object)
{
  IlvLastRuns *self = ILV_LAST_RUNS (object);

  g_clear_object (&self->folder);
  g_clear_pointer (&self->known, g_hash_table_unref);
  g_mutex_clear (&self->lock);
  g_mutex_clear (&self->writing);

  G_OBJECT_CLASS (ilv_last_runs_parent_class)->finalize (object);
}

static void
ilv_last_runs_class_init (IlvLastRunsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_last_runs_finalize;
}

static void
ilv_last_runs_init (IlvLastRuns *self)
{
  g_mutex_init (&self->lock);
  g_mutex_init (&self->writing);
  self->known =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) ilv_last_run_unref);
}

IlvLastRun *
ilv_last_run_new (IlvTrace *const *traces, const char *const *titles, guint n_traces)
{
  IlvLastRun *self;

  g_return_val_if_fail (n_traces > 0, NULL);
  g_return_val_if_fail (titles != NULL || n_traces <= 2, NULL);

  self = g_new0 (IlvLastRun, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->traces = g_ptr_array_new_with_free_func (g_object_unref);
  if (titles != NULL)
    self->titles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n_traces; i++)
    {
      g_ptr_array_add (self->traces, g_object_ref (traces[i]));
      if (titles != NULL)
        g_ptr_array_add (self->titles, g_strdup (titles[i]));
    }
  return self;
}

IlvLastRun *
ilv_last_run_ref (IlvLastRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
ilv_last_run_unref (IlvLastRun *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_ptr_array_unref (self->traces);
  g_clear_pointer (&self->titles, g_ptr_array_unref);
  g_free (self);
}

IlvLastRuns *
ilv_last_runs_new (GFile *folder)
{
  IlvLastRuns *self;

  g_return_val_if_fail (folder == NULL || g_file_peek_path (folder) != NULL, NULL);

  self = g_object_new (ILV_TYPE_LAST_RUNS, NULL);
  g_set_object (&self->folder, folder);
  return self;
}

GFile *
ilv_last_runs_get_default_folder (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "interleave", "runs", NULL);
}

void
ilv_last_runs_put (IlvLastRuns *self, const IlvRunPlace *place, IlvLastRun *run)
{
  g_autofree char *name = NULL;

  g_return_if_fail (ILV_IS_LAST_RUNS (self));
  g_return_if_fail (place != NULL);
  g_return_if_fail (run != NULL);

  name = create_name (place);
  put (self, name, run);
}

void
ilv_last_runs_save_async (IlvLastRuns *self,
                          const IlvRunPlace *place,
                          IlvLastRun *run,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  char *name;

  g_return_if_fail (ILV_IS_LAST_RUNS (self));
  g_return_if_fail (place != NULL);
  g_return_if_fail (run != NULL);

  name = create_name (place);
  put (self, name, run);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, ilv_last_runs_save_async);
  g_task_set_task_data (task, name, g_free);
  g_task_run_in_thread (task, save_in_thread);
}

gboolean
ilv_last_runs_save_finish (IlvLastRuns *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (ILV_IS_LAST_RUNS (self), FALSE);
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

IlvLastRun *
ilv_last_runs_load (IlvLastRuns *self, const IlvRunPlace *place)
{
  g_autofree char *name = NULL;
  g_autoptr (GFile) file = NULL;
  IlvLastRun *run;

  g_return_val_if_fail (ILV_IS_LAST_RUNS (self), NULL);
  g_return_val_if_fail (place != NULL, NULL);

  name = create_name (place);
  run = get_known (self, name);
  if (run != NULL || self->folder == NULL)
    return run;
  file = g_file_get_child (self->folder, name);
  return read_run (file);
}

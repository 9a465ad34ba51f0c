/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The file is a key file:
 *
 *     [Progress]
 *     Version=1
 *
 *     [Lesson concurrency]
 *     Seen=what-this-lesson-is-about;
 *
 *     [Prediction concurrency/parallel-end]
 *     Predicted=0.5
 *     Measured=0.51
 *
 *     [Settings concurrency/taking-turns]
 *     workers=4
 *
 *     # end
 *
 * A file that was cut off can look like a whole one with a shorter number in it; the last line
 * tells them apart. Groups and keys that we do not know are kept: a later version may have written
 * them.
 */

#include "ilv-progress.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ilv-progress-file.h"
#include "ilv-progress-writer.h"

struct _IlvProgress
{
  GObject parent_instance;

  GFile *file;
  GKeyFile *key_file;
  IlvProgressWriter *writer;
  char *warning;

  /* What the last reset took away; NULL where there is none to undo. */
  GKeyFile *before_reset;

  /* Whether something has changed since the last save, whether one is under way, and whether another was
   * asked for meanwhile. */
  gboolean unsaved;
  gboolean saving;
  gboolean save_again;

  /* There is a file that could not be brought to safety: it must not be written over. */
  gboolean locked;
};

G_DEFINE_FINAL_TYPE (IlvProgress, ilv_progress, G_TYPE_OBJECT)

enum
{
  CHANGED,
  SAVE_FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
emit_changed (IlvProgress *self)
{
  self->unsaved = TRUE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Ids come from the names of folders and may hold what a group's name cannot. */
static char *
make_lesson_group (const char *lesson)
{
  g_autofree char *escaped = g_uri_escape_string (lesson, NULL, TRUE);

  return g_strconcat (ILV_PROGRESS_LESSON_PREFIX, escaped, NULL);
}

static char *
make_group (const char *prefix, const char *lesson, const char *part)
{
  g_autofree char *escaped_lesson = g_uri_escape_string (lesson, NULL, TRUE);
  g_autofree char *escaped_part = g_uri_escape_string (part, NULL, TRUE);

  return g_strconcat (prefix, escaped_lesson, "/", escaped_part, NULL);
}

static char *
make_prediction_group (const char *lesson, const char *prediction)
{
  return make_group (ILV_PROGRESS_PREDICTION_PREFIX, lesson, prediction);
}

static GKeyFile *
copy_key_file (GKeyFile *key_file)
{
  g_autofree char *text = g_key_file_to_data (key_file, NULL, NULL);
  GKeyFile *copy = g_key_file_new ();

  g_key_file_load_from_data (copy, text, -1, G_KEY_FILE_KEEP_TRANSLATIONS, NULL);
  return copy;
}

static gboolean
is_own_group (const char *group)
{
  return g_str_has_prefix (group, ILV_PROGRESS_LESSON_PREFIX) ||
         g_str_has_prefix (group, ILV_PROGRESS_PREDICTION_PREFIX) ||
         g_str_has_prefix (group, ILV_PROGRESS_SETTINGS_PREFIX);
}

/* Takes our groups out of @key_file, and puts those of @other (nullable) in. What we do not know
 * stays as it is. */
static void
replace_own_groups (GKeyFile *key_file, GKeyFile *other)
{
  g_auto (GStrv) old = g_key_file_get_groups (key_file, NULL);
  g_auto (GStrv) new = other != NULL ? g_key_file_get_groups (other, NULL) : g_new0 (char *, 1);

  for (guint i = 0; old[i] != NULL; i++)
    if (is_own_group (old[i]))
      g_key_file_remove_group (key_file, old[i], NULL);

  for (guint i = 0; new[i] != NULL; i++)
    {
      g_auto (GStrv) keys = g_key_file_get_keys (other, new[i], NULL, NULL);

      for (guint j = 0; is_own_group (new[i]) && keys[j] != NULL; j++)
        {
          g_autofree char *value = g_key_file_get_value (other, new[i], keys[j], NULL);

          g_key_file_set_value (key_file, new[i], keys[j], value);
        }
    }
}

static GStrv
get_seen (IlvProgress *self, const char *group)
{
  GStrv seen = g_key_file_get_string_list (self->key_file, group, ILV_PROGRESS_SEEN, NULL, NULL);

  return seen != NULL ? seen : g_new0 (char *, 1);
}

static void
set_aside (IlvProgress *self, IlvProgressFileState state)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = ilv_progress_file_set_aside (self->file, state, &error);
  g_autofree char *old_name = g_file_get_parse_name (self->file);

  if (name == NULL)
    {
      self->locked = TRUE;
      self->warning = g_strdup_printf (_("What you have done so far could not be read from “%s”, "
                                         "and the file could not be set aside either (%s). It is "
                                         "left as it is, and what you do now will not be kept."),
                                       old_name, error->message);
    }
  else if (state == ILV_PROGRESS_FILE_PARTLY_DAMAGED)
    self->warning = g_strdup_printf (_("A part of what you have done so far could not be read. All "
                                       "the rest was kept, and the file as it was is now in “%s”."),
                                     name);
  else
    self->warning = g_strdup_printf (_("What you have done so far could not be read. The file was "
                                       "set aside as “%s”, and you begin anew."),
                                     name);
}

static void
load (IlvProgress *self)
{
  IlvProgressFileState state;

  self->key_file = ilv_progress_file_load (self->file, &state);
  if (state != ILV_PROGRESS_FILE_DAMAGED && state != ILV_PROGRESS_FILE_PARTLY_DAMAGED)
    return;

  /* What is left of it replaces it at the next save, so that it is not set aside once more. */
  self->unsaved = TRUE;
  set_aside (self, state);
}

static void
tell_failure (IlvProgress *self, const GError *error)
{
  self->unsaved = TRUE;
  g_message ("The progress could not be saved: %s", error->message);
  g_signal_emit (self, signals[SAVE_FAILED], 0, error->message);
}

static void
start_saving (IlvProgress *self)
{
  g_autofree char *text = ilv_progress_file_format (self->key_file);

  self->unsaved = FALSE;
  self->save_again = FALSE;
  self->saving = TRUE;
  ilv_progress_writer_start (self->writer, text);
}

static void
on_written (IlvProgress *self, const GError *error)
{
  self->saving = FALSE;
  if (error != NULL)
    tell_failure (self, error);
  if (self->save_again)
    start_saving (self);
}

static void
ilv_progress_dispose (GObject *object)
{
  IlvProgress *self = ILV_PROGRESS (object);

  /* A thread that has not come to write yet does not have to any more. */
  if (self->saving)
    ilv_progress_save_now (self, NULL);
  self->saving = FALSE;
  g_clear_object (&self->writer);

  G_OBJECT_CLASS (ilv_progress_parent_class)->dispose (object);
}

static void
ilv_progress_finalize (GObject *object)
{
  IlvProgress *self = ILV_PROGRESS (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->key_file, g_key_file_unref);
  g_clear_pointer (&self->before_reset, g_key_file_unref);
  g_free (self->warning);

  G_OBJECT_CLASS (ilv_progress_parent_class)->finalize (object);
}

static void
ilv_progress_class_init (IlvProgressClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_progress_dispose;
  G_OBJECT_CLASS (klass)->finalize = ilv_progress_finalize;

  /**
   * IlvProgress::save-failed:
   * @message: why, in words
   *
   * What the learner has done could not be written. It is tried again at the next save.
   */
  signals[SAVE_FAILED] = g_signal_new ("save-failed", ILV_TYPE_PROGRESS, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * IlvProgress::changed:
   *
   * Something that was not so before has been seen, predicted, skipped or set, or all was reset.
   */
  signals[CHANGED] = g_signal_new ("changed", ILV_TYPE_PROGRESS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
ilv_progress_init (IlvProgress *self G_GNUC_UNUSED)
{
}

GFile *
ilv_progress_get_default_file (void)
{
  return g_file_new_build_filename (g_get_user_data_dir (), "interleave", "progress.ini", NULL);
}

IlvProgress *
ilv_progress_new (GFile *file)
{
  IlvProgress *self;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (g_file_peek_path (file) != NULL, NULL);

  self = g_object_new (ILV_TYPE_PROGRESS, NULL);
  self->file = g_object_ref (file);
  self->writer = ilv_progress_writer_new (file);
  g_signal_connect_object (self->writer, "written", G_CALLBACK (on_written), self, G_CONNECT_SWAPPED);
  load (self);
  return self;
}

const char *
ilv_progress_get_warning (IlvProgress *self)
{
  g_return_val_if_fail (ILV_IS_PROGRESS (self), NULL);

  return self->warning;
}

gboolean
ilv_progress_is_section_seen (IlvProgress *self, const char *lesson, const char *section)
{
  g_autofree char *group = NULL;
  g_auto (GStrv) seen = NULL;

  g_return_val_if_fail (ILV_IS_PROGRESS (self), FALSE);
  g_return_val_if_fail (lesson != NULL && section != NULL, FALSE);

  group = make_lesson_group (lesson);
  seen = get_seen (self, group);
  return g_strv_contains ((const char *const *) seen, section);
}

void
ilv_progress_set_section_seen (IlvProgress *self, const char *lesson, const char *section)
{
  g_autofree char *group = NULL;
  g_auto (GStrv) seen = NULL;
  guint n_seen;

  g_return_if_fail (ILV_IS_PROGRESS (self));
  g_return_if_fail (lesson != NULL && section != NULL);

  group = make_lesson_group (lesson);
  seen = get_seen (self, group);
  if (g_strv_contains ((const char *const *) seen, section))
    return;

  n_seen = g_strv_length (seen);
  seen = g_renew (char *, seen, n_seen + 2);
  seen[n_seen] = g_strdup (section);
  seen[n_seen + 1] = NULL;
  g_key_file_set_string_list (self->key_file, group, ILV_PROGRESS_SEEN,
                              (const char *const *) seen, n_seen + 1);
  emit_changed (self);
}

guint
ilv_progress_count_sections_seen (IlvProgress *self, const char *lesson)
{
  g_autofree char *group = NULL;
  g_auto (GStrv) seen = NULL;

  g_return_val_if_fail (ILV_IS_PROGRESS (self), 0);
  g_return_val_if_fail (lesson != NULL, 0);

  group = make_lesson_group (lesson);
  seen = get_seen (self, group);
  return g_strv_length (seen);
}

gboolean
ilv_progress_get_prediction (IlvProgress *self,
                             const char *lesson,
                             const char *prediction,
                             double *predicted,
                             double *measured)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (ILV_IS_PROGRESS (self), FALSE);
  g_return_val_if_fail (lesson != NULL && prediction != NULL, FALSE);

  group = make_prediction_group (lesson, prediction);
  if (!g_key_file_has_key (self->key_file, group, ILV_PROGRESS_PREDICTED, NULL))
    return FALSE;

  if (predicted != NULL)
    *predicted = g_key_file_get_double (self->key_file, group, ILV_PROGRESS_PREDICTED, NULL);
  if (measured != NULL)
    *measured = g_key_file_has_key (self->key_file, group, ILV_PROGRESS_MEASURED, NULL)
                  ? g_key_file_get_double (self->key_file, group, ILV_PROGRESS_MEASURED, NULL)
                  : -1.0;
  return TRUE;
}

void
ilv_progress_set_prediction (IlvProgress *self,
                             const char *lesson,
                             const char *prediction,
                             double predicted,
                             double measured)
{
  g_autofree char *group = NULL;
  double old_predicted;
  double old_measured;

  g_return_if_fail (ILV_IS_PROGRESS (self));
  g_return_if_fail (lesson != NULL && prediction != NULL);
  g_return_if_fail (isfinite (predicted) && predicted >= 0.0);
  g_return_if_fail (isfinite (measured) && (measured >= 0.0 || measured == -1.0));

  if (ilv_progress_get_prediction (self, lesson, prediction, &old_predicted, &old_measured) &&
      old_predicted == predicted && old_measured == measured)
    return;

  group = make_prediction_group (lesson, prediction);
  g_key_file_remove_key (self->key_file, group, ILV_PROGRESS_SKIPPED, NULL);
  g_key_file_set_double (self->key_file, group, ILV_PROGRESS_PREDICTED, predicted);
  if (measured >= 0.0)
    g_key_file_set_double (self->key_file, group, ILV_PROGRESS_MEASURED, measured);
  else
    g_key_file_remove_key (self->key_file, group, ILV_PROGRESS_MEASURED, NULL);
  emit_changed (self);
}

gboolean
ilv_progress_is_prediction_skipped (IlvProgress *self, const char *lesson, const char *prediction)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (ILV_IS_PROGRESS (self), FALSE);
  g_return_val_if_fail (lesson != NULL && prediction != NULL, FALSE);

  group = make_prediction_group (lesson, prediction);
  return g_key_file_get_boolean (self->key_file, group, ILV_PROGRESS_SKIPPED, NULL);
}

void
ilv_progress_skip_prediction (IlvProgress *self, const char *lesson, const char *prediction)
{
  g_autofree char *group = NULL;

  g_return_if_fail (ILV_IS_PROGRESS (self));
  g_return_if_fail (lesson != NULL && prediction != NULL);

  /* An answer that was given stays. */
  if (ilv_progress_is_prediction_skipped (self, lesson, prediction) ||
      ilv_progress_get_prediction (self, lesson, prediction, NULL, NULL))
    return;

  group = make_prediction_group (lesson, prediction);
  g_key_file_set_boolean (self->key_file, group, ILV_PROGRESS_SKIPPED, TRUE);
  emit_changed (self);
}

char *
ilv_progress_get_setting (IlvProgress *self,
                          const char *lesson,
                          const char *section,
                          const char *key)
{
  g_autofree char *group = NULL;

  g_return_val_if_fail (ILV_IS_PROGRESS (self), NULL);
  g_return_val_if_fail (lesson != NULL && section != NULL && key != NULL, NULL);

  group = make_group (ILV_PROGRESS_SETTINGS_PREFIX, lesson, section);
  return g_key_file_get_string (self->key_file, group, key, NULL);
}

void
ilv_progress_set_setting (IlvProgress *self,
                          const char *lesson,
                          const char *section,
                          const char *key,
                          const char *value)
{
  g_autofree char *group = NULL;
  g_autofree char *old = NULL;

  g_return_if_fail (ILV_IS_PROGRESS (self));
  g_return_if_fail (lesson != NULL && section != NULL && key != NULL);
  g_return_if_fail (value == NULL || g_utf8_validate (value, -1, NULL));

  old = ilv_progress_get_setting (self, lesson, section, key);
  if (g_strcmp0 (old, value) == 0)
    return;

  group = make_group (ILV_PROGRESS_SETTINGS_PREFIX, lesson, section);
  if (value != NULL)
    g_key_file_set_string (self->key_file, group, key, value);
  else
    g_key_file_remove_key (self->key_file, group, key, NULL);
  emit_changed (self);
}

void
ilv_progress_reset (IlvProgress *self)
{
  g_return_if_fail (ILV_IS_PROGRESS (self));

  g_clear_pointer (&self->before_reset, g_key_file_unref);
  self->before_reset = copy_key_file (self->key_file);
  replace_own_groups (self->key_file, NULL);
  emit_changed (self);
}

gboolean
ilv_progress_undo_reset (IlvProgress *self)
{
  g_return_val_if_fail (ILV_IS_PROGRESS (self), FALSE);

  if (self->before_reset == NULL)
    return FALSE;

  replace_own_groups (self->key_file, self->before_reset);
  g_clear_pointer (&self->before_reset, g_key_file_unref);
  emit_changed (self);
  return TRUE;
}

static gboolean
check_unlocked (IlvProgress *self, GError **error)
{
  g_autofree char *name = NULL;

  if (!self->locked)
    return TRUE;

  name = g_file_get_parse_name (self->file);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("“%s” could not be read and is left as it is"),
               name);
  return FALSE;
}

void
ilv_progress_save (IlvProgress *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ILV_IS_PROGRESS (self));

  if (!check_unlocked (self, &error))
    g_message ("The progress could not be saved: %s", error->message);
  else if (self->unsaved && self->saving)
    self->save_again = TRUE;
  else if (self->unsaved)
    start_saving (self);
}

gboolean
ilv_progress_save_now (IlvProgress *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ILV_IS_PROGRESS (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!check_unlocked (self, error))
    return FALSE;
  if (!self->unsaved && !self->saving)
    return TRUE;

  text = ilv_progress_file_format (self->key_file);
  self->unsaved = FALSE;
  self->save_again = FALSE;
  if (ilv_progress_writer_write (self->writer, text, &local_error))
    return TRUE;

  tell_failure (self, local_error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

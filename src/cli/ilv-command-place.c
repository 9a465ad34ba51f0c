/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-command-place.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-command-lesson.h"
#include "ilv-output.h"
#include "ilv-pack.h"

/* Whether there is a zip file somewhere in that path. */
static gboolean
names_pack (const char *path)
{
  g_autofree char *folded = g_ascii_strdown (path, -1);

  return strstr (folded, ".zip") != NULL || strstr (folded, ".ilvpack") != NULL;
}

gboolean
ilv_command_place_is_path (const char *text)
{
  return g_path_is_absolute (text) || text[0] == '.' || text[0] == '~'
         || g_str_has_prefix (text, "file:") || names_pack (text);
}

/* (nullable): the longest part of @path, up to a slash, that is there; @rest is what follows the slash. */
static char *
find_existing (const char *path, const char **rest)
{
  g_autofree char *part = g_strdup (path);

  *rest = NULL;
  for (;;)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (part);
      char *slash;

      if (g_file_query_exists (file, NULL))
        return g_steal_pointer (&part);
      slash = strrchr (part, '/');
      if (slash == NULL || slash == part || names_pack (slash))
        return NULL;
      *slash = '\0';
      *rest = path + (slash - part) + 1;
    }
}

/* The lesson of the pack whose folder is called @name, as the pack has changed its id. */
static IlvLesson *
find_by_folder (IlvCourse *course, const char *name)
{
  g_autofree char *prefix = g_strconcat (name, ".", NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      if (g_str_has_prefix (ilv_lesson_get_id (lesson), prefix))
        return lesson;
    }
  return NULL;
}

/* The lesson that @rest begins with, or else the first one of the pack at @path; sets the names too. */
static void
choose_lesson (IlvCommandPlace *self, const char *path, const char *rest)
{
  g_auto (GStrv) parts = g_strsplit (rest != NULL ? rest : "", "/", 2);
  IlvLesson *named = parts[0] != NULL ? find_by_folder (self->course, parts[0]) : NULL;

  self->lesson = named != NULL ? named : ilv_course_get_first (self->course);
  if (named != NULL)
    {
      self->name = g_build_filename (path, parts[0], NULL);
      self->section = g_strdup (parts[1]);
      return;
    }
  self->name = g_strdup (path);
  self->section = rest != NULL && *rest != '\0' ? g_strdup (rest) : NULL;
}

static gboolean
open_pack (IlvCommandPlace *self, const char *text, int *status)
{
  const char *rest;
  g_autofree char *path = find_existing (text, &rest);
  g_autoptr (GFile) source = NULL;
  g_autoptr (GFile) store = ilv_pack_get_default_store ();
  g_autoptr (IlvPack) pack = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (path == NULL)
    {
      message = g_strdup_printf (_ ("There is no file or folder “%s”"), text);
      *status = ilv_output_fail (message);
      return FALSE;
    }
  source = g_file_new_for_commandline_arg (path);
  pack = ilv_pack_open (source, store, NULL, &error);
  if (pack == NULL)
    {
      *status = ilv_output_fail (error->message);
      return FALSE;
    }
  ilv_output_note_faults (ilv_pack_get_faults (pack));
  self->course = g_object_ref (ilv_pack_get_course (pack));
  choose_lesson (self, path, rest);
  self->pack = g_steal_pointer (&path);
  return TRUE;
}

static gboolean
open_course (IlvCommandPlace *self, const IlvCommand *command, const char *text, int *status)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  g_autoptr (GError) error = NULL;

  self->course = ilv_course_new_from_folder (folder, &error);
  if (self->course == NULL)
    {
      *status = ilv_output_fail (error->message);
      return FALSE;
    }
  self->lesson
    = ilv_command_find_lesson (command, self->course, parts[0] != NULL ? parts[0] : "", status);
  if (self->lesson == NULL)
    return FALSE;
  self->name = g_strdup (parts[0]);
  self->section = g_strdup (parts[1]);
  return TRUE;
}

gboolean
ilv_command_place_init (IlvCommandPlace *self, const IlvCommand *command, const char *text, int *status)
{
  *self = (IlvCommandPlace) { 0 };
  return ilv_command_place_is_path (text) ? open_pack (self, text, status)
                                          : open_course (self, command, text, status);
}

void
ilv_command_place_clear (IlvCommandPlace *self)
{
  g_clear_object (&self->course);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->pack, g_free);
  g_clear_pointer (&self->section, g_free);
  self->lesson = NULL;
}

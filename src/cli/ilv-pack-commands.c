/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What teachers do with lessons of their own: begin one, and make one file of it to give away. */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-cli.h"
#include "ilv-command.h"
#include "ilv-output.h"
#include "ilv-pack-archive.h"
#include "ilv-pack-template.h"
#include "ilv-pack.h"

static int
new (const IlvCommand *self, char **arguments)
{
  g_autofree char *path = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GError) error = NULL;
  int status;

  if (!ilv_command_parse (self, arguments, NULL, 1, &path, &status))
    return status;
  if (path == NULL)
    return ilv_output_refuse (self->name, _ ("Which folder?"));
  folder = g_file_new_for_commandline_arg (path);
  if (!ilv_pack_template_write (folder, &error))
    return ilv_output_fail (error->message);
  /* Translators: %s is a folder; “interleave …” is to be typed in a terminal. */
  text = g_strdup_printf (_ ("%s/lesson.md is a small lesson to begin from. “interleave %s” opens it; the "
                             "page follows each time you save.\n"),
                          path, path);
  return ilv_output_write (text) ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

/* (transfer full): the file that was named, or one called as the folder beside it. */
static GFile *
choose_file (GFile *folder, const char *name)
{
  g_autofree char *base = NULL;
  g_autofree char *own = NULL;
  g_autoptr (GFile) parent = NULL;

  if (name != NULL)
    return g_file_new_for_commandline_arg (name);
  base = g_file_get_basename (folder);
  own = g_strconcat (base, ".ilvpack", NULL);
  parent = g_file_get_parent (folder);
  return g_file_get_child (parent != NULL ? parent : folder, own);
}

static int
pack (const IlvCommand *self, char **arguments)
{
  char *paths[2] = { NULL, NULL };
  g_autofree char *path = NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (GFile) store = ilv_pack_get_default_store ();
  g_autoptr (IlvPack) opened = NULL;
  g_autoptr (GError) error = NULL;
  gboolean go_on;
  int status;

  go_on = ilv_command_parse (self, arguments, NULL, G_N_ELEMENTS (paths), paths, &status);
  path = paths[0];
  name = paths[1];
  if (!go_on)
    return status;
  if (path == NULL)
    return ilv_output_refuse (self->name, _ ("Which folder?"));

  folder = g_file_new_for_commandline_arg (path);
  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    {
      text = g_strdup_printf (_ ("There is no folder “%s”"), path);
      return ilv_output_fail (text);
    }
  opened = ilv_pack_open (folder, store, NULL, &error);
  if (opened == NULL)
    return ilv_output_fail (error->message);
  ilv_output_note_faults (ilv_pack_get_faults (opened));
  if (ilv_pack_get_faults (opened)->len > 0)
    return ilv_output_fail (_ ("Mend these faults first; no file was made"));
  file = choose_file (folder, name);
  if (!ilv_pack_archive_write (folder, file, NULL, &error))
    return ilv_output_fail (error->message);
  g_free (name);
  name = g_file_get_parse_name (file);
  text = g_strconcat (name, "\n", NULL);
  return ilv_output_write (text) ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

const IlvCommand ilv_new_command = {
  "new",
  N_ ("FOLDER"),
  N_ ("Makes a folder with a small lesson to begin your own from."),
  new,
  NULL,
};

const IlvCommand ilv_pack_command = {
  "pack",
  N_ ("FOLDER [FILE.ilvpack]"),
  N_ ("Makes one file of a lesson or course of yours, to give to others."),
  pack,
  NULL,
};

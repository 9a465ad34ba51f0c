/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "ilv-cli.h"
#include "ilv-command.h"
#include "ilv-course.h"
#include "ilv-output.h"
#include "ilv-pack.h"

static void
append_lesson (GString *output, IlvLesson *lesson)
{
  guint n_sections = ilv_lesson_get_n_sections (lesson);
  guint n_comparisons = 0;
  g_autofree char *sections = NULL;
  g_autofree char *comparisons = NULL;

  for (guint i = 0; i < n_sections; i++)
    {
      IlvSection *section = ilv_lesson_get_section (lesson, i);

      for (guint j = 0; j < ilv_section_get_n_blocks (section); j++)
        if (ilv_block_get_kind (ilv_section_get_block (section, j)) == ILV_BLOCK_COMPARE)
          n_comparisons++;
    }
  sections = g_strdup_printf (ngettext ("%u section", "%u sections", n_sections), n_sections);
  comparisons =
    g_strdup_printf (ngettext ("%u comparison", "%u comparisons", n_comparisons), n_comparisons);
  /* Translators: a lesson's title, then "4 sections" and "1 comparison". */
  g_string_append_printf (output, _ ("lesson “%s”: %s, %s, no faults"),
                          ilv_lesson_get_title (lesson), sections, comparisons);
  g_string_append_c (output, '\n');
}

/* All that is said of a course without faults. */
static int
write_lessons (IlvCourse *course)
{
  g_autoptr (GString) output = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      append_lesson (output, lesson);
    }
  return ilv_output_write (output->str) ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

static gboolean
has_file (GFile *folder, const char *name)
{
  g_autoptr (GFile) file = g_file_get_child (folder, name);

  return g_file_query_exists (file, NULL);
}

static int
compare_files (gconstpointer a, gconstpointer b)
{
  g_autofree char *name_a = g_file_get_basename (*(GFile **) a);
  g_autofree char *name_b = g_file_get_basename (*(GFile **) b);

  return g_strcmp0 (name_a, name_b);
}

/* (transfer full): the folders in @folder that hold a lesson, by name. */
static GPtrArray *
find_lessons (GFile *folder)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GFileEnumerator) children = g_file_enumerate_children (
    folder, G_FILE_ATTRIBUTE_STANDARD_NAME, G_FILE_QUERY_INFO_NONE, NULL, NULL);
  GFile *child;

  while (children != NULL && g_file_enumerator_iterate (children, NULL, &child, NULL, NULL) &&
         child != NULL)
    if (has_file (child, "lesson.md"))
      g_ptr_array_add (found, g_object_ref (child));
  g_ptr_array_sort (found, compare_files);
  return found;
}

static gboolean
holds_message (GPtrArray *faults, const char *message)
{
  for (guint i = 0; i < faults->len; i++)
    if (g_str_equal (((GError *) g_ptr_array_index (faults, i))->message, message))
      return TRUE;
  return FALSE;
}

/* A course stops at its first fault. So that all are named, each lesson is read once more by
 * itself. */
static int
check_course_lessons (GFile *folder, const GError *error)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (GPtrArray) lessons = find_lessons (folder);

  for (guint i = 0; i < lessons->len; i++)
    {
      g_autoptr (IlvLesson) lesson =
        ilv_lesson_new_from_folder (g_ptr_array_index (lessons, i), faults, NULL);
    }
  if (!holds_message (faults, error->message))
    g_ptr_array_insert (faults, 0, g_error_copy (error));
  ilv_output_note_faults (faults);
  return ILV_CLI_EXIT_FAILED;
}

static int
check_course (GFile *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvCourse) course = ilv_course_new_from_folder (folder, &error);

  return course != NULL ? write_lessons (course) : check_course_lessons (folder, error);
}

static int
check_lesson (GFile *folder)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  g_autoptr (IlvLesson) lesson = ilv_lesson_new_from_folder (folder, faults, NULL);
  g_autoptr (GString) output = g_string_new (NULL);

  ilv_output_note_faults (faults);
  if (faults->len > 0 || lesson == NULL)
    return ILV_CLI_EXIT_FAILED;
  append_lesson (output, lesson);
  return ilv_output_write (output->str) ? ILV_CLI_EXIT_OK : ILV_CLI_EXIT_FAILED;
}

/* A zip file. */
static int
check_file (GFile *file)
{
  g_autoptr (GFile) store = ilv_pack_get_default_store ();
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvPack) pack = ilv_pack_open (file, store, NULL, &error);

  if (pack == NULL)
    return ilv_output_fail (error->message);
  ilv_output_note_faults (ilv_pack_get_faults (pack));
  return ilv_pack_get_faults (pack)->len == 0 ? write_lessons (ilv_pack_get_course (pack))
                                              : ILV_CLI_EXIT_FAILED;
}

static int
check (const IlvCommand *self, char **arguments)
{
  g_autofree char *path = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GFile) folder = NULL;
  int status;

  if (!ilv_command_parse (self, arguments, NULL, 1, &path, &status))
    return status;
  if (path == NULL)
    return ilv_output_refuse (self->name, _ ("Which folder?"));

  folder = g_file_new_for_commandline_arg (path);
  if (has_file (folder, "course.ini"))
    return check_course (folder);
  if (has_file (folder, "lesson.md"))
    return check_lesson (folder);
  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) == G_FILE_TYPE_REGULAR)
    return check_file (folder);
  if (g_file_query_file_type (folder, G_FILE_QUERY_INFO_NONE, NULL) != G_FILE_TYPE_DIRECTORY)
    message = g_strdup_printf (_ ("There is no folder “%s”"), path);
  else
    message = g_strdup_printf (_ ("The folder “%s” holds neither lesson.md nor course.ini"), path);
  return ilv_output_fail (message);
}

const IlvCommand ilv_check_command = {
  "check",
  N_ ("FOLDER"),
  N_ ("Checks the lesson or the course in a folder or a zip file and names every fault with file and line."),
  check,
  NULL,
};

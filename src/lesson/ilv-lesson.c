/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lesson.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ilv-lesson-file.h"
#include "ilv-markdown.h"

struct _IlvLesson
{
  GObject parent_instance;

  char *id;
  char *title;
  char *summary;
  char *source;
  guint minutes;
  GPtrArray *sections;
  guint number;
  char *course_title;
};

G_DEFINE_FINAL_TYPE (IlvLesson, ilv_lesson, G_TYPE_OBJECT)
G_DEFINE_QUARK (ilv-lesson-error-quark, ilv_lesson_error)

#define GROUP "Lesson"
#define MAX_MINUTES 600

/* “Original” says which lesson.md a translation is one of, for scripts/translations. */
static const char *const known_keys[] = {
  GROUP "/Title",  GROUP "/Summary",  GROUP "/Minutes",
  GROUP "/Source", GROUP "/Original", GROUP "/Format", NULL,
};

static char *
get_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_utf8_make_valid (name != NULL ? name : "", -1);
}

static gboolean
line_is_fence (const char *line)
{
  gsize length = strcspn (line, "\n");

  return g_str_has_prefix (line, "---") && strspn (line + 3, " \t") == length - 3;
}

/* Splits @text into the front matter, (transfer full), and the Markdown below it. */
static char *
split_front_matter (const char *text, const char **markdown, guint *markdown_line)
{
  const char *start;

  if (!line_is_fence (text))
    return NULL;

  start = strchr (text, '\n');
  *markdown_line = 2;
  for (const char *end = start; end != NULL; end = strchr (end + 1, '\n'), (*markdown_line)++)
    {
      if (!line_is_fence (end + 1))
        continue;
      *markdown = end + 1 + strcspn (end + 1, "\n");
      if (**markdown == '\n')
        (*markdown)++;
      (*markdown_line)++;
      return g_strndup (start + 1, end - start);
    }

  return NULL;
}

static char *
get_text (IlvKeyFile *key_file, const char *key)
{
  char *text = ilv_key_file_get_string (key_file, GROUP, key);

  return text != NULL ? text : g_strdup ("");
}

static gboolean
load_front_matter (IlvLesson *self, const char *text, const char *file_name, GError **error)
{
  g_autoptr (IlvKeyFile) key_file = ilv_key_file_new_from_text (text, file_name, 2, error);
  int minutes;

  if (key_file == NULL || !ilv_lesson_file_check_format (key_file, GROUP, error))
    return FALSE;

  self->title = ilv_key_file_require_string (key_file, GROUP, "Title", error);
  self->summary = get_text (key_file, "Summary");
  self->source = get_text (key_file, "Source");
  if (self->title == NULL || !ilv_key_file_check_known (key_file, known_keys, error) ||
      !ilv_key_file_get_int (key_file, GROUP, "Minutes", 0, MAX_MINUTES, 0, &minutes, error))
    return FALSE;

  self->minutes = minutes;
  return TRUE;
}

static void
add_fault (GPtrArray *faults, const char *file_name, const char *what)
{
  g_ptr_array_add (faults, g_error_new (ILV_LESSON_ERROR, ILV_LESSON_ERROR_SYNTAX, "%s:1: %s",
                                        file_name, what));
}

/* (nullable): the words of the course that the lesson belongs to. What is wrong with them is said
 * by the course. */
static IlvGlossary *
load_glossary (GFile *folder)
{
  g_autoptr (GFile) parent = g_file_get_parent (folder);
  g_autoptr (IlvGlossary) glossary = NULL;

  if (parent != NULL)
    glossary = ilv_glossary_new_from_folder (parent, NULL);
  if (glossary == NULL || g_list_model_get_n_items (G_LIST_MODEL (glossary)) == 0)
    return NULL;
  return g_steal_pointer (&glossary);
}

/* Adds each fault to @faults; FALSE where no lesson can be made at all. */
static gboolean
load_text (IlvLesson *self,
           GFile *folder,
           const char *text,
           const char *file_name,
           GPtrArray *faults)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *front_matter = NULL;
  g_autoptr (IlvGlossary) glossary = load_glossary (folder);
  const char *markdown;
  guint markdown_line;
  IlvLessonSource source;

  front_matter = split_front_matter (text, &markdown, &markdown_line);
  if (front_matter == NULL)
    {
      add_fault (faults, file_name,
                 _("A lesson begins with a line “---”, then “[Lesson]”, “Title=…” and another line "
                   "“---”"));
      return FALSE;
    }

  if (!load_front_matter (self, front_matter, file_name, &error))
    {
      gboolean is_newer = g_error_matches (error, ILV_LESSON_ERROR, ILV_LESSON_ERROR_NEWER);

      g_ptr_array_add (faults, g_steal_pointer (&error));
      if (is_newer)
        return FALSE;
    }

  ilv_lesson_source_init (&source, markdown, file_name, markdown_line, faults);
  source.folder = folder;
  source.glossary = glossary;
  self->sections = ilv_markdown_read (&source);
  return self->title != NULL;
}

static IlvLesson *
load_folder (GFile *folder, GPtrArray *faults)
{
  g_autoptr (IlvLesson) self = g_object_new (ILV_TYPE_LESSON, NULL);
  g_autoptr (GFile) file = ilv_lesson_file_choose (folder, "lesson", "md");
  g_autofree char *base_name = get_name (file);
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  self->id = get_name (folder);
  name = g_build_filename (self->id, base_name, NULL);
  text = ilv_lesson_file_load (file, name, &error);
  if (text == NULL)
    {
      g_ptr_array_add (faults, g_steal_pointer (&error));
      return NULL;
    }

  if (!load_text (self, folder, text, name, faults))
    return NULL;
  return g_steal_pointer (&self);
}

static void
ilv_lesson_finalize (GObject *object)
{
  IlvLesson *self = ILV_LESSON (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->summary);
  g_free (self->source);
  g_free (self->course_title);
  g_clear_pointer (&self->sections, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_lesson_parent_class)->finalize (object);
}

static void
ilv_lesson_class_init (IlvLessonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_lesson_finalize;
}

static void
ilv_lesson_init (IlvLesson *self G_GNUC_UNUSED)
{
}

IlvLesson *
ilv_lesson_new_from_folder (GFile *folder, GPtrArray *faults, GError **error)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (IlvLesson) self = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = g_ptr_array_new_with_free_func ((GDestroyNotify) g_error_free);
  self = load_folder (folder, found);

  if (faults != NULL)
    {
      g_ptr_array_extend_and_steal (faults, g_steal_pointer (&found));
      return g_steal_pointer (&self);
    }
  if (found->len > 0)
    {
      g_propagate_error (error, g_ptr_array_steal_index (found, 0));
      return NULL;
    }

  return g_steal_pointer (&self);
}

const char *
ilv_lesson_get_id (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), NULL);

  return self->id;
}

const char *
ilv_lesson_get_title (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), NULL);

  return self->title;
}

const char *
ilv_lesson_get_summary (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), NULL);

  return self->summary;
}

const char *
ilv_lesson_get_source (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), NULL);

  return self->source;
}

guint
ilv_lesson_get_minutes (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), 0);

  return self->minutes;
}

gboolean
ilv_lesson_is_written (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), FALSE);

  return self->sections->len > 0;
}

guint
ilv_lesson_get_n_sections (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), 0);

  return self->sections->len;
}

IlvSection *
ilv_lesson_get_section (IlvLesson *self, guint index)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), NULL);
  g_return_val_if_fail (index < self->sections->len, NULL);

  return g_ptr_array_index (self->sections, index);
}

IlvSection *
ilv_lesson_find_section (IlvLesson *self, const char *name)
{
  guint64 number;

  g_return_val_if_fail (ILV_IS_LESSON (self), NULL);

  if (name != NULL && g_ascii_string_to_unsigned (name, 10, 1, G_MAXUINT, &number, NULL) &&
      number <= self->sections->len)
    return g_ptr_array_index (self->sections, number - 1);

  for (guint i = 0; i < self->sections->len; i++)
    {
      IlvSection *section = g_ptr_array_index (self->sections, i);

      if (name == NULL ? ilv_section_get_comparison (section) != NULL
                       : g_str_equal (name, ilv_section_get_slug (section)))
        return section;
    }

  return NULL;
}

guint
ilv_lesson_get_section_index (IlvLesson *self, IlvSection *section)
{
  guint index = 0;

  g_return_val_if_fail (ILV_IS_LESSON (self), 0);
  g_return_val_if_fail (ILV_IS_SECTION (section), 0);

  g_ptr_array_find (self->sections, section, &index);
  return index;
}

guint
ilv_lesson_get_number (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), 0);

  return self->number;
}

const char *
ilv_lesson_get_course_title (IlvLesson *self)
{
  g_return_val_if_fail (ILV_IS_LESSON (self), NULL);

  return self->course_title;
}

void
ilv_lesson_set_place (IlvLesson *self, guint number, const char *course_title)
{
  g_return_if_fail (ILV_IS_LESSON (self));
  g_return_if_fail (number > 0 && course_title != NULL);
  g_return_if_fail (self->number == 0);

  self->number = number;
  self->course_title = g_strdup (course_title);
}

void
ilv_lesson_set_id (IlvLesson *self, const char *id)
{
  g_return_if_fail (ILV_IS_LESSON (self));
  g_return_if_fail (id != NULL);

  g_free (self->id);
  self->id = g_strdup (id);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-course.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ilv-key-file.h"
#include "ilv-lesson-file.h"

struct _IlvCourse
{
  GObject parent_instance;

  char *title;
  GPtrArray *lessons;
  IlvGlossary *glossary;
};

static void ilv_course_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvCourse, ilv_course, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ilv_course_list_model_init))

#define GROUP "Course"
#define FILE_NAME "course.ini"
#define MAX_LESSONS 1000

static const char *const known_keys[] = { GROUP "/Title", GROUP "/Title[]", GROUP "/Lessons", GROUP "/Format",
                                          NULL };

static gboolean
check_lesson (IlvCourse *self, IlvKeyFile *key_file, const char *id, GError **error)
{
  /* A lesson is a folder of the course and of no other place. */
  if (!ilv_lesson_file_is_name (id))
    ilv_key_file_set_error (key_file, error, GROUP, "Lessons",
                            _("“%s” is no name of a folder"), id);
  else if (ilv_course_find_lesson (self, id) != NULL)
    ilv_key_file_set_error (key_file, error, GROUP, "Lessons",
                            _("The lesson “%s” stands here twice"), id);
  else if (self->lessons->len == MAX_LESSONS)
    ilv_key_file_set_error (key_file, error, GROUP, "Lessons",
                            _("A course can have %d lessons, not more"), MAX_LESSONS);
  else
    return TRUE;

  return FALSE;
}

static gboolean
load_lessons (
  IlvCourse *self, GFile *folder, IlvKeyFile *key_file, GPtrArray *faults, GError **error)
{
  g_autofree char *list = ilv_key_file_require_string (key_file, GROUP, "Lessons", error);
  g_auto (GStrv) ids = NULL;

  if (list == NULL)
    return FALSE;

  if (strlen (list) > 1 && g_str_has_suffix (list, ";"))
    list[strlen (list) - 1] = '\0';
  ids = g_strsplit (list, ";", -1);
  for (guint i = 0; ids[i] != NULL; i++)
    {
      g_autoptr (GFile) child = NULL;
      IlvLesson *lesson;

      if (!check_lesson (self, key_file, g_strstrip (ids[i]), error))
        return FALSE;

      child = g_file_get_child (folder, ids[i]);
      if (!ilv_lesson_file_check_folder (child, ids[i], error))
        return FALSE;
      lesson = ilv_lesson_new_from_folder (child, faults, error);
      if (lesson == NULL && faults == NULL)
        return FALSE;
      if (lesson == NULL)
        continue;
      g_ptr_array_add (self->lessons, lesson);
      ilv_lesson_set_place (lesson, self->lessons->len, self->title);
    }

  return TRUE;
}

static gboolean
load (IlvCourse *self, GFile *folder, GPtrArray *faults, GError **error)
{
  g_autoptr (GFile) file = g_file_get_child (folder, FILE_NAME);
  g_autofree char *text = ilv_lesson_file_load (file, FILE_NAME, error);
  g_autoptr (IlvKeyFile) key_file = NULL;
  g_autofree char *title = NULL;

  if (text == NULL)
    return FALSE;

  key_file = ilv_key_file_new_from_text (text, FILE_NAME, 1, error);
  if (key_file == NULL || !ilv_lesson_file_check_format (key_file, GROUP, error)
      || !ilv_key_file_check_known (key_file, known_keys, error))
    return FALSE;

  title = ilv_key_file_require_string (key_file, GROUP, "Title", error);
  if (title == NULL)
    return FALSE;

  self->title = ilv_key_file_get_translated (key_file, GROUP, "Title");

  self->glossary = ilv_glossary_new_from_folder (folder, error);
  return self->glossary != NULL && load_lessons (self, folder, key_file, faults, error);
}

static GType
ilv_course_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return ILV_TYPE_LESSON;
}

static guint
ilv_course_get_n_items (GListModel *model)
{
  return ILV_COURSE (model)->lessons->len;
}

static gpointer
ilv_course_get_item (GListModel *model, guint position)
{
  IlvCourse *self = ILV_COURSE (model);

  if (position >= self->lessons->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->lessons, position));
}

static void
ilv_course_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ilv_course_get_item_type;
  interface->get_n_items = ilv_course_get_n_items;
  interface->get_item = ilv_course_get_item;
}

static void
ilv_course_finalize (GObject *object)
{
  IlvCourse *self = ILV_COURSE (object);

  g_free (self->title);
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_clear_object (&self->glossary);

  G_OBJECT_CLASS (ilv_course_parent_class)->finalize (object);
}

static void
ilv_course_class_init (IlvCourseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_course_finalize;
}

static void
ilv_course_init (IlvCourse *self)
{
  self->lessons = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvCourse *
ilv_course_new_from_folder (GFile *folder, GError **error)
{
  return ilv_course_new_with_faults (folder, NULL, error);
}

IlvCourse *
ilv_course_new_with_faults (GFile *folder, GPtrArray *faults, GError **error)
{
  g_autoptr (IlvCourse) self = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ILV_TYPE_COURSE, NULL);
  if (!load (self, folder, faults, error))
    return NULL;
  if (self->lessons->len > 0)
    return g_steal_pointer (&self);

  if (faults != NULL && faults->len > 0)
    g_propagate_error (error, g_ptr_array_steal_index (faults, 0));
  return faults == NULL ? g_steal_pointer (&self) : NULL;
}

IlvCourse *
ilv_course_new_for_lesson (IlvLesson *lesson)
{
  IlvCourse *self;

  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);

  self = g_object_new (ILV_TYPE_COURSE, NULL);
  self->title = g_strdup (ilv_lesson_get_title (lesson));
  self->glossary = g_object_new (ILV_TYPE_GLOSSARY, NULL);
  g_ptr_array_add (self->lessons, g_object_ref (lesson));
  return self;
}

const char *
ilv_course_get_title (IlvCourse *self)
{
  g_return_val_if_fail (ILV_IS_COURSE (self), NULL);

  return self->title;
}

IlvGlossary *
ilv_course_get_glossary (IlvCourse *self)
{
  g_return_val_if_fail (ILV_IS_COURSE (self), NULL);

  return self->glossary;
}

IlvLesson *
ilv_course_find_lesson (IlvCourse *self, const char *id)
{
  g_return_val_if_fail (ILV_IS_COURSE (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->lessons->len; i++)
    {
      IlvLesson *lesson = g_ptr_array_index (self->lessons, i);

      if (g_str_equal (id, ilv_lesson_get_id (lesson)))
        return lesson;
    }

  return NULL;
}

IlvLesson *
ilv_course_get_first (IlvCourse *self)
{
  g_return_val_if_fail (ILV_IS_COURSE (self), NULL);

  return self->lessons->len > 0 ? g_ptr_array_index (self->lessons, 0) : NULL;
}

IlvLesson *
ilv_course_get_next (IlvCourse *self, IlvLesson *lesson)
{
  guint index;

  g_return_val_if_fail (ILV_IS_COURSE (self), NULL);

  if (!g_ptr_array_find (self->lessons, lesson, &index) || index + 1 == self->lessons->len)
    return NULL;
  return g_ptr_array_index (self->lessons, index + 1);
}

IlvLesson *
ilv_course_get_written_before (IlvCourse *self, IlvLesson *lesson)
{
  guint index;

  g_return_val_if_fail (ILV_IS_COURSE (self), NULL);

  if (!g_ptr_array_find (self->lessons, lesson, &index))
    return NULL;
  while (index > 0)
    if (ilv_lesson_is_written (g_ptr_array_index (self->lessons, --index)))
      return g_ptr_array_index (self->lessons, index);
  return NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-command-lesson.h"

#include <glib/gi18n-lib.h>

#include "ilv-output.h"

static void
list_lessons (IlvCourse *course, GString *message)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      if (ilv_lesson_is_written (lesson))
        g_string_append_printf (message, " %s", ilv_lesson_get_id (lesson));
    }
}

IlvLesson *
ilv_command_find_lesson (const IlvCommand *self, IlvCourse *course, const char *id, int *status)
{
  IlvLesson *lesson = ilv_course_find_lesson (course, id);
  g_autoptr (GString) message = g_string_new (NULL);

  if (lesson == NULL)
    {
      g_string_printf (message, _ ("There is no lesson “%s”; there are:"), id);
      list_lessons (course, message);
      *status = ilv_output_refuse (self->name, message->str);
      return NULL;
    }
  if (!ilv_lesson_is_written (lesson))
    {
      g_string_printf (message, _ ("The lesson “%s” is not written yet"),
                       ilv_lesson_get_title (lesson));
      *status = ilv_output_fail (message->str);
      return NULL;
    }
  return lesson;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Through the whole course, and what tests of all pages look at in each of them. */

#pragma once

#include <adwaita.h>

#include "ilv-course.h"
#include "ilv-window.h"
#include "ui-test-drawn.h"

G_BEGIN_DECLS

/* @place: the lesson and the number of the section. */
typedef void (*UiTestVisit) (GtkWidget *window, const char *place);

/* (transfer full): the course of the program. */
static inline IlvCourse *
ui_test_open_course (void)
{
  g_autoptr (GFile) folder = g_file_new_for_uri (ILV_COURSE_URI);
  g_autoptr (GError) error = NULL;
  IlvCourse *course = ilv_course_new_from_folder (folder, &error);

  g_assert_no_error (error);
  return course;
}

/* Opens each section of each lesson, and has it looked at once it is drawn. */
static inline void
ui_test_walk (GtkWidget *window, UiTestVisit visit)
{
  g_autoptr (IlvCourse) course = ui_test_open_course ();

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      g_assert_true (ilv_window_open_lesson (ILV_WINDOW (window), ilv_lesson_get_id (lesson)));
      for (guint j = 0; j < ilv_lesson_get_n_sections (lesson); j++)
        {
          g_autofree char *place = g_strdup_printf ("%s/%u", ilv_lesson_get_id (lesson), j + 1);

          if (j > 0)
            g_assert_true (gtk_widget_activate_action (window, "page.next", NULL));
          ui_test_wait_until_drawn (window);
          visit (window, place);
        }
    }
}

/* Whether text of @label is missing. The title of a window gives way to its buttons, and what stands in an empty entry
 * has one line; what is shown in full below them says the same. */
static inline gboolean
ui_test_is_cut_off (GtkLabel *label)
{
  return pango_layout_is_ellipsized (gtk_label_get_layout (label))
         && gtk_widget_get_ancestor (GTK_WIDGET (label), ADW_TYPE_WINDOW_TITLE) == NULL
         && gtk_widget_get_ancestor (GTK_WIDGET (label), GTK_TYPE_TEXT) == NULL;
}

G_END_DECLS

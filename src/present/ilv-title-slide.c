/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-title-slide.h"

#include <glib/gi18n.h>

static void
add_label (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label
    = g_object_new (GTK_TYPE_LABEL, "label", text, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                    "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_course (GtkWidget *box, IlvLesson *lesson)
{
  g_autofree char *text = NULL;

  if (ilv_lesson_get_number (lesson) == 0)
    return;
  if (g_str_equal (ilv_lesson_get_course_title (lesson), ilv_lesson_get_title (lesson)))
    /* Translators: the number of a lesson. */
    text = g_strdup_printf (_ ("Lesson %u"), ilv_lesson_get_number (lesson));
  else
    /* Translators: the number of a lesson, and its course's title. */
    text = g_strdup_printf (_ ("Lesson %u · %s"), ilv_lesson_get_number (lesson),
                            ilv_lesson_get_course_title (lesson));
  add_label (box, text, "lesson-course");
}

/* What the program is named after: two tasks that take turns. */
static void
add_ornament (GtkWidget *box)
{
  GtkWidget *ornament = g_object_new (GTK_TYPE_BOX, "css-name", "ornament", "accessible-role",
                                      GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_halign (ornament, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (box), ornament);
}

GtkWidget *
ilv_title_slide_new (IlvLesson *lesson)
{
  GtkWidget *box;

  g_return_val_if_fail (ILV_IS_LESSON (lesson), NULL);

  box = g_object_new (GTK_TYPE_BOX, "css-name", "titleslide", "orientation", GTK_ORIENTATION_VERTICAL,
                      "valign", GTK_ALIGN_CENTER, NULL);
  add_course (box, lesson);
  add_label (box, ilv_lesson_get_title (lesson), "lesson-title");
  add_ornament (box);
  if (*ilv_lesson_get_summary (lesson) != '\0')
    add_label (box, ilv_lesson_get_summary (lesson), "lesson-summary");
  return box;
}

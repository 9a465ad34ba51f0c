/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-title-slide.h"

GtkWidget *
ilv_title_slide_new (IlvLesson *lesson)
{
  return g_object_new (GTK_TYPE_LABEL, "label", ilv_lesson_get_summary (lesson), "wrap", TRUE, "xalign",
                       0.0f, "yalign", 0.0f, NULL);
}

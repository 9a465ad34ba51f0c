/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lesson.h"

G_BEGIN_DECLS

/* (transfer floating): the first slide of a lesson: its place in its course, title and summary. */
GtkWidget *ilv_title_slide_new (IlvLesson *lesson);

G_END_DECLS

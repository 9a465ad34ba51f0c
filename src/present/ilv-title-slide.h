/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lesson.h"

G_BEGIN_DECLS

/* (transfer floating): what stands below the title of a lesson on its first slide. */
GtkWidget *ilv_title_slide_new (IlvLesson *lesson);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lesson.h"

G_BEGIN_DECLS

#define ILV_TYPE_PAGE_DOTS (ilv_page_dots_get_type ())

/**
 * IlvPageDots:
 *
 * A dot for each section of a lesson, the present one longer; a click goes there by the action
 * "page.go".
 */
G_DECLARE_FINAL_TYPE (IlvPageDots, ilv_page_dots, ILV, PAGE_DOTS, GtkWidget)

void ilv_page_dots_set_lesson (IlvPageDots *self, IlvLesson *lesson);

/* Marks that section, from 0, as the present one. */
void ilv_page_dots_set_section (IlvPageDots *self, guint section);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lesson.h"
#include "ilv-progress.h"

G_BEGIN_DECLS

#define ILV_TYPE_LESSON_ROW (ilv_lesson_row_get_type ())

/**
 * IlvLessonRow:
 *
 * A lesson in the sidebar: its number, or a check when all its sections have been seen.
 */
G_DECLARE_FINAL_TYPE (IlvLessonRow, ilv_lesson_row, ILV, LESSON_ROW, GtkListBoxRow)

/* @number: from 1, or 0 for a lesson that is of no course */
GtkWidget *ilv_lesson_row_new (IlvLesson *lesson, guint number);

IlvLesson *ilv_lesson_row_get_lesson (IlvLessonRow *self);

/* Gives the row a button that takes the lesson pack with that id off the person's lessons. */
void ilv_lesson_row_set_pack (IlvLessonRow *self, const char *pack);

/* Shows what @progress says now. */
void ilv_lesson_row_update (IlvLessonRow *self, IlvProgress *progress);

/* How many of the sections that the lesson has were seen at the last update. */
guint ilv_lesson_row_get_n_seen (IlvLessonRow *self);

/* Whether that were all of them. Never for a lesson that is not written. */
gboolean ilv_lesson_row_is_finished (IlvLessonRow *self);

G_END_DECLS

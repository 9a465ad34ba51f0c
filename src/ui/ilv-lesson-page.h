/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-lesson.h"
#include "ilv-lesson-context.h"

G_BEGIN_DECLS

#define ILV_TYPE_LESSON_PAGE (ilv_lesson_page_get_type ())

/**
 * IlvLessonPage:
 *
 * One lesson, a section at a time: text, comparisons, and below them Back, page dots and Next.
 *
 * Properties: #IlvLessonPage:section (uint, from 0, notifies on change). Signals:
 * #IlvLessonPage::lesson-finished, when Next is used on the last section. Its actions, in the group
 * "page", work from anywhere in the window that inserts the group (see
 * ilv_lesson_page_get_actions()): `back`, `next`, `run`, `stop`.
 */
G_DECLARE_FINAL_TYPE (IlvLessonPage, ilv_lesson_page, ILV, LESSON_PAGE, GtkWidget)

/* Shows the section @section, from 0, or the last. @context: what there is around the lesson; its members @lesson and @section are not looked at. Its
 * progress is told of the sections seen and the predictions made, and saved. */
GtkWidget *
ilv_lesson_page_new (IlvLesson *lesson, guint section, const IlvLessonContext *context);

/* The same, but a block a turn of the main loop, from the top, since nothing can be done while a turn
 * lasts. A page that is on the screen does so by itself. Its actions `run` and `stop` come with what
 * they run. */
GtkWidget *
ilv_lesson_page_new_gradual (IlvLesson *lesson, guint section, const IlvLessonContext *context);

IlvLesson *ilv_lesson_page_get_lesson (IlvLessonPage *self);
guint ilv_lesson_page_get_section (IlvLessonPage *self);

/* Shows that section, from 0; too large a number shows the last. */
void ilv_lesson_page_set_section (IlvLessonPage *self, guint section);

/* Runs the section's first comparison, and asks nothing before. */
void ilv_lesson_page_try (IlvLessonPage *self);

/* How far the section is scrolled down, in pixels; it is set once the section is that long. */
double ilv_lesson_page_get_scroll (IlvLessonPage *self);
void ilv_lesson_page_set_scroll (IlvLessonPage *self, double scroll);

/* (transfer none): the actions of the page, for the window to insert as "page". */
GActionGroup *ilv_lesson_page_get_actions (IlvLessonPage *self);

G_END_DECLS

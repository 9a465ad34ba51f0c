/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The lesson room: what to teach.
 *
 * A course is a list of lessons, a lesson is a folder with a Markdown file, its sections are pages
 * and slides at once, and their blocks hold text, comparisons and predictions. The room turns files
 * into these objects and names every fault with file and line; it also keeps the learner's
 * progress. It uses GLib, GIO and md4c, knows the workload room (what a comparison runs) and no
 * other; it never shows or runs anything.
 */

#pragma once

#include <gio/gio.h>

#include "ilv-glossary.h"
#include "ilv-lesson.h"

G_BEGIN_DECLS

#define ILV_TYPE_COURSE (ilv_course_get_type ())

/**
 * IlvCourse:
 *
 * The lessons in their order: a #GListModel of #IlvLesson. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvCourse, ilv_course, ILV, COURSE, GObject)

/* The folder of the course that comes with the program, in its resources. */
#define ILV_COURSE_URI "resource:///io/github/interleave/Interleave/course"

/* Reads `course.ini` in @folder (`[Course]` with `Title`, `Title[LANGUAGE]` and `Lessons`, a list of
 * folder names) and the lessons that it names, in the language of the person if they are there. */
IlvCourse *ilv_course_new_from_folder (GFile *folder, GError **error);

/* The same, which goes on after faults in lessons and adds them to @faults (element-type GError); a lesson
 * that cannot be made at all is left out. Fails where there is no other. */
IlvCourse *ilv_course_new_with_faults (GFile *folder, GPtrArray *faults, GError **error);

/* A course of one lesson, with its title and without a glossary. */
IlvCourse *ilv_course_new_for_lesson (IlvLesson *lesson);

const char *ilv_course_get_title (IlvCourse *self);

/* (nullable) (transfer none): the lesson with that id. */
IlvLesson *ilv_course_find_lesson (IlvCourse *self, const char *id);

/* (nullable) (transfer none): the first lesson; the one after @lesson; the nearest before it that is written. */
IlvLesson *ilv_course_get_first (IlvCourse *self);
IlvLesson *ilv_course_get_next (IlvCourse *self, IlvLesson *lesson);
IlvLesson *ilv_course_get_written_before (IlvCourse *self, IlvLesson *lesson);

/* (transfer none): the words that its texts link to; none where it has no `glossary.ini`. */
IlvGlossary *ilv_course_get_glossary (IlvCourse *self);

G_END_DECLS

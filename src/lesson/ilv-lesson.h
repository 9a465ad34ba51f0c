/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-section.h"

G_BEGIN_DECLS

#define ILV_LESSON_ERROR (ilv_lesson_error_quark ())

/**
 * IlvLessonError:
 * @ILV_LESSON_ERROR_SYNTAX: a file of the lesson cannot be read as what it should be
 * @ILV_LESSON_ERROR_TOO_LARGE: a file is larger than a lesson may be
 * @ILV_LESSON_ERROR_NEWER: it is written for a newer version of the program, see %ILV_LESSON_FORMAT
 *
 * Messages begin with "FILE:LINE: ".
 */
typedef enum
{
  ILV_LESSON_ERROR_SYNTAX,
  ILV_LESSON_ERROR_TOO_LARGE,
  ILV_LESSON_ERROR_NEWER,
} IlvLessonError;

GQuark ilv_lesson_error_quark (void);

/* The newest form of lessons and courses that this program reads: their key `Format`, 1 where it is
 * absent. What a change of it means is in docs/writing-lessons.md. */
#define ILV_LESSON_FORMAT 1

#define ILV_TYPE_LESSON (ilv_lesson_get_type ())

/**
 * IlvLesson:
 *
 * A lesson: front matter and sections. Immutable. A lesson without sections is one that is planned
 * and not yet written.
 */
G_DECLARE_FINAL_TYPE (IlvLesson, ilv_lesson, ILV, LESSON, GObject)

/* Reads `lesson.md` in @folder, which may be a resource. @faults: (nullable) (element-type GError):
 * if given, every fault is added to it (the lesson is then as good as it could be made, or %NULL);
 * if %NULL, the first fault is the error. Reads files: for a worker thread, or for resources. */
IlvLesson *ilv_lesson_new_from_folder (GFile *folder, GPtrArray *faults, GError **error);

/* The name of its folder, such as "concurrency". */
const char *ilv_lesson_get_id (IlvLesson *self);
const char *ilv_lesson_get_title (IlvLesson *self);
const char *ilv_lesson_get_summary (IlvLesson *self);

/* The part of the course notes that it covers. */
const char *ilv_lesson_get_source (IlvLesson *self);
guint ilv_lesson_get_minutes (IlvLesson *self);
gboolean ilv_lesson_is_written (IlvLesson *self);

/* Its place in its course, from 1, and (nullable) that course's title; 0 and %NULL where it has none. */
guint ilv_lesson_get_number (IlvLesson *self);
const char *ilv_lesson_get_course_title (IlvLesson *self);

/* For whoever knows lessons of several courses, before it shows this one to anybody: the id is what
 * progress and last runs know it by. */
void ilv_lesson_set_id (IlvLesson *self, const char *id);

/* For the course, which tells its lessons before it shows them to anybody. */
void ilv_lesson_set_place (IlvLesson *self, guint number, const char *course_title);

guint ilv_lesson_get_n_sections (IlvLesson *self);
IlvSection *ilv_lesson_get_section (IlvLesson *self, guint index);

/* (nullable): the section with that number (from 1) or slug; where @name is %NULL the first one
 * with a comparison. */
IlvSection *ilv_lesson_find_section (IlvLesson *self, const char *name);

/* The number (from 0) of @section, which is one of the lesson's. */
guint ilv_lesson_get_section_index (IlvLesson *self, IlvSection *section);

G_END_DECLS

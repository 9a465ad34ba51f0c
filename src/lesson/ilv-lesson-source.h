/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-glossary.h"

G_BEGIN_DECLS

/* After so many faults reading stops: what follows is seldom worth reading, and a file of a million
 * faults must not take a million times the trouble. */
#define ILV_LESSON_SOURCE_MAX_FAULTS 100

/**
 * IlvLessonSource:
 *
 * The text of a lesson file while it is read: knows how far the reader has come and turns a place
 * in the text into a line, so that each fault can name it. Private to the lesson room.
 *
 * md4c tells of blocks without saying where they begin, but hands text out as pointers into its
 * input; the position is the end of the last such text.
 */
typedef struct
{
  const char *file_name;
  const char *text;
  const char *end;
  const char *position;
  guint first_line;
  GPtrArray *faults;
  GFile *folder;         /* (nullable): where files that the lesson names lie */
  IlvGlossary *glossary; /* (nullable): the words that there are to link to */

  /* Lines are asked for in the order of the text, nearly always: count on from the last one. */
  const char *counted;
  guint counted_line;
} IlvLessonSource;

/* @text stands in @file_name from line @first_line on and must be kept, as must @faults. */
void ilv_lesson_source_init (IlvLessonSource *self,
                             const char *text,
                             const char *file_name,
                             guint first_line,
                             GPtrArray *faults);

gboolean ilv_lesson_source_contains (IlvLessonSource *self, const char *place);

/* Notes that the text up to @end has been read; what is not part of the source is passed over. */
void ilv_lesson_source_advance (IlvLessonSource *self, const char *end);

/* The line of @place; of the position where @place is not part of the source. */
guint ilv_lesson_source_get_line (IlvLessonSource *self, const char *place);

/**
 * IlvLessonSourceFunc:
 * @line: the beginning of a line
 * @length: its length
 *
 * Whether it is the line that is looked for.
 */
typedef gboolean (*IlvLessonSourceFunc) (const char *line, gsize length);

/* The beginning of the next line for which @func is true; of the next line that is not blank where
 * @func is %NULL. The position itself where there is none. */
const char *ilv_lesson_source_find_line (IlvLessonSource *self, IlvLessonSourceFunc func);

/* Moves the position behind the line that begins at @line. */
void ilv_lesson_source_pass_line (IlvLessonSource *self, const char *line);

/* Adds an #ILV_LESSON_ERROR_SYNTAX that begins with the file and the line of @place. */
void ilv_lesson_source_add_fault (IlvLessonSource *self,
                                  const char *place,
                                  const char *format,
                                  ...) G_GNUC_PRINTF (3, 4);

/* Adds @error, which names file and line already: (transfer full). */
void ilv_lesson_source_take_fault (IlvLessonSource *self, GError *error);

/* Whether there are so many faults that reading on is of no use. */
gboolean ilv_lesson_source_is_full (IlvLessonSource *self);

G_END_DECLS

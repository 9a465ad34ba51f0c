/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-command.h"
#include "ilv-course.h"

G_BEGIN_DECLS

/**
 * IlvCommandPlace:
 * @course: the course that @lesson is one of
 * @lesson: a lesson that is written, owned by @course
 * @name: what was written for the lesson, up to the section
 * @pack: (nullable): the path of the lesson pack that it is in
 * @section: (nullable): what was written for a section of it, which need not be one
 *
 * What a place on the command line names: `LESSON[/SECTION]` of the program's own course, or the same of a
 * lesson pack, `FOLDER[/SECTION]`, `FILE.zip[/SECTION]` or with the lesson's name before the section's.
 */
typedef struct
{
  IlvCourse *course;
  IlvLesson *lesson;
  char *name;
  char *pack;
  char *section;
} IlvCommandPlace;

/* FALSE if there is no such lesson, which was said; @status is then the exit status. Faults of a pack are
 * said too. */
gboolean ilv_command_place_init (IlvCommandPlace *self,
                                 const IlvCommand *command,
                                 const char *text,
                                 int *status);
void ilv_command_place_clear (IlvCommandPlace *self);

/* Whether @text names a file or a folder rather than a lesson of the program's own course. */
gboolean ilv_command_place_is_path (const char *text);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IlvCommandPlace, ilv_command_place_clear)

G_END_DECLS

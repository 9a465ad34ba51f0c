/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-command.h"
#include "ilv-course.h"

G_BEGIN_DECLS

/* (transfer none) (nullable): the lesson with that id; %NULL if there is none or it is not written,
 * which was said; @status is then the exit status. */
IlvLesson *
ilv_command_find_lesson (const IlvCommand *self, IlvCourse *course, const char *id, int *status);

G_END_DECLS

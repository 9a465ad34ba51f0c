/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How much of a task's colour the line has that it is in: the words of the code are to be read on it. */
#define ILV_CODE_MARK_STRENGTH 0.14f
#define ILV_CODE_MARK_PALE_STRENGTH 0.06f

/**
 * IlvCodeMark:
 * @line: the line, from 0
 * @task: the index of the task that is there
 * @colour: the palette's index of its colour
 * @pale: whether it waits there, and does not run
 * @name: the task's name; owned by the trace
 */
typedef struct
{
  guint line;
  guint task;
  guint colour;
  gboolean pale;
  const char *name;
} IlvCodeMark;

G_END_DECLS

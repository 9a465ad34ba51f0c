/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

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

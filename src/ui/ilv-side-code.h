/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison.h"

G_BEGIN_DECLS

/**
 * IlvSideCode:
 * @text: the code as a person reads it
 * @name: its file's name, or how it came to be
 * @piece: (nullable): for C, what a runner knows it by
 * @language: of GtkSourceView's
 * @from_lesson: whether it is a file of the lesson, not made of the tasks
 * @key: what the learner's edit of it is kept under
 *
 * The code that a side of a comparison runs, before anybody edits it.
 */
typedef struct
{
  char *text;
  char *name;
  char *piece;
  const char *language;
  gboolean from_lesson;
  char *key;
} IlvSideCode;

/* Finds the code of @side (0 or 1) of @planned, the @comparison itself or what it is broken, when it is
 * run by @strategy; @self must be cleared or all zero. %FALSE where the strategy runs none. */
gboolean ilv_side_code_find (IlvSideCode *self,
                             IlvComparison *comparison,
                             IlvComparison *planned,
                             IlvWorkload *workload,
                             guint side,
                             IlvStrategy strategy);
void ilv_side_code_clear (IlvSideCode *self);

G_END_DECLS

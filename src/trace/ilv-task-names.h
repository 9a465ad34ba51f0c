/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace-info.h"

G_BEGIN_DECLS

/**
 * IlvTaskNames:
 *
 * Some tasks, each once, as they are named inside a sentence: "A", "A and C", "A, C and 3 others".
 */
typedef struct
{
  /*< private >*/
  const IlvTraceInfo *info; /* unowned */
  GHashTable *seen;
  guint first[2];
} IlvTaskNames;

void ilv_task_names_init (IlvTaskNames *self, const IlvTraceInfo *info);
void ilv_task_names_clear (IlvTaskNames *self);

void ilv_task_names_add (IlvTaskNames *self, guint task);
guint ilv_task_names_get_n (const IlvTaskNames *self);

/* (transfer full): not to be asked for while there is none. */
char *ilv_task_names_format (const IlvTaskNames *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IlvTaskNames, ilv_task_names_clear)

G_END_DECLS

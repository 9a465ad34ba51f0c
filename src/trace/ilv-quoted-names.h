/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * IlvQuotedNames:
 *
 * The names and steps of a trace's tasks in the quoting of a file format. A trace has many spans
 * and few names: so each is quoted once.
 */
typedef struct
{
  /*< private >*/
  GPtrArray *tasks;
  GPtrArray *steps;
} IlvQuotedNames;

/* Returns (transfer full) the valid UTF-8 @text as the format wants it. */
typedef char *(*IlvQuoteFunc) (const char *text);

void ilv_quoted_names_init (IlvQuotedNames *self, const IlvTraceInfo *info, IlvQuoteFunc quote);
void ilv_quoted_names_clear (IlvQuotedNames *self);

/* (nullable): the quoted name; %NULL where there is no such task or step. */
const char *ilv_quoted_names_get_task (const IlvQuotedNames *self, guint task);
const char *ilv_quoted_names_get_step (const IlvQuotedNames *self, guint task, guint step);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IlvQuotedNames, ilv_quoted_names_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-figures.h"

G_BEGIN_DECLS

/**
 * IlvContender:
 * @figures: its figures
 * @info: (unowned): what else is known of its run
 * @subject: its name as it begins a sentence
 * @object: its name as it stands inside a sentence
 *
 * One side of a comparison, and the sentences that are about it alone.
 */
typedef struct
{
  IlvFigures figures;
  const IlvTraceInfo *info;
  const char *subject;
  const char *object;
} IlvContender;

void ilv_contender_init (IlvContender *self, IlvTrace *trace);
void ilv_contender_tell_apart (IlvContender *left, IlvContender *right);

gint64 ilv_contender_get_idle_ns (const IlvContender *self);

char *ilv_contender_tell_disturbance (const IlvContender *self);
char *ilv_contender_tell_useless_parallelism (const IlvContender *self);
char *ilv_contender_tell_one_at_most (const IlvContender *self);
char *ilv_contender_tell_one_processor (const IlvContender *self);
char *ilv_contender_tell_spare_processors (const IlvContender *self);

G_END_DECLS

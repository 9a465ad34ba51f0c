/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvTaskProgress:
 *
 * How much of its running each task of a finished run had done at a moment. A question costs the
 * logarithm of the task's spans. No GTK.
 */
typedef struct _IlvTaskProgress IlvTaskProgress;

/* @index: lanes that are tasks. */
IlvTaskProgress *ilv_task_progress_new (IlvLaneIndex *index);
void ilv_task_progress_free (IlvTaskProgress *self);

/* From 0 to 1; 0 for a task that never runs. */
double ilv_task_progress_get (IlvTaskProgress *self, guint task, gint64 time_ns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvTaskProgress, ilv_task_progress_free)

G_END_DECLS

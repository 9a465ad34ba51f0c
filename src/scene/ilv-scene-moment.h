/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/* What a task was doing at a moment, by an index whose lanes are the tasks. */

/**
 * IlvTaskPhase:
 * @ILV_TASK_PHASE_BEFORE: it had not begun
 * @ILV_TASK_PHASE_AT_WORK: it had begun and not ended, be it that it ran or waited
 * @ILV_TASK_PHASE_ENDED: it had ended
 */
typedef enum
{
  ILV_TASK_PHASE_BEFORE,
  ILV_TASK_PHASE_AT_WORK,
  ILV_TASK_PHASE_ENDED,
} IlvTaskPhase;

/* The task's phase, and the span that it was in: (out) (nullable) %NULL before, after and in gaps.
 */
IlvTaskPhase
ilv_scene_moment_find (IlvLaneIndex *index, guint task, gint64 time_ns, const IlvSpan **span);

/* The number of results of the trace that had come at that moment; they are in that order. */
guint ilv_scene_moment_count_results (IlvTrace *trace, gint64 time_ns);

/* (transfer full): a length of time to be read at a glance, "302 ms" or "12.3 s". */
char *ilv_scene_moment_format_length (gint64 length_ns);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/**
 * IlvFlowArrow:
 * @from_ns: when a task let another one go on
 * @to_ns: when the other one began something new because of it, ≥ @from_ns
 * @from_lane: the lane of the one at that moment
 * @to_lane: the lane of the other then
 * @kind: what was done for the other
 *
 * A flow between lanes: who started whom, who was awaited, who handed the lock.
 */
typedef struct
{
  gint64 from_ns;
  gint64 to_ns;
  guint from_lane;
  guint to_lane;
  IlvFlowKind kind;
} IlvFlowArrow;

/**
 * ilv_flow_arrow_find:
 * @index: the lanes
 * @start_ns: where what can be seen begins
 * @end_ns: where it ends
 * @selected: (nullable): the span that is looked at
 * @all: whether its task's other flows are asked for, too, or those of all tasks where there is no @selected
 * @most: how many arrows can be told apart
 *
 * The arrows that can be seen: those of @selected, or more where @all is set and they are no more than
 * @most. Where even those of @selected are too many, there is none: nothing can be read in a tangle.
 * No more than a few thousand flows are looked at. From any thread.
 *
 * Returns: (transfer full) (element-type IlvFlowArrow): the arrows, by time
 */
GArray *ilv_flow_arrow_find (IlvLaneIndex *index,
                             gint64 start_ns,
                             gint64 end_ns,
                             const IlvSpan *selected,
                             gboolean all,
                             guint most);

G_END_DECLS

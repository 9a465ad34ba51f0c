/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-gap.h"
#include "ilv-lane-index.h"
#include "ilv-lane-layout.h"
#include "ilv-playhead.h"
#include "ilv-span-place.h"
#include "ilv-time-axis.h"
#include "ilv-timeline-theme.h"

G_BEGIN_DECLS

/**
 * IlvTimelineView:
 * @axis: the visible range, cursor and selection
 * @playhead: (nullable): the replay's position
 * @index: (nullable): the lanes
 * @layout: where everything is
 * @theme: the colours
 * @hides_rest: whether the playhead is left out at the end of the replay
 * @ghost_ns: the predicted end, or -1
 * @ghost_editable: whether it can be dragged
 * @reference_ns: the dashed mark, or -1
 * @reference_label: (nullable): what it says
 * @hovered: the span under the pointer
 * @selected: the span that is selected on this side
 * @has_gap: whether a gap is selected on this side, instead of a span
 * @gap: which one, if so
 * @absent: (nullable): that span, where it is in no lane
 * @pointer_x: where the pointer is, if @hovered is set
 * @pointer_y: where the pointer is, if @hovered is set
 *
 * What the layers of a timeline draw. The timeline owns and changes it, and tells those layers to
 * draw again that show what changed.
 */
typedef struct
{
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  IlvLaneIndex *index;
  IlvLaneLayout layout;
  IlvTimelineTheme theme;
  gboolean hides_rest;
  gint64 ghost_ns;
  gboolean ghost_editable;
  gint64 reference_ns;
  char *reference_label;
  IlvSpanPlace hovered;
  IlvSpanPlace selected;
  gboolean has_gap;
  IlvLaneGap gap;
  const IlvSpan *absent;
  double pointer_x;
  double pointer_y;
} IlvTimelineView;

static inline double
ilv_timeline_view_to_x (const IlvTimelineView *self, double time_ns)
{
  return self->layout.plot_x + ilv_time_axis_to_x (self->axis, time_ns, self->layout.plot_width);
}

static inline double
ilv_timeline_view_from_x (const IlvTimelineView *self, double x)
{
  return ilv_time_axis_from_x (self->axis, x - self->layout.plot_x, self->layout.plot_width);
}

/* Where a moment is, if it is one (≥ 0) and can be seen. */
static inline gboolean
ilv_timeline_view_find_x (const IlvTimelineView *self, gint64 time_ns, double *x)
{
  *x = ilv_timeline_view_to_x (self, time_ns);

  return time_ns >= 0 && *x >= self->layout.plot_x - 0.5 &&
         *x <= self->layout.plot_x + self->layout.plot_width + 0.5;
}

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-flow-arrow.h"

/* So many flows are looked at. */
#define MAX_LOOKED_AT 4096

/* A flow is noted by another thread than the spans that it links: so much it can be off. */
#define TOLERANCE_NS 100000

/* A task that can go on is ready first, and may wait again before it is on a lane. */
#define MAX_HOPS 8

typedef struct
{
  IlvLaneIndex *index;
  IlvTrace *trace;
  const IlvSpan *selected;
} Search;

/* The lane of @task just before @time_ns; -1 if it was in none. */
static int
find_from_lane (const Search *self, guint task, gint64 time_ns)
{
  const IlvSpan *spans;
  gsize n_spans, i = 0;
  int lane = -1;

  if (ilv_lane_index_get_grouping (self->index) == ILV_GROUPING_TASK)
    return task < ilv_lane_index_get_n_lanes (self->index) ? (int) task : -1;

  spans = ilv_trace_get_spans (self->trace, &n_spans);
  for (guint n = 0; n < MAX_LOOKED_AT; n++, i++)
    {
      i = ilv_trace_find_overlap (self->trace, i, time_ns - TOLERANCE_NS, time_ns + 1);
      if (i == n_spans)
        break;
      if (spans[i].task == task && ilv_lane_index_get_lane (self->index, &spans[i]) >= 0)
        lane = ilv_lane_index_get_lane (self->index, &spans[i]);
    }
  return lane;
}

/* (nullable): what @task did because of something at @time_ns: it can already be at it. */
static const IlvSpan *
find_effect (const Search *self, guint task, gint64 time_ns)
{
  const IlvSpan *spans;
  gsize n_spans, i = 0;

  spans = ilv_trace_get_spans (self->trace, &n_spans);
  for (guint n = 0; n < MAX_LOOKED_AT; n++, i++)
    {
      i = ilv_trace_find_overlap (self->trace, i, time_ns, time_ns + 1);
      if (i == n_spans)
        break;
      if (spans[i].task == task && spans[i].state <= ILV_STATE_READY)
        return &spans[i];
    }
  return ilv_trace_find_next (self->trace, task, time_ns);
}

static gboolean
is_of_selected (const Search *self, const IlvFlow *flow, const IlvSpan *effect)
{
  const IlvSpan *span = self->selected;

  if (flow->from_task != span->task && flow->to_task != span->task)
    return FALSE;

  if (effect == span || (flow->time_ns >= span->start_ns && flow->time_ns <= span->end_ns))
    return TRUE;

  /* That a task has ended is told just after it. */
  return flow->from_task == span->task && flow->time_ns > span->end_ns &&
         flow->time_ns <= span->end_ns + TOLERANCE_NS &&
         ilv_trace_find_next (self->trace, span->task, span->end_ns) == NULL;
}

/* Whether there is an arrow; with @only_selected, of the selected span. */
static gboolean
find_arrow (const Search *self, const IlvFlow *flow, gboolean only_selected, IlvFlowArrow *arrow)
{
  const IlvSpan *effect = find_effect (self, flow->to_task, flow->time_ns);
  int from_lane, to_lane = -1;

  if (effect == NULL || (only_selected && !is_of_selected (self, flow, effect)))
    return FALSE;

  for (guint hop = 0; effect != NULL && hop < MAX_HOPS; hop++)
    {
      to_lane = ilv_lane_index_get_lane (self->index, effect);
      if (to_lane >= 0)
        break;
      effect = ilv_trace_find_next (self->trace, flow->to_task, effect->end_ns);
    }
  from_lane = find_from_lane (self, flow->from_task, flow->time_ns);
  if (effect == NULL || to_lane < 0 || from_lane < 0)
    return FALSE;

  *arrow = (IlvFlowArrow){ .from_ns = flow->time_ns,
                           .to_ns = MAX (effect->start_ns, flow->time_ns),
                           .from_lane = (guint) from_lane,
                           .to_lane = (guint) to_lane,
                           .kind = flow->kind };
  return TRUE;
}

static gsize
count_flows_before (const IlvFlow *flows, gsize n_flows, gint64 time_ns)
{
  gsize low = 0;

  while (low < n_flows)
    {
      gsize middle = low + (n_flows - low) / 2;

      if (flows[middle].time_ns < time_ns)
        low = middle + 1;
      else
        n_flows = middle;
    }
  return low;
}

/* All of them from @start_ns to @end_ns, or none if they are more than @most. */
static gboolean
collect (const Search *self,
         gint64 start_ns,
         gint64 end_ns,
         gboolean only_selected,
         guint most,
         GArray *arrows)
{
  const IlvFlow *flows;
  gsize n_flows, first, end;

  flows = ilv_trace_get_flows (self->trace, &n_flows);
  first = count_flows_before (flows, n_flows, start_ns);
  end = count_flows_before (flows, n_flows, end_ns + 1);
  g_array_set_size (arrows, 0);
  if (end - first > MAX_LOOKED_AT)
    return FALSE;

  for (gsize i = first; i < end && arrows->len <= most; i++)
    {
      const IlvSpan *span = self->selected;
      IlvFlowArrow arrow;

      if (span != NULL && flows[i].from_task != span->task && flows[i].to_task != span->task)
        continue;
      if (find_arrow (self, &flows[i], only_selected, &arrow))
        g_array_append_val (arrows, arrow);
    }
  if (arrows->len <= most)
    return TRUE;

  g_array_set_size (arrows, 0);
  return FALSE;
}

GArray *
ilv_flow_arrow_find (IlvLaneIndex *index,
                     gint64 start_ns,
                     gint64 end_ns,
                     const IlvSpan *selected,
                     gboolean all,
                     guint most)
{
  GArray *arrows = g_array_new (FALSE, FALSE, sizeof (IlvFlowArrow));
  Search self = { .index = index, .selected = selected };

  g_return_val_if_fail (ILV_IS_LANE_INDEX (index), arrows);

  self.trace = ilv_lane_index_get_trace (index);
  if (all && collect (&self, start_ns, end_ns, FALSE, most, arrows))
    return arrows;
  if (selected != NULL)
    collect (&self, MAX (start_ns, selected->start_ns - TOLERANCE_NS),
             MIN (end_ns, selected->end_ns + TOLERANCE_NS), TRUE, most, arrows);
  return arrows;
}

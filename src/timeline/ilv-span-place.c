/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-place.h"

const IlvSpan *
ilv_span_place_get_span (IlvSpanPlace self, IlvLaneIndex *index)
{
  if (index == NULL || self.lane < 0 || (guint) self.lane >= ilv_lane_index_get_n_lanes (index) ||
      self.position >= ilv_lane_index_get_n_spans (index, self.lane))
    return NULL;

  return ilv_lane_index_get_span (index, self.lane, self.position);
}

IlvSpanPlace
ilv_span_place_pick (IlvLaneIndex *index, guint lane, double time_ns, double tolerance_ns)
{
  guint n_spans = ilv_lane_index_get_n_spans (index, lane);
  guint position = ilv_lane_index_find (index, lane, (gint64) time_ns);
  IlvSpanPlace place = ILV_SPAN_PLACE_NONE;

  if (position < n_spans)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, position);

      if (span->start_ns <= time_ns)
        return (IlvSpanPlace){ lane, position };

      if (span->start_ns - time_ns <= tolerance_ns)
        {
          place = (IlvSpanPlace){ lane, position };
          tolerance_ns = span->start_ns - time_ns;
        }
    }

  if (position > 0)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, position - 1);

      if (time_ns - span->end_ns < tolerance_ns)
        place = (IlvSpanPlace){ lane, position - 1 };
    }

  return place;
}

static gboolean
find_in_lane (IlvLaneIndex *index, guint lane, const IlvSpan *wanted, guint *position)
{
  guint n_spans = ilv_lane_index_get_n_spans (index, lane);

  /* A moment earlier, so that spans without length are found too. */
  for (guint i = ilv_lane_index_find (index, lane, wanted->start_ns - 1); i < n_spans; i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, i);

      if (span == wanted)
        {
          *position = i;
          return TRUE;
        }
      if (span->start_ns > wanted->start_ns)
        break;
    }

  return FALSE;
}

IlvSpanPlace
ilv_span_place_find (IlvLaneIndex *index, gsize span)
{
  const IlvSpan *spans;
  gsize n_spans;
  guint position;

  spans = ilv_trace_get_spans (ilv_lane_index_get_trace (index), &n_spans);
  if (span >= n_spans)
    return ILV_SPAN_PLACE_NONE;

  for (guint lane = 0; lane < ilv_lane_index_get_n_lanes (index); lane++)
    if (find_in_lane (index, lane, &spans[span], &position))
      return (IlvSpanPlace){ lane, position };

  return ILV_SPAN_PLACE_NONE;
}

/* The span of the lane that is nearest to the moment. */
static IlvSpanPlace
enter_lane (IlvLaneIndex *index, guint lane, double time_ns)
{
  return ilv_span_place_pick (index, lane, time_ns, G_MAXDOUBLE);
}

static IlvSpanPlace
step_lane (IlvSpanPlace self, IlvLaneIndex *index, int direction)
{
  const IlvSpan *span = ilv_span_place_get_span (self, index);
  int n_lanes = (int) ilv_lane_index_get_n_lanes (index);

  /* Lanes without spans are passed over. */
  for (int lane = self.lane + direction; lane >= 0 && lane < n_lanes; lane += direction)
    {
      IlvSpanPlace place = enter_lane (index, lane, (span->start_ns + span->end_ns) / 2.0);

      if (place.lane >= 0)
        return place;
    }

  return self;
}

static IlvSpanPlace
begin_walk (IlvLaneIndex *index, double time_ns)
{
  for (guint lane = 0; lane < ilv_lane_index_get_n_lanes (index); lane++)
    {
      IlvSpanPlace place = enter_lane (index, lane, time_ns);

      if (place.lane >= 0)
        return place;
    }

  return ILV_SPAN_PLACE_NONE;
}

IlvSpanPlace
ilv_span_place_step (IlvSpanPlace self, IlvLaneIndex *index, IlvSpanStep step, double time_ns)
{
  guint last;

  if (ilv_span_place_get_span (self, index) == NULL)
    {
      self = begin_walk (index, time_ns);
      if (self.lane < 0 || (step != ILV_SPAN_STEP_FIRST && step != ILV_SPAN_STEP_LAST))
        return self;
    }

  last = ilv_lane_index_get_n_spans (index, self.lane) - 1;
  switch (step)
    {
    case ILV_SPAN_STEP_NEXT:
      return (IlvSpanPlace){ self.lane, MIN (self.position + 1, last) };
    case ILV_SPAN_STEP_PREVIOUS:
      return (IlvSpanPlace){ self.lane, self.position > 0 ? self.position - 1 : 0 };
    case ILV_SPAN_STEP_FIRST:
      return (IlvSpanPlace){ self.lane, 0 };
    case ILV_SPAN_STEP_LAST:
      return (IlvSpanPlace){ self.lane, last };
    case ILV_SPAN_STEP_NEXT_LANE:
      return step_lane (self, index, 1);
    case ILV_SPAN_STEP_PREVIOUS_LANE:
      return step_lane (self, index, -1);
    default:
      g_return_val_if_reached (self);
    }
}

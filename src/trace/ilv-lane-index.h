/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-palette.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * IlvGrouping:
 * @ILV_GROUPING_PROCESSOR: a lane a processor: who ran there
 * @ILV_GROUPING_WORKER: a lane a worker: what held it
 * @ILV_GROUPING_TASK: a lane a task: all of its states
 *
 * The three ways to see one trace as lanes.
 */
typedef enum
{
  ILV_GROUPING_PROCESSOR,
  ILV_GROUPING_WORKER,
  ILV_GROUPING_TASK,
} IlvGrouping;

/* A class of paint: a state in one of the palette's colours. */
#define ILV_N_PAINT_CLASSES (ILV_N_SPAN_STATES * ILV_N_TASK_COLOURS)
#define ILV_PAINT_CLASS(state, colour) ((state) * ILV_N_TASK_COLOURS + (colour))

/**
 * IlvColumn:
 * @coverage: the share, 0 to 1, of a pixel column's time that each paint class has
 */
typedef struct
{
  float coverage[ILV_N_PAINT_CLASSES];
} IlvColumn;

#define ILV_TYPE_LANE_INDEX (ilv_lane_index_get_type ())

/**
 * IlvLaneIndex:
 *
 * The spans of a trace sorted into lanes, with sums over each lane, so that a question
 * about a range of time costs the logarithm of the spans in it.
 *
 * Immutable; may be read from any thread.
 */
G_DECLARE_FINAL_TYPE (IlvLaneIndex, ilv_lane_index, ILV, LANE_INDEX, GObject)

IlvLaneIndex *ilv_lane_index_new (IlvTrace *trace, IlvGrouping grouping);

IlvTrace *ilv_lane_index_get_trace (IlvLaneIndex *self);
IlvGrouping ilv_lane_index_get_grouping (IlvLaneIndex *self);
guint ilv_lane_index_get_n_lanes (IlvLaneIndex *self);

/* "Core 0", "Worker 1", "A"; owned by the index. */
const char *ilv_lane_index_get_label (IlvLaneIndex *self, guint lane);

/* The number of the processor that the lane stands for, or %ILV_NO_PROCESSOR. */
int ilv_lane_index_get_processor (IlvLaneIndex *self, guint lane);

guint ilv_lane_index_get_n_spans (IlvLaneIndex *self, guint lane);

/* The lane that @span of the trace is in; -1 if it is in none, as who does not run is on no processor. */
int ilv_lane_index_get_lane (IlvLaneIndex *self, const IlvSpan *span);

/* The span at @position of the lane, in the order of start; owned by the trace. */
const IlvSpan *ilv_lane_index_get_span (IlvLaneIndex *self, guint lane, guint position);

/* The position of the first span of the lane that ends after @time_ns; n_spans if there is none. */
guint ilv_lane_index_find (IlvLaneIndex *self, guint lane, gint64 time_ns);

/* Fills @n_columns columns of @column_ns (> 0) each, beginning at @from_ns. The work is bounded by
 * n_columns × log (spans), never by the number of spans. */
void ilv_lane_index_sample (IlvLaneIndex *self,
                            guint lane,
                            double from_ns,
                            double column_ns,
                            guint n_columns,
                            IlvColumn *columns);

G_END_DECLS

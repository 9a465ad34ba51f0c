/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-index.h"

#include <glib/gi18n-lib.h>

#include "ilv-lane.h"
#include "ilv-large-pages.h"

#define NO_LANE G_MAXUINT32
#define N_PROCESSOR_NUMBERS (G_MAXINT16 + 1)

struct _IlvLaneIndex
{
  GObject parent_instance;

  IlvTrace *trace;
  IlvGrouping grouping;
  guint n_lanes;
  IlvLane *lanes;
  char **labels;
  guint32 *positions; /* the spans of all lanes, lane after lane */
  guint16 *processors; /* by lane; %NULL where the lanes are no processors */
};

G_DEFINE_FINAL_TYPE (IlvLaneIndex, ilv_lane_index, G_TYPE_OBJECT)

/* The number that decides a span's lane: of its processor, worker or task; -1 if it is in none. */
static gint64
get_key (IlvGrouping grouping, const IlvSpan *span)
{
  switch (grouping)
    {
    case ILV_GROUPING_PROCESSOR:
      return span->state == ILV_STATE_RUNNING ? span->processor : ILV_NO_PROCESSOR;
    case ILV_GROUPING_WORKER:
      return span->worker;
    case ILV_GROUPING_TASK:
    default:
      return span->task;
    }
}

static guint32
get_lane (IlvLaneIndex *self, const IlvSpan *span, const GArray *lane_of_key)
{
  gint64 key = get_key (self->grouping, span);

  if (key < 0 || key >= lane_of_key->len || span->state >= ILV_N_SPAN_STATES)
    return NO_LANE;
  return g_array_index (lane_of_key, guint32, key);
}

/* A lane for each processor that ran a task or has a worker of its own, be it idle. */
static void
find_processors (IlvLaneIndex *self, GArray *lane_of_key)
{
  const IlvTraceInfo *info = ilv_trace_get_info (self->trace);
  g_autofree gboolean *is_used = g_new0 (gboolean, N_PROCESSOR_NUMBERS);
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (self->trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].state == ILV_STATE_RUNNING && spans[i].processor >= 0)
      is_used[spans[i].processor] = TRUE;
  for (guint i = 0; i < info->workers->len; i++)
    {
      int processor = ilv_trace_info_get_worker (info, i)->processor;

      if (processor >= 0 && processor < N_PROCESSOR_NUMBERS)
        is_used[processor] = TRUE;
    }

  g_array_set_size (lane_of_key, N_PROCESSOR_NUMBERS);
  self->processors = g_new (guint16, N_PROCESSOR_NUMBERS);
  for (guint i = 0; i < N_PROCESSOR_NUMBERS; i++)
    {
      g_array_index (lane_of_key, guint32, i) = is_used[i] ? labels->len : NO_LANE;
      if (!is_used[i])
        continue;
      self->processors[labels->len] = (guint16) i;
      /* Translators: the name of a processor; %u is its number, from 0. */
      g_ptr_array_add (labels, g_strdup_printf (_ ("Core %u"), i));
    }
  self->n_lanes = labels->len;
  self->processors = g_renew (guint16, self->processors, MAX (self->n_lanes, 1));
  g_ptr_array_add (labels, NULL);
  self->labels = (char **) g_ptr_array_steal (labels, NULL);
}

/* A lane for each worker or task, be it idle. */
static void
find_names (IlvLaneIndex *self, GArray *lane_of_key)
{
  const IlvTraceInfo *info = ilv_trace_get_info (self->trace);
  gboolean by_worker = self->grouping == ILV_GROUPING_WORKER;

  self->n_lanes = by_worker ? info->workers->len : info->tasks->len;
  self->labels = g_new0 (char *, self->n_lanes + 1);
  for (guint32 i = 0; i < self->n_lanes; i++)
    {
      self->labels[i] = g_strdup (by_worker ? ilv_trace_info_get_worker (info, i)->name
                                            : ilv_trace_info_get_task (info, i)->name);
      g_array_append_val (lane_of_key, i);
    }
}

/* Sorts the spans into the lanes by counting: within a lane they stay in the order of start. */
static void
fill_lanes (IlvLaneIndex *self, const GArray *lane_of_key)
{
  g_autofree guint32 *n_in_lane = g_new0 (guint32, self->n_lanes);
  g_autofree guint32 *next = g_new0 (guint32, self->n_lanes + 1);
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (self->trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      guint32 lane = get_lane (self, &spans[i], lane_of_key);

      if (lane != NO_LANE)
        n_in_lane[lane]++;
    }
  for (guint lane = 0; lane < self->n_lanes; lane++)
    next[lane + 1] = next[lane] + n_in_lane[lane];

  self->positions = g_new (guint32, next[self->n_lanes]);
  for (gsize i = 0; i < n_spans; i++)
    {
      guint32 lane = get_lane (self, &spans[i], lane_of_key);

      if (lane != NO_LANE)
        self->positions[next[lane]++] = (guint32) i;
    }
  ilv_large_pages_use_for (self->positions, next[self->n_lanes] * sizeof *self->positions);

  self->lanes = g_new (IlvLane, self->n_lanes);
  for (guint lane = 0; lane < self->n_lanes; lane++)
    ilv_lane_init (&self->lanes[lane], spans, self->positions + (next[lane] - n_in_lane[lane]),
                   n_in_lane[lane]);
}

static void
ilv_lane_index_finalize (GObject *object)
{
  IlvLaneIndex *self = ILV_LANE_INDEX (object);

  for (guint lane = 0; lane < self->n_lanes; lane++)
    ilv_lane_clear (&self->lanes[lane]);
  g_clear_pointer (&self->lanes, g_free);
  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_pointer (&self->positions, g_free);
  g_clear_pointer (&self->processors, g_free);
  g_clear_object (&self->trace);

  G_OBJECT_CLASS (ilv_lane_index_parent_class)->finalize (object);
}

static void
ilv_lane_index_class_init (IlvLaneIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ilv_lane_index_finalize;
}

static void
ilv_lane_index_init (IlvLaneIndex *self G_GNUC_UNUSED)
{
}

/**
 * ilv_lane_index_new:
 * @trace: a trace
 * @grouping: what the lanes stand for
 *
 * Returns: (transfer full): the lanes of @trace
 */
IlvLaneIndex *
ilv_lane_index_new (IlvTrace *trace, IlvGrouping grouping)
{
  g_autoptr (GArray) lane_of_key = g_array_new (FALSE, FALSE, sizeof (guint32));
  IlvLaneIndex *self;

  g_return_val_if_fail (ILV_IS_TRACE (trace), NULL);
  g_return_val_if_fail (grouping <= ILV_GROUPING_TASK, NULL);

  self = g_object_new (ILV_TYPE_LANE_INDEX, NULL);
  self->trace = g_object_ref (trace);
  self->grouping = grouping;
  if (grouping == ILV_GROUPING_PROCESSOR)
    find_processors (self, lane_of_key);
  else
    find_names (self, lane_of_key);
  fill_lanes (self, lane_of_key);
  return self;
}

/**
 * ilv_lane_index_get_trace:
 * @self: a lane index
 *
 * Returns: (transfer none): the trace
 */
IlvTrace *
ilv_lane_index_get_trace (IlvLaneIndex *self)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), NULL);

  return self->trace;
}

/**
 * ilv_lane_index_get_grouping:
 * @self: a lane index
 *
 * Returns: what the lanes stand for
 */
IlvGrouping
ilv_lane_index_get_grouping (IlvLaneIndex *self)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), ILV_GROUPING_PROCESSOR);

  return self->grouping;
}

/**
 * ilv_lane_index_get_n_lanes:
 * @self: a lane index
 *
 * Returns: the number of lanes, which may be 0
 */
guint
ilv_lane_index_get_n_lanes (IlvLaneIndex *self)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), 0);

  return self->n_lanes;
}

/**
 * ilv_lane_index_get_label:
 * @self: a lane index
 * @lane: a lane
 *
 * Returns: (transfer none): the lane's name for a person
 */
const char *
ilv_lane_index_get_label (IlvLaneIndex *self, guint lane)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), NULL);
  g_return_val_if_fail (lane < self->n_lanes, NULL);

  return self->labels[lane];
}

/**
 * ilv_lane_index_get_processor:
 * @self: a lane index
 * @lane: a lane
 *
 * Returns: the number of the processor that the lane stands for; %ILV_NO_PROCESSOR if it stands for none
 */
int
ilv_lane_index_get_processor (IlvLaneIndex *self, guint lane)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), ILV_NO_PROCESSOR);
  g_return_val_if_fail (lane < self->n_lanes, ILV_NO_PROCESSOR);

  return self->processors != NULL ? self->processors[lane] : ILV_NO_PROCESSOR;
}

/**
 * ilv_lane_index_get_n_spans:
 * @self: a lane index
 * @lane: a lane
 *
 * Returns: the number of spans in the lane
 */
guint
ilv_lane_index_get_n_spans (IlvLaneIndex *self, guint lane)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), 0);
  g_return_val_if_fail (lane < self->n_lanes, 0);

  return self->lanes[lane].n_spans;
}

/**
 * ilv_lane_index_get_span:
 * @self: a lane index
 * @lane: a lane
 * @position: a position in the lane
 *
 * Returns: (transfer none): the span, owned by the trace
 */
const IlvSpan *
ilv_lane_index_get_span (IlvLaneIndex *self, guint lane, guint position)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), NULL);
  g_return_val_if_fail (lane < self->n_lanes, NULL);
  g_return_val_if_fail (position < self->lanes[lane].n_spans, NULL);

  return ilv_lane_get_span (&self->lanes[lane], position);
}

/**
 * ilv_lane_index_get_lane:
 * @self: a lane index
 * @span: a span of its trace
 *
 * Returns: the lane that @span is in; -1 if it is in none
 */
int
ilv_lane_index_get_lane (IlvLaneIndex *self, const IlvSpan *span)
{
  gint64 key;

  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), -1);
  g_return_val_if_fail (span != NULL, -1);

  key = get_key (self->grouping, span);
  if (self->processors == NULL)
    return key >= 0 && key < self->n_lanes ? (int) key : -1;

  for (guint lane = 0; lane < self->n_lanes; lane++)
    if (self->processors[lane] == key)
      return (int) lane;
  return -1;
}

/**
 * ilv_lane_index_find:
 * @self: a lane index
 * @lane: a lane
 * @time_ns: a moment
 *
 * Returns: the position of the first span that ends after @time_ns; the number of spans if there is
 *   none
 */
guint
ilv_lane_index_find (IlvLaneIndex *self, guint lane, gint64 time_ns)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (self), 0);
  g_return_val_if_fail (lane < self->n_lanes, 0);

  return ilv_lane_find (&self->lanes[lane], time_ns);
}

/**
 * ilv_lane_index_sample:
 * @self: a lane index
 * @lane: a lane
 * @from_ns: the start of the first column
 * @column_ns: the length of a column
 * @n_columns: the number of columns
 * @columns: (out caller-allocates) (array length=n_columns): what each column holds
 */
void
ilv_lane_index_sample (IlvLaneIndex *self,
                       guint lane,
                       double from_ns,
                       double column_ns,
                       guint n_columns,
                       IlvColumn *columns)
{
  g_return_if_fail (ILV_IS_LANE_INDEX (self));
  g_return_if_fail (lane < self->n_lanes);
  g_return_if_fail (column_ns > 0);
  g_return_if_fail (columns != NULL || n_columns == 0);

  ilv_lane_sample (&self->lanes[lane], from_ns, column_ns, n_columns, columns);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace.h"

#include "ilv-large-pages.h"

/* Spans whose latest end is kept together, so that the spans that go on at a moment are found
 * without a look at all that began before it. */
#define BLOCK_SIZE 256

/* Spans of so many blocks are passed over at once, if all are over. */
#define GROUP_SIZE (64 * BLOCK_SIZE)

/* So many spans are looked at for the next one of a task. */
#define MAX_LOOKED_AT 8192

struct _IlvTrace
{
  GObject parent_instance;

  IlvTraceInfo *info;
  IlvSpan *spans;
  gsize n_spans;
  IlvFlow *flows;
  gsize n_flows;
  gint64 *block_ends; /* the latest end in each block of spans */
  gint64 *group_ends; /* the same of each group of blocks */
  gint64 duration_ns;
};

G_DEFINE_FINAL_TYPE (IlvTrace, ilv_trace, G_TYPE_OBJECT)

static int
span_compare (gconstpointer a, gconstpointer b)
{
  const IlvSpan *left = a;
  const IlvSpan *right = b;

  if (left->start_ns != right->start_ns)
    return left->start_ns < right->start_ns ? -1 : 1;
  return (left->task > right->task) - (left->task < right->task);
}

static int
flow_compare (gconstpointer a, gconstpointer b)
{
  const IlvFlow *left = a;
  const IlvFlow *right = b;

  return (left->time_ns > right->time_ns) - (left->time_ns < right->time_ns);
}

/* Sorts and takes the elements over without the room that the array keeps for growing. */
static gpointer
elements_steal (GArray *array, GCompareFunc compare, gsize *n_elements)
{
  gsize size = g_array_get_element_size (array);
  gboolean sorted = TRUE;
  gpointer elements;

  for (guint i = 1; i < array->len && sorted; i++)
    sorted = compare (array->data + (i - 1) * size, array->data + i * size) <= 0;
  if (!sorted)
    g_array_sort (array, compare);

  elements = g_array_steal (array, n_elements);
  elements = g_realloc_n (elements, *n_elements, size);
  ilv_large_pages_use_for (elements, *n_elements * size);
  g_array_unref (array);
  return elements;
}

static void
find_block_ends (IlvTrace *self)
{
  gsize n_blocks = (self->n_spans + BLOCK_SIZE - 1) / BLOCK_SIZE;

  self->block_ends = g_new (gint64, n_blocks);
  for (gsize block = 0; block < n_blocks; block++)
    {
      gsize end = MIN (self->n_spans, (block + 1) * BLOCK_SIZE);
      gint64 latest = G_MININT64;

      for (gsize i = block * BLOCK_SIZE; i < end; i++)
        latest = MAX (latest, self->spans[i].end_ns);
      self->block_ends[block] = latest;
      self->duration_ns = MAX (self->duration_ns, latest);
    }

  self->group_ends = g_new (gint64, self->n_spans / GROUP_SIZE + 1);
  for (gsize block = 0; block < n_blocks; block++)
    {
      gint64 *latest_ns = &self->group_ends[block * BLOCK_SIZE / GROUP_SIZE];
      gboolean is_first = block * BLOCK_SIZE % GROUP_SIZE == 0;

      *latest_ns = is_first ? self->block_ends[block] : MAX (*latest_ns, self->block_ends[block]);
    }
}

/* The number of spans that start before @time_ns. */
static gsize
count_starts_before (IlvTrace *self, gint64 time_ns)
{
  gsize low = 0;
  gsize high = self->n_spans;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (self->spans[middle].start_ns < time_ns)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
ilv_trace_finalize (GObject *object)
{
  IlvTrace *self = ILV_TRACE (object);

  g_clear_pointer (&self->info, ilv_trace_info_unref);
  g_clear_pointer (&self->spans, g_free);
  g_clear_pointer (&self->flows, g_free);
  g_clear_pointer (&self->block_ends, g_free);
  g_clear_pointer (&self->group_ends, g_free);

  G_OBJECT_CLASS (ilv_trace_parent_class)->finalize (object);
}

static void
ilv_trace_class_init (IlvTraceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = ilv_trace_finalize;
}

static void
ilv_trace_init (IlvTrace *self G_GNUC_UNUSED)
{
}

/**
 * ilv_trace_new:
 * @info: (transfer full): what is known of the run
 * @spans: (transfer full) (element-type IlvSpan): the spans in any order
 * @flows: (transfer full) (nullable) (element-type IlvFlow): the flows in any order
 *
 * Returns: (transfer full): a trace
 */
IlvTrace *
ilv_trace_new (IlvTraceInfo *info, GArray *spans, GArray *flows)
{
  IlvTrace *self;

  g_return_val_if_fail (info != NULL, NULL);
  g_return_val_if_fail (spans != NULL, NULL);

  self = g_object_new (ILV_TYPE_TRACE, NULL);
  self->info = info;
  self->spans = elements_steal (spans, span_compare, &self->n_spans);
  if (flows != NULL)
    self->flows = elements_steal (flows, flow_compare, &self->n_flows);
  find_block_ends (self);
  for (gsize i = 0; i < self->n_spans; i++)
    self->spans[i].colour = ilv_trace_info_get_colour (info, self->spans[i].task);
  return self;
}

/**
 * ilv_trace_get_info:
 * @self: a trace
 *
 * Returns: (transfer none): what is known of the run
 */
const IlvTraceInfo *
ilv_trace_get_info (IlvTrace *self)
{
  g_return_val_if_fail (ILV_IS_TRACE (self), NULL);

  return self->info;
}

/**
 * ilv_trace_get_spans:
 * @self: a trace
 * @n_spans: (out): how many there are
 *
 * Returns: (array length=n_spans) (nullable): the spans, sorted by start, then by task
 */
const IlvSpan *
ilv_trace_get_spans (IlvTrace *self, gsize *n_spans)
{
  g_return_val_if_fail (ILV_IS_TRACE (self), NULL);
  g_return_val_if_fail (n_spans != NULL, NULL);

  *n_spans = self->n_spans;
  return self->spans;
}

/**
 * ilv_trace_get_flows:
 * @self: a trace
 * @n_flows: (out): how many there are
 *
 * Returns: (array length=n_flows) (nullable): the flows, sorted by time
 */
const IlvFlow *
ilv_trace_get_flows (IlvTrace *self, gsize *n_flows)
{
  g_return_val_if_fail (ILV_IS_TRACE (self), NULL);
  g_return_val_if_fail (n_flows != NULL, NULL);

  *n_flows = self->n_flows;
  return self->flows;
}

/**
 * ilv_trace_get_duration_ns:
 * @self: a trace
 *
 * Returns: the end of the last span, in nanoseconds since the start of the run; 0 if there is none
 */
gint64
ilv_trace_get_duration_ns (IlvTrace *self)
{
  g_return_val_if_fail (ILV_IS_TRACE (self), 0);

  return self->duration_ns;
}

/**
 * ilv_trace_is_live:
 * @self: a trace
 *
 * Returns: whether the run still went on when this trace was taken
 */
gboolean
ilv_trace_is_live (IlvTrace *self)
{
  g_return_val_if_fail (ILV_IS_TRACE (self), FALSE);

  return self->info->outcome == ILV_TRACE_OUTCOME_RUNNING;
}

/**
 * ilv_trace_get_next_event_ns:
 * @self: a trace
 * @after_ns: a moment
 *
 * Returns: the first moment after @after_ns at which any span starts or ends; -1 if there is none
 */
gint64
ilv_trace_get_next_event_ns (IlvTrace *self, gint64 after_ns)
{
  gint64 next_ns = G_MAXINT64;
  gsize begun;

  g_return_val_if_fail (ILV_IS_TRACE (self), -1);

  if (after_ns == G_MAXINT64)
    return -1;
  begun = count_starts_before (self, after_ns + 1);
  if (begun < self->n_spans)
    next_ns = self->spans[begun].start_ns;
  /* What begins later ends later still: only what goes on at @after_ns can come before. */
  for (gsize block = 0; block * BLOCK_SIZE < begun; block++)
    {
      gsize end = MIN (begun, (block + 1) * BLOCK_SIZE);

      if (self->block_ends[block] <= after_ns)
        continue;
      for (gsize i = block * BLOCK_SIZE; i < end; i++)
        if (self->spans[i].end_ns > after_ns)
          next_ns = MIN (next_ns, self->spans[i].end_ns);
    }
  return next_ns == G_MAXINT64 ? -1 : next_ns;
}

/**
 * ilv_trace_get_previous_event_ns:
 * @self: a trace
 * @before_ns: a moment
 *
 * Returns: the last moment before @before_ns at which any span starts or ends; -1 if there is none
 */
gint64
ilv_trace_get_previous_event_ns (IlvTrace *self, gint64 before_ns)
{
  gint64 previous_ns;
  gsize begun;

  g_return_val_if_fail (ILV_IS_TRACE (self), -1);

  begun = count_starts_before (self, before_ns);
  if (begun == 0)
    return -1;
  /* What ended before the last start is of no interest: that start is later. */
  previous_ns = self->spans[begun - 1].start_ns;
  for (gsize block = 0; block * BLOCK_SIZE < begun; block++)
    {
      gsize end = MIN (begun, (block + 1) * BLOCK_SIZE);

      if (self->block_ends[block] <= previous_ns)
        continue;
      for (gsize i = block * BLOCK_SIZE; i < end; i++)
        if (self->spans[i].end_ns < before_ns)
          previous_ns = MAX (previous_ns, self->spans[i].end_ns);
    }
  return previous_ns;
}

/**
 * ilv_trace_find_overlap:
 * @self: a trace
 * @position: where to begin among the spans
 * @from_ns: a moment
 * @to_ns: a later moment
 *
 * Returns: the position of the first span from @position on that has a part in [@from_ns, @to_ns);
 *   the number of spans if there is none
 */
gsize
ilv_trace_find_overlap (IlvTrace *self, gsize position, gint64 from_ns, gint64 to_ns)
{
  g_return_val_if_fail (ILV_IS_TRACE (self), 0);

  while (position < self->n_spans && self->spans[position].start_ns < to_ns)
    {
      if (self->group_ends[position / GROUP_SIZE] <= from_ns)
        position = (position / GROUP_SIZE + 1) * GROUP_SIZE;
      else if (self->block_ends[position / BLOCK_SIZE] <= from_ns)
        position = (position / BLOCK_SIZE + 1) * BLOCK_SIZE;
      else if (self->spans[position].end_ns > from_ns)
        return position;
      else
        position++;
    }
  return self->n_spans;
}

/**
 * ilv_trace_find_next:
 * @self: a trace
 * @task: index of a task
 * @from_ns: a moment
 *
 * Returns: (transfer none) (nullable): the first span of @task that starts at @from_ns or later
 */
const IlvSpan *
ilv_trace_find_next (IlvTrace *self, guint task, gint64 from_ns)
{
  gsize first, end;

  g_return_val_if_fail (ILV_IS_TRACE (self), NULL);

  first = count_starts_before (self, from_ns);
  end = MIN (self->n_spans, first + MAX_LOOKED_AT);
  for (gsize i = first; i < end; i++)
    if (self->spans[i].task == task)
      return &self->spans[i];
  return NULL;
}

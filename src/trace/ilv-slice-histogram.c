/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slice-histogram.h"

/* After so many spans one looks whether it is still wanted. */
#define SPANS_BETWEEN_LOOKS 65536

typedef struct
{
  IlvSliceHistogram *histogram;
  gint64 from_ns;
  gint64 to_ns;
  IlvSpan *slices; /* of each task, the slice that may go on; ended where there is none */
  guint n_tasks;
} Counter;

gint64
ilv_slice_histogram_get_edge_ns (guint bin)
{
  static const gint64 steps[] = { 1, 2, 5 };
  gint64 edge_ns;

  g_return_val_if_fail (bin < ILV_SLICE_HISTOGRAM_N_BINS, 0);

  edge_ns = steps[bin % G_N_ELEMENTS (steps)];
  for (guint i = bin / G_N_ELEMENTS (steps); i > 0; i--)
    edge_ns *= 10;
  return edge_ns;
}

static guint
find_bin (gint64 length_ns)
{
  guint bin = ILV_SLICE_HISTOGRAM_N_BINS - 1;

  while (bin > 0 && ilv_slice_histogram_get_edge_ns (bin) > length_ns)
    bin--;
  return bin;
}

static void
count_slice (Counter *self, const IlvSpan *slice)
{
  IlvSliceHistogram *histogram = self->histogram;
  gint64 length_ns = slice->end_ns - slice->start_ns;
  guint bin;

  if (slice->end_ns <= self->from_ns || slice->start_ns >= self->to_ns)
    return;
  bin = find_bin (length_ns);
  histogram->counts[bin]++;
  if (histogram->n_slices++ == 0)
    {
      histogram->first = bin;
      histogram->shortest_ns = length_ns;
    }
  histogram->first = MIN (histogram->first, bin);
  histogram->end = MAX (histogram->end, bin + 1);
  histogram->shortest_ns = MIN (histogram->shortest_ns, length_ns);
  histogram->longest_ns = MAX (histogram->longest_ns, length_ns);
}

static void
add_span (Counter *self, const IlvSpan *span)
{
  IlvSpan *slice = &self->slices[span->task];

  if (slice->state == ILV_STATE_RUNNING && slice->end_ns == span->start_ns
      && slice->processor == span->processor)
    {
      slice->end_ns = span->end_ns;
      return;
    }
  if (slice->state == ILV_STATE_RUNNING)
    count_slice (self, slice);
  *slice = *span;
}

gboolean
ilv_slice_histogram_compute (IlvSliceHistogram *self,
                             IlvTrace *trace,
                             gint64 from_ns,
                             gint64 to_ns,
                             GCancellable *cancellable)
{
  Counter counter = { .histogram = self, .from_ns = from_ns, .to_ns = to_ns };
  g_autofree IlvSpan *slices = NULL;
  const IlvSpan *spans;
  gsize n_spans;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ILV_IS_TRACE (trace), FALSE);

  *self = (IlvSliceHistogram){ 0 };
  counter.n_tasks = ilv_trace_get_info (trace)->tasks->len;
  counter.slices = slices = g_new (IlvSpan, MAX (counter.n_tasks, 1));
  for (guint i = 0; i < counter.n_tasks; i++)
    slices[i].state = ILV_STATE_ENDED;
  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      if (i % SPANS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (spans[i].state == ILV_STATE_RUNNING && spans[i].task < counter.n_tasks)
        add_span (&counter, &spans[i]);
    }
  for (guint i = 0; i < counter.n_tasks; i++)
    if (slices[i].state == ILV_STATE_RUNNING)
      count_slice (&counter, &slices[i]);
  return TRUE;
}

guint
ilv_slice_histogram_get_fullest (const IlvSliceHistogram *self)
{
  guint fullest = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint i = 0; i < ILV_SLICE_HISTOGRAM_N_BINS; i++)
    if (self->counts[i] > self->counts[fullest])
      fullest = i;
  return fullest;
}

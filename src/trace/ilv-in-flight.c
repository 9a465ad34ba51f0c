/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-in-flight.h"

#include <string.h>

static gboolean
is_request (const IlvSpan *span)
{
  return span->state == ILV_STATE_WAITING && span->peer == ILV_NO_PEER &&
         span->step != ILV_NO_STEP && span->end_ns > span->start_ns;
}

/* A heap of rows: which one comes first is for @compare to say, which is given two of them. */
typedef gboolean (*ComesFirst) (const GArray *ends, guint a, guint b);

static gboolean
ends_first (const GArray *ends, guint a, guint b)
{
  return g_array_index (ends, gint64, a) < g_array_index (ends, gint64, b);
}

static gboolean
is_lower (const GArray *ends G_GNUC_UNUSED, guint a, guint b)
{
  return a < b;
}

static void
swap (GArray *heap, guint a, guint b)
{
  guint kept = g_array_index (heap, guint, a);

  g_array_index (heap, guint, a) = g_array_index (heap, guint, b);
  g_array_index (heap, guint, b) = kept;
}

static void
heap_push (GArray *heap, ComesFirst comes_first, const GArray *ends, guint row)
{
  guint child = heap->len;

  g_array_append_val (heap, row);
  while (child > 0)
    {
      guint parent = (child - 1) / 2;

      if (!comes_first (ends, g_array_index (heap, guint, child),
                        g_array_index (heap, guint, parent)))
        break;
      swap (heap, child, parent);
      child = parent;
    }
}

static guint
heap_pop (GArray *heap, ComesFirst comes_first, const GArray *ends)
{
  guint first = g_array_index (heap, guint, 0);
  guint parent = 0;

  g_array_index (heap, guint, 0) = g_array_index (heap, guint, heap->len - 1);
  g_array_set_size (heap, heap->len - 1);
  for (guint child = 1; child < heap->len; child = 2 * parent + 1)
    {
      if (child + 1 < heap->len && comes_first (ends, g_array_index (heap, guint, child + 1),
                                                g_array_index (heap, guint, child)))
        child++;
      if (!comes_first (ends, g_array_index (heap, guint, child),
                        g_array_index (heap, guint, parent)))
        break;
      swap (heap, child, parent);
      parent = child;
    }
  return first;
}

/* Spans are sorted by their start, so a row that has become free stays so until it is taken. */
static void
assign_rows (GArray *requests)
{
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (gint64)); /* of each row */
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (guint)); /* by their ends */
  g_autoptr (GArray) spare = g_array_new (FALSE, FALSE, sizeof (guint)); /* by their numbers */

  for (guint i = 0; i < requests->len; i++)
    {
      IlvInFlight *request = &g_array_index (requests, IlvInFlight, i);

      while (taken->len > 0 &&
             g_array_index (ends, gint64, g_array_index (taken, guint, 0)) <= request->start_ns)
        heap_push (spare, is_lower, ends, heap_pop (taken, ends_first, ends));
      if (spare->len > 0)
        {
          request->row = heap_pop (spare, is_lower, ends);
          g_array_index (ends, gint64, request->row) = request->end_ns;
        }
      else
        {
          request->row = ends->len;
          g_array_append_val (ends, request->end_ns);
        }
      heap_push (taken, ends_first, ends, request->row);
    }
}

GArray *
ilv_in_flight_find (IlvTrace *trace)
{
  GArray *requests = g_array_new (FALSE, FALSE, sizeof (IlvInFlight));
  gsize n_spans;
  const IlvSpan *spans;

  g_return_val_if_fail (ILV_IS_TRACE (trace), requests);

  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    if (is_request (&spans[i]))
      {
        IlvInFlight request = { .start_ns = spans[i].start_ns,
                                .end_ns = spans[i].end_ns,
                                .task = spans[i].task };

        g_array_append_val (requests, request);
      }
  assign_rows (requests);
  return requests;
}

guint
ilv_in_flight_get_most (GArray *requests)
{
  guint most = 0;

  for (guint i = 0; i < requests->len; i++)
    most = MAX (most, g_array_index (requests, IlvInFlight, i).row + 1);
  return most;
}

void
ilv_in_flight_average (
  GArray *requests, double start_ns, double column_ns, guint n_columns, double *averages)
{
  g_autofree double *changes = g_new0 (double, n_columns + 1);
  double whole = 0;

  g_return_if_fail (column_ns > 0);

  memset (averages, 0, n_columns * sizeof *averages);
  for (guint i = 0; i < requests->len; i++)
    {
      const IlvInFlight *request = &g_array_index (requests, IlvInFlight, i);
      double start = MAX ((request->start_ns - start_ns) / column_ns, 0);
      double end = MIN ((request->end_ns - start_ns) / column_ns, n_columns);
      guint first, last;

      if (start >= end)
        continue;
      /* Parts of the first and the last column, and all of those between them. */
      first = (guint) start;
      last = (guint) end;
      averages[first] += MIN (first + 1, end) - start;
      if (last == first)
        continue;
      if (last < n_columns)
        averages[last] += end - last;
      changes[first + 1]++;
      changes[last]--;
    }
  for (guint i = 0; i < n_columns; i++)
    {
      whole += changes[i];
      averages[i] += whole;
    }
}

guint
ilv_in_flight_count_failures (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  guint n_failures = 0;

  for (guint i = 0; i < info->results->len; i++)
    n_failures +=
      ((const IlvResult *) g_ptr_array_index (info->results, i))->kind == ILV_RESULT_FAILURE;
  return n_failures;
}

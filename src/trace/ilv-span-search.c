/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-search.h"

static gboolean
is_wanted (const IlvSpanSearch *self, const IlvSpan *span)
{
  return span->state == self->state &&
         (self->task == ILV_SPAN_SEARCH_ANY_TASK || span->task == self->task);
}

void
ilv_span_search_init (IlvSpanSearch *self,
                      IlvTrace *trace,
                      gsize from,
                      gboolean forward,
                      guint32 task,
                      IlvState state)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (ILV_IS_TRACE (trace));

  *self = (IlvSpanSearch){ .found = -1, .forward = forward, .task = task, .state = state };
  self->spans = ilv_trace_get_spans (trace, &self->n_spans);
  self->at = MIN (from, self->n_spans);
}

gboolean
ilv_span_search_go_on (IlvSpanSearch *self, gsize n_spans)
{
  gsize end;

  g_return_val_if_fail (self != NULL, TRUE);

  end = self->forward ? self->n_spans : 0;
  for (; n_spans > 0 && self->found < 0 && self->at != end; n_spans--)
    {
      gsize index = self->forward ? self->at++ : --self->at;

      if (is_wanted (self, &self->spans[index]))
        self->found = (gssize) index;
    }

  return self->found >= 0 || self->at == end;
}

gsize
ilv_span_search_find_start (IlvTrace *trace, gint64 time_ns)
{
  const IlvSpan *spans;
  gsize first = 0;
  gsize end;

  g_return_val_if_fail (ILV_IS_TRACE (trace), 0);

  spans = ilv_trace_get_spans (trace, &end);
  while (first < end)
    {
      gsize middle = first + (end - first) / 2;

      if (spans[middle].start_ns < time_ns)
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-stretch.h"

static gboolean
is_sleeping (const IlvSpan *span)
{
  return span->state == ILV_STATE_WAITING || span->state == ILV_STATE_BLOCKED;
}

/* Whether @span, which follows @last at once, belongs to it. */
static gboolean
goes_on (const IlvStretch *last, const IlvSpan *span)
{
  if (span->state == ILV_STATE_READY)
    return TRUE;
  if (is_sleeping (span))
    return last->is_sleep && last->woken_ns == last->until_ns;
  return !last->is_sleep;
}

static void
add_span (GArray *stretches, const IlvSpan *span, gint64 clock_base_ns)
{
  gint64 from_ns = clock_base_ns + span->start_ns;
  gint64 until_ns = clock_base_ns + span->end_ns;
  IlvStretch next = { is_sleeping (span), from_ns, until_ns, until_ns };
  IlvStretch *last =
    stretches->len > 0 ? &g_array_index (stretches, IlvStretch, stretches->len - 1) : NULL;

  if (last != NULL && last->until_ns == from_ns && goes_on (last, span))
    {
      last->until_ns = until_ns;
      if (is_sleeping (span))
        last->woken_ns = until_ns;
    }
  else if (span->state != ILV_STATE_READY)
    g_array_append_val (stretches, next);
}

GArray *
ilv_stretches_find (IlvTrace *trace, guint32 worker)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (IlvStretch));
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].worker == worker)
      add_span (stretches, &spans[i], ilv_trace_get_info (trace)->clock_base_ns);
  return stretches;
}

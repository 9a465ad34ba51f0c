/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* Any task. */
#define ILV_SPAN_SEARCH_ANY_TASK G_MAXUINT32

/**
 * IlvSpanSearch:
 * @found: the index of the span that was looked for, or -1
 *
 * Looks for the next, or previous, time that a task is in a state: in the order of the spans' starts, a
 * few at a time, so that nobody has to wait for a large trace.
 */
typedef struct
{
  gssize found;

  /*< private >*/
  const IlvSpan *spans;
  gsize n_spans;
  gsize at; /* the next one to be looked at; backward, the one behind it */
  gboolean forward;
  guint32 task;
  IlvState state;
} IlvSpanSearch;

/* Forward it begins with the span at @from, backward with the one before that. @trace must outlive it. */
void ilv_span_search_init (IlvSpanSearch *self,
                           IlvTrace *trace,
                           gsize from,
                           gboolean forward,
                           guint32 task,
                           IlvState state);

/* Looks at @n_spans spans more, or fewer; returns whether it is over. */
gboolean ilv_span_search_go_on (IlvSpanSearch *self, gsize n_spans);

/* The index of the first span that starts at @time_ns or later; the number of spans if there is none. */
gsize ilv_span_search_find_start (IlvTrace *trace, gint64 time_ns);

G_END_DECLS

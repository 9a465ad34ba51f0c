/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-json-cursor.h"

G_BEGIN_DECLS

/* Times have to be within this many nanoseconds, which is 126 years, from zero, so that the
 * difference of any two fits, too. Times of the day, which count from 1970, are within it. */
#define ILV_TRACE_EVENT_LIMIT_NS (G_GINT64_CONSTANT (4000000) * 1000 * 1000 * 1000 * 1000)

/**
 * IlvTraceEvent:
 * @phase: what kind of event it is, a letter; 0 if that is not said
 * @binding: the first letter of what a flow's end binds to, `e` for the enclosing slice; or 0
 * @time, @duration: in microseconds
 * @name, @category, @id, @process, @thread: scalars, or without a start
 * @label: `args.name`
 * @sort_index: `args.sort_index`
 * @processor, @os_tid, @step, @waits_for, @from, @to: what our own files say in `args`
 *
 * One event of Chrome's trace-event format, as it stands in the bytes that it was read from.
 */
typedef struct
{
  char phase;
  char binding;
  IlvJsonText time;
  IlvJsonText duration;
  IlvJsonText name;
  IlvJsonText category;
  IlvJsonText id;
  IlvJsonText process;
  IlvJsonText thread;
  IlvJsonText label;
  IlvJsonText sort_index;
  IlvJsonText processor;
  IlvJsonText os_tid;
  IlvJsonText step;
  IlvJsonText waits_for;
  IlvJsonText from;
  IlvJsonText to;
} IlvTraceEvent;

/* Reads the object that begins at @cursor, in which members may be in any order and of any name;
 * FALSE and the cursor's status if it is none. */
gboolean ilv_trace_event_read (IlvTraceEvent *self, IlvJsonCursor *cursor);

/* A time in nanoseconds, exact; FALSE if it is none or out of all bounds. */
gboolean ilv_trace_event_get_ns (const IlvJsonText *time, gint64 *time_ns);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

/* What a span can refer to. */
#define ILV_TRACE_SIDE_MAX_TASKS (ILV_NO_PEER - 1)

/* A file of ours has no more sides. */
#define ILV_TRACE_SIDE_MAX 64

/**
 * IlvTraceSide:
 * @info: what is known of the run
 * @spans: (element-type IlvSpan): its spans, in the order in which they were read
 * @flows: (element-type IlvFlow): its flows
 * @name: (nullable): what it is called, owned by it
 *
 * One side of a file while it is read: a trace to be. For one thread at a time.
 */
typedef struct
{
  IlvTraceInfo *info;
  GArray *spans;
  GArray *flows;
  char *name;

  /*< private >*/
  GHashTable *tasks; /* index of each name, + 1 */
  GPtrArray *steps;  /* of each task, the texts that were met and the index of each */
} IlvTraceSide;

/* (transfer full): a run that has ended, of which nothing else is known. */
IlvTraceSide *ilv_trace_side_new (const char *strategy);

/* (transfer full): what a file of ours says of a side, an element of its `otherData.sides`; @object
 * may be %NULL. */
IlvTraceSide *ilv_trace_side_new_from_json (JsonObject *object);
void ilv_trace_side_free (IlvTraceSide *self);

/* What a file calls the side, with the strategy behind it or not. */
void ilv_trace_side_take_name (IlvTraceSide *self, const char *name);

/* The index of the task of that name, which is added if it is new; %G_MAXUINT if there are too
 * many. */
guint ilv_trace_side_find_task (IlvTraceSide *self, const char *name);

/* The index of the step of that text (nullable) in a task; %ILV_NO_STEP for none, and if there are
 * too many. */
guint16 ilv_trace_side_find_step (IlvTraceSide *self, guint task, const char *text);

/* (transfer full): the trace, which takes all over; only ilv_trace_side_free() may be called
 * afterwards. */
IlvTrace *ilv_trace_side_end (IlvTraceSide *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvTraceSide, ilv_trace_side_free)

G_END_DECLS

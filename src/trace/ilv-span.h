/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The trace room: what happened.
 *
 * A runner's workers append records to an #IlvRecorder; a snapshot of it is an #IlvTrace, the one
 * immutable record of a run: spans, flows and the kernel's own counts. Everything that a person
 * sees or exports (lanes, figures, sentences, JSON, CSV, SVG) is computed from an #IlvTrace and
 * from nothing else. The room uses GLib, GIO and json-glib only, knows no other room, and none of its
 * functions blocks but those that read a file for an #IlvTraceImport. An #IlvTrace may be read from any thread; an #IlvRecorder says at each function
 * who may call it.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvState:
 * @ILV_STATE_RUNNING: the task is executing on a processor
 * @ILV_STATE_READY: the task wants a processor and has none
 * @ILV_STATE_WAITING: the task waits for time, I/O, a person or another task
 * @ILV_STATE_BLOCKED: the task waits for a lock
 * @ILV_STATE_ENDED: the task has ended; only found in records, never in a span
 *
 * What a task is doing, as operating system textbooks name it.
 */
typedef enum
{
  ILV_STATE_RUNNING,
  ILV_STATE_READY,
  ILV_STATE_WAITING,
  ILV_STATE_BLOCKED,
  ILV_STATE_ENDED,
} IlvState;

/**
 * ILV_N_SPAN_STATES:
 *
 * The number of states that a span can be in; they come first in #IlvState.
 */
#define ILV_N_SPAN_STATES 4

#define ILV_NO_WORKER G_MAXUINT32 /* nobody executes the task: it waits in a queue or in a loop */
#define ILV_NO_PROCESSOR (-1)     /* the task is on no processor, or it is not known on which */
#define ILV_NO_STEP G_MAXUINT16   /* the time belongs to no step */
#define ILV_NO_PEER G_MAXUINT16   /* the task waits for no other task */

/**
 * IlvSpan:
 * @start_ns: when it begins, in nanoseconds since the start of the run
 * @end_ns: when it ends; of an open span, the last moment that is known of it
 * @task: index of the task in the trace's #IlvTraceInfo
 * @worker: index of the worker that is held by the task, or %ILV_NO_WORKER
 * @processor: number of the logical processor, or %ILV_NO_PROCESSOR
 * @step: index of the step in the task, or %ILV_NO_STEP
 * @peer: index of the task that is waited for (awaited, or the holder of the lock) or %ILV_NO_PEER
 * @state: an #IlvState below %ILV_STATE_ENDED
 * @open: whether the span had not ended when the trace was taken
 * @colour: the palette's index of the task's colour, known once it belongs to a trace
 *
 * One interval of one task in one state. The interval is half open: [start, end).
 */
typedef struct
{
  gint64 start_ns;
  gint64 end_ns;
  guint32 task;
  guint32 worker;
  gint16 processor;
  guint16 step;
  guint16 peer;
  guint8 state;
  guint8 open : 1;
  guint8 colour : 3;
} IlvSpan;

G_STATIC_ASSERT (sizeof (IlvSpan) == 32);

/**
 * IlvFlowKind:
 * @ILV_FLOW_SPAWNED: the first task started the second
 * @ILV_FLOW_AWAITED: the second task awaited the end of the first
 * @ILV_FLOW_LOCK: the first task handed a lock to the second
 */
typedef enum
{
  ILV_FLOW_SPAWNED,
  ILV_FLOW_AWAITED,
  ILV_FLOW_LOCK,
} IlvFlowKind;

/**
 * IlvFlow:
 * @time_ns: when it happened, in nanoseconds since the start of the run
 * @from_task: index of the task that caused it
 * @to_task: index of the task that could go on because of it
 * @kind: an #IlvFlowKind
 *
 * A link from the end of one span to the start of another.
 */
typedef struct
{
  gint64 time_ns;
  guint32 from_task;
  guint32 to_task;
  IlvFlowKind kind;
} IlvFlow;

const char *ilv_state_to_string (IlvState state);
const char *ilv_state_get_label (IlvState state);
const char *ilv_flow_kind_to_string (IlvFlowKind kind);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-name-table.h"
#include "ilv-span.h"
#include "ilv-trace-event.h"
#include "ilv-trace-fault.h"

G_BEGIN_DECLS

/* A process or thread is known by a number, or by a text where the file gives one. */
typedef struct
{
  gint64 number;
  guint32 text; /* its name, or ILV_NO_NAME */
} IlvTrackId;

/* A span as it was read: as large as the IlvSpan that is made of it in the same place. @level has
 * no meaning before the lanes are made. */
typedef struct
{
  gint64 start_ns;
  gint64 end_ns;
  guint32 thread; /* index */
  guint32 name;
  guint16 step; /* index in the steps, or ILV_NO_STEP */
  union
  {
    guint16 peer; /* index in the peers, or ILV_NO_PEER */
    guint16 level;
  };
  gint16 processor;
  guint8 state;
  guint8 is_open : 1;
  guint8 has_state : 1; /* its category is one of our states */
} IlvRawSpan;

typedef union
{
  IlvSpan span;
  IlvRawSpan raw;
} IlvImportSpan;

G_STATIC_ASSERT (sizeof (IlvImportSpan) == sizeof (IlvSpan));

typedef struct
{
  IlvTrackId id;
  guint32 name; /* or ILV_NO_NAME */
  gint64 sort_index;
} IlvImportProcess;

typedef struct
{
  IlvTrackId id;
  guint process; /* index */
  guint32 name;  /* or ILV_NO_NAME */
  gint64 sort_index;
  gint64 os_tid;
  int processor;
  GArray *open; /* what has begun and not ended, the innermost last */
  guint32 n_spans;
} IlvImportThread;

/* One end of an arrow: a phase of s, t or f. */
typedef struct
{
  gint64 time_ns;
  guint64 key; /* the same for all ends of one arrow */
  gint64 offset;
  guint32 event;
  guint32 thread; /* index */
  guint32 task;   /* the name in our own files, or ILV_NO_NAME; later the index of the lane */
  char phase;
  guint8 is_next; /* whether it binds to the next span, not the one that goes on */
  guint8 kind;
} IlvImportFlow;

/**
 * IlvTraceCollector:
 * @names: names of events, threads and processes
 * @spans: (element-type IlvImportSpan): in the order of the file
 * @processes: (element-type IlvImportProcess): in the order in which they came
 * @threads: (element-type IlvImportThread): in the order in which they came
 * @flows: (element-type IlvImportFlow): in the order of the file
 * @steps, @peers: what our own files say of spans
 * @n_passed_over: events of kinds that no lane shows
 *
 * What the events of a file say, until it has been read and lanes can be made of it. For one thread
 * at a time.
 */
typedef struct
{
  IlvNameTable names;
  IlvNameTable steps;
  IlvNameTable peers;
  GArray *spans;
  GArray *processes;
  GArray *threads;
  GArray *flows;
  guint64 n_passed_over;
  IlvTraceFaults *faults;

  /*< private >*/
  GHashTable *thread_of_id;
  GHashTable *process_of_id;
  guint recent[64]; /* threads + 1, by a few bits of their number */
  GString *scratch;
} IlvTraceCollector;

/* @faults is not copied. */
void ilv_trace_collector_init (IlvTraceCollector *self, IlvTraceFaults *faults);
void ilv_trace_collector_clear (IlvTraceCollector *self);

/* @offset, @number: where the event is, for what is wrong with it. */
void ilv_trace_collector_add (IlvTraceCollector *self,
                              const IlvTraceEvent *event,
                              gint64 offset,
                              guint64 number);

/* Ends what is open at the last moment of all, and says so. */
void ilv_trace_collector_close (IlvTraceCollector *self);

/* Whether all is as our own files have it, with this many sides: spans by pid, and their states. */
gboolean ilv_trace_collector_is_ours (const IlvTraceCollector *self, guint n_sides);

/* (transfer full): a name, no longer than a message can hold. */
char *ilv_trace_collector_quote (const IlvTraceCollector *self, guint32 name);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>
#include <stdatomic.h>
#include <time.h>

#include "ilv-span.h"

G_BEGIN_DECLS

/**
 * IlvRecordKind:
 * @ILV_RECORD_STATE: from this moment on the task is in that state
 * @ILV_RECORD_STATE_UNHELD: the same, and no worker is held by the task meanwhile
 * @ILV_RECORD_FLOW: a flow from the peer to the task; the state holds the #IlvFlowKind
 */
typedef enum
{
  ILV_RECORD_STATE,
  ILV_RECORD_STATE_UNHELD,
  ILV_RECORD_FLOW,
} IlvRecordKind;

/**
 * IlvRecord:
 * @time_ns: the monotonic clock, in nanoseconds
 * @task: index of the task
 * @processor: where the task is from now on, or %ILV_NO_PROCESSOR
 * @step: index of the step in the task, or %ILV_NO_STEP
 * @peer: index of the other task, or %ILV_NO_PEER
 * @state: an #IlvState, or an #IlvFlowKind
 * @kind: an #IlvRecordKind
 *
 * One fixed-size note of a worker: "from then on, this task is in that state". The records of one
 * task end one another, whoever wrote them; within one buffer the records of one task are in the
 * order of time.
 */
typedef struct
{
  gint64 time_ns;
  guint32 task;
  gint16 processor;
  guint16 step;
  guint16 peer;
  guint8 state;
  guint8 kind;
} IlvRecord;

/* Records a chunk; two chunks are linked from the start, so the writer never allocates within
 * one. */
#define ILV_RECORD_CHUNK_SIZE 2048

typedef struct _IlvRecordChunk IlvRecordChunk;
struct _IlvRecordChunk
{
  _Atomic (IlvRecordChunk *) next;
  IlvRecord records[ILV_RECORD_CHUNK_SIZE];
};

/**
 * IlvRecordBuffer:
 *
 * The append-only notes of one worker.
 *
 * Exactly one thread appends, any thread reads a consistent prefix at any time: the writer fills a
 * record and then publishes it by a release store of the count; a reader loads the count with
 * acquire and looks at no record beyond it. Appending takes no lock and waits for nobody. Chunks
 * are linked ahead of need by ilv_record_buffer_reserve(), which the owner calls between steps;
 * should a step overrun the reserve, appending links a chunk itself rather than lose a record.
 */
typedef struct
{
  /*< private >*/
  _Atomic gsize count;       /* published records */
  _Atomic gint64 alive_ns;   /* when the writer was last seen executing */
  gsize filled;              /* the writer's own copy of count */
  IlvRecordChunk *write_chunk;
  IlvRecordChunk *first;
} IlvRecordBuffer;

IlvRecordBuffer *ilv_record_buffer_new (void);
void ilv_record_buffer_free (IlvRecordBuffer *self);

/* Links a spare chunk behind the one in use, if there is none. By the writer only; may allocate. */
void ilv_record_buffer_reserve (IlvRecordBuffer *self);

/* Moves on to the next chunk; called by ilv_record_buffer_append() once a chunk. */
void ilv_record_buffer_next_chunk (IlvRecordBuffer *self);

/* Appends to @records (of IlvRecord) all that was published beyond the first @seen records and
 * returns how many are published. From any thread. */
gsize ilv_record_buffer_read (IlvRecordBuffer *self, gsize seen, GArray *records);

/* A clock of the system in nanoseconds. */
static inline gint64
ilv_clock_read_ns (clockid_t clock)
{
  struct timespec now;

  clock_gettime (clock, &now);
  return (gint64) now.tv_sec * 1000000000 + now.tv_nsec;
}

/* The monotonic clock in nanoseconds: the one clock of all measured times. */
static inline gint64
ilv_clock_now_ns (void)
{
  return ilv_clock_read_ns (CLOCK_MONOTONIC);
}

/* The CPU time that the calling thread has used, in nanoseconds. */
static inline gint64
ilv_clock_thread_cpu_time_ns (void)
{
  return ilv_clock_read_ns (CLOCK_THREAD_CPUTIME_ID);
}

/* Publishes one record. Wait-free; by the one writer only. */
static inline void
ilv_record_buffer_append (IlvRecordBuffer *self, const IlvRecord *record)
{
  gsize slot = self->filled % ILV_RECORD_CHUNK_SIZE;

  if (G_UNLIKELY (slot == 0 && self->filled > 0))
    ilv_record_buffer_next_chunk (self);
  self->write_chunk->records[slot] = *record;
  self->filled++;
  atomic_store_explicit (&self->count, self->filled, memory_order_release);
}

/* Notes that the writer was executing at @time_ns, so that a live view draws no further. */
static inline void
ilv_record_buffer_set_alive (IlvRecordBuffer *self, gint64 time_ns)
{
  atomic_store_explicit (&self->alive_ns, time_ns, memory_order_relaxed);
}

static inline gint64
ilv_record_buffer_get_alive (IlvRecordBuffer *self)
{
  return atomic_load_explicit (&self->alive_ns, memory_order_relaxed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvRecordBuffer, ilv_record_buffer_free)

G_END_DECLS

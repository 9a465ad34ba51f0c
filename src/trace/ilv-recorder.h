/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ilv-record-buffer.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_RECORDER (ilv_recorder_get_type ())

/**
 * IlvRecorder:
 *
 * Notes what the workers of one run do, while they do it.
 *
 * A runner adds the tasks, starts the clock, and adds one #IlvRecordBuffer a worker; each worker
 * appends to its own buffer. Anybody may take a snapshot at any time. A recorder serves one run.
 *
 * All functions may be called from any thread; those that set the run up take a lock and are not
 * for the hot path.
 */
G_DECLARE_FINAL_TYPE (IlvRecorder, ilv_recorder, ILV, RECORDER, GObject)

IlvRecorder *ilv_recorder_new (void);

/* Says what is about to run. Takes @info over. Before this, a snapshot is empty. */
void ilv_recorder_begin (IlvRecorder *self, IlvTraceInfo *info);

/* Adds a task that turned up while the run went on; returns its index. */
guint ilv_recorder_add_task (IlvRecorder *self, const char *name, const char *const *steps);

/* Sets the moment that all times of the trace count from. */
void ilv_recorder_set_clock_base (IlvRecorder *self, gint64 clock_base_ns);

/* Adds a worker and returns its buffer, which the recorder owns and only that worker may write. */
IlvRecordBuffer *ilv_recorder_add_worker (IlvRecorder *self,
                                          const char *name,
                                          gint64 os_tid,
                                          int processor);

/* The buffer for notes that no worker makes, such as "waits in the queue"; their spans hold no
 * worker. Written by the runner's own thread only. */
IlvRecordBuffer *ilv_recorder_get_coordinator (IlvRecorder *self);

/* What the kernel refused, in words for a person. */
void ilv_recorder_add_note (IlvRecorder *self, const char *note);

/* Adds the kernel's own counts of one worker's work to the run's sums. */
void ilv_recorder_add_counts (IlvRecorder *self,
                              gint64 cpu_time_ns,
                              gint64 voluntary_switches,
                              gint64 involuntary_switches);

/* Notes what a step brought, just now. Takes a lock: not for the hot path. */
void ilv_recorder_add_result (IlvRecorder *self,
                              guint task,
                              guint step,
                              IlvResultKind kind,
                              const char *text,
                              GBytes *pixels);

/* Notes what a step brought at @time_ns of the monotonic clock. */
void ilv_recorder_add_result_at (IlvRecorder *self,
                                 gint64 time_ns,
                                 guint task,
                                 guint step,
                                 IlvResultKind kind,
                                 const char *text);

/* Notes that the pulse of the run's event loop was felt at @time_ns of the monotonic clock. */
void ilv_recorder_add_beat (IlvRecorder *self, gint64 time_ns, gint64 period_ns);

/* What the shared counter should be, and what it is. */
void ilv_recorder_set_counter (IlvRecorder *self, gint64 expected, gint64 found);

/* What time slice the kernel was asked to give a worker's thread, and which it has by what it says;
 * see #IlvTraceInfo. Called for each of them. */
void ilv_recorder_add_slice (IlvRecorder *self, gint64 asked_ns, gint64 given_ns);

/* Who executes which code; both may be %NULL. */
void ilv_recorder_set_code (IlvRecorder *self, const char *interpreter, const char *code);

/* Ends the run; @verdict is for %ILV_TRACE_OUTCOME_STALLED. Open spans end at @end_ns, on the
 * recorder's clock. */
void ilv_recorder_end (IlvRecorder *self,
                       IlvTraceOutcome outcome,
                       const char *verdict,
                       gint64 end_ns);

/* The trace so far: (transfer full). Open spans of a run that still goes on end now, or, where a
 * task is running, when its worker was last seen executing. */
IlvTrace *ilv_recorder_snapshot (IlvRecorder *self);

G_END_DECLS

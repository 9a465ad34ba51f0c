/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * IlvTraceOutcome:
 * @ILV_TRACE_OUTCOME_RUNNING: the run goes on; the trace is a live view of it
 * @ILV_TRACE_OUTCOME_FINISHED: every task came to its end
 * @ILV_TRACE_OUTCOME_STALLED: nothing could go on: a deadlock, or tasks that wait for each other
 * @ILV_TRACE_OUTCOME_CANCELLED: the run was stopped
 */
typedef enum
{
  ILV_TRACE_OUTCOME_RUNNING,
  ILV_TRACE_OUTCOME_FINISHED,
  ILV_TRACE_OUTCOME_STALLED,
  ILV_TRACE_OUTCOME_CANCELLED,
} IlvTraceOutcome;

/**
 * IlvTraceTask:
 * @name: the name that the learner sees
 * @steps: (array zero-terminated=1): the text of each step, such as `cpu 400ms`
 * @n_steps: how many there are; a foreign trace can have thousands
 */
typedef struct
{
  char *name;
  GStrv steps;
  guint n_steps;
  guint colour;
} IlvTraceTask;

/**
 * IlvTraceWorker:
 * @name: the name that the learner sees
 * @os_tid: the kernel's number of its thread, or 0 where there is none
 * @processor: the processor that it is pinned to, or %ILV_NO_PROCESSOR
 */
typedef struct
{
  char *name;
  gint64 os_tid;
  int processor;
} IlvTraceWorker;

/**
 * IlvResultKind:
 * @ILV_RESULT_TEXT: what a step brought: a name from a server, the rows of a query
 * @ILV_RESULT_FAILURE: why a step failed, in words for a person; the task has ended with it
 * @ILV_RESULT_PIXELS: a part of a tile that a task has computed
 * @ILV_RESULT_OUTPUT: what a script printed
 */
typedef enum
{
  ILV_RESULT_TEXT,
  ILV_RESULT_FAILURE,
  ILV_RESULT_PIXELS,
  ILV_RESULT_OUTPUT,
} IlvResultKind;

/**
 * IlvResult:
 * @time_ns: when it came, in nanoseconds since the start of the run
 * @task: index of the task, or %G_MAXUINT where it is nobody's
 * @step: index of the step, or %ILV_NO_STEP
 * @kind: an #IlvResultKind
 * @text: (nullable): what came, for all kinds but pixels
 * @pixels: (nullable): for pixels, see #IlvTile
 *
 * What a task's work brought at some moment. Immutable, shared by all traces that hold it.
 */
typedef struct
{
  gint64 time_ns;
  guint task;
  guint step;
  IlvResultKind kind;
  char *text;
  GBytes *pixels;
} IlvResult;

/**
 * IlvTraceInfo:
 * @strategy: the stable id of the strategy, such as `thread-pool`; `foreign` for what another
 *   program has recorded
 * @is_model: whether the times are virtual, computed by the model
 * @processors: how many processors the strategy may use at once; of another program's trace, how
 *   many threads it has
 * @clock_base_ns: the monotonic clock at the start of the run; 0 for a model
 * @tasks: (element-type IlvTraceTask): the tasks, in the workload's order
 * @workers: (element-type IlvTraceWorker): the workers, in the order of their start
 * @outcome: how the run ended
 * @verdict: (nullable): for a stalled run, who waits for whom, in words
 * @notes: (element-type utf8): what the kernel refused, in words (translated)
 * @cpu_time_ns: the CPU time of the tasks by the kernel's clock of each thread, or -1 if unknown
 * @voluntary_switches: context switches by the kernel's count because a thread had to wait, or -1
 * @involuntary_switches: context switches by the kernel's count because a thread was preempted, or
 *   -1
 * @results: (element-type IlvResult): what the tasks' work brought, in the order in which it came
 * @beats: (element-type gint64): when the pulse of the run's event loop was felt, in nanoseconds
 *   since the start of the run; empty for runs without an event loop
 * @beat_period_ns: how often it should be felt; 0 for runs without an event loop
 * @counter_expected: what the shared counter should be after the steps that add to it, or -1
 * @counter_found: what it was, or -1
 * @slice_asked_ns: the time slice that the kernel was asked to give the tasks, or the model's
 *   quantum; 0 where that was left to the kernel or the model, -1 where nothing slices time
 * @slice_given_ns: the time slice that the kernel says the tasks' threads have, the shortest of
 *   them, or -1 if it does not say
 * @interpreter: (nullable): who executed the code, such as "CPython 3.14.0"
 * @code: (nullable): the code that ran
 *
 * All that is known of a run besides its spans and flows. Reference counted; written by the
 * recorder until a trace is made of it, which takes a copy.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;

  /*< public >*/
  char *strategy;
  gboolean is_model;
  guint processors;
  gint64 clock_base_ns;
  GPtrArray *tasks;
  GPtrArray *workers;
  IlvTraceOutcome outcome;
  char *verdict;
  GPtrArray *notes;
  gint64 cpu_time_ns;
  gint64 voluntary_switches;
  gint64 involuntary_switches;
  GPtrArray *results;
  GArray *beats;
  gint64 beat_period_ns;
  gint64 counter_expected;
  gint64 counter_found;
  gint64 slice_asked_ns;
  gint64 slice_given_ns;
  char *interpreter;
  char *code;
} IlvTraceInfo;

#define ILV_TYPE_TRACE_INFO (ilv_trace_info_get_type ())

GType ilv_trace_info_get_type (void);

IlvTraceInfo *ilv_trace_info_new (const char *strategy, guint processors);
IlvTraceInfo *ilv_trace_info_copy (const IlvTraceInfo *self);
IlvTraceInfo *ilv_trace_info_ref (IlvTraceInfo *self);
void ilv_trace_info_unref (IlvTraceInfo *self);

guint ilv_trace_info_add_task (IlvTraceInfo *self, const char *name, const char *const *steps);

/* Gives a task the texts of its steps when they are known later: before a trace is made of it. */
void ilv_trace_info_take_steps (IlvTraceInfo *self, guint task, GStrv steps);
guint ilv_trace_info_add_worker (IlvTraceInfo *self,
                                 const char *name,
                                 gint64 os_tid,
                                 int processor);
void ilv_trace_info_add_note (IlvTraceInfo *self, const char *note);

/* @text and @pixels may be %NULL; takes a reference of @pixels. */
void ilv_trace_info_add_result (IlvTraceInfo *self,
                                gint64 time_ns,
                                guint task,
                                guint step,
                                IlvResultKind kind,
                                const char *text,
                                GBytes *pixels);

/* How many tasks failed. */
guint ilv_trace_info_count_failures (const IlvTraceInfo *self);

/* The longest time in which the pulse of the run's event loop was not felt; -1 for runs without
 * one. */
gint64 ilv_trace_info_get_longest_beat_ns (const IlvTraceInfo *self);

const IlvTraceTask *ilv_trace_info_get_task (const IlvTraceInfo *self, guint index);
const IlvTraceWorker *ilv_trace_info_get_worker (const IlvTraceInfo *self, guint index);

/* The palette's index of a task's colour: one of its own; but tasks that form a line, called by the
 * same capital letters and a number such as A1 and A2, have their line's colour. */
guint ilv_trace_info_get_colour (const IlvTraceInfo *self, guint task);
const char *ilv_trace_info_get_step (const IlvTraceInfo *self, guint task, guint step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvTraceInfo, ilv_trace_info_unref)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-gap.h"

#include <glib/gi18n-lib.h>

#include "ilv-moment-text.h"
#include "ilv-task-names.h"

/* So many spans and flows are looked at. */
#define MAX_LOOKED_AT 4096

/* Measured edges overlap a little: so many spans before a gap may end last. */
#define MAX_NEIGHBOURS 16

/* Tasks that were ready for less than this share of a gap are not worth a word about who they were.
 */
#define READY_SHARE 0.1

/* A worker that is held for this share of a gap is the reason for it. */
#define HELD_SHARE 0.5

gboolean
ilv_lane_gap_get (IlvLaneGap *self, IlvLaneIndex *index, guint lane, guint position)
{
  guint n_spans, first;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ILV_IS_LANE_INDEX (index), FALSE);
  g_return_val_if_fail (lane < ilv_lane_index_get_n_lanes (index), FALSE);

  n_spans = ilv_lane_index_get_n_spans (index, lane);
  g_return_val_if_fail (position <= n_spans, FALSE);

  *self = (IlvLaneGap){ .lane = lane, .position = position };
  first = position > MAX_NEIGHBOURS ? position - MAX_NEIGHBOURS : 0;
  for (guint i = first; i < position; i++)
    self->start_ns = MAX (self->start_ns, ilv_lane_index_get_span (index, lane, i)->end_ns);
  self->end_ns = position < n_spans ? ilv_lane_index_get_span (index, lane, position)->start_ns
                                    : ilv_trace_get_duration_ns (ilv_lane_index_get_trace (index));
  return self->start_ns < self->end_ns;
}

gboolean
ilv_lane_gap_find (IlvLaneGap *self, IlvLaneIndex *index, guint lane, gint64 time_ns)
{
  g_return_val_if_fail (ILV_IS_LANE_INDEX (index), FALSE);
  g_return_val_if_fail (lane < ilv_lane_index_get_n_lanes (index), FALSE);

  return ilv_lane_gap_get (self, index, lane, ilv_lane_index_find (index, lane, time_ns)) &&
         time_ns >= self->start_ns && time_ns < self->end_ns;
}

/* (nullable): the name of the task that started @task. */
static const char *
find_starter (IlvTrace *trace, guint task)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  const IlvFlow *flows;
  gsize n_flows;

  flows = ilv_trace_get_flows (trace, &n_flows);
  for (gsize i = 0; i < MIN (n_flows, MAX_LOOKED_AT); i++)
    if (flows[i].kind == ILV_FLOW_SPAWNED && flows[i].to_task == task &&
        flows[i].from_task < info->tasks->len)
      return ilv_trace_info_get_task (info, flows[i].from_task)->name;
  return NULL;
}

/* Of another program's trace one knows what is in it, and not what is left out. */
static gboolean
is_foreign (IlvTrace *trace)
{
  return g_strcmp0 (ilv_trace_get_info (trace)->strategy, "foreign") == 0;
}

static char *
tell_before (IlvTrace *trace, guint task, const char *name, const char *until)
{
  const char *starter = find_starter (trace, task);

  if (is_foreign (trace))
    /* Translators: the name of a task, until when. */
    return g_strdup_printf (_ ("Nothing was recorded of %s before %s."), name, until);
  if (starter != NULL)
    /* Translators: the name of a task, the name of another task, a moment. */
    return g_strdup_printf (_ ("%s had not begun: %s started it at %s."), name, starter, until);
  /* Translators: the name of a task, a moment. */
  return g_strdup_printf (_ ("%s had not begun: it began at %s."), name, until);
}

static char *
tell_after (IlvTrace *trace, const char *name, const char *since)
{
  if (is_foreign (trace) || ilv_trace_is_live (trace))
    /* Translators: the name of a task, since when. */
    return g_strdup_printf (_ ("Nothing was recorded of %s after %s."), name, since);
  /* Translators: the name of a task, a moment. */
  return g_strdup_printf (_ ("%s had ended at %s."), name, since);
}

static char *
tell_of_task (const IlvLaneGap *self, IlvLaneIndex *index)
{
  IlvTrace *trace = ilv_lane_index_get_trace (index);
  const char *name = ilv_lane_index_get_label (index, self->lane);
  guint n_spans = ilv_lane_index_get_n_spans (index, self->lane);
  g_autofree char *from = ilv_moment_text_format (self->start_ns);
  g_autofree char *to = ilv_moment_text_format (self->end_ns);

  if (n_spans == 0)
    /* Translators: the name of a task. */
    return g_strdup_printf (_ ("Nothing was recorded of %s."), name);
  if (self->position == 0)
    return tell_before (trace, self->lane, name, to);
  if (self->position == n_spans)
    return tell_after (trace, name, from);
  /* Translators: the name of a task, since when, until when. */
  return g_strdup_printf (_ ("Nothing was recorded of %s from %s until %s."), name, from, to);
}

static char *
tell_of_worker (const IlvLaneGap *self, IlvLaneIndex *index)
{
  const char *name = ilv_lane_index_get_label (index, self->lane);
  g_autofree char *from = ilv_moment_text_format (self->start_ns);
  g_autofree char *to = ilv_moment_text_format (self->end_ns);

  /* Translators: the name of a worker, since when, until when. */
  return g_strdup_printf (_ ("%s had no task from %s until %s."), name, from, to);
}

/* What the other lanes tell of a gap of a processor. */
typedef struct
{
  gint64 ready_ns; /* for how long tasks were ready, all together */
  gint64
    held_ns; /* for how long the workers that belong there were held by tasks that did not run */
  IlvTaskNames ready;
  IlvTaskNames holders;
  gboolean is_complete; /* whether there were not too many spans to look at */
} Neighbours;

static void
neighbours_clear (Neighbours *self)
{
  ilv_task_names_clear (&self->ready);
  ilv_task_names_clear (&self->holders);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Neighbours, neighbours_clear)

/* Whether the task keeps a worker from others that could use no other processor. */
static gboolean
holds_worker (const IlvSpan *span, const IlvTraceInfo *info, int processor)
{
  return (span->state == ILV_STATE_WAITING || span->state == ILV_STATE_BLOCKED) &&
         span->worker < info->workers->len &&
         ilv_trace_info_get_worker (info, span->worker)->processor == processor;
}

static void
neighbours_find (Neighbours *self, const IlvLaneGap *gap, IlvTrace *trace, int processor)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  const IlvSpan *spans;
  gsize n_spans, i = 0;

  ilv_task_names_init (&self->ready, info);
  ilv_task_names_init (&self->holders, info);
  spans = ilv_trace_get_spans (trace, &n_spans);
  for (guint n = 0; n < MAX_LOOKED_AT && !self->is_complete; n++, i++)
    {
      gint64 length_ns;

      i = ilv_trace_find_overlap (trace, i, gap->start_ns, gap->end_ns);
      self->is_complete = i == n_spans;
      if (self->is_complete)
        break;

      length_ns = MIN (spans[i].end_ns, gap->end_ns) - MAX (spans[i].start_ns, gap->start_ns);
      if (spans[i].state == ILV_STATE_READY)
        {
          self->ready_ns += length_ns;
          ilv_task_names_add (&self->ready, spans[i].task);
        }
      else if (holds_worker (&spans[i], info, processor))
        {
          self->held_ns += length_ns;
          ilv_task_names_add (&self->holders, spans[i].task);
        }
    }
}

static char *
tell_although_ready (
  const Neighbours *self, const char *name, const char *from, const char *to, gint64 length_ns)
{
  g_autofree char *ready = ilv_task_names_format (&self->ready);
  g_autofree char *holders = NULL;

  if ((double) self->held_ns < HELD_SHARE * (double) length_ns)
    /* Translators: a processor ("Core 0"), since when, until when, the names of tasks. */
    return g_strdup_printf (_ ("%s ran no task of this run from %s until %s. Ready meanwhile: %s. "
                               "Another program may have been there, or they may not have been "
                               "allowed to run there."),
                            name, from, to, ready);

  holders = ilv_task_names_format (&self->holders);
  /* Translators: a processor ("Core 0"), since when, until when, the names of tasks twice. */
  return g_strdup_printf (
    _ ("%s ran no task of this run from %s until %s. Ready meanwhile: %s. But "
       "the worker that belongs there was held by %s, which did not run."),
    name, from, to, ready, holders);
}

static char *
tell_of_processor (const IlvLaneGap *self, IlvLaneIndex *index)
{
  IlvTrace *trace = ilv_lane_index_get_trace (index);
  const char *name = ilv_lane_index_get_label (index, self->lane);
  gint64 length_ns = self->end_ns - self->start_ns;
  g_autofree char *from = ilv_moment_text_format (self->start_ns);
  g_autofree char *to = ilv_moment_text_format (self->end_ns);
  g_auto (Neighbours) neighbours = { 0 };

  neighbours_find (&neighbours, self, trace, ilv_lane_index_get_processor (index, self->lane));
  if (neighbours.ready_ns == 0 && !neighbours.is_complete)
    /* Translators: a processor ("Core 0"), since when, until when. */
    return g_strdup_printf (_ ("%s ran no task of this run from %s until %s."), name, from, to);
  if (neighbours.ready_ns == 0)
    /* Translators: a processor ("Core 0"), since when, until when. */
    return g_strdup_printf (_ ("%s had nothing to do for this run from %s until %s: no task was "
                               "ready."),
                            name, from, to);
  if (neighbours.is_complete && (double) neighbours.ready_ns < READY_SHARE * (double) length_ns)
    /* Translators: a processor ("Core 0"), since when, until when. */
    return g_strdup_printf (_ ("%s had nothing to do for this run from %s until %s: for nearly all "
                               "of that time no task was ready."),
                            name, from, to);
  return tell_although_ready (&neighbours, name, from, to, length_ns);
}

char *
ilv_lane_gap_tell (const IlvLaneGap *self, IlvLaneIndex *index)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (ILV_IS_LANE_INDEX (index), NULL);

  switch (ilv_lane_index_get_grouping (index))
    {
    case ILV_GROUPING_PROCESSOR:
      return tell_of_processor (self, index);
    case ILV_GROUPING_WORKER:
      return tell_of_worker (self, index);
    case ILV_GROUPING_TASK:
    default:
      return tell_of_task (self, index);
    }
}

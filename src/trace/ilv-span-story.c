/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-story.h"

#include <glib/gi18n-lib.h>

#include "ilv-moment-text.h"
#include "ilv-paragraph.h"
#include "ilv-summary.h"
#include "ilv-task-names.h"

/* So many spans and flows are looked at. A span that thousands of others overlap is explained by
 * the first. */
#define MAX_LOOKED_AT 4096

/* Where a processor was empty for less than this share of the time, that is not the reason. */
#define EMPTY_SHARE 0.1

typedef struct
{
  IlvTrace *trace;
  const IlvTraceInfo *info;
  const IlvSpan *span;
  const char *task;
  char *until;
} Story;

/* Whom the tasks of a story have to wait for: those on a processor, those that a worker has, or all
 * that run. */
typedef enum
{
  BY_PROCESSOR,
  BY_WORKER,
  BY_ANY_PROCESSOR,
} Place;

/* (nullable): of a task that is not, as broken files may have. */
static const char *
get_name (const Story *self, guint task)
{
  return task < self->info->tasks->len ? ilv_trace_info_get_task (self->info, task)->name : NULL;
}

/* (nullable) */
static const char *
get_worker (const Story *self, guint worker)
{
  return worker < self->info->workers->len ? ilv_trace_info_get_worker (self->info, worker)->name
                                           : NULL;
}

static char *
format_end (const Story *self)
{
  if (!self->span->open)
    return ilv_moment_text_format (self->span->end_ns);
  if (ilv_trace_is_live (self->trace))
    /* Translators: stands for a moment, as in "until 12.400 ms". */
    return g_strdup (_ ("now"));
  /* Translators: stands for a moment, as in "until 12.400 ms". */
  return g_strdup (_ ("the end of the recording"));
}

/* (nullable) */
static const char *
get_step (const Story *self)
{
  const char *step;

  if (self->span->step == ILV_NO_STEP)
    return NULL;
  step = ilv_trace_info_get_step (self->info, self->span->task, self->span->step);
  return step != NULL && *step != '\0' ? step : NULL;
}

static gboolean
is_there (const IlvSpan *other, Place place, const IlvSpan *next)
{
  switch (place)
    {
    case BY_PROCESSOR:
      return other->state == ILV_STATE_RUNNING && other->processor == next->processor;
    case BY_WORKER:
      return other->worker == next->worker;
    case BY_ANY_PROCESSOR:
    default:
      return other->state == ILV_STATE_RUNNING;
    }
}

/* Who was at @place from @start_ns until @end_ns, and for how long together. What is not looked at
 * counts as occupied: then nobody may be found although it was. */
static gint64
find_occupants (const Story *self,
                Place place,
                const IlvSpan *next,
                gint64 start_ns,
                gint64 end_ns,
                IlvTaskNames *names)
{
  gint64 occupied_ns = 0, covered_ns = start_ns;
  const IlvSpan *spans;
  gsize n_spans, i = 0;

  spans = ilv_trace_get_spans (self->trace, &n_spans);
  for (guint n = 0; n < MAX_LOOKED_AT; n++, i++)
    {
      gint64 from_ns, to_ns;

      i = ilv_trace_find_overlap (self->trace, i, start_ns, end_ns);
      if (i == n_spans)
        break;
      if (spans[i].task == self->span->task || !is_there (&spans[i], place, next))
        continue;

      /* Measured edges overlap a little, and no moment counts twice. */
      from_ns = MAX (spans[i].start_ns, covered_ns);
      to_ns = MIN (spans[i].end_ns, end_ns);
      occupied_ns += MAX (to_ns - from_ns, 0);
      covered_ns = MAX (covered_ns, to_ns);
      ilv_task_names_add (names, spans[i].task);
    }
  if (i < n_spans)
    occupied_ns += MAX (end_ns - covered_ns, 0);
  return occupied_ns;
}

/* Running */

/* (nullable): why it did not run on. */
static char *
tell_what_stopped (const Story *self)
{
  const IlvSpan *span = self->span;
  const IlvSpan *next = ilv_trace_find_next (self->trace, span->task, span->end_ns);
  g_auto (IlvTaskNames) names = { 0 };
  g_autofree char *others = NULL;
  gint64 occupied_ns;

  if (span->open || next == NULL || next->start_ns != span->end_ns)
    return NULL;
  if (next->state == ILV_STATE_WAITING)
    return g_strdup (_ ("Then it had to wait."));
  if (next->state == ILV_STATE_BLOCKED)
    return g_strdup (_ ("Then it needed a lock that was taken."));
  if (next->state != ILV_STATE_READY || span->processor == ILV_NO_PROCESSOR)
    return NULL;

  ilv_task_names_init (&names, self->info);
  occupied_ns = find_occupants (self, BY_PROCESSOR, span, next->start_ns, next->end_ns, &names);
  if (occupied_ns == 0)
    return g_strdup (_ ("Then the processor was taken from it, but not for a task of this run."));
  if (ilv_task_names_get_n (&names) == 0)
    return NULL;

  others = ilv_task_names_format (&names);
  /* Translators: the name of a task, or some: "A and C". */
  return g_strdup_printf (_ ("Then it had to make room for %s."), others);
}

static char *
tell_running (const Story *self)
{
  g_autofree char *from = ilv_moment_text_format (self->span->start_ns);

  if (self->span->processor == ILV_NO_PROCESSOR)
    /* Translators: the name of a task, since when, until when. */
    return g_strdup_printf (_ ("%s ran from %s until %s. On which processor is not known."),
                            self->task, from, self->until);

  /* Translators: the name of a task, a processor's number, since when, until when. */
  return g_strdup_printf (_ ("%s ran on core %d from %s until %s."), self->task,
                          self->span->processor, from, self->until);
}

/* Ready */

/* For those whose next processor is not known: who ran at all. */
static char *
tell_ready_anywhere (const Story *self)
{
  g_auto (IlvTaskNames) names = { 0 };
  g_autofree char *others = NULL;

  ilv_task_names_init (&names, self->info);
  find_occupants (self, BY_ANY_PROCESSOR, NULL, self->span->start_ns, self->span->end_ns, &names);
  if (ilv_task_names_get_n (&names) == 0)
    /* Translators: the name of a task, until when. */
    return g_strdup_printf (_ ("%s was ready until %s. Why it did not run is not known."),
                            self->task, self->until);

  others = ilv_task_names_format (&names);
  /* Translators: the name of a task, until when, the names of other tasks. */
  return g_strdup_printf (_ ("%s was ready, but until %s only others ran: %s."), self->task,
                          self->until, others);
}

static char *
tell_ready_for_worker (const Story *self, const IlvSpan *next)
{
  const char *worker = get_worker (self, next->worker);
  g_auto (IlvTaskNames) names = { 0 };
  g_autofree char *others = NULL;
  gint64 occupied_ns;

  ilv_task_names_init (&names, self->info);
  occupied_ns =
    find_occupants (self, BY_WORKER, next, self->span->start_ns, self->span->end_ns, &names);
  if (occupied_ns == 0)
    /* Translators: the name of a task, the name of a worker, until when. */
    return g_strdup_printf (_ ("%s was ready, and it took %s until %s to begin with it."),
                            self->task, worker, self->until);
  if (ilv_task_names_get_n (&names) == 0)
    return tell_ready_anywhere (self);

  others = ilv_task_names_format (&names);
  /* Translators: the name of a task, until when, the name of a worker, the names of other tasks. */
  return g_strdup_printf (_ ("%s was ready, but until %s %s was busy with %s."), self->task,
                          self->until, worker, others);
}

/* (nullable): that nobody whom the trace knows was on the processor for a part of the time. */
static char *
tell_empty (gint64 empty_ns, gint64 length_ns)
{
  g_autofree char *empty = NULL;

  if ((double) empty_ns < EMPTY_SHARE * (double) length_ns)
    return NULL;

  empty = ilv_summary_format_duration (empty_ns);
  /* Translators: a length of time. */
  return g_strdup_printf (
    _ ("For %s of that, no task of this run was there: either another program "
       "had the processor, or it took so long to switch."),
    empty);
}

static char *
tell_ready_for_processor (const Story *self, const IlvSpan *next)
{
  const IlvSpan *span = self->span;
  gint64 length_ns = span->end_ns - span->start_ns;
  g_auto (IlvTaskNames) names = { 0 };
  g_autofree char *others = NULL;
  gint64 occupied_ns;
  GString *story;

  ilv_task_names_init (&names, self->info);
  occupied_ns = find_occupants (self, BY_PROCESSOR, next, span->start_ns, span->end_ns, &names);
  if (occupied_ns == 0)
    /* Translators: the name of a task, a processor's number, until when. */
    return g_strdup_printf (
      _ ("%s was ready for core %d until %s, and no other task of this run was "
         "there: either another program had the processor, or it took so long "
         "to switch."),
      self->task, next->processor, self->until);
  if (ilv_task_names_get_n (&names) == 0)
    return tell_ready_anywhere (self);

  others = ilv_task_names_format (&names);
  story = g_string_new (NULL);
  ilv_paragraph_take (story,
                      /* Translators: the name of a task, until when, a processor's number, the
                       * names of other tasks. */
                      g_strdup_printf (_ ("%s was ready, but until %s core %d was busy with %s."),
                                       self->task, self->until, next->processor, others));
  ilv_paragraph_take (story, tell_empty (length_ns - occupied_ns, length_ns));
  return g_string_free (story, FALSE);
}

static char *
tell_ready (const Story *self)
{
  const IlvSpan *next = NULL;

  if (!self->span->open)
    next = ilv_trace_find_next (self->trace, self->span->task, self->span->end_ns);
  if (next == NULL || next->state != ILV_STATE_RUNNING || next->start_ns != self->span->end_ns)
    return tell_ready_anywhere (self);
  if (self->span->worker == ILV_NO_WORKER && get_worker (self, next->worker) != NULL)
    return tell_ready_for_worker (self, next);
  if (next->processor == ILV_NO_PROCESSOR)
    return tell_ready_anywhere (self);
  return tell_ready_for_processor (self, next);
}

/* Waiting and blocked */

static char *
tell_waiting (const Story *self)
{
  const char *peer = get_name (self, self->span->peer);
  const char *step = get_step (self);

  if (peer != NULL)
    /* Translators: the name of a task, until when, the name of the task that it waited for. */
    return g_strdup_printf (_ ("%s did not run, because until %s it waited for %s to end."),
                            self->task, self->until, peer);
  if (step != NULL)
    /* Translators: the name of a task, until when, a step such as "wait 20ms". */
    return g_strdup_printf (_ ("%s did not run, because until %s it waited in its step “%s”."),
                            self->task, self->until, step);
  /* Translators: the name of a task, until when. */
  return g_strdup_printf (_ ("%s did not run, because it waited until %s. What for is not known."),
                          self->task, self->until);
}

/* (nullable): the last that was handed a lock to the task in that time. */
static const char *
find_giver (const Story *self)
{
  const IlvFlow *flows;
  gsize n_flows, low = 0, high;

  flows = ilv_trace_get_flows (self->trace, &n_flows);
  high = n_flows;
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (flows[middle].time_ns <= self->span->end_ns)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint n = 0; low > 0 && n < MAX_LOOKED_AT; n++)
    {
      const IlvFlow *flow = &flows[--low];

      if (flow->time_ns < self->span->start_ns)
        return NULL;
      if (flow->kind == ILV_FLOW_LOCK && flow->to_task == self->span->task)
        return get_name (self, flow->from_task);
    }
  return NULL;
}

static char *
tell_blocked (const Story *self)
{
  const char *holder = get_name (self, self->span->peer);
  const char *giver = find_giver (self);
  const char *step = get_step (self);

  if (holder == NULL)
    /* Translators: the name of a task, until when. */
    return g_strdup_printf (_ ("%s did not run, because it waited for a lock until %s. Who held it "
                               "is not known."),
                            self->task, self->until);
  if (giver != NULL && g_strcmp0 (giver, holder) != 0)
    /* Translators: the name of a task, until when, the name of the one that held the lock at first,
     * the name of the one that gave the lock to the task. */
    return g_strdup_printf (_ ("%s did not run, because until %s it waited for a lock, which first "
                               "%s held and at last %s."),
                            self->task, self->until, holder, giver);
  if (step != NULL)
    /* Translators: the name of a task, until when, a step such as "lock L", the name of a task. */
    return g_strdup_printf (_ ("%s did not run, because until %s it waited in its step “%s” for a "
                               "lock, which %s held."),
                            self->task, self->until, step, holder);
  /* Translators: the name of a task, until when, the name of another task. */
  return g_strdup_printf (
    _ ("%s did not run, because until %s it waited for a lock, which %s held."), self->task,
    self->until, holder);
}

char *
ilv_span_story_tell (IlvTrace *trace, const IlvSpan *span)
{
  Story self = { .trace = trace, .span = span };
  GString *story;

  g_return_val_if_fail (ILV_IS_TRACE (trace), NULL);
  g_return_val_if_fail (span != NULL, NULL);

  self.info = ilv_trace_get_info (trace);
  self.task = get_name (&self, span->task);
  g_return_val_if_fail (self.task != NULL, NULL);

  self.until = format_end (&self);
  story = g_string_new (NULL);
  switch (span->state)
    {
    case ILV_STATE_RUNNING:
      ilv_paragraph_take (story, tell_running (&self));
      ilv_paragraph_take (story, tell_what_stopped (&self));
      break;
    case ILV_STATE_READY:
      ilv_paragraph_take (story, tell_ready (&self));
      break;
    case ILV_STATE_WAITING:
      ilv_paragraph_take (story, tell_waiting (&self));
      break;
    case ILV_STATE_BLOCKED:
    default:
      ilv_paragraph_take (story, tell_blocked (&self));
    }
  g_free (self.until);
  return g_string_free (story, FALSE);
}

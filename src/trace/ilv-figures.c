/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-figures.h"

#include "ilv-time-slices.h"

/* More than this share of the processors' time taken by strangers makes a run noisy. */
#define DISTURBED_SHARE 0.05

/* The start (+1) or end (-1) of one running or ready span. */
typedef struct
{
  gint64 time_ns;
  guint32 worker;
  gint16 processor;
  gint8 change;
  guint8 state;
} Event;

/* What is going on at the moment that the sweep has come to. */
typedef struct
{
  guint *on_processor; /* the running tasks of each processor */
  guint *on_worker;    /* those of each worker, where the processor is not known */
  guint n_workers;
  guint used;          /* the processors that run a task */
  guint ready;         /* the ready tasks */
} Moment;

static int
event_compare (gconstpointer a, gconstpointer b)
{
  const Event *left = a;
  const Event *right = b;

  return (left->time_ns > right->time_ns) - (left->time_ns < right->time_ns);
}

static void
moment_apply (Moment *moment, const Event *event)
{
  guint *tasks;

  if (event->state == ILV_STATE_READY)
    {
      moment->ready += event->change;
      return;
    }
  if (event->processor < 0 && event->worker >= moment->n_workers)
    {
      moment->used += event->change;
      return;
    }

  /* The measured edges of two tasks on one processor may overlap by microseconds, though it never
   * runs two: so processors are counted, not tasks. So are threads of another program's trace, what
   * each of which does within something else is a task of its own. */
  tasks = event->processor >= 0 ? &moment->on_processor[event->processor]
                                : &moment->on_worker[event->worker];
  if (event->change > 0 && (*tasks)++ == 0)
    moment->used++;
  else if (event->change < 0 && --(*tasks) == 0)
    moment->used--;
}

static void
add_events (GArray *events, const IlvSpan *span)
{
  Event event = { span->start_ns, span->worker, span->processor, 1, span->state };

  if (span->end_ns <= span->start_ns)
    return;
  g_array_append_val (events, event);
  event.time_ns = span->end_ns;
  event.change = -1;
  g_array_append_val (events, event);
}

/* Passes over all moments at which a running or ready span starts or ends. */
static void
sweep (IlvFigures *self, GArray *events, guint n_workers)
{
  Moment moment = { g_new0 (guint, G_MAXINT16 + 1), g_new0 (guint, n_workers + 1), n_workers, 0, 0 };

  g_array_sort (events, event_compare);
  for (guint i = 0; i < events->len;)
    {
      gint64 now_ns = g_array_index (events, Event, i).time_ns;
      gint64 length_ns;

      while (i < events->len && g_array_index (events, Event, i).time_ns == now_ns)
        moment_apply (&moment, &g_array_index (events, Event, i++));
      length_ns = i < events->len ? g_array_index (events, Event, i).time_ns - now_ns : 0;

      self->max_parallelism = MAX (self->max_parallelism, moment.used);
      if (moment.used > 0)
        self->busy_ns += length_ns;
      if (moment.used < self->processors)
        self->strangers_ns += MIN (moment.ready, self->processors - moment.used) * length_ns;
    }
  g_free (moment.on_processor);
  g_free (moment.on_worker);
}

/* Steps that follow each other without a pause are spans of their own, but one slice. @last: the
 * last running span of each task. */
static void
count_slice (IlvFigures *self, const IlvSpan **last, const IlvSpan *span)
{
  const IlvSpan *before = last[span->task];

  if (before == NULL || before->end_ns != span->start_ns || before->processor != span->processor)
    self->slices++;
  last[span->task] = span;
}

/* How much of a running span is not within another one of its worker, which can only be where
 * the processor is not known. @busy_until: of each worker, when what has begun there ends. */
static gint64
get_running_ns (const IlvSpan *span, GArray *busy_until)
{
  gint64 *until_ns;
  gint64 running_ns;

  if (span->processor >= 0 || span->worker >= busy_until->len)
    return span->end_ns - span->start_ns;
  until_ns = &g_array_index (busy_until, gint64, span->worker);
  running_ns = MAX (0, span->end_ns - MAX (span->start_ns, *until_ns));
  *until_ns = MAX (*until_ns, span->end_ns);
  return running_ns;
}

static void
add_span (IlvFigures *self, const IlvSpan *span, GArray *busy_until)
{
  gint64 length_ns = span->end_ns - span->start_ns;

  switch ((IlvState) span->state)
    {
    case ILV_STATE_RUNNING:
      self->running_ns += get_running_ns (span, busy_until);
      break;
    case ILV_STATE_READY:
      self->ready_ns += length_ns;
      break;
    case ILV_STATE_WAITING:
      self->waiting_ns += length_ns;
      if (span->peer == ILV_NO_PEER)
        self->own_waiting_ns += length_ns;
      break;
    case ILV_STATE_BLOCKED:
      self->blocked_ns += length_ns;
      break;
    case ILV_STATE_ENDED:
    default:
      break;
    }
}

static double
ratio (double numerator, double denominator)
{
  return denominator > 0 ? numerator / denominator : 0;
}

static void
compute_ratios (IlvFigures *self)
{
  double available = (double) self->processors * self->makespan_ns;

  self->mean_parallelism = ratio (self->running_ns, self->makespan_ns);
  self->utilisation = MIN (1.0, ratio (self->running_ns, available));
  self->speedup = ratio ((double) self->cpu_time_ns + self->own_waiting_ns, self->makespan_ns);
}

/* Where nothing slices time, a task that gives way does so of its own accord. */
static void
measure_time_slices (IlvFigures *self, IlvTrace *trace)
{
  g_autoptr (GArray) lengths_ns = NULL;

  if (self->slice_asked_ns < 0)
    return;
  lengths_ns = ilv_time_slices_list (trace);
  self->time_slices = lengths_ns->len;
  self->slice_median_ns = ilv_time_slices_sort_median_ns (lengths_ns);
}

/**
 * ilv_figures_compute:
 * @self: (out): the figures
 * @trace: what happened; may be a live one
 *
 * Computes all figures in time proportional to n log n of the spans.
 */
void
ilv_figures_compute (IlvFigures *self, IlvTrace *trace)
{
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_autoptr (GArray) busy_until = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_autofree const IlvSpan **last = NULL;
  const IlvTraceInfo *info;
  const IlvSpan *spans;
  gboolean is_counted;
  gsize n_spans;

  g_return_if_fail (self != NULL);
  g_return_if_fail (ILV_IS_TRACE (trace));

  info = ilv_trace_get_info (trace);
  *self = (IlvFigures){ .strategy = info->strategy,
                        .is_model = info->is_model,
                        .outcome = info->outcome,
                        .n_tasks = info->tasks->len,
                        .processors = info->processors,
                        .makespan_ns = ilv_trace_get_duration_ns (trace),
                        .voluntary_switches = info->voluntary_switches,
                        .involuntary_switches = info->involuntary_switches,
                        .slice_asked_ns = info->slice_asked_ns,
                        .slice_given_ns = info->slice_given_ns,
                        .slice_median_ns = -1 };

  spans = ilv_trace_get_spans (trace, &n_spans);
  g_array_set_size (busy_until, info->workers->len);
  for (guint i = 0; i < busy_until->len; i++)
    g_array_index (busy_until, gint64, i) = G_MININT64;
  last = g_new0 (const IlvSpan *, MAX (info->tasks->len, 1));
  for (gsize i = 0; i < n_spans; i++)
    {
      add_span (self, &spans[i], busy_until);
      if (spans[i].state == ILV_STATE_RUNNING)
        count_slice (self, last, &spans[i]);
      /* Who waits in a queue, or in a loop, for a worker waits for no stranger. */
      if (spans[i].state == ILV_STATE_RUNNING
          || (spans[i].state == ILV_STATE_READY && spans[i].worker != ILV_NO_WORKER))
        add_events (events, &spans[i]);
    }
  sweep (self, events, info->workers->len);
  if (self->is_model)
    self->strangers_ns = 0;

  is_counted = info->cpu_time_ns >= 0 && !ilv_trace_is_live (trace);
  self->cpu_time_ns = is_counted ? info->cpu_time_ns : self->running_ns;
  self->lost_ns = self->is_model ? 0 : MAX (0, self->running_ns - self->cpu_time_ns);
  compute_ratios (self);
  measure_time_slices (self, trace);
}

/**
 * ilv_figures_get_strangers_share:
 * @self: figures
 *
 * Returns: the share, 0 to 1, of the processors' time that strangers took while a task of the run
 *   wanted it
 */
double
ilv_figures_get_strangers_share (const IlvFigures *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return ratio (self->strangers_ns, (double) self->processors * self->makespan_ns);
}

/**
 * ilv_figures_has_time_slices:
 * @self: figures
 *
 * Returns: whether there is something to say of time slices
 */
gboolean
ilv_figures_has_time_slices (const IlvFigures *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->slice_asked_ns > 0 || self->slice_median_ns >= 0;
}

/**
 * ilv_figures_is_slice_refused:
 * @self: figures
 *
 * Returns: whether a time slice was asked of the kernel, and it did not take it
 */
gboolean
ilv_figures_is_slice_refused (const IlvFigures *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return !self->is_model && self->slice_asked_ns > 0
         && self->slice_given_ns != self->slice_asked_ns;
}

/**
 * ilv_figures_is_disturbed:
 * @self: figures
 *
 * Returns: whether other programs took so much that the run should be made again
 */
gboolean
ilv_figures_is_disturbed (const IlvFigures *self)
{
  return ilv_figures_get_strangers_share (self) > DISTURBED_SHARE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-figures.h"

#include "ilv-sweep.h"
#include "ilv-time-slices.h"

/* More than this share of the processors' time taken by strangers makes a run noisy. */
#define DISTURBED_SHARE 0.05

/* After so many spans one looks whether the figures are still wanted. */
#define SPANS_BETWEEN_LOOKS 65536

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

/* The part of a span that is in the range; without length where it is outside. */
static IlvSpan
cut_span (const IlvSpan *span, gint64 from_ns, gint64 to_ns)
{
  IlvSpan part = *span;

  part.start_ns = CLAMP (span->start_ns, from_ns, to_ns);
  part.end_ns = CLAMP (span->end_ns, from_ns, to_ns);
  return part;
}

static gboolean
has_part (const IlvSpan *span, gint64 from_ns, gint64 to_ns)
{
  return span->end_ns > from_ns && span->start_ns < to_ns;
}

/* What the spans between two moments tell. FALSE where it was cancelled. */
static gboolean
add_spans (IlvFigures *self, IlvTrace *trace, gint64 from_ns, gint64 to_ns, GCancellable *cancellable)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  g_autofree const IlvSpan **last = g_new0 (const IlvSpan *, MAX (info->tasks->len, 1));
  g_autoptr (GArray) busy_until = g_array_new (FALSE, TRUE, sizeof (gint64));
  g_auto (IlvSweep) sweep;
  const IlvSpan *spans;
  gsize n_spans;

  ilv_sweep_init (&sweep, self->processors, info->workers->len);
  g_array_set_size (busy_until, info->workers->len);
  for (guint i = 0; i < busy_until->len; i++)
    g_array_index (busy_until, gint64, i) = G_MININT64;
  spans = ilv_trace_get_spans (trace, &n_spans);
  for (gsize i = 0; i < n_spans && spans[i].start_ns < to_ns; i++)
    {
      IlvSpan part = cut_span (&spans[i], from_ns, to_ns);

      if (i % SPANS_BETWEEN_LOOKS == 0 && g_cancellable_is_cancelled (cancellable))
        return FALSE;
      if (!has_part (&spans[i], from_ns, to_ns))
        continue;
      add_span (self, &part, busy_until);
      if (part.state == ILV_STATE_RUNNING)
        count_slice (self, last, &spans[i]);
      /* Who waits in a queue, or in a loop, for a worker waits for no stranger. */
      if (part.state == ILV_STATE_RUNNING
          || (part.state == ILV_STATE_READY && part.worker != ILV_NO_WORKER))
        ilv_sweep_add (&sweep, &part);
    }
  ilv_sweep_finish (&sweep);
  self->busy_ns = sweep.busy_ns;
  self->strangers_ns = self->is_model ? 0 : sweep.strangers_ns;
  self->max_parallelism = sweep.max_parallelism;
  return TRUE;
}

/* What is known without looking at the spans. */
static void
begin (IlvFigures *self, IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  *self = (IlvFigures){ .strategy = info->strategy,
                        .is_model = info->is_model,
                        .outcome = info->outcome,
                        .n_tasks = info->tasks->len,
                        .processors = info->processors,
                        .voluntary_switches = -1,
                        .involuntary_switches = -1,
                        .slice_asked_ns = info->slice_asked_ns,
                        .slice_given_ns = info->slice_given_ns,
                        .slice_median_ns = -1 };
}

/**
 * ilv_figures_compute:
 * @self: (out): the figures
 * @trace: what happened; may be a live one
 *
 * Computes all figures in time proportional to n log m, of n spans of which m are at once.
 */
void
ilv_figures_compute (IlvFigures *self, IlvTrace *trace)
{
  const IlvTraceInfo *info;
  gboolean is_counted;

  g_return_if_fail (self != NULL);
  g_return_if_fail (ILV_IS_TRACE (trace));

  info = ilv_trace_get_info (trace);
  begin (self, trace);
  self->makespan_ns = ilv_trace_get_duration_ns (trace);
  self->voluntary_switches = info->voluntary_switches;
  self->involuntary_switches = info->involuntary_switches;
  add_spans (self, trace, G_MININT64, G_MAXINT64, NULL);

  is_counted = info->cpu_time_ns >= 0 && !ilv_trace_is_live (trace);
  self->cpu_time_ns = is_counted ? info->cpu_time_ns : self->running_ns;
  self->lost_ns = self->is_model ? 0 : MAX (0, self->running_ns - self->cpu_time_ns);
  compute_ratios (self);
  measure_time_slices (self, trace);
}

/**
 * ilv_figures_compute_range:
 * @self: (out): the figures
 * @trace: what happened; may be a live one
 * @from_ns: where the range begins
 * @to_ns: where it ends, later than @from_ns
 * @cancellable: (nullable): looked at now and then
 *
 * Computes the figures of a range of time as if nothing had been before and after. The makespan is the
 * length of the range. What the kernel counted is not known of a part: switches are -1, and the CPU
 * time is what the spans tell; time slices are left out.
 *
 * Returns: whether the figures are complete, and not cancelled
 */
gboolean
ilv_figures_compute_range (
  IlvFigures *self, IlvTrace *trace, gint64 from_ns, gint64 to_ns, GCancellable *cancellable)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (ILV_IS_TRACE (trace), FALSE);
  g_return_val_if_fail (from_ns < to_ns, FALSE);

  begin (self, trace);
  self->makespan_ns = to_ns - from_ns;
  if (!add_spans (self, trace, from_ns, to_ns, cancellable))
    return FALSE;
  self->cpu_time_ns = self->running_ns;
  compute_ratios (self);
  return TRUE;
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

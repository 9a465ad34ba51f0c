/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-truth.h"

#include <math.h>
#include <stdlib.h>

#include "ilv-interval.h"
#include "ilv-kernel-absence.h"
#include "ilv-stretch.h"

/* Two records of one absence are at most so far apart; more, and it is another one. */
#define TOLERANCE_NS 50000

/* A worker that executed for less says nothing about the share that is missing. */
#define SHORT_RUN_NS 20000000

/* What is looked at of one worker. */
typedef struct
{
  IlvTrace *trace;
  guint32 worker;
  gint64 clock_base_ns;
  GArray *stretches; /* of IlvStretch */
  GArray *absences;  /* of IlvKernelAbsence */
} Worker;

static const IlvStretch *
get_stretch (const Worker *worker, guint index)
{
  return &g_array_index (worker->stretches, IlvStretch, index);
}

static const IlvKernelAbsence *
get_absence (const Worker *worker, guint index)
{
  return &g_array_index (worker->absences, IlvKernelAbsence, index);
}

static void
count (IlvTruthShare *share, gboolean is_good)
{
  share->n++;
  share->n_good += is_good ? 1 : 0;
}

static void
add_error (IlvTruth *self, IlvTruthEdge edge, gint64 ours_ns, gint64 kernel_ns)
{
  gint64 error_ns = ours_ns - kernel_ns;

  g_array_append_val (self->errors[edge], error_ns);
}

/* The stretch in which @time_ns lies, or %NULL. */
static const IlvStretch *
find_stretch (const Worker *worker, gint64 time_ns)
{
  guint low = 0;
  guint high = worker->stretches->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (get_stretch (worker, middle)->until_ns <= time_ns)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == worker->stretches->len || get_stretch (worker, low)->from_ns > time_ns)
    return NULL;
  return get_stretch (worker, low);
}

/* The moment that says to which stretch an absence belongs: who loses the processor was doing what
 * is noted of then, but who sleeps says so a little before or after. */
static gint64
get_place_ns (const IlvKernelAbsence *absence)
{
  if (absence->is_involuntary || absence->from_ns == G_MININT64 || absence->until_ns == G_MAXINT64)
    return absence->from_ns;
  return absence->from_ns + (absence->until_ns - absence->from_ns) / 2;
}

/* (transfer full) (element-type IlvInterval): the spans of ready amid execution. */
static GArray *
find_claims (const Worker *worker)
{
  GArray *claims = g_array_new (FALSE, FALSE, sizeof (IlvInterval));
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (worker->trace, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    {
      IlvInterval claim = { worker->clock_base_ns + spans[i].start_ns,
                            worker->clock_base_ns + spans[i].end_ns };
      const IlvStretch *stretch;

      if (spans[i].worker != worker->worker || spans[i].state != ILV_STATE_READY)
        continue;
      stretch = find_stretch (worker, claim.from_ns);
      if (stretch != NULL && !stretch->is_sleep)
        g_array_append_val (claims, claim);
    }
  return claims;
}

/* (transfer full) (element-type IlvInterval): the absences that do not begin in a sleep. @indices
 * is given which they are. */
static GArray *
find_unannounced (const Worker *worker, GArray *indices)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (IlvInterval));

  for (guint i = 0; i < worker->absences->len; i++)
    {
      const IlvKernelAbsence *absence = get_absence (worker, i);
      const IlvStretch *stretch = find_stretch (worker, get_place_ns (absence));
      IlvInterval interval = { absence->from_ns, absence->until_ns };

      if (absence->from_ns == G_MININT64 || absence->until_ns == G_MAXINT64)
        continue;
      if (stretch != NULL && stretch->is_sleep)
        continue;
      g_array_append_val (found, interval);
      g_array_append_val (indices, i);
    }
  return found;
}

static void
count_long (IlvTruthShare *all,
            IlvTruthShare *longer,
            const IlvKernelAbsence *absence,
            gboolean is_good)
{
  count (all, is_good);
  if (absence->until_ns - absence->from_ns >= ILV_TRUTH_LONG_NS)
    count (longer, is_good);
}

/* An absence that no sleep announced; a thread that then sleeps should have said so, or be noted as
 * absent. What begins outside of all stretches is no matter of the trace. */
static void
count_unannounced (IlvTruth *self,
                   const Worker *worker,
                   const IlvKernelAbsence *absence,
                   gboolean is_found)
{
  if (find_stretch (worker, get_place_ns (absence)) == NULL)
    return;
  if (absence->is_involuntary)
    count_long (&self->preemptions, &self->long_preemptions, absence, is_found);
  else
    count_long (&self->sleeps, &self->long_sleeps, absence, is_found);
  if (!is_found)
    g_debug ("not found: worker %u lost its processor at %.3f ms for %.1f µs", worker->worker,
             (absence->from_ns - worker->clock_base_ns) / 1e6,
             (absence->until_ns - absence->from_ns) / 1e3);
}

static void
compare_edges (IlvTruth *self, const IlvInterval *claim, const IlvKernelAbsence *absence)
{
  add_error (self, ILV_TRUTH_TAKEN, claim->from_ns, absence->from_ns);
  if (absence->is_return_known)
    add_error (self, ILV_TRUTH_GIVEN_BACK, claim->until_ns, absence->until_ns);
  else
    self->n_unseen++;
}

/* Each claim beside the absence that is nearest to it; also to one that begins outside of all
 * stretches, which a claim at the edge of one may mean. */
static void
compare_execution (IlvTruth *self, const Worker *worker)
{
  g_autoptr (GArray) claims = find_claims (worker);
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) kernel = find_unannounced (worker, indices);
  g_autofree guint *partners =
    ilv_intervals_match ((const IlvInterval *) (void *) kernel->data, kernel->len,
                         (const IlvInterval *) (void *) claims->data, claims->len, TOLERANCE_NS);

  self->claims.n += claims->len;
  for (guint i = 0; i < kernel->len; i++)
    {
      const IlvKernelAbsence *absence = get_absence (worker, g_array_index (indices, guint, i));
      gboolean is_found = partners[i] != ILV_NO_PARTNER;

      count_unannounced (self, worker, absence, is_found);
      if (!is_found)
        continue;
      self->claims.n_good++;
      compare_edges (self, &g_array_index (claims, IlvInterval, partners[i]), absence);
    }
}

static void
compare_wake_up (IlvTruth *self,
                 const IlvStretch *stretch,
                 const IlvKernelAbsence *last_sleep,
                 const IlvKernelAbsence *last)
{
  if (last_sleep->woken_ns != G_MININT64)
    add_error (self, ILV_TRUTH_WOKEN, stretch->woken_ns, last_sleep->woken_ns);
  if (last->is_return_known)
    add_error (self, ILV_TRUTH_RESUMED, stretch->until_ns, last->until_ns);
  else
    self->n_unseen++;
}

/* The sleeps that the kernel saw in @stretch: as a wait may be several, its start is that of the
 * first, and its end that of the last. */
static void
compare_wait (IlvTruth *self, const Worker *worker, const IlvStretch *stretch)
{
  const IlvKernelAbsence *first_sleep = NULL;
  const IlvKernelAbsence *last_sleep = NULL;
  const IlvKernelAbsence *last = NULL;

  for (guint i = 0; i < worker->absences->len; i++)
    {
      const IlvKernelAbsence *absence = get_absence (worker, i);

      if (find_stretch (worker, get_place_ns (absence)) != stretch)
        continue;
      last = absence;
      if (absence->is_involuntary)
        {
          self->n_hidden++;
          continue;
        }
      first_sleep = first_sleep != NULL ? first_sleep : absence;
      last_sleep = absence;
      count_long (&self->sleeps, &self->long_sleeps, absence, TRUE);
    }
  count (&self->waits, first_sleep != NULL);
  if (first_sleep == NULL)
    return;
  add_error (self, ILV_TRUTH_ASLEEP, stretch->from_ns, first_sleep->from_ns);
  compare_wake_up (self, stretch, last_sleep, last);
}

/* How long the thread was on a processor from @from_ns to @until_ns, and for the longest time on
 * which. */
static gint64
sum_executing_ns (const Worker *worker, gint64 from_ns, gint64 until_ns, gint *processor)
{
  gint64 sum_ns = 0;
  gint64 longest_ns = 0;

  *processor = -1;
  for (guint i = 0; i < worker->absences->len; i++)
    {
      const IlvKernelAbsence *absence = get_absence (worker, i);
      gint64 next_ns =
        i + 1 < worker->absences->len ? get_absence (worker, i + 1)->from_ns : G_MAXINT64;
      gint64 length_ns = absence->until_ns < until_ns && next_ns > from_ns
                           ? MIN (next_ns, until_ns) - MAX (absence->until_ns, from_ns)
                           : 0;

      sum_ns += length_ns;
      if (length_ns <= longest_ns)
        continue;
      longest_ns = length_ns;
      *processor = absence->processor;
    }
  return sum_ns;
}

/* A slice during which the thread was on no processor at all is wrong, too. */
static gint64
compare_slices (IlvTruth *self, const Worker *worker)
{
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (worker->trace, &n_spans);
  gint64 sum_ns = 0;

  for (gsize i = 0; i < n_spans; i++)
    {
      gint processor;

      if (spans[i].worker != worker->worker || spans[i].state != ILV_STATE_RUNNING)
        continue;
      sum_executing_ns (worker, worker->clock_base_ns + spans[i].start_ns,
                        worker->clock_base_ns + spans[i].end_ns, &processor);
      count (&self->slices, processor == spans[i].processor);
      sum_ns += spans[i].end_ns - spans[i].start_ns;
    }
  return sum_ns;
}

static void
compare_sums (IlvTruth *self, const Worker *worker, gint64 running_ns)
{
  gint64 kernel_ns = 0;

  for (guint i = 0; i < worker->stretches->len; i++)
    {
      const IlvStretch *stretch = get_stretch (worker, i);
      gint processor;

      if (!stretch->is_sleep)
        kernel_ns += sum_executing_ns (worker, stretch->from_ns, stretch->until_ns, &processor);
    }
  self->running_ns += running_ns;
  if (kernel_ns >= SHORT_RUN_NS)
    self->stray_share =
      MAX (self->stray_share, fabs ((double) (running_ns - kernel_ns) / (double) kernel_ns));
}

static void
compare_worker (IlvTruth *self, const Worker *worker)
{
  compare_execution (self, worker);
  for (guint i = 0; i < worker->stretches->len; i++)
    if (get_stretch (worker, i)->is_sleep)
      compare_wait (self, worker, get_stretch (worker, i));
  compare_sums (self, worker, compare_slices (self, worker));
}

IlvTruth *
ilv_truth_new (void)
{
  IlvTruth *self = g_new0 (IlvTruth, 1);

  for (guint i = 0; i < ILV_N_TRUTH_EDGES; i++)
    self->errors[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  return self;
}

void
ilv_truth_free (IlvTruth *self)
{
  for (guint i = 0; i < ILV_N_TRUTH_EDGES; i++)
    g_array_unref (self->errors[i]);
  g_free (self);
}

void
ilv_truth_add_run (IlvTruth *self, IlvTrace *trace, GArray *events)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);

  for (guint i = 0; i < info->workers->len; i++)
    {
      Worker worker = {
        .trace = trace,
        .worker = i,
        .clock_base_ns = info->clock_base_ns,
        .stretches = ilv_stretches_find (trace, i),
        .absences =
          ilv_kernel_absences_find (events, (gint32) ilv_trace_info_get_worker (info, i)->os_tid),
      };

      compare_worker (self, &worker);
      g_array_unref (worker.stretches);
      g_array_unref (worker.absences);
    }
  self->cpu_time_ns += info->cpu_time_ns;
}

static int
compare_sizes (gconstpointer a, gconstpointer b)
{
  gint64 left = ABS (*(const gint64 *) a);
  gint64 right = ABS (*(const gint64 *) b);

  return (left > right) - (left < right);
}

gint64
ilv_truth_get_error_ns (const IlvTruth *self, IlvTruthEdge edge, double share)
{
  const GArray *errors = self->errors[edge];
  g_autofree gint64 *sorted = g_memdup2 (errors->data, errors->len * sizeof (gint64));
  guint index = errors->len > 0 ? (guint) ((errors->len - 1) * share + 0.5) : 0;

  if (errors->len == 0)
    return 0;
  qsort (sorted, errors->len, sizeof (gint64), compare_sizes);
  return ABS (sorted[index]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-import-lanes.h"

#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "ilv-trace-side.h"

#define NO_TASK G_MAXUINT32

#define DIGIT_BITS 11
#define DIGIT_MASK ((1 << DIGIT_BITS) - 1)

/* A thread and its lanes. */
typedef struct
{
  GArray *ends;    /* of each level, when its last span ends */
  GArray *waiting; /* (nullable): the flows that go to the next span */
  gint64 last_start_ns;
  guint last_level;
  guint32 first_task; /* of the first level; the others follow */
  guint32 worker;
  guint64 n_too_deep;
} Track;

/* Where a span is, and what it is sorted by. */
typedef struct
{
  gint64 start_ns;
  guint32 position;
} Place;

/* What is made. */
typedef struct
{
  IlvTraceCollector *collector;
  IlvTraceInfo *info;
  Track *tracks; /* one a thread */
  guint *order;  /* the threads that have lanes, as they are shown */
  guint n_order;
  GPtrArray *steps;   /* of each task, the texts of its steps */
  IlvNameTable pairs; /* of a task and a name */
  GArray *step_of_pair;
  guint next_flow;
  unsigned long long n_unnamed;
} Builder;

static IlvImportSpan *
get_spans (const Builder *self)
{
  return (IlvImportSpan *) self->collector->spans->data;
}

static IlvImportFlow *
get_flow (const Builder *self, guint index)
{
  return &g_array_index (self->collector->flows, IlvImportFlow, index);
}

static IlvImportThread *
get_thread (const Builder *self, guint index)
{
  return &g_array_index (self->collector->threads, IlvImportThread, index);
}

static IlvImportProcess *
get_process (const Builder *self, guint thread)
{
  return &g_array_index (self->collector->processes, IlvImportProcess,
                         get_thread (self, thread)->process);
}

/* --- Times and their order --- */

static gint64
find_first_ns (const Builder *self)
{
  gint64 first_ns = G_MAXINT64;

  for (guint i = 0; i < self->collector->spans->len; i++)
    first_ns = MIN (first_ns, get_spans (self)[i].raw.start_ns);
  for (guint i = 0; i < self->collector->flows->len; i++)
    first_ns = MIN (first_ns, get_flow (self, i)->time_ns);
  return first_ns == G_MAXINT64 ? 0 : first_ns;
}

static void
shift_times (Builder *self, gint64 first_ns)
{
  for (guint i = 0; i < self->collector->spans->len; i++)
    {
      get_spans (self)[i].raw.start_ns -= first_ns;
      get_spans (self)[i].raw.end_ns -= first_ns;
    }
  for (guint i = 0; i < self->collector->flows->len; i++)
    get_flow (self, i)->time_ns -= first_ns;
}

/* What encloses others comes before them. */
static int
compare_spans (const IlvRawSpan *left, const IlvRawSpan *right)
{
  if (left->start_ns != right->start_ns)
    return left->start_ns < right->start_ns ? -1 : 1;
  return (left->end_ns < right->end_ns) - (left->end_ns > right->end_ns);
}

static int
compare_places (gconstpointer a, gconstpointer b, gpointer spans)
{
  guint32 left = ((const Place *) a)->position;
  guint32 right = ((const Place *) b)->position;
  int order = compare_spans (&((const IlvImportSpan *) spans)[left].raw, &((const IlvImportSpan *) spans)[right].raw);

  return order != 0 ? order : (left > right) - (left < right);
}

/* By one digit of their times, all that have the same in the order in which they were. */
static void
sort_by_digit (const Place *places, Place *sorted, guint32 n_places, guint shift)
{
  guint32 next[1 << DIGIT_BITS] = { 0 };
  guint32 n_smaller = 0;

  for (guint32 i = 0; i < n_places; i++)
    next[(places[i].start_ns >> shift) & DIGIT_MASK]++;
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      guint32 n = next[i];

      next[i] = n_smaller;
      n_smaller += n;
    }
  for (guint32 i = 0; i < n_places; i++)
    sorted[next[(places[i].start_ns >> shift) & DIGIT_MASK]++] = places[i];
}

/* (transfer full): digit by digit, which takes a quarter of the time of sorting by comparing. No
 * time is negative. */
static Place *
sort_by_start (Place *places, guint32 n_places)
{
  Place *spare = g_new (Place, n_places);
  gint64 latest_ns = 0;

  for (guint32 i = 0; i < n_places; i++)
    latest_ns = MAX (latest_ns, places[i].start_ns);
  for (guint shift = 0; shift < 63 && latest_ns >> shift > 0; shift += DIGIT_BITS)
    {
      Place *sorted = spare;

      sort_by_digit (places, sorted, n_places, shift);
      spare = places;
      places = sorted;
    }
  g_free (spare);
  return places;
}

static void
sort_equal_starts (Place *places, guint32 n_places, IlvImportSpan *spans)
{
  for (guint32 from = 0, to; from < n_places; from = to)
    {
      for (to = from + 1; to < n_places && places[to].start_ns == places[from].start_ns; to++)
        ;
      if (to > from + 1)
        qsort_r (&places[from], to - from, sizeof *places, compare_places, spans);
    }
}

/* Puts the element that @order has at a place there, without a second array of them. */
static void
permute (IlvImportSpan *spans, Place *order, guint32 n_spans)
{
  for (guint32 i = 0; i < n_spans; i++)
    {
      IlvImportSpan first = spans[i];
      guint32 to = i;

      while (order[to].position != i)
        {
          guint32 from = order[to].position;

          spans[to] = spans[from];
          order[to].position = to;
          to = from;
        }
      spans[to] = first;
      order[to].position = to;
    }
}

/* Their places are sorted instead of spans, since sorting needs room for as much again. */
static void
sort_spans (Builder *self)
{
  IlvImportSpan *spans = get_spans (self);
  guint32 n_spans = self->collector->spans->len;
  Place *order;
  gboolean is_sorted = TRUE;

  for (guint32 i = 1; i < n_spans && is_sorted; i++)
    is_sorted = compare_spans (&spans[i - 1].raw, &spans[i].raw) <= 0;
  if (is_sorted)
    return;
  order = g_new (Place, n_spans);
  for (guint32 i = 0; i < n_spans; i++)
    order[i] = (Place){ spans[i].raw.start_ns, i };
  order = sort_by_start (order, n_spans);
  sort_equal_starts (order, n_spans, spans);
  permute (spans, order, n_spans);
  g_free (order);
}

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const IlvImportFlow *left = a;
  const IlvImportFlow *right = b;
  static const char phases[] = "stf";

  if (left->time_ns != right->time_ns)
    return left->time_ns < right->time_ns ? -1 : 1;
  return (int) (strchr (phases, left->phase) - strchr (phases, right->phase));
}

/* --- Levels --- */

/* The level that goes on at @time_ns, the deepest; else the deepest that ends there; else the
 * first. */
static guint
find_level_at (const Track *track, gint64 time_ns)
{
  for (guint i = track->ends->len; i > 0; i--)
    if (g_array_index (track->ends, gint64, i - 1) > time_ns)
      return i - 1;
  for (guint i = track->ends->len; i > 0; i--)
    if (g_array_index (track->ends, gint64, i - 1) == time_ns)
      return i - 1;
  return 0;
}

/* All spans that start by then have their level. */
static void
place_flow (Builder *self, guint index)
{
  IlvImportFlow *flow = get_flow (self, index);
  Track *track = &self->tracks[flow->thread];
  gboolean starts_here = track->ends != NULL && track->last_start_ns == flow->time_ns;

  if (flow->is_next && starts_here)
    flow->task = track->last_level;
  else
    flow->task = track->ends != NULL ? find_level_at (track, flow->time_ns) : 0;
  if (!flow->is_next || starts_here)
    return;
  if (track->waiting == NULL)
    track->waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (track->waiting, index);
}

static void
place_flows_before (Builder *self, gint64 time_ns)
{
  while (self->next_flow < self->collector->flows->len &&
         get_flow (self, self->next_flow)->time_ns < time_ns)
    place_flow (self, self->next_flow++);
}

static void
place_span (Builder *self, IlvRawSpan *span)
{
  Track *track = &self->tracks[span->thread];
  guint level = 0;

  if (track->ends == NULL)
    track->ends = g_array_new (FALSE, FALSE, sizeof (gint64));
  while (level < track->ends->len && g_array_index (track->ends, gint64, level) > span->start_ns)
    level++;
  if (level == ILV_IMPORT_MAX_LEVELS)
    {
      track->n_too_deep++;
      span->thread = NO_TASK;
      return;
    }
  if (level == track->ends->len)
    g_array_append_val (track->ends, span->end_ns);
  g_array_index (track->ends, gint64, level) = span->end_ns;
  span->level = (guint16) level;
  track->last_start_ns = span->start_ns;
  track->last_level = level;
  for (guint i = 0; track->waiting != NULL && i < track->waiting->len; i++)
    get_flow (self, g_array_index (track->waiting, guint, i))->task = level;
  g_clear_pointer (&track->waiting, g_array_unref);
}

static void
place_all (Builder *self)
{
  for (guint i = 0; i < self->collector->spans->len; i++)
    {
      place_flows_before (self, get_spans (self)[i].raw.start_ns);
      place_span (self, &get_spans (self)[i].raw);
    }
  place_flows_before (self, G_MAXINT64);
}

/* --- Names --- */

/* What a track is called that the file gives no name. */
static char *
format_id (const Builder *self, const IlvTrackId *id)
{
  if (id->text != ILV_NO_NAME)
    return ilv_trace_collector_quote (self->collector, id->text);
  return g_strdup_printf ("%" G_GINT64_FORMAT, id->number);
}

static char *
label_process (const Builder *self, const IlvImportProcess *process)
{
  g_autofree char *id = format_id (self, &process->id);
  g_autofree char *name = ilv_name_table_dup (&self->collector->names, process->name);

  /* Translators: a process of another program, by its number. */
  return *name != '\0' ? g_steal_pointer (&name) : g_strdup_printf (_ ("Process %s"), id);
}

static char *
label_thread (const Builder *self, guint index, gboolean with_process)
{
  const IlvImportThread *thread = get_thread (self, index);
  g_autofree char *id = format_id (self, &thread->id);
  g_autofree char *name = ilv_name_table_dup (&self->collector->names, thread->name);
  g_autofree char *process = NULL;

  if (*name == '\0')
    {
      g_free (name);
      /* Translators: a thread of another program, by its number. */
      name = g_strdup_printf (_ ("Thread %s"), id);
    }
  if (!with_process)
    return g_steal_pointer (&name);
  process = label_process (self, get_process (self, index));
  return g_strdup_printf ("%s: %s", process, name);
}

/* Tasks are told apart by their names, also in the files that we write. */
static char *
make_unique (const Builder *self, GHashTable *taken, char *label, guint thread)
{
  g_autofree char *tid = NULL;
  g_autofree char *pid = NULL;
  char *unique;

  if (g_hash_table_add (taken, g_strdup (label)))
    return label;
  tid = format_id (self, &get_thread (self, thread)->id);
  pid = format_id (self, &get_process (self, thread)->id);
  unique = g_strdup_printf ("%s (%s/%s)", label, pid, tid);
  g_hash_table_add (taken, g_strdup (unique));
  g_free (label);
  return unique;
}

static int
compare_threads (gconstpointer a, gconstpointer b, gpointer data)
{
  const Builder *self = data;
  guint left = *(const guint *) a;
  guint right = *(const guint *) b;
  const IlvImportProcess *process = get_process (self, left);
  const IlvImportProcess *other = get_process (self, right);
  const IlvImportThread *thread = get_thread (self, left);
  const IlvImportThread *other_thread = get_thread (self, right);

  if (process->sort_index != other->sort_index)
    return process->sort_index < other->sort_index ? -1 : 1;
  if (process != other)
    return process < other ? -1 : 1;
  if (thread->sort_index != other_thread->sort_index)
    return thread->sort_index < other_thread->sort_index ? -1 : 1;
  return (left > right) - (left < right);
}

static gboolean
has_processes (const Builder *self)
{
  for (guint i = 1; i < self->n_order; i++)
    if (get_process (self, self->order[i]) != get_process (self, self->order[0]))
      return TRUE;
  return FALSE;
}

static void
add_lanes (Builder *self, guint thread, char *label)
{
  Track *track = &self->tracks[thread];

  track->first_task = self->info->tasks->len;
  track->worker = ilv_trace_info_add_worker (
    self->info, label, MAX (0, get_thread (self, thread)->id.number), ILV_NO_PROCESSOR);
  for (guint level = 0; level < track->ends->len; level++)
    {
      g_autofree char *name = NULL;

      /* Translators: %s is a thread, and this a lane of what it does within something else. */
      name =
        level == 0 ? g_strdup (label) : g_strdup_printf (_ ("%s · level %u"), label, level + 1);
      ilv_trace_info_add_task (self->info, name, NULL);
      g_ptr_array_add (self->steps, g_ptr_array_new ());
    }
}

/* As far as there is room for tasks. */
static void
make_lanes (Builder *self)
{
  g_autoptr (GHashTable) taken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint n_threads = self->collector->threads->len;
  gboolean with_process;

  self->order = g_new (guint, n_threads + 1);
  for (guint i = 0; i < n_threads; i++)
    {
      self->tracks[i].first_task = NO_TASK;
      if (self->tracks[i].ends != NULL)
        self->order[self->n_order++] = i;
    }
  qsort_r (self->order, self->n_order, sizeof *self->order, compare_threads, self);
  with_process = has_processes (self);
  for (guint i = 0; i < self->n_order; i++)
    {
      guint thread = self->order[i];
      g_autofree char *label = NULL;

      if (self->info->tasks->len + self->tracks[thread].ends->len > ILV_TRACE_SIDE_MAX_TASKS)
        continue;
      label = make_unique (self, taken, label_thread (self, thread, with_process), thread);
      add_lanes (self, thread, label);
    }
}

/* ILV_NO_STEP for what has no name, and if the lane has too many of them. */
static guint16
find_step (Builder *self, guint32 task, guint32 name)
{
  const guint32 key[] = { task, name };
  GPtrArray *steps = g_ptr_array_index (self->steps, task);
  guint32 pair;
  guint16 step = ILV_NO_STEP;

  if (name == ILV_NO_NAME)
    return ILV_NO_STEP;
  pair = ilv_name_table_add (&self->pairs, (const char *) key, sizeof key);
  if (pair < self->step_of_pair->len)
    return g_array_index (self->step_of_pair, guint16, pair);
  if (steps->len < ILV_NO_STEP)
    {
      step = (guint16) steps->len;
      g_ptr_array_add (steps, ilv_name_table_dup (&self->collector->names, name));
    }
  if (pair != ILV_NO_NAME)
    g_array_append_val (self->step_of_pair, step);
  return step;
}

static void
give_steps (Builder *self)
{
  for (guint i = 0; i < self->steps->len; i++)
    {
      GPtrArray *steps = g_ptr_array_index (self->steps, i);

      g_ptr_array_add (steps, NULL);
      ilv_trace_info_take_steps (self->info, i, (GStrv) g_ptr_array_steal (steps, NULL));
    }
}

/* --- Spans and flows --- */

static IlvSpan
make_span (Builder *self, const IlvRawSpan *raw)
{
  const Track *track = &self->tracks[raw->thread];
  IlvSpan span = { .start_ns = raw->start_ns,
                   .end_ns = raw->end_ns,
                   .task = track->first_task + raw->level,
                   .worker = track->worker,
                   .processor = raw->processor,
                   .peer = ILV_NO_PEER,
                   .state = raw->state,
                   .open = raw->is_open };

  span.step = find_step (self, span.task, raw->name);
  self->n_unnamed += span.step == ILV_NO_STEP && raw->name != ILV_NO_NAME;
  return span;
}

/* In place. Returns how many had no lane. */
static guint
make_spans (Builder *self)
{
  IlvImportSpan *spans = get_spans (self);
  guint n_spans = self->collector->spans->len;
  guint n_made = 0;

  for (guint i = 0; i < n_spans; i++)
    if (spans[i].raw.thread != NO_TASK && self->tracks[spans[i].raw.thread].first_task != NO_TASK)
      {
        IlvSpan span = make_span (self, &spans[i].raw);

        spans[n_made++].span = span;
      }
  g_array_set_size (self->collector->spans, n_made);
  return n_spans - n_made;
}

static int
compare_tasks (gconstpointer a, gconstpointer b)
{
  const IlvSpan *left = a;
  const IlvSpan *right = b;

  if (left->task != right->task)
    return left->task < right->task ? -1 : 1;
  return (left->end_ns > right->end_ns) - (left->end_ns < right->end_ns);
}

/* Spans that start at once are sorted by task, as a trace has them: then it need not sort anything. Of two of one
 * task, the first has no length. */
static void
sort_ties (IlvImportSpan *spans, guint n_spans)
{
  for (guint from = 0, to; from < n_spans; from = to)
    {
      gboolean is_sorted = TRUE;

      for (to = from + 1; to < n_spans && spans[to].span.start_ns == spans[from].span.start_ns;
           to++)
        is_sorted = is_sorted && spans[to - 1].span.task <= spans[to].span.task;
      if (!is_sorted)
        qsort (&spans[from], to - from, sizeof *spans, compare_tasks);
    }
}

/* NO_TASK where its thread has no lane. */
static guint32
get_task (const Builder *self, const IlvImportFlow *flow)
{
  guint32 first = self->tracks[flow->thread].first_task;

  return first != NO_TASK ? first + flow->task : NO_TASK;
}

static void
add_flow (Builder *self, GArray *flows, const IlvImportFlow *from, const IlvImportFlow *to)
{
  IlvFlow flow = { from->time_ns, get_task (self, from), get_task (self, to), from->kind };

  if (flow.from_task != NO_TASK && flow.to_task != NO_TASK)
    g_array_append_val (flows, flow);
  else
    ilv_trace_faults_add (self->collector->faults, to->offset, to->event,
                          _ ("the arrow goes from or to a thread that has no events"));
}

static void
blame_unfinished (Builder *self, GHashTable *begun)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, begun);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      const IlvImportFlow *flow = value;

      if (flow->phase == 's')
        ilv_trace_faults_add (self->collector->faults, flow->offset, flow->event,
                              _ ("the arrow has a beginning and no end"));
    }
}

/* An arrow from each of its ends to the next. */
static GArray *
make_flows (Builder *self)
{
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (IlvFlow));
  g_autoptr (GHashTable) begun = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < self->collector->flows->len; i++)
    {
      IlvImportFlow *flow = get_flow (self, i);
      IlvImportFlow *before = g_hash_table_lookup (begun, &flow->key);

      if (flow->phase != 's' && before == NULL)
        {
          ilv_trace_faults_add (self->collector->faults, flow->offset, flow->event,
                                _ ("the arrow has an end and no beginning"));
          continue;
        }
      if (flow->phase != 's')
        add_flow (self, flows, before, flow);
      if (flow->phase == 'f')
        g_hash_table_remove (begun, &flow->key);
      else
        g_hash_table_replace (begun, &flow->key, flow);
    }
  blame_unfinished (self, begun);
  return flows;
}

static void
blame_left_out (Builder *self, guint n_left_out)
{
  for (guint i = 0; i < self->collector->threads->len; i++)
    {
      unsigned long long n = self->tracks[i].n_too_deep;
      g_autofree char *label = n > 0 ? label_thread (self, i, FALSE) : NULL;

      if (n == 0)
        continue;
      n_left_out -= (guint) n;
      /* Translators: %s is a thread. */
      ilv_trace_faults_add (self->collector->faults, -1, 0,
                            ngettext ("%llu event of “%s” is nested too deeply and left out",
                                      "%llu events of “%s” are nested too deeply and left out", n),
                            n, label);
    }
  if (n_left_out > 0)
    ilv_trace_faults_add (self->collector->faults, -1, 0,
                          ngettext ("%u event is left out: there are too many threads",
                                    "%u events are left out: there are too many threads",
                                    n_left_out),
                          n_left_out);
  if (self->n_unnamed > 0)
    ilv_trace_faults_add (
      self->collector->faults, -1, 0,
      ngettext ("%llu event has lost its name: its lane has too many names",
                "%llu events have lost their names: their lane has too many names",
                self->n_unnamed),
      self->n_unnamed);
}

static void
builder_init (Builder *self, IlvTraceCollector *collector)
{
  *self = (Builder){ .collector = collector };
  self->info = ilv_trace_info_new (ILV_FOREIGN_STRATEGY, 1);
  self->info->outcome = ILV_TRACE_OUTCOME_FINISHED;
  self->tracks = g_new0 (Track, collector->threads->len + 1);
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->step_of_pair = g_array_new (FALSE, FALSE, sizeof (guint16));
  ilv_name_table_init (&self->pairs);
}

static void
builder_clear (Builder *self)
{
  for (guint i = 0; i < self->collector->threads->len; i++)
    {
      g_clear_pointer (&self->tracks[i].ends, g_array_unref);
      g_clear_pointer (&self->tracks[i].waiting, g_array_unref);
    }
  g_free (self->tracks);
  g_free (self->order);
  g_ptr_array_unref (self->steps);
  g_array_unref (self->step_of_pair);
  ilv_name_table_clear (&self->pairs);
}

/**
 * ilv_import_lanes_build:
 * @collector: what was read, and closed
 *
 * Returns: (transfer full): the trace
 */
IlvTrace *
ilv_import_lanes_build (IlvTraceCollector *collector)
{
  Builder builder;
  GArray *flows;
  IlvTrace *trace;

  builder_init (&builder, collector);
  builder.info->clock_base_ns = find_first_ns (&builder);
  shift_times (&builder, builder.info->clock_base_ns);
  sort_spans (&builder);
  g_array_sort (collector->flows, compare_flows);
  place_all (&builder);
  make_lanes (&builder);
  blame_left_out (&builder, make_spans (&builder));
  sort_ties ((IlvImportSpan *) collector->spans->data, collector->spans->len);
  flows = make_flows (&builder);
  give_steps (&builder);
  builder.info->processors = MAX (1, builder.info->workers->len);
  trace = ilv_trace_new (builder.info, g_steal_pointer (&collector->spans), flows);
  builder_clear (&builder);
  return trace;
}

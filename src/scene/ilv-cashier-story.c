/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cashier-story.h"

#include <glib/gi18n-lib.h>

/* One stay at a cashier. */
typedef struct
{
  gint64 start_ns;
  gint64 end_ns;
  guint cashier;
} Visit;

/* A state in the line; what is in no pause is ready. */
typedef struct
{
  gint64 start_ns;
  gint64 end_ns;
  IlvState state;
} Pause;

typedef struct
{
  const char *name;
  guint line;
  GArray *visits;
  GArray *pauses;
  gint64 ended_ns; /* of the last span, or -1 */
  gboolean open;
} Person;

/* Who stands in front of whom. */
typedef struct
{
  guint customer;
  guint line;
  gint64 since_ns;
  double presence;
} Rank;

struct _IlvCashierStory
{
  IlvTrace *trace;
  Person *persons;
  guint n_persons;
  guint n_lines;
  guint longest_line;
  GPtrArray *cashier_names;
  GArray *cashier_of_key; /* guint, by number of the processor or worker */
  gboolean by_worker;
  GArray *ranks;
};

/* With more lines than that, all stand in one. */
#define MAX_LINES 12

#define NO_CASHIER G_MAXUINT
#define N_PROCESSOR_NUMBERS (G_MAXINT16 + 1)

/* The name up to its number. */
static char *
get_line_name (const char *name)
{
  gsize length = strlen (name);

  while (length > 0 && (g_ascii_isdigit (name[length - 1]) || name[length - 1] == ' '))
    length--;

  return g_strndup (name, length);
}

static void
find_lines (IlvCashierStory *self)
{
  g_autoptr (GHashTable) lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree guint *lengths = g_new0 (guint, self->n_persons + 1);

  for (guint i = 0; i < self->n_persons; i++)
    {
      char *name = get_line_name (self->persons[i].name);
      gpointer line;

      if (g_hash_table_lookup_extended (lines, name, NULL, &line))
        {
          self->persons[i].line = GPOINTER_TO_UINT (line);
          g_free (name);
          continue;
        }
      self->persons[i].line = g_hash_table_size (lines);
      g_hash_table_insert (lines, name, GUINT_TO_POINTER (self->persons[i].line));
    }

  self->n_lines = g_hash_table_size (lines);
  if (self->n_lines > MAX_LINES)
    {
      for (guint i = 0; i < self->n_persons; i++)
        self->persons[i].line = 0;
      self->n_lines = 1;
    }

  for (guint i = 0; i < self->n_persons; i++)
    {
      guint length = ++lengths[self->persons[i].line];

      self->longest_line = MAX (self->longest_line, length);
    }
}

/* Marks the processors that have a part in the run; returns whether any is known. */
static gboolean
find_processors (IlvCashierStory *self, gboolean *is_used)
{
  const IlvTraceInfo *info = ilv_trace_get_info (self->trace);
  gboolean found = FALSE;
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (self->trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    if (spans[i].state == ILV_STATE_RUNNING && spans[i].processor >= 0)
      is_used[spans[i].processor] = found = TRUE;
  for (guint i = 0; i < info->workers->len; i++)
    {
      int processor = ilv_trace_info_get_worker (info, i)->processor;

      if (processor >= 0 && processor < N_PROCESSOR_NUMBERS)
        is_used[processor] = found = TRUE;
    }

  /* A model's are all there, and those of a run of which nothing is known yet are as many. */
  if (info->is_model || (!found && info->workers->len == 0))
    {
      for (guint i = 0; i < MIN (info->processors, N_PROCESSOR_NUMBERS); i++)
        is_used[i] = TRUE;
      found = TRUE;
    }

  return found;
}

/* One thread that the system moves from processor to processor is still one cashier. */
static gboolean
is_one_free_worker (IlvCashierStory *self)
{
  const IlvTraceInfo *info = ilv_trace_get_info (self->trace);

  return !info->is_model && info->workers->len == 1 &&
         ilv_trace_info_get_worker (info, 0)->processor < 0;
}

static void
find_cashiers (IlvCashierStory *self)
{
  const IlvTraceInfo *info = ilv_trace_get_info (self->trace);
  g_autofree gboolean *is_used = g_new0 (gboolean, N_PROCESSOR_NUMBERS);
  const guint none = NO_CASHIER;

  self->by_worker = is_one_free_worker (self) || !find_processors (self, is_used);
  for (guint i = 0; i < (self->by_worker ? info->workers->len : N_PROCESSOR_NUMBERS); i++)
    {
      if (!self->by_worker && !is_used[i])
        {
          g_array_append_val (self->cashier_of_key, none);
          continue;
        }

      g_array_append_val (self->cashier_of_key, self->cashier_names->len);
      g_ptr_array_add (self->cashier_names,
                       self->by_worker ? g_strdup (ilv_trace_info_get_worker (info, i)->name)
                                       /* Translators: the name of a processor; %u is its number. */
                                       : g_strdup_printf (_ ("Core %u"), i));
    }
}

static guint
get_cashier (IlvCashierStory *self, const IlvSpan *span)
{
  const IlvTraceInfo *info = ilv_trace_get_info (self->trace);
  gint64 key = self->by_worker ? (gint64) span->worker : (gint64) span->processor;

  if (!self->by_worker && key < 0 && span->worker < info->workers->len)
    key = ilv_trace_info_get_worker (info, span->worker)->processor;
  if (key < 0 || key >= self->cashier_of_key->len)
    return NO_CASHIER;

  return g_array_index (self->cashier_of_key, guint, key);
}

static void
add_visit (Person *person, const IlvSpan *span, guint cashier)
{
  Visit visit = { span->start_ns, span->end_ns, cashier };

  if (person->visits->len > 0)
    {
      Visit *last = &g_array_index (person->visits, Visit, person->visits->len - 1);

      if (last->cashier == cashier && last->end_ns >= span->start_ns)
        {
          last->end_ns = MAX (last->end_ns, span->end_ns);
          return;
        }
    }
  g_array_append_val (person->visits, visit);
}

static void
add_spans (IlvCashierStory *self)
{
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (self->trace, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    {
      const IlvSpan *span = &spans[i];
      Pause pause = { span->start_ns, span->end_ns, span->state };
      Person *person;
      guint cashier;

      if (span->task >= self->n_persons)
        continue;

      person = &self->persons[span->task];
      person->ended_ns = MAX (person->ended_ns, span->end_ns);
      person->open = person->open || span->open;
      cashier = get_cashier (self, span);
      if (span->state == ILV_STATE_RUNNING && cashier != NO_CASHIER)
        add_visit (person, span, cashier);
      else if (span->state == ILV_STATE_WAITING || span->state == ILV_STATE_BLOCKED)
        g_array_append_val (person->pauses, pause);
    }
}

IlvCashierStory *
ilv_cashier_story_new (IlvTrace *trace)
{
  const IlvTraceInfo *info;
  IlvCashierStory *self;

  g_return_val_if_fail (ILV_IS_TRACE (trace), NULL);

  info = ilv_trace_get_info (trace);
  self = g_new0 (IlvCashierStory, 1);
  self->trace = g_object_ref (trace);
  self->n_persons = info->tasks->len;
  self->persons = g_new0 (Person, self->n_persons);
  self->cashier_names = g_ptr_array_new_with_free_func (g_free);
  self->cashier_of_key = g_array_new (FALSE, FALSE, sizeof (guint));
  self->ranks = g_array_new (FALSE, FALSE, sizeof (Rank));
  for (guint i = 0; i < self->n_persons; i++)
    {
      self->persons[i].name = ilv_trace_info_get_task (info, i)->name;
      self->persons[i].visits = g_array_new (FALSE, FALSE, sizeof (Visit));
      self->persons[i].pauses = g_array_new (FALSE, FALSE, sizeof (Pause));
      self->persons[i].ended_ns = -1;
    }

  find_lines (self);
  find_cashiers (self);
  add_spans (self);

  return self;
}

void
ilv_cashier_story_free (IlvCashierStory *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_persons; i++)
    {
      g_array_unref (self->persons[i].visits);
      g_array_unref (self->persons[i].pauses);
    }
  g_free (self->persons);
  g_ptr_array_unref (self->cashier_names);
  g_array_unref (self->cashier_of_key);
  g_array_unref (self->ranks);
  g_object_unref (self->trace);
  g_free (self);
}

guint
ilv_cashier_story_get_n_customers (IlvCashierStory *self)
{
  return self->n_persons;
}

guint
ilv_cashier_story_get_n_lines (IlvCashierStory *self)
{
  return self->n_lines;
}

guint
ilv_cashier_story_get_n_cashiers (IlvCashierStory *self)
{
  return self->cashier_names->len;
}

guint
ilv_cashier_story_get_longest_line (IlvCashierStory *self)
{
  return self->longest_line;
}

guint
ilv_cashier_story_get_line (IlvCashierStory *self, guint customer)
{
  g_return_val_if_fail (customer < self->n_persons, 0);

  return self->persons[customer].line;
}

const char *
ilv_cashier_story_get_name (IlvCashierStory *self, guint customer)
{
  g_return_val_if_fail (customer < self->n_persons, NULL);

  return self->persons[customer].name;
}

const char *
ilv_cashier_story_get_cashier_name (IlvCashierStory *self, guint cashier)
{
  g_return_val_if_fail (cashier < self->cashier_names->len, NULL);

  return g_ptr_array_index (self->cashier_names, cashier);
}

const char *
ilv_cashier_story_get_cashier_number (IlvCashierStory *self, guint cashier)
{
  const char *name = ilv_cashier_story_get_cashier_name (self, cashier);
  const char *space = name != NULL ? strrchr (name, ' ') : NULL;

  return space != NULL ? space + 1 : name;
}

/* The first visit or pause, which both begin with their times, that ends after @time_ns. */
static guint
find_after (const GArray *array, gint64 time_ns)
{
  guint size = g_array_get_element_size ((GArray *) array);
  guint low = 0;
  guint high = array->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      gint64 end_ns;

      memcpy (&end_ns, array->data + (gsize) middle * size + sizeof (gint64), sizeof end_ns);
      if (end_ns <= time_ns)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static IlvState
get_state_in_line (const Person *person, gint64 time_ns)
{
  guint position = find_after (person->pauses, time_ns);
  const Pause *pause;

  /* The end of an open pause is only what is known of it so far. */
  if (position == person->pauses->len && person->open && position > 0 &&
      g_array_index (person->pauses, Pause, position - 1).end_ns == person->ended_ns)
    position--;
  if (position == person->pauses->len)
    return ILV_STATE_READY;

  pause = &g_array_index (person->pauses, Pause, position);

  return pause->start_ns <= time_ns ? pause->state : ILV_STATE_READY;
}

/* The share of a walk of @walk_ns that was done @elapsed_ns after its begin. */
static double
get_share (gint64 elapsed_ns, gint64 walk_ns)
{
  return walk_ns > 0 ? CLAMP ((double) elapsed_ns / walk_ns, 0, 1) : elapsed_ns < 0 ? 0 : 1;
}

/* Walks are no longer than half of the stay that they lead to or come from, so that in quick turns
 * too only one is at the cashier. */
static gint64
limit_walk (const Visit *visit, gint64 walk_ns)
{
  return MIN (walk_ns, (visit->end_ns - visit->start_ns) / 2);
}

/* The walks between two visits; @last and @next may be %NULL. Returns how far it is on the way to
 * the next one, which is what the others in the line see of it. */
static double
walk (const Visit *last, const Visit *next, gint64 time_ns, gint64 walk_ns, IlvCustomer *customer)
{
  gint64 back_ns = 0;
  gint64 there_ns = 0;

  if (last != NULL && next != NULL)
    walk_ns = MIN (walk_ns, (next->start_ns - last->end_ns) / 2);
  else if (next != NULL)
    walk_ns = MIN (walk_ns, next->start_ns);
  if (last != NULL)
    back_ns = limit_walk (last, walk_ns);
  if (next != NULL)
    there_ns = limit_walk (next, walk_ns);

  if (next != NULL && next->start_ns - time_ns < there_ns)
    {
      customer->cashier = next->cashier;
      customer->away = 1 - get_share (next->start_ns - time_ns, there_ns);
      return customer->away;
    }

  if (last != NULL)
    {
      customer->cashier = last->cashier;
      customer->away = 1 - get_share (time_ns - last->end_ns, back_ns);
    }

  return 0;
}

/* Once it has left for good: the way out, from the cashier or from the line. */
static void
leave (const Person *person,
       const Visit *last,
       gint64 time_ns,
       gint64 walk_ns,
       gint64 closing_ns,
       IlvCustomer *customer)
{
  /* Who ends with the run has no time for it. */
  walk_ns = MAX (MIN (walk_ns, closing_ns - person->ended_ns), 0);
  customer->state = ILV_STATE_ENDED;
  customer->gone = get_share (time_ns - person->ended_ns, walk_ns);
  customer->away = 0;
  if (last != NULL && last->end_ns == person->ended_ns)
    {
      customer->cashier = last->cashier;
      customer->away = 1;
    }
}

static void
place_customer (
  IlvCashierStory *self, guint index, gint64 time_ns, gint64 walk_ns, IlvCustomer *customer)
{
  const Person *person = &self->persons[index];
  guint position = find_after (person->visits, time_ns);
  const Visit *last = NULL;
  const Visit *next = NULL;
  Rank rank = { index, person->line, -1, 1 };

  *customer = (IlvCustomer){ .state = ILV_STATE_READY };
  if (position == person->visits->len && person->open && position > 0 &&
      g_array_index (person->visits, Visit, position - 1).end_ns == person->ended_ns)
    position--;
  if (position > 0)
    last = &g_array_index (person->visits, Visit, position - 1);
  if (position < person->visits->len)
    next = &g_array_index (person->visits, Visit, position);

  if (last != NULL)
    rank.since_ns = last->end_ns;
  if (next != NULL && next->start_ns <= time_ns)
    {
      *customer = (IlvCustomer){ .state = ILV_STATE_RUNNING, .cashier = next->cashier, .away = 1 };
      rank.presence = 0;
    }
  else if (person->ended_ns >= 0 && !person->open && time_ns >= person->ended_ns)
    {
      leave (person, last, time_ns, walk_ns, ilv_trace_get_duration_ns (self->trace), customer);
      rank.presence = customer->away > 0 ? 0 : 1 - customer->gone;
    }
  else
    {
      customer->state = get_state_in_line (person, time_ns);
      rank.presence = 1 - walk (last, next, time_ns, walk_ns, customer);
    }

  g_array_append_val (self->ranks, rank);
}

static int
compare_ranks (gconstpointer a, gconstpointer b)
{
  const Rank *left = a;
  const Rank *right = b;

  if (left->line != right->line)
    return left->line < right->line ? -1 : 1;
  if (left->since_ns != right->since_ns)
    return left->since_ns < right->since_ns ? -1 : 1;
  return (left->customer > right->customer) - (left->customer < right->customer);
}

void
ilv_cashier_story_get (IlvCashierStory *self,
                       gint64 time_ns,
                       gint64 walk_ns,
                       IlvCustomer *customers)
{
  double in_front = 0;

  g_return_if_fail (self != NULL);
  g_return_if_fail (walk_ns >= 0);
  g_return_if_fail (customers != NULL || self->n_persons == 0);

  g_array_set_size (self->ranks, 0);
  for (guint i = 0; i < self->n_persons; i++)
    place_customer (self, i, time_ns, walk_ns, &customers[i]);

  g_array_sort (self->ranks, compare_ranks);
  for (guint i = 0; i < self->ranks->len; i++)
    {
      const Rank *rank = &g_array_index (self->ranks, Rank, i);

      if (i == 0 || rank->line != g_array_index (self->ranks, Rank, i - 1).line)
        in_front = 0;
      customers[rank->customer].index = in_front;
      in_front += rank->presence;
    }
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-summary.h"

#include <glib/gi18n-lib.h>

#include "ilv-in-flight.h"

/* What differs less than this is called the same: no two runs take equally long. */
#define SAME_SHARE 0.1

static gint64
get_time_ns (const IlvRacer *racer)
{
  if (racer->trace == NULL ||
      ilv_trace_get_info (racer->trace)->outcome != ILV_TRACE_OUTCOME_FINISHED)
    return 0;
  return ilv_trace_get_duration_ns (racer->trace);
}

/* The first one that satisfies: of those that finished, the soonest; -1 if none did. */
static int
find_soonest (const IlvRacer *racers, guint n_racers)
{
  int soonest = -1;

  for (guint i = 0; i < n_racers; i++)
    if (get_time_ns (&racers[i]) > 0 &&
        (soonest < 0 || get_time_ns (&racers[i]) < get_time_ns (&racers[soonest])))
      soonest = i;
  return soonest;
}

static int
find_first (const IlvRacer *racers, guint n_racers)
{
  for (guint i = 0; i < n_racers; i++)
    if (get_time_ns (&racers[i]) > 0)
      return i;
  return -1;
}

static char *
describe_soonest (const IlvRacer *soonest, const IlvRacer *first)
{
  double times = (double) get_time_ns (first) / get_time_ns (soonest);

  if (times < 1 + SAME_SHARE)
    /* Translators: %s is the title of a run, such as A plain loop. */
    return g_strdup_printf (_ ("Nothing was clearly sooner than “%s”."), first->title);
  /* Translators: titles of two runs, such as All at once and A plain loop, and how many times. */
  return g_strdup_printf (_ ("“%s” finished %.1f times sooner than “%s”."), soonest->title, times,
                          first->title);
}

/* (nullable): one of the runs that were neither first in the list nor soonest. */
static char *
describe_other (const IlvRacer *other, const IlvRacer *first)
{
  double times;

  if (other->trace == NULL)
    return NULL;
  if (get_time_ns (other) == 0)
    /* Translators: %s is the title of a run. */
    return g_strdup_printf (_ ("“%s” did not finish."), other->title);
  times = (double) get_time_ns (first) / get_time_ns (other);
  if (times > 1 + SAME_SHARE)
    return g_strdup_printf (_ ("“%s” finished %.1f times sooner."), other->title, times);
  if (times > 1 - SAME_SHARE)
    return g_strdup_printf (_ ("“%s” was no sooner at all."), other->title);
  return g_strdup_printf (_ ("“%s” took %.1f times as long."), other->title, 1 / times);
}

static gboolean
has_failures (const IlvRacer *racers, guint n_racers)
{
  for (guint i = 0; i < n_racers; i++)
    if (racers[i].trace != NULL && ilv_in_flight_count_failures (racers[i].trace) > 0)
      return TRUE;
  return FALSE;
}

static char *
warn_of_failures (void)
{
  return g_strdup (_ ("Some requests failed and were not tried again, so compare the times with care."));
}

static gboolean
can_compare (const IlvRacer *racers, guint n_racers)
{
  guint n_finished = 0;

  for (guint i = 0; i < n_racers; i++)
    n_finished += get_time_ns (&racers[i]) > 0;
  return n_finished >= 2;
}

char *
ilv_race_summary_compare (const IlvRacer *racers, guint n_racers)
{
  int first = find_first (racers, n_racers);
  int soonest = find_soonest (racers, n_racers);
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);

  if (!can_compare (racers, n_racers))
    return NULL;

  g_ptr_array_add (sentences, describe_soonest (&racers[soonest], &racers[first]));
  for (int i = 0; i < (int) n_racers; i++)
    {
      char *sentence =
        i != first && i != soonest ? describe_other (&racers[i], &racers[first]) : NULL;

      if (sentence != NULL)
        g_ptr_array_add (sentences, sentence);
    }
  if (has_failures (racers, n_racers))
    g_ptr_array_add (sentences, warn_of_failures ());
  g_ptr_array_add (sentences, NULL);
  return g_strjoinv (" ", (char **) sentences->pdata);
}

char *
ilv_race_summary_tell_soonest (const IlvRacer *racers, guint n_racers)
{
  if (!can_compare (racers, n_racers))
    return NULL;
  if (has_failures (racers, n_racers))
    return warn_of_failures ();
  return describe_soonest (&racers[find_soonest (racers, n_racers)],
                           &racers[find_first (racers, n_racers)]);
}

double
ilv_race_summary_get_times (const IlvRacer *racers, guint n_racers, guint index)
{
  int first = find_first (racers, n_racers);

  g_return_val_if_fail (index < n_racers, 0);

  if (first < 0 || index == (guint) first || get_time_ns (&racers[index]) == 0)
    return 0;
  if (has_failures (&racers[first], 1) || has_failures (&racers[index], 1))
    return 0;
  return (double) get_time_ns (&racers[first]) / get_time_ns (&racers[index]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-offer.h"

struct _IlvRaceOffer
{
  GObject parent_instance;

  IlvRace *race;
  IlvPythons *pythons;
  gboolean is_python;
  GArray *runs; /* of guint: their numbers in the lesson */
  GStrv titles;
};

G_DEFINE_FINAL_TYPE (IlvRaceOffer, ilv_race_offer, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const IlvRaceRun *
get_run (IlvRaceOffer *self, guint index)
{
  return ilv_race_get_run (self->race, g_array_index (self->runs, guint, index));
}

static IlvPython *
choose_python (IlvRaceOffer *self, const IlvRaceRun *run)
{
  return ilv_strategy_is_python (run->strategy)
           ? ilv_python_choose (ilv_pythons_get_model (self->pythons), run->strategy)
           : NULL;
}

static gboolean
is_offered (IlvRaceOffer *self, const IlvRaceRun *run, gboolean is_python)
{
  return ilv_strategy_is_python (run->strategy) == is_python &&
         (!is_python || choose_python (self, run) != NULL);
}

static void
find_runs (IlvRaceOffer *self)
{
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();

  g_array_set_size (self->runs, 0);
  for (guint i = 0; i < ilv_race_get_n_runs (self->race); i++)
    {
      const IlvRaceRun *run = ilv_race_get_run (self->race, i);

      if (!is_offered (self, run, self->is_python))
        continue;
      g_array_append_val (self->runs, i);
      g_strv_builder_add (titles, run->title);
    }
  g_strfreev (self->titles);
  self->titles = g_strv_builder_end (titles);
}

static void
on_pythons_changed (IlvRaceOffer *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The pool's size is the learner's to choose, for Python's pool too. */
static guint
get_workers (const IlvRaceRun *run, guint workers)
{
  return run->strategy == ILV_STRATEGY_THREAD_POOL || run->workers > 0 ? workers : 0;
}

static guint
count_at_once (const IlvRaceRun *run, guint n_requests, guint workers)
{
  switch (run->strategy)
    {
    case ILV_STRATEGY_EVENT_LOOP:
    case ILV_STRATEGY_GIO:
    case ILV_STRATEGY_TIME_SLICED:
      return n_requests;
    default:
      return MAX (get_workers (run, workers), 1);
    }
}

static void
ilv_race_offer_dispose (GObject *object)
{
  IlvRaceOffer *self = ILV_RACE_OFFER (object);

  g_clear_object (&self->race);
  g_clear_object (&self->pythons);

  G_OBJECT_CLASS (ilv_race_offer_parent_class)->dispose (object);
}

static void
ilv_race_offer_finalize (GObject *object)
{
  IlvRaceOffer *self = ILV_RACE_OFFER (object);

  g_array_unref (self->runs);
  g_strfreev (self->titles);

  G_OBJECT_CLASS (ilv_race_offer_parent_class)->finalize (object);
}

static void
ilv_race_offer_class_init (IlvRaceOfferClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_race_offer_dispose;
  object_class->finalize = ilv_race_offer_finalize;

  /**
   * IlvRaceOffer::changed:
   *
   * Other interpreters are known, so that other runs may be offered.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_race_offer_init (IlvRaceOffer *self)
{
  self->runs = g_array_new (FALSE, FALSE, sizeof (guint));
}

IlvRaceOffer *
ilv_race_offer_new (IlvRace *race, IlvPythons *pythons)
{
  IlvRaceOffer *self;

  g_return_val_if_fail (ILV_IS_RACE (race), NULL);
  g_return_val_if_fail (ILV_IS_PYTHONS (pythons), NULL);

  self = g_object_new (ILV_TYPE_RACE_OFFER, NULL);
  self->race = g_object_ref (race);
  self->pythons = g_object_ref (pythons);
  find_runs (self);
  /* Interpreters are only looked for where somebody asks for them. */
  for (guint i = 0; i < ilv_race_get_n_runs (race); i++)
    if (ilv_strategy_is_python (ilv_race_get_run (race, i)->strategy))
      {
        g_signal_connect_object (ilv_pythons_get_model (pythons), "items-changed",
                                 G_CALLBACK (on_pythons_changed), self, G_CONNECT_SWAPPED);
        break;
      }
  return self;
}

gboolean
ilv_race_offer_has (IlvRaceOffer *self, gboolean is_python)
{
  g_return_val_if_fail (ILV_IS_RACE_OFFER (self), FALSE);

  for (guint i = 0; i < ilv_race_get_n_runs (self->race); i++)
    if (is_offered (self, ilv_race_get_run (self->race, i), is_python))
      return TRUE;
  return FALSE;
}

void
ilv_race_offer_choose (IlvRaceOffer *self, gboolean is_python)
{
  g_return_if_fail (ILV_IS_RACE_OFFER (self));

  self->is_python = is_python;
  find_runs (self);
}

guint
ilv_race_offer_get_n_runs (IlvRaceOffer *self)
{
  g_return_val_if_fail (ILV_IS_RACE_OFFER (self), 0);

  return self->runs->len;
}

const char *const *
ilv_race_offer_get_titles (IlvRaceOffer *self)
{
  g_return_val_if_fail (ILV_IS_RACE_OFFER (self), NULL);

  return (const char *const *) self->titles;
}

void
ilv_race_offer_set_up (IlvRaceOffer *self, IlvRaceExperiment *experiment, guint workers)
{
  g_return_if_fail (ILV_IS_RACE_OFFER (self));

  ilv_race_experiment_clear (experiment);
  for (guint i = 0; i < self->runs->len; i++)
    {
      const IlvRaceRun *run = get_run (self, i);

      ilv_race_experiment_add (experiment, run->strategy, get_workers (run, workers), run->code,
                               choose_python (self, run));
    }
}

gint64
ilv_race_offer_estimate_ns (IlvRaceOffer *self, guint n_requests, guint workers, gint64 latency_ns)
{
  gint64 estimate_ns = 0;

  g_return_val_if_fail (ILV_IS_RACE_OFFER (self), 0);

  /* How a script waits is known only to itself. */
  if (self->is_python)
    return 0;
  for (guint i = 0; i < self->runs->len; i++)
    {
      guint at_once = count_at_once (get_run (self, i), n_requests, workers);

      estimate_ns += (n_requests + at_once - 1) / at_once * latency_ns;
    }
  return estimate_ns;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-pythons.h"
#include "ilv-race-experiment.h"
#include "ilv-race.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_OFFER (ilv_race_offer_get_type ())

/**
 * IlvRaceOffer:
 *
 * Which of a lesson's runs take part in a race: those in C, or those in Python for which there is
 * an interpreter.
 *
 * Signals: #IlvRaceOffer::changed, when other interpreters are known.
 */
G_DECLARE_FINAL_TYPE (IlvRaceOffer, ilv_race_offer, ILV, RACE_OFFER, GObject)

/* Begins with the runs in C. @pythons: the interpreters of this machine. */
IlvRaceOffer *ilv_race_offer_new (IlvRace *race, IlvPythons *pythons);

/* Whether there are runs in that language that can be made. */
gboolean ilv_race_offer_has (IlvRaceOffer *self, gboolean is_python);

/* Offers the runs in that language. */
void ilv_race_offer_choose (IlvRaceOffer *self, gboolean is_python);

/* (array zero-terminated=1) (transfer none): the titles of the runs that are offered, in order. */
guint ilv_race_offer_get_n_runs (IlvRaceOffer *self);
const char *const *ilv_race_offer_get_titles (IlvRaceOffer *self);

/* Gives all of them to @experiment, whose pools have @workers threads. */
void ilv_race_offer_set_up (IlvRaceOffer *self, IlvRaceExperiment *experiment, guint workers);

/* About how long they take together, by the server's latency alone; 0 where it cannot be said. */
gint64
ilv_race_offer_estimate_ns (IlvRaceOffer *self, guint n_requests, guint workers, gint64 latency_ns);

G_END_DECLS

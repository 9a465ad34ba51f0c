/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-lesson-server.h"
#include "ilv-workload.h"

G_BEGIN_DECLS

#define ILV_RACE_MIN_RUNS 2
#define ILV_RACE_MAX_RUNS 8

/**
 * IlvRaceRun:
 * @title: what it is called in the chart
 * @strategy: how it runs
 * @workers: how many threads a thread pool has; 0 for one a processor
 * @code: (nullable): the text of its Python file, or the name of a piece of C
 * @code_name: (nullable): the name of that file
 *
 * One of those that race.
 */
typedef struct
{
  char *title;
  IlvStrategy strategy;
  guint workers;
  char *code;
  char *code_name;
} IlvRaceRun;

#define ILV_TYPE_RACE (ilv_race_get_type ())

/**
 * IlvRace:
 *
 * What a `race` block of a lesson says: one workload, run in several ways, one after the other.
 * Immutable.
 *
 * Its key file: `[Race]` with `Title`; groups `[Run 1]`, `[Run 2]` … (2 to 8) with `Title`,
 * `Strategy`, `Workers` and `Code`; `[Server]`, see #IlvLessonServer; the workload's `[Task …]`
 * groups.
 */
G_DECLARE_FINAL_TYPE (IlvRace, ilv_race, ILV, RACE, GObject)

/* Reads a race of a lesson in @folder (nullable), from which files of code are read. */
IlvRace *ilv_race_new_from_key_file (IlvKeyFile *key_file, GFile *folder, GError **error);

const char *ilv_race_get_title (IlvRace *self);

/* In the order of the lesson. */
guint ilv_race_get_n_runs (IlvRace *self);
const IlvRaceRun *ilv_race_get_run (IlvRace *self, guint index);

const IlvLessonServer *ilv_race_get_server (IlvRace *self);
IlvWorkload *ilv_race_get_workload (IlvRace *self);

G_END_DECLS

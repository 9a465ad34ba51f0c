/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-experiment.h"
#include "ilv-figures.h"
#include "ilv-last-runs.h"

G_BEGIN_DECLS

/**
 * IlvStoredRun:
 * @id: what it is known by in its store; 0 while it is in none. Later runs have larger ones
 * @place: where the comparison stands; owned
 * @kind: what was run, so that two runs of the same can be told from others
 * @settings: (nullable): what the controls were set to, a dictionary (`a{sv}`)
 * @made_us: when it was made, in microseconds since 1970
 * @processors: how many logical processors the program could use
 * @version: the program's version
 * @strategies: the stable ids of the strategies of both sides; owned
 * @figures: the figures of both sides
 * @traces: (nullable): what happened on each side; %NULL where that was too large to be kept, and in
 *   lists
 *
 * A complete run of a comparison as #IlvRunStore keeps it. Reference counted; not changed once others
 * have it, so it is for any thread.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;

  /*< public >*/
  gint64 id;
  IlvRunPlace place;
  char *kind;
  GVariant *settings;
  gint64 made_us;
  guint processors;
  char *version;
  char *strategies[ILV_N_SIDES];
  IlvFigures figures[ILV_N_SIDES];
  IlvTrace *traces[ILV_N_SIDES];
} IlvStoredRun;

/* A run that was made now, on this machine, by this program. @settings: (nullable). Computes the
 * figures, which takes a moment where traces are long. */
IlvStoredRun *ilv_stored_run_new (const IlvRunPlace *place,
                                  const char *kind,
                                  GVariant *settings,
                                  IlvTrace *left,
                                  IlvTrace *right);

/* One in which nothing is set yet, for who reads it from a file. */
IlvStoredRun *ilv_stored_run_new_empty (void);

IlvStoredRun *ilv_stored_run_ref (IlvStoredRun *self);
void ilv_stored_run_unref (IlvStoredRun *self);

/* (transfer full) (nullable): the traces as docs/formats.md has them, gzipped; %NULL where there are
 * none, or they are larger than %ILV_LAST_RUNS_MAX_BYTES. */
GBytes *ilv_stored_run_pack_traces (IlvStoredRun *self);

/* Takes over what ilv_stored_run_pack_traces() gave; %FALSE, without traces, where it is damaged. */
gboolean ilv_stored_run_unpack_traces (IlvStoredRun *self, GBytes *packed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvStoredRun, ilv_stored_run_unref)

G_END_DECLS

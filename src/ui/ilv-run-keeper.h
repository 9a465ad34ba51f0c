/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lesson-context.h"

G_BEGIN_DECLS

#define ILV_TYPE_RUN_KEEPER (ilv_run_keeper_get_type ())

/**
 * IlvRunKeeper:
 *
 * Keeps the last complete run of one comparison or race of a lesson, for its handout, and all runs of a
 * comparison in the history.
 */
G_DECLARE_FINAL_TYPE (IlvRunKeeper, ilv_run_keeper, ILV, RUN_KEEPER, GObject)

/* @context: (nullable): where there is none, or it has no runs, nothing is kept. @title: of the
 * comparison or race. */
IlvRunKeeper *ilv_run_keeper_new (const IlvLessonContext *context, const char *title);

/* Keeps a run that came to its end, unless one of @traces is %NULL. A failure is said in the log.
 * @titles: (nullable): of a race. */
void ilv_run_keeper_keep (IlvRunKeeper *self,
                          IlvTrace *const *traces,
                          const char *const *titles,
                          guint n_traces);

/* Keeps a run of a comparison in the history, if there is one and the settings say so. @kind: see
 * ilv_past_run_new(); @settings: (nullable): what the controls were set to. A failure is said in the log. */
void ilv_run_keeper_add (IlvRunKeeper *self,
                         const char *kind,
                         GVariant *settings,
                         IlvTrace *left,
                         IlvTrace *right);

/* (transfer none) (nullable): the history, and where the comparison stands. */
IlvRunStore *ilv_run_keeper_get_history (IlvRunKeeper *self);
const IlvRunPlace *ilv_run_keeper_get_place (IlvRunKeeper *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-past-run.h"
#include "ilv-spread.h"

G_BEGIN_DECLS

/* So many runs are kept, since a trace may be large: as many as are run at once, see #IlvRunSeries. */
#define ILV_RUN_HISTORY_MAX 10

#define ILV_TYPE_RUN_HISTORY (ilv_run_history_get_type ())

/**
 * IlvRunHistory:
 *
 * The last runs of a comparison, newest first: a #GListModel of #IlvPastRun. Properties:
 * #IlvRunHistory:shown.
 */
G_DECLARE_FINAL_TYPE (IlvRunHistory, ilv_run_history, ILV, RUN_HISTORY, GObject)

IlvRunHistory *ilv_run_history_new (void);

/* (transfer none): adds a run, and drops the oldest if there are too many; see ilv_past_run_new(). */
IlvPastRun *ilv_run_history_add (IlvRunHistory *self,
                                 const char *kind,
                                 IlvTrace *left,
                                 IlvTrace *right);

/* (transfer none) (nullable): the run of that number, if it is still there. */
IlvPastRun *ilv_run_history_find (IlvRunHistory *self, guint number);

/* The number of the run that is looked at; 0 for none. */
guint ilv_run_history_get_shown (IlvRunHistory *self);
void ilv_run_history_set_shown (IlvRunHistory *self, guint number);

/* The longest of all sides of all runs; 0 where there is none. */
gint64 ilv_run_history_get_longest_ns (IlvRunHistory *self);

/* Whether @run is of the same kind as the newest: only such runs are set beside each other. */
gboolean ilv_run_history_is_like_newest (IlvRunHistory *self, IlvPastRun *run);

/* How far the times of that side lie apart in the runs like the newest; %FALSE where there is no run. */
gboolean ilv_run_history_get_spread (IlvRunHistory *self, IlvSide side, IlvSpread *spread);

/* (transfer full) (nullable): median and spread of the runs like the newest, in words; %NULL for less
 * than two of them. */
char *ilv_run_history_describe (IlvRunHistory *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-past-run.h"

G_BEGIN_DECLS

/* So many runs are kept, since a trace may be large. */
#define ILV_RUN_HISTORY_MAX 5

#define ILV_TYPE_RUN_HISTORY (ilv_run_history_get_type ())

/**
 * IlvRunHistory:
 *
 * The last runs of a comparison, newest first: a #GListModel of #IlvPastRun.
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

/* The longest of all sides of all runs; 0 where there is none. */
gint64 ilv_run_history_get_longest_ns (IlvRunHistory *self);

/* (transfer full) (nullable): median and spread of the runs like the newest, in words; %NULL for less
 * than two of them. */
char *ilv_run_history_describe (IlvRunHistory *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_RACE_TABLE (ilv_race_table_get_type ())

/**
 * IlvRaceTable:
 *
 * The figures of a race's runs, a row each: when it finished, its CPU time, the most requests under
 * way at once, the names it got and the failures.
 */
G_DECLARE_FINAL_TYPE (IlvRaceTable, ilv_race_table, ILV, RACE_TABLE, GtkWidget)

GtkWidget *ilv_race_table_new (void);

/* The titles of the runs, which have no figures yet. */
void ilv_race_table_set_titles (IlvRaceTable *self, const char *const *titles);

/* The figures of a run; dashes for %NULL. */
void ilv_race_table_set_trace (IlvRaceTable *self, guint run, IlvTrace *trace);

/* (transfer none): the text of a cell; columns are counted from 0, which is the title's. */
const char *ilv_race_table_get_text (IlvRaceTable *self, guint run, guint column);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lane-index.h"
#include "ilv-slice-control.h"
#include "ilv-workload.h"

G_BEGIN_DECLS

#define ILV_TYPE_SETUP (ilv_setup_get_type ())

/**
 * IlvSetup:
 *
 * What of an experiment can be changed: tasks (or lines and customers, or how many pages), work per
 * task, processors (or cashiers), workers, the time slice, and how its lanes are grouped.
 *
 * Signals: #IlvSetup::changed, when the workload, the processors, the workers or the time slice
 * change. Properties:
 * `grouping` (uint, an #IlvGrouping, read only).
 */
G_DECLARE_FINAL_TYPE (IlvSetup, ilv_setup, ILV, SETUP, GtkWidget)

#define ILV_SETUP_MAX_TASKS 300

/* Begins with the lesson's workload; its numbers can be changed if it is of a form that has some. */
void ilv_setup_set_workload (IlvSetup *self, IlvWorkload *workload);

/* Whether its numbers may not be changed all the same, since something runs that does not follow. */
void ilv_setup_set_fixed (IlvSetup *self, gboolean fixed);

/* (transfer none): the workload as it is set now. */
IlvWorkload *ilv_setup_get_workload (IlvSetup *self);
guint ilv_setup_get_processors (IlvSetup *self);
void ilv_setup_set_processors (IlvSetup *self, guint processors);

/* How many processors can be chosen. */
void ilv_setup_set_max_processors (IlvSetup *self, guint max_processors);

/* How many threads a thread pool has: 0, as at the start, for one a processor. They can be chosen where
 * the workload waits for the world and a side has a pool. */
guint ilv_setup_get_workers (IlvSetup *self);
void ilv_setup_set_workers (IlvSetup *self, guint workers);
void ilv_setup_set_has_pool (IlvSetup *self, gboolean has_pool);

/* (transfer none): the time slice. */
IlvSliceControl *ilv_setup_get_slice (IlvSetup *self);

/* Whether some of the tasks wait for time, servers, files or people. */
gboolean ilv_setup_waits_for_world (IlvSetup *self);

IlvGrouping ilv_setup_get_grouping (IlvSetup *self);
void ilv_setup_set_grouping (IlvSetup *self, IlvGrouping grouping);

/* Adds all that is chosen to @settings, and takes it back from there; what is missing or makes no sense
 * is passed over. */
void ilv_setup_save (IlvSetup *self, GVariantDict *settings);
void ilv_setup_restore (IlvSetup *self, GVariantDict *settings);

G_END_DECLS

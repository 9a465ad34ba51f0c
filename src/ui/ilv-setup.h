/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lane-index.h"
#include "ilv-workload.h"

G_BEGIN_DECLS

#define ILV_TYPE_SETUP (ilv_setup_get_type ())

/**
 * IlvSetup:
 *
 * What of an experiment can be changed: tasks, work per task, processors, and how its lanes are
 * grouped.
 *
 * Signals: #IlvSetup::changed, when the workload or the processors change. Properties: `grouping`
 * (uint, an #IlvGrouping, read only).
 */
G_DECLARE_FINAL_TYPE (IlvSetup, ilv_setup, ILV, SETUP, GtkWidget)

#define ILV_SETUP_MAX_TASKS 32

/* Begins with the lesson's workload; number and length of its tasks can be changed if all are of one
 * kind. */
void ilv_setup_set_workload (IlvSetup *self, IlvWorkload *workload);

/* (transfer none): the workload as it is set now. */
IlvWorkload *ilv_setup_get_workload (IlvSetup *self);

guint ilv_setup_get_processors (IlvSetup *self);
void ilv_setup_set_processors (IlvSetup *self, guint processors);

/* At most so many can be chosen. */
void ilv_setup_set_max_processors (IlvSetup *self, guint max_processors);

IlvGrouping ilv_setup_get_grouping (IlvSetup *self);

G_END_DECLS

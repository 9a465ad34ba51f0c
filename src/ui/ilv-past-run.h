/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-experiment.h"

G_BEGIN_DECLS

#define ILV_TYPE_PAST_RUN (ilv_past_run_get_type ())

/**
 * IlvPastRun:
 *
 * A run of a comparison that has ended: what both sides did. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvPastRun, ilv_past_run, ILV, PAST_RUN, GObject)

/* @number: which run of the comparison it was, from 1; @kind: what was run: runs whose kinds are equal
 * can be compared with each other. */
IlvPastRun *ilv_past_run_new (guint number, const char *kind, IlvTrace *left, IlvTrace *right);

guint ilv_past_run_get_number (IlvPastRun *self);
const char *ilv_past_run_get_kind (IlvPastRun *self);

/* (transfer none) */
IlvTrace *ilv_past_run_get_trace (IlvPastRun *self, IlvSide side);
gint64 ilv_past_run_get_duration_ns (IlvPastRun *self, IlvSide side);

/* (transfer full): "Run 3: left 803 ms, right 402 ms" */
char *ilv_past_run_describe (IlvPastRun *self);

G_END_DECLS

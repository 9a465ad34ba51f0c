/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-time-axis.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_SPAN_TABLE (ilv_span_table_get_type ())

/**
 * IlvSpanTable:
 *
 * The spans of a trace as a GtkColumnView: task, state, worker, processor, from, to, length. For
 * everyone who cannot or does not want to see the picture, and the tests' oracle. Selecting a row
 * selects the span on the axis, and the other way round.
 */
G_DECLARE_FINAL_TYPE (IlvSpanTable, ilv_span_table, ILV, SPAN_TABLE, GtkWidget)

GtkWidget *ilv_span_table_new (void);

void ilv_span_table_set_trace (IlvSpanTable *self, IlvTrace *trace);
void ilv_span_table_set_axis (IlvSpanTable *self, IlvTimeAxis *axis);
void ilv_span_table_set_side (IlvSpanTable *self, int side);

G_END_DECLS

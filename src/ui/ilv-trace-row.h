/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-trace-document.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRACE_ROW (ilv_trace_row_get_type ())

/**
 * IlvTraceRow:
 *
 * A row of the sidebar: what is open of the person's own traces, how far it is read, and a button that
 * closes it by the action `win.close-trace`.
 */
G_DECLARE_FINAL_TYPE (IlvTraceRow, ilv_trace_row, ILV, TRACE_ROW, GtkListBoxRow)

GtkWidget *ilv_trace_row_new (IlvTraceDocument *document);

/* (transfer none) */
IlvTraceDocument *ilv_trace_row_get_document (IlvTraceRow *self);

G_END_DECLS

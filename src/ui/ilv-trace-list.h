/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-trace-document.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRACE_LIST (ilv_trace_list_get_type ())

/**
 * IlvTraceList:
 *
 * The part of the sidebar with the person's own traces that are open, and a button to open one.
 *
 * Signals: #IlvTraceList::trace-activated, with the #IlvTraceDocument that was chosen.
 */
G_DECLARE_FINAL_TYPE (IlvTraceList, ilv_trace_list, ILV, TRACE_LIST, GtkWidget)

/* Shows @traces (element-type IlvTraceDocument), once. */
void ilv_trace_list_set_model (IlvTraceList *self, GListModel *traces);

/* Marks what is seen; %NULL for none of them. */
void ilv_trace_list_select (IlvTraceList *self, IlvTraceDocument *document);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_SPAN_ITEM (ilv_span_item_get_type ())

/**
 * IlvSpanItem:
 *
 * One span of a trace, for as long as somebody looks at it.
 */
G_DECLARE_FINAL_TYPE (IlvSpanItem, ilv_span_item, ILV, SPAN_ITEM, GObject)

IlvTrace *ilv_span_item_get_trace (IlvSpanItem *self);
const IlvSpan *ilv_span_item_get_span (IlvSpanItem *self);

#define ILV_TYPE_SPAN_LIST (ilv_span_list_get_type ())

/**
 * IlvSpanList:
 *
 * The spans of a trace as a #GListModel, in the trace's order. It creates an item when it is asked
 * for, so that a million spans cost nothing until somebody scrolls to them.
 */
G_DECLARE_FINAL_TYPE (IlvSpanList, ilv_span_list, ILV, SPAN_LIST, GObject)

IlvSpanList *ilv_span_list_new (void);
void ilv_span_list_set_trace (IlvSpanList *self, IlvTrace *trace);

G_END_DECLS

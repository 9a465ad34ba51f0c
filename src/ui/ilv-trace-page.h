/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-trace-document.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRACE_PAGE (ilv_trace_page_get_type ())

/**
 * IlvTracePage:
 *
 * The person's own traces: both sides of what is open on one scale, with the replay and what is wrong with
 * the files; how far reading is; why there is nothing; or what can be opened. It uses the window's actions
 * of #IlvOwnTraces, and has those of #IlvReplay and `show-table` in the group "comparison".
 */
G_DECLARE_FINAL_TYPE (IlvTracePage, ilv_trace_page, ILV, TRACE_PAGE, GtkWidget)

GtkWidget *ilv_trace_page_new (void);

/* Shows @document (nullable), from now on also as it changes. */
void ilv_trace_page_set_document (IlvTracePage *self, IlvTraceDocument *document);

/* (nullable) (transfer none) */
IlvTraceDocument *ilv_trace_page_get_document (IlvTracePage *self);

/* What the window's keys for pages do here: `stop` ends the reading. */
GActionGroup *ilv_trace_page_get_actions (IlvTracePage *self);

G_END_DECLS

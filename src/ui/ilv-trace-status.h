/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-trace-document.h"

G_BEGIN_DECLS

#define ILV_TYPE_TRACE_STATUS (ilv_trace_status_get_type ())

/**
 * IlvTraceStatus:
 *
 * What is seen in place of traces: what can be opened, how far reading is, why there is nothing, and what
 * can be done about it. It uses the window's actions of #IlvOwnTraces, and `tracepage.stop`.
 */
G_DECLARE_FINAL_TYPE (IlvTraceStatus, ilv_trace_status, ILV, TRACE_STATUS, GtkWidget)

/* Shows how things are with @document; %NULL for that nothing is open. */
void ilv_trace_status_show (IlvTraceStatus *self, IlvTraceDocument *document);

/* Shows in @bar how much of @document was read. */
void ilv_trace_status_show_fraction (GtkProgressBar *bar, IlvTraceDocument *document);

/* "empty", "reading" or "problem". */
const char *ilv_trace_status_get_shown (IlvTraceStatus *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-trace-document.h"

G_BEGIN_DECLS

#define ILV_TYPE_OWN_TRACES (ilv_own_traces_get_type ())

/**
 * IlvOwnTraces:
 *
 * What a window can do with trace files: the actions `open-trace`, `compare-trace` and `reload-trace`, of
 * what is shown; `close-trace` (with a document's id) and `restore-trace`; and the list of what is open.
 *
 * Signals: #IlvOwnTraces::shown, when another document is to be seen. For the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvOwnTraces, ilv_own_traces, ILV, OWN_TRACES, GObject)

/* Adds the actions to @window, which has to be a #GActionMap and to outlive it. */
IlvOwnTraces *ilv_own_traces_new (GtkWindow *window, AdwToastOverlay *toasts);

/* Whether a file is one of those that traces are in, by its name. */
gboolean ilv_own_traces_wants (GFile *file);

/* Opens @file, or shows it anew if it is open; with @second (nullable) on the same scale. */
void ilv_own_traces_open (IlvOwnTraces *self, GFile *file, GFile *second);

/* Shows @document, which is open. */
void ilv_own_traces_show (IlvOwnTraces *self, IlvTraceDocument *document);

/* Says that something else is seen. */
void ilv_own_traces_leave (IlvOwnTraces *self);

/* (transfer none): the #IlvTraceDocuments that are open */
GListModel *ilv_own_traces_get_list (IlvOwnTraces *self);

G_END_DECLS

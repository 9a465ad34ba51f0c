/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "ilv-import-source.h"
#include "ilv-trace-collector.h"

G_BEGIN_DECLS

/* Reads a file in Chrome's trace-event format, the array or the object, through @source into
 * @collector, and goes on behind what is broken, which is noted in the collector's faults.
 * @n_events: how many events were met; @sides: gets (transfer full) (nullable) what a file of ours
 * says of its sides. FALSE and an error only where there is nothing of it: it has no events, it
 * cannot be read, or it was cancelled. Blocks; for one thread at a time. */
gboolean ilv_import_json_read (IlvImportSource *source,
                               IlvTraceCollector *collector,
                               guint64 *n_events,
                               JsonArray **sides,
                               GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the events of any program become lanes.
 *
 * A thread is a task and a worker; what it does within something else lies in a lane of its own
 * below it, which is a task too: “main”, “main · level 2”, … Each event lies in the highest lane of
 * its thread that is free then, so that what is nested lies as deep as viewers draw it, no two
 * spans of a task overlap, and what is not nested as it should be has a place all the same. The
 * name of an event is the text of its step.
 */

#pragma once

#include "ilv-trace-collector.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* The strategy of a trace that another program has written. */
#define ILV_FOREIGN_STRATEGY "foreign"

/* What lies deeper is left out, and said so. */
#define ILV_IMPORT_MAX_LEVELS 512

/* (transfer full): the trace, whose first event is at 0. Takes the collector's spans. What is left
 * out is a fault. */
IlvTrace *ilv_import_lanes_build (IlvTraceCollector *collector);

G_END_DECLS

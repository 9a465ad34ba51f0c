/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "ilv-trace-collector.h"

G_BEGIN_DECLS

/* (transfer full) (element-type IlvTrace): the traces of a file of ours, a side each, as
 * ilv_trace_reader_read_json() would have made them. Takes the collector's spans.
 * @objects: what `otherData.sides` says, %ILV_TRACE_SIDE_MAX at most
 * @names: (element-type utf8): gets the title of each */
GPtrArray *
ilv_import_sides_build (IlvTraceCollector *collector, JsonArray *objects, GPtrArray *names);

G_END_DECLS

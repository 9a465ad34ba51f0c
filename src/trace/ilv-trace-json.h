/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* (transfer full): the traces of the sides of those @names in Chrome's trace-event format, see
 * docs/formats.md. */
char *ilv_trace_json_write (IlvTrace *const *sides, const char *const *names, guint n_sides);

G_END_DECLS

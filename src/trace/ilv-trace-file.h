/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* The traces of an experiment in the formats that other programs read. @sides holds @n_sides of
 * them: at most two, one a side of a comparison, left first; or any number with @names (nullable),
 * such as the titles of the runs of a race. All return (transfer full) valid UTF-8 text; JSON and
 * CSV are the same in every locale, of a picture the words are in the user's language. */

/* Chrome's trace-event format: one object, see docs/formats.md. */
char *ilv_trace_file_to_json (IlvTrace *const *sides, const char *const *names, guint n_sides);

/* One line a span, with a header line. */
char *ilv_trace_file_to_csv (IlvTrace *const *sides, const char *const *names, guint n_sides);

/* A picture of all timelines above each other on one scale, with ruler, lane names and figures. */
char *ilv_trace_file_to_svg (IlvTrace *const *sides,
                             const char *const *names,
                             guint n_sides,
                             IlvGrouping grouping);

G_END_DECLS

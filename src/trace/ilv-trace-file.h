/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace-picture.h"
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

/* The same, of any size, written to @stream piece by piece. @permille (nullable) is set atomically to how far that
 * is, 0 to 1000. %FALSE with @error if not all could be written, or @cancellable was cancelled. */
gboolean ilv_trace_file_write_json (IlvTrace *const *sides,
                                    const char *const *names,
                                    guint n_sides,
                                    GOutputStream *stream,
                                    int *permille,
                                    GCancellable *cancellable,
                                    GError **error);
gboolean ilv_trace_file_write_csv (IlvTrace *const *sides,
                                   const char *const *names,
                                   guint n_sides,
                                   GOutputStream *stream,
                                   int *permille,
                                   GCancellable *cancellable,
                                   GError **error);

/* A picture of all timelines above each other on one scale, with ruler, lane names, figures and legend. */
char *
ilv_trace_file_to_svg (IlvTrace *const *sides, const char *const *names, guint n_sides, const IlvPictureView *view);

G_END_DECLS

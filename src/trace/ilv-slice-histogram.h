/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

/* From 1 ns to longer than any trace, three bins for each power of ten. */
#define ILV_SLICE_HISTOGRAM_N_BINS 57

/**
 * IlvSliceHistogram:
 * @counts: how many slices have a length in each bin: bins begin at 1, 2 and 5 times the powers of ten
 *   in nanoseconds, see ilv_slice_histogram_get_edge_ns()
 * @n_slices: how many slices there are
 * @first: the first bin that is not empty
 * @end: the bin behind the last one that is not empty; @first where there are no slices
 * @shortest_ns: the length of the shortest slice
 * @longest_ns: the length of the longest slice
 *
 * How long the unbroken intervals are in which one task ran on one processor. Steps that follow each
 * other without a pause are one slice, as in #IlvFigures. May be used in any thread.
 */
typedef struct
{
  guint counts[ILV_SLICE_HISTOGRAM_N_BINS];
  guint n_slices;
  guint first;
  guint end;
  gint64 shortest_ns;
  gint64 longest_ns;
} IlvSliceHistogram;

/* Of the slices of which any part is between two moments, with their whole lengths; %FALSE where it was
 * cancelled. @cancellable: (nullable) */
gboolean ilv_slice_histogram_compute (IlvSliceHistogram *self,
                                      IlvTrace *trace,
                                      gint64 from_ns,
                                      gint64 to_ns,
                                      GCancellable *cancellable);

/* The least length that belongs to a bin; what is shorter than 1 ns belongs to the first. */
gint64 ilv_slice_histogram_get_edge_ns (guint bin);

/* The bin with the most slices, and of several the first; 0 where there are none. */
guint ilv_slice_histogram_get_fullest (const IlvSliceHistogram *self);

G_END_DECLS

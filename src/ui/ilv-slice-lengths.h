/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-timeline.h"

G_BEGIN_DECLS

#define ILV_TYPE_SLICE_LENGTHS (ilv_slice_lengths_get_type ())

/**
 * IlvSliceLengths:
 *
 * A button that shows how long the slices of a timeline's trace are: a histogram whose rows are text and a
 * bar each, so that it is a table to who cannot see it; of the marked range, if there is one. It is computed
 * in a thread while it is open.
 */
G_DECLARE_FINAL_TYPE (IlvSliceLengths, ilv_slice_lengths, ILV, SLICE_LENGTHS, GtkWidget)

/* @timeline: (unowned): whose trace it is; call it once. */
void ilv_slice_lengths_set_timeline (IlvSliceLengths *self, IlvTimeline *timeline);

/* Opens and closes it; for tests. */
void ilv_slice_lengths_set_open (IlvSliceLengths *self, gboolean open);

/* What it says in words; "" while it is not open or not known yet. */
const char *ilv_slice_lengths_get_summary (IlvSliceLengths *self);

G_END_DECLS

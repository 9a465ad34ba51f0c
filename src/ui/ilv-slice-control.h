/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_SLICE_CONTROL (ilv_slice_control_get_type ())

/**
 * IlvSliceControl:
 *
 * How long a task may run while others are ready: as the kernel has it, or so many milliseconds. Not
 * visible until somebody has a use for it.
 *
 * Signals: #IlvSliceControl::changed.
 */
G_DECLARE_FINAL_TYPE (IlvSliceControl, ilv_slice_control, ILV, SLICE_CONTROL, GtkWidget)

/* The time slice, or 0 for the kernel's own. What cannot be asked for is passed over. */
gint64 ilv_slice_control_get_slice_ns (IlvSliceControl *self);
void ilv_slice_control_set_slice_ns (IlvSliceControl *self, gint64 slice_ns);

/* Who is asked for it: the kernel, the model, both or nobody.
 * @refusal: (nullable): why the kernel would not do it, a sentence. */
void ilv_slice_control_set_use (IlvSliceControl *self,
                                gboolean by_kernel,
                                gboolean by_model,
                                const char *refusal);

G_END_DECLS

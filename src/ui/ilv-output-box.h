/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

#define ILV_TYPE_OUTPUT_BOX (ilv_output_box_get_type ())

/**
 * IlvOutputBox:
 *
 * What code printed and what its tasks brought, and how it ended if it ended badly. Hidden while there is
 * nothing.
 */
G_DECLARE_FINAL_TYPE (IlvOutputBox, ilv_output_box, ILV, OUTPUT_BOX, GtkWidget)

/* @trace: (nullable): whose output is shown. */
void ilv_output_box_set_trace (IlvOutputBox *self, IlvTrace *trace);

/* What is shown; "" for nothing. */
const char *ilv_output_box_get_text (IlvOutputBox *self);

G_END_DECLS

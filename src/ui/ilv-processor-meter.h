/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_PROCESSOR_METER (ilv_processor_meter_get_type ())

/**
 * IlvProcessorMeter:
 *
 * How busy one processor is: its name, a bar and a percentage.
 */
G_DECLARE_FINAL_TYPE (IlvProcessorMeter, ilv_processor_meter, ILV, PROCESSOR_METER, GtkWidget)

GtkWidget *ilv_processor_meter_new (void);

/* @busy: 0 to 1, or below 0 for unknown. @is_dim: whether this program may not use the processor.
 */
void
ilv_processor_meter_show (IlvProcessorMeter *self, const char *name, double busy, gboolean is_dim);

/* Lets the bar take all the height that there is. @with_text: whether name and percentage are shown; they
 * cannot be where there are very many. */
void ilv_processor_meter_fill (IlvProcessorMeter *self, gboolean with_text);

G_END_DECLS

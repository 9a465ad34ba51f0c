/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-speedup-bench.h"

G_BEGIN_DECLS

#define ILV_TYPE_SPEEDUP_SLIDE (ilv_speedup_slide_get_type ())

/**
 * IlvSpeedupSlide:
 *
 * Predicted and measured speedup on a slide: the chart, and in large numerals what was measured on the most
 * processors beside what the model says of them.
 */
G_DECLARE_FINAL_TYPE (IlvSpeedupSlide, ilv_speedup_slide, ILV, SPEEDUP_SLIDE, GtkWidget)

/* (transfer floating): one of any number of views of @bench. */
GtkWidget *ilv_speedup_slide_new (IlvSpeedupBench *bench);

G_END_DECLS

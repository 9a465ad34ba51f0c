/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-speedup-bench.h"

G_BEGIN_DECLS

#define ILV_TYPE_SPEEDUP_VIEW (ilv_speedup_view_get_type ())

/**
 * IlvSpeedupView:
 *
 * Predicted and measured speedup in one chart: the same tasks on more and more processors, by the
 * model and on this machine. A view that leaves its window stops what it runs, unless it was made for a bench.
 */
G_DECLARE_FINAL_TYPE (IlvSpeedupView, ilv_speedup_view, ILV, SPEEDUP_VIEW, GtkWidget)

GtkWidget *ilv_speedup_view_new (void);

/* One of several views of @bench, whose run goes on without it. */
GtkWidget *ilv_speedup_view_new_for_bench (IlvSpeedupBench *bench);

/* Its actions: `run` and `stop`. */
GActionGroup *ilv_speedup_view_get_actions (IlvSpeedupView *self);

G_END_DECLS

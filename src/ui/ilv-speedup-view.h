/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-speedup.h"

G_BEGIN_DECLS

#define ILV_TYPE_SPEEDUP_VIEW (ilv_speedup_view_get_type ())

/**
 * IlvSpeedupView:
 *
 * Predicted and measured speedup in one chart: the same tasks on more and more processors, by the
 * model and on this machine. A view that leaves its window stops what it runs.
 */
G_DECLARE_FINAL_TYPE (IlvSpeedupView, ilv_speedup_view, ILV, SPEEDUP_VIEW, GtkWidget)

GtkWidget *ilv_speedup_view_new (void);

/* Its actions: `run` and `stop`. */
GActionGroup *ilv_speedup_view_get_actions (IlvSpeedupView *self);

/* (transfer full) (nullable): "On 2 cores the model says 2.00 times as fast; measured: 1.94.";
 * %NULL where nothing has been measured. */
char *ilv_speedup_view_describe (const GArray *modelled, const GArray *measured);

G_END_DECLS

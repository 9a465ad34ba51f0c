/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_FITTED (ilv_fitted_get_type ())

/**
 * IlvFitted:
 *
 * Shows one widget as large as it was made, or, where that does not fit, so much smaller that it does; and
 * where it is allowed to and there is room, larger. The
 * widget is laid out in the room that this gives it: text is wrapped anew, and nothing is cut off.
 */
G_DECLARE_FINAL_TYPE (IlvFitted, ilv_fitted, ILV, FITTED, GtkWidget)

/* @child: (transfer floating) */
GtkWidget *ilv_fitted_new (GtkWidget *child);

/* How large it may be shown where there is room, ≥ 1; 1 at first. */
void ilv_fitted_set_largest (IlvFitted *self, double largest);

/* How large the widget is shown. */
double ilv_fitted_get_scale (IlvFitted *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_PROGRESS_RING (ilv_progress_ring_get_type ())

/**
 * IlvProgressRing:
 *
 * A small disc that fills clockwise from the top, in its text colour. For show: the text beside it
 * says the same.
 */
G_DECLARE_FINAL_TYPE (IlvProgressRing, ilv_progress_ring, ILV, PROGRESS_RING, GtkWidget)

GtkWidget *ilv_progress_ring_new (void);

/* How much is done, from 0 to 1. */
void ilv_progress_ring_set_fraction (IlvProgressRing *self, double fraction);
double ilv_progress_ring_get_fraction (IlvProgressRing *self);

G_END_DECLS

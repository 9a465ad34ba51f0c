/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_PAIR_LAYOUT (ilv_pair_layout_get_type ())

/* Two children stand beside each other when each then has so many pixels. */
#define ILV_PAIR_LAYOUT_MIN_WIDTH 340
#define ILV_PAIR_LAYOUT_SPACING 16

/**
 * IlvPairLayout:
 *
 * Places two children beside each other at equal widths and heights where there is room, and above
 * each other where there is not.
 */
G_DECLARE_FINAL_TYPE (IlvPairLayout, ilv_pair_layout, ILV, PAIR_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ilv_pair_layout_new (void);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_OVERVIEW_TILE (ilv_overview_tile_get_type ())

/**
 * IlvOverviewTile:
 *
 * A slide in the overview: in small, with its number and what it is.
 */
G_DECLARE_FINAL_TYPE (IlvOverviewTile, ilv_overview_tile, ILV, OVERVIEW_TILE, GtkFlowBoxChild)

GtkWidget *ilv_overview_tile_new (IlvStageSet *stages, guint number);

/* The number of its slide, from 0. */
guint ilv_overview_tile_get_number (IlvOverviewTile *self);

/* Makes its slide, if it is not there yet. Returns: whether there was something to do. */
gboolean ilv_overview_tile_fill (IlvOverviewTile *self);

/* Whether it is searched for: its number is @query, or its title and text have all of the folded
 * @words. */
gboolean ilv_overview_tile_matches (IlvOverviewTile *self, const char *query, const char *const *words);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-tile.h"

G_BEGIN_DECLS

#define ILV_PAINTING_SIZE 512 /* pixels along each edge of the picture */

/**
 * IlvPainting:
 *
 * Computes one tile of a picture of the Mandelbrot set, in quanta, and hands out the rows that are
 * done. The picture is cut into a grid as near to a square as the number of tiles allows, counted
 * row by row.
 *
 * A quantum is a fixed number of iterations of z² + c, so that a point inside the set, which needs
 * thousands, takes several quanta and a point far outside a small part of one. See
 * https://en.wikipedia.org/wiki/Plotting_algorithms_for_the_Mandelbrot_set, "escape time".
 */
typedef struct
{
  /*< private >*/
  IlvTile tile;
  guint8 *values;
  guint n_pixels;     /* that are done */
  guint n_handed_out; /* rows */
  double real;        /* z of the pixel that has begun */
  double imaginary;
  guint iterations;
} IlvPainting;

/* Begins tile @index, from 0, of @n_tiles. */
void ilv_painting_init (IlvPainting *self, guint index, guint n_tiles);
void ilv_painting_clear (IlvPainting *self);

/* Computes one quantum; whether there is more to do. */
gboolean ilv_painting_run_quantum (IlvPainting *self);

/* (transfer full) (nullable): the next rows that are done, as an #IlvTile, when there are enough
 * for another block or the tile is finished; else %NULL. */
GBytes *ilv_painting_take_rows (IlvPainting *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ILV_TILE_MAX_PICTURE 4096 /* pixels along an edge of a picture */

/**
 * IlvTile:
 * @picture_width: of the whole picture, in pixels
 * @picture_height: of the whole picture, in pixels
 * @x: the left edge of this part in the picture
 * @y: the upper edge of this part in the picture
 * @width: of this part
 * @height: of this part
 * @values: @width × @height values, row by row: 0 for a point of the Mandelbrot set, else from 1 to
 *   255 by how many iterations it took to see that it is none
 *
 * A part of a picture that tasks compute: the pixels of an %ILV_RESULT_PIXELS. A task hands its
 * tile in block by block, so that it can be seen to grow; each block is an #IlvTile.
 */
typedef struct
{
  guint picture_width;
  guint picture_height;
  guint x;
  guint y;
  guint width;
  guint height;
  const guint8 *values;
} IlvTile;

/* (transfer full): @tile as bytes: six numbers of 16 bits, lowest byte first, in the order of the
 * fields, then the values. It must lie within its picture and have an area. */
GBytes *ilv_tile_to_bytes (const IlvTile *tile);

/* Reads what ilv_tile_to_bytes() wrote; %FALSE if @bytes are no tile, or one that does not lie
 * within its picture. The values belong to @bytes. */
gboolean ilv_tile_read (GBytes *bytes, IlvTile *tile);

G_END_DECLS

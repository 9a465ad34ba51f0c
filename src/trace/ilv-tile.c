/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-tile.h"

#include <string.h>

#define N_NUMBERS 6
#define HEADER_SIZE (N_NUMBERS * sizeof (guint16))

static gboolean
is_within (guint start, guint length, guint whole)
{
  return length > 0 && whole <= ILV_TILE_MAX_PICTURE && length <= whole && start <= whole - length;
}

static gboolean
is_sound (const IlvTile *tile)
{
  return is_within (tile->x, tile->width, tile->picture_width)
         && is_within (tile->y, tile->height, tile->picture_height);
}

GBytes *
ilv_tile_to_bytes (const IlvTile *tile)
{
  gsize n_values;
  guint8 *data;

  g_return_val_if_fail (tile != NULL && tile->values != NULL, NULL);
  g_return_val_if_fail (is_sound (tile), NULL);

  const guint numbers[N_NUMBERS] = { tile->picture_width, tile->picture_height, tile->x,
                                     tile->y,             tile->width,          tile->height };

  n_values = (gsize) tile->width * tile->height;
  data = g_malloc (HEADER_SIZE + n_values);
  for (guint i = 0; i < N_NUMBERS; i++)
    {
      guint16 number = GUINT16_TO_LE ((guint16) numbers[i]);

      memcpy (data + i * sizeof number, &number, sizeof number);
    }
  memcpy (data + HEADER_SIZE, tile->values, n_values);
  return g_bytes_new_take (data, HEADER_SIZE + n_values);
}

gboolean
ilv_tile_read (GBytes *bytes, IlvTile *tile)
{
  gsize size;
  const guint8 *data;
  guint16 numbers[N_NUMBERS];

  g_return_val_if_fail (bytes != NULL && tile != NULL, FALSE);

  data = g_bytes_get_data (bytes, &size);
  if (size < HEADER_SIZE)
    return FALSE;
  memcpy (numbers, data, HEADER_SIZE);
  *tile = (IlvTile){
    .picture_width = GUINT16_FROM_LE (numbers[0]),
    .picture_height = GUINT16_FROM_LE (numbers[1]),
    .x = GUINT16_FROM_LE (numbers[2]),
    .y = GUINT16_FROM_LE (numbers[3]),
    .width = GUINT16_FROM_LE (numbers[4]),
    .height = GUINT16_FROM_LE (numbers[5]),
    .values = data + HEADER_SIZE,
  };
  return is_sound (tile) && size == HEADER_SIZE + (gsize) tile->width * tile->height;
}

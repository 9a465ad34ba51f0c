/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-tile.h"

static void
test_round_trip (void)
{
  const guint8 values[] = { 0, 1, 255, 4, 5, 6 };
  const IlvTile tile = { 512, 300, 509, 298, 3, 2, values };
  g_autoptr (GBytes) bytes = ilv_tile_to_bytes (&tile);
  IlvTile read;

  g_assert_true (ilv_tile_read (bytes, &read));
  g_assert_cmpuint (read.picture_width, ==, 512);
  g_assert_cmpuint (read.picture_height, ==, 300);
  g_assert_cmpuint (read.x, ==, 509);
  g_assert_cmpuint (read.y, ==, 298);
  g_assert_cmpuint (read.width, ==, 3);
  g_assert_cmpuint (read.height, ==, 2);
  g_assert_cmpmem (read.values, 6, values, sizeof values);
}

static void
test_format (void)
{
  const guint8 values[] = { 7 };
  const IlvTile tile = { 0x201, 0x102, 3, 4, 1, 1, values };
  const guint8 expected[] = { 1, 2, 2, 1, 3, 0, 4, 0, 1, 0, 1, 0, 7 };
  g_autoptr (GBytes) bytes = ilv_tile_to_bytes (&tile);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  g_assert_cmpmem (data, size, expected, sizeof expected);
}

static void
test_refuses (void)
{
  /* Too short, no area, values missing, values too many, outside to the right and below, a picture
   * beyond all measure. */
  const struct
  {
    gsize size;
    guint8 data[14];
  } cases[] = {
    { 0, { 0 } },
    { 11, { 4, 0, 4, 0, 0, 0, 0, 0, 1, 0, 1 } },
    { 12, { 4, 0, 4, 0, 0, 0, 0, 0, 0, 0, 1, 0 } },
    { 12, { 4, 0, 4, 0, 0, 0, 0, 0, 1, 0, 1, 0 } },
    { 14, { 4, 0, 4, 0, 0, 0, 0, 0, 1, 0, 1, 0, 9, 9 } },
    { 14, { 4, 0, 4, 0, 3, 0, 0, 0, 2, 0, 1, 0, 9, 9 } },
    { 13, { 4, 0, 4, 0, 0, 0, 4, 0, 1, 0, 1, 0, 9 } },
    { 13, { 1, 16, 4, 0, 0, 0, 0, 0, 1, 0, 1, 0, 9 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].data, cases[i].size);
      IlvTile tile;

      g_assert_false (ilv_tile_read (bytes, &tile));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/trace/tile/round-trip", test_round_trip);
  g_test_add_func ("/trace/tile/format", test_format);
  g_test_add_func ("/trace/tile/refuses", test_refuses);
  return g_test_run ();
}

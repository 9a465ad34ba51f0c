/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-span-look.h"

G_BEGIN_DECLS

/**
 * IlvLanePicture:
 * @classes: the paint class that each device pixel column shows, or %ILV_LANE_PICTURE_NOTHING
 * @opacity: how much of the column's time any span has, 0 to 1
 * @n_columns: how many there are
 *
 * The crowded parts of a lane, where spans are too many or too narrow to be drawn one by one.
 *
 * A column shows one task that truly ran in it, and not a mixture of colours that belongs to no
 * task. Which one is chosen so that over some columns each has its share (error diffusion).
 */
typedef struct
{
  guint8 *classes;
  float *opacity;
  guint n_columns;
} IlvLanePicture;

#define ILV_LANE_PICTURE_NOTHING 0xff

void ilv_lane_picture_init (IlvLanePicture *self, guint n_columns);
void ilv_lane_picture_clear (IlvLanePicture *self);

/* Fills the columns, the first of which begins at @from_ns. */
void ilv_lane_picture_sample (
  IlvLanePicture *self, IlvLaneIndex *index, guint lane, double from_ns, double column_ns);

/* Leaves the columns from @from up to, but without, @to empty: they are drawn otherwise. */
void ilv_lane_picture_erase (IlvLanePicture *self, int from, int to);

/**
 * IlvLaneBand:
 * @y: the first device pixel row
 * @height: number of rows, ≥ 1
 * @n_rows: after so many rows it repeats; at most @height
 *
 * Rows of a picture that are next to each other and look the same but for a repeating pattern.
 */
typedef struct
{
  int y;
  int height;
  int n_rows;
} IlvLaneBand;

#define ILV_LANE_PICTURE_MAX_BANDS 5

/* Parts the rows into as few bands as the classes in the picture allow; returns how many. Most
 * often it is one band of one row: what is not made need not be painted. */
guint ilv_lane_picture_get_bands (const IlvLanePicture *self,
                                  const IlvSpanLook *look,
                                  int height,
                                  IlvLaneBand *bands);

/* The rows of a band of a picture that is @height device pixels high. */
GdkTexture *ilv_lane_picture_create_texture (const IlvLanePicture *self,
                                             const IlvSpanLook *look,
                                             const IlvLaneBand *band,
                                             int height);

/* Draws it, @height pixels high, with its upper left corner at (@x, @y). */
void ilv_lane_picture_snapshot (const IlvLanePicture *self,
                                const IlvSpanLook *look,
                                GtkSnapshot *snapshot,
                                int x,
                                int y,
                                int height);

G_END_DECLS

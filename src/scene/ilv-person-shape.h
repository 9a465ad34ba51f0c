/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IlvPersonShape:
 * @fill: the colour
 * @tile: (nullable): a pattern instead of it, see ilv_span_look_create_tile()
 * @hollow: whether only the outline is strong, as of a task that waits
 *
 * How a person of a scene looks.
 */
typedef struct
{
  GdkRGBA fill;
  GdkRGBA line;
  GdkTexture *tile;
  gboolean hollow;
} IlvPersonShape;

/* Head and shoulders in the proportions of ILV_CASHIER_PERSON_WIDTH, standing on (@x, @y). */
void ilv_person_shape_append (
  GtkSnapshot *snapshot, const IlvPersonShape *self, float x, float y, float scale);

/* Where its name stands. */
graphene_rect_t ilv_person_shape_get_body (float x, float y, float scale);

G_END_DECLS

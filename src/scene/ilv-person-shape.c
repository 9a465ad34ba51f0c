/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-person-shape.h"

#include "ilv-cashier-layout.h"
#include "ilv-span-look.h"

#define HEAD_RADIUS 11.0f
#define BODY_HEIGHT 26.0f
#define SHOULDER 14.0f
#define HOLLOW_FILL 0.15f

static void
append_part (GtkSnapshot *snapshot, const IlvPersonShape *self, const GskRoundedRect *outline)
{
  const float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  GdkRGBA fill = self->fill;

  if (self->hollow)
    fill.alpha *= HOLLOW_FILL;

  gtk_snapshot_push_rounded_clip (snapshot, outline);
  if (self->tile != NULL && !self->hollow)
    {
      gtk_snapshot_push_repeat (snapshot, &outline->bounds, NULL);
      gtk_snapshot_append_texture (
        snapshot, self->tile,
        &GRAPHENE_RECT_INIT (0, 0, ILV_SPAN_LOOK_PERIOD, ILV_SPAN_LOOK_PERIOD));
      gtk_snapshot_pop (snapshot);
    }
  else
    {
      gtk_snapshot_append_color (snapshot, &fill, &outline->bounds);
    }
  gtk_snapshot_pop (snapshot);

  if (self->hollow || !gdk_rgba_equal (&self->fill, &self->line))
    gtk_snapshot_append_border (snapshot, outline, widths,
                                (GdkRGBA[4]){ self->line, self->line, self->line, self->line });
}

graphene_rect_t
ilv_person_shape_get_body (float x, float y, float scale)
{
  float width = ILV_CASHIER_PERSON_WIDTH * scale;
  float height = BODY_HEIGHT * scale;

  return GRAPHENE_RECT_INIT (x - width / 2, y - height, width, height);
}

void
ilv_person_shape_append (
  GtkSnapshot *snapshot, const IlvPersonShape *self, float x, float y, float scale)
{
  graphene_rect_t body = ilv_person_shape_get_body (x, y, scale);
  float radius = HEAD_RADIUS * scale;
  graphene_size_t shoulder = GRAPHENE_SIZE_INIT (SHOULDER * scale, SHOULDER * scale * 1.2f);
  graphene_size_t corner = GRAPHENE_SIZE_INIT (2, 2);
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline,
    &GRAPHENE_RECT_INIT (x - radius, y - ILV_CASHIER_PERSON_HEIGHT * scale, 2 * radius, 2 * radius),
    radius);
  append_part (snapshot, self, &outline);

  gsk_rounded_rect_init (&outline, &body, &shoulder, &shoulder, &corner, &corner);
  append_part (snapshot, self, &outline);
}

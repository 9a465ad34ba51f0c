/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-captcha-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _IlvCaptchaPicture
{
  GtkWidget parent_instance;

  IlvCaptchaMotif motif;
  guint variant;
  gboolean picked;
};

G_DEFINE_FINAL_TYPE (IlvCaptchaPicture, ilv_captcha_picture, GTK_TYPE_WIDGET)

/* All drawings are on a ground of 100 × 100. */
#define GROUND 100
#define HORIZON 74
#define MIN_SIZE 56
#define NATURAL_SIZE 92
#define RADIUS 6

#define N_VARIANTS 4

static void
append_rect (
  GtkSnapshot *snapshot, guint32 hex, float x, float y, float width, float height, float radius)
{
  const GdkRGBA colour = { (hex >> 16 & 0xff) / 255.0f, (hex >> 8 & 0xff) / 255.0f,
                           (hex & 0xff) / 255.0f, 1 };
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (x, y, width, height);
  GskRoundedRect outline;

  if (radius > 0)
    {
      gsk_rounded_rect_init_from_rect (&outline, &bounds, radius);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
    }
  gtk_snapshot_append_color (snapshot, &colour, &bounds);
  if (radius > 0)
    gtk_snapshot_pop (snapshot);
}

static void
append_disc (GtkSnapshot *snapshot, guint32 hex, float x, float y, float radius)
{
  append_rect (snapshot, hex, x - radius, y - radius, 2 * radius, 2 * radius, radius);
}

static void
append_ring (GtkSnapshot *snapshot, guint32 hex, float x, float y, float radius, float width)
{
  const GdkRGBA colour = { (hex >> 16 & 0xff) / 255.0f, (hex >> 8 & 0xff) / 255.0f,
                           (hex & 0xff) / 255.0f, 1 };
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (
    &outline, &GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius), radius);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ colour, colour, colour, colour });
}

static void
append_bar (
  GtkSnapshot *snapshot, guint32 hex, float x, float y, float to_x, float to_y, float width)
{
  float length = hypotf (to_x - x, to_y - y);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  gtk_snapshot_rotate (snapshot, atan2f (to_y - y, to_x - x) * 180 / (float) G_PI);
  append_rect (snapshot, hex, 0, -width / 2, length, width, width / 2);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_traffic_light (GtkSnapshot *snapshot)
{
  append_rect (snapshot, 0x5e5c64, 47, 58, 6, 34, 0);
  append_rect (snapshot, 0x241f31, 36, 8, 28, 56, 7);
  append_disc (snapshot, 0xed333b, 50, 19, 7);
  append_disc (snapshot, 0xf6d32d, 50, 36, 7);
  append_disc (snapshot, 0x33d17a, 50, 53, 7);
}

static void
snapshot_bicycle (GtkSnapshot *snapshot)
{
  append_ring (snapshot, 0x241f31, 27, 70, 17, 3.5f);
  append_ring (snapshot, 0x241f31, 73, 70, 17, 3.5f);
  append_bar (snapshot, 0xc01c28, 27, 70, 42, 46, 4);
  append_bar (snapshot, 0xc01c28, 42, 46, 66, 46, 4);
  append_bar (snapshot, 0xc01c28, 27, 70, 49, 70, 4);
  append_bar (snapshot, 0xc01c28, 49, 70, 66, 46, 4);
  append_bar (snapshot, 0xc01c28, 49, 70, 40, 40, 4);
  append_bar (snapshot, 0xc01c28, 73, 70, 63, 36, 4);
  append_bar (snapshot, 0x241f31, 33, 39, 47, 39, 5);
  append_bar (snapshot, 0x241f31, 58, 35, 70, 33, 4);
}

static void
snapshot_tree (GtkSnapshot *snapshot)
{
  append_rect (snapshot, 0x865e3c, 45, 52, 10, 38, 2);
  append_disc (snapshot, 0x26a269, 36, 44, 18);
  append_disc (snapshot, 0x26a269, 64, 44, 18);
  append_disc (snapshot, 0x2ec27e, 50, 30, 21);
}

static void
snapshot_house (GtkSnapshot *snapshot)
{
  /* A roof is the upper half of a square that stands on its corner. */
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, GROUND, 44));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (50, 46));
  gtk_snapshot_rotate (snapshot, 45);
  append_rect (snapshot, 0xa51d2d, -28, -28, 56, 56, 0);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);

  append_rect (snapshot, 0xf6e7c1, 20, 44, 60, 44, 0);
  append_rect (snapshot, 0x63452c, 44, 62, 13, 26, 1);
  append_rect (snapshot, 0x62a0ea, 26, 52, 13, 13, 1);
  append_rect (snapshot, 0x62a0ea, 62, 52, 13, 13, 1);
}

static void
snapshot_bus (GtkSnapshot *snapshot)
{
  append_rect (snapshot, 0xf5c211, 8, 36, 84, 42, 7);
  for (int i = 0; i < 4; i++)
    append_rect (snapshot, 0xd8ecff, 14 + i * 19, 43, 14, 14, 2);
  append_rect (snapshot, 0xc64600, 8, 63, 84, 4, 0);
  append_disc (snapshot, 0x241f31, 28, 79, 9);
  append_disc (snapshot, 0x241f31, 72, 79, 9);
  append_disc (snapshot, 0x9a9996, 28, 79, 4);
  append_disc (snapshot, 0x9a9996, 72, 79, 4);
}

static void
snapshot_street_lamp (GtkSnapshot *snapshot)
{
  append_rect (snapshot, 0x3d3846, 38, 20, 5, 70, 2);
  append_bar (snapshot, 0x3d3846, 41, 22, 66, 16, 4);
  append_disc (snapshot, 0xf9f06b, 66, 24, 8);
  append_rect (snapshot, 0x3d3846, 56, 12, 20, 8, 4);
  append_rect (snapshot, 0x3d3846, 32, 86, 17, 5, 2);
}

static void
snapshot_motif (IlvCaptchaMotif motif, GtkSnapshot *snapshot)
{
  switch (motif)
    {
    case ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT:
      snapshot_traffic_light (snapshot);
      break;
    case ILV_CAPTCHA_MOTIF_BICYCLE:
      snapshot_bicycle (snapshot);
      break;
    case ILV_CAPTCHA_MOTIF_TREE:
      snapshot_tree (snapshot);
      break;
    case ILV_CAPTCHA_MOTIF_HOUSE:
      snapshot_house (snapshot);
      break;
    case ILV_CAPTCHA_MOTIF_BUS:
      snapshot_bus (snapshot);
      break;
    case ILV_CAPTCHA_MOTIF_STREET_LAMP:
      snapshot_street_lamp (snapshot);
      break;
    case ILV_CAPTCHA_N_MOTIFS:
    default:
      g_assert_not_reached ();
    }
}

static void
snapshot_tick (GtkSnapshot *snapshot)
{
  append_disc (snapshot, 0xffffff, 84, 16, 13);
  append_disc (snapshot, 0x1a5fb4, 84, 16, 11);
  append_bar (snapshot, 0xffffff, 79, 16, 83, 20, 3);
  append_bar (snapshot, 0xffffff, 83, 20, 90, 11, 3);
}

static void
ilv_captcha_picture_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  static const guint32 skies[N_VARIANTS] = { 0xc9e4ff, 0xe8f1dc, 0xfbe3c8, 0xdcdcea };
  static const float moves[N_VARIANTS] = { 0, -9, 8, 3 };
  static const float scales[N_VARIANTS] = { 1, 0.84f, 0.9f, 0.78f };
  IlvCaptchaPicture *self = ILV_CAPTCHA_PICTURE (widget);
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  float size = MIN (width, height);
  guint variant = self->variant % N_VARIANTS;
  GskRoundedRect outline;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((width - size) / 2, (height - size) / 2));
  gtk_snapshot_scale (snapshot, size / GROUND, size / GROUND);
  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, GROUND, GROUND), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  append_rect (snapshot, skies[variant], 0, 0, GROUND, GROUND, 0);
  append_rect (snapshot, 0xb8b3a8, 0, HORIZON, GROUND, GROUND - HORIZON, 0);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (GROUND / 2.0f + moves[variant], GROUND));
  gtk_snapshot_scale (snapshot, scales[variant], scales[variant]);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (-GROUND / 2.0f, -GROUND));
  snapshot_motif (self->motif, snapshot);
  gtk_snapshot_restore (snapshot);

  if (self->picked)
    snapshot_tick (snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_restore (snapshot);
}

static void
ilv_captcha_picture_measure (GtkWidget *widget G_GNUC_UNUSED,
                             GtkOrientation orientation G_GNUC_UNUSED,
                             int for_size G_GNUC_UNUSED,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline G_GNUC_UNUSED,
                             int *natural_baseline G_GNUC_UNUSED)
{
  *minimum = MIN_SIZE;
  *natural = NATURAL_SIZE;
}

static void
ilv_captcha_picture_class_init (IlvCaptchaPictureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ilv_captcha_picture_snapshot;
  widget_class->measure = ilv_captcha_picture_measure;

  gtk_widget_class_set_css_name (widget_class, "captchapicture");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_captcha_picture_init (IlvCaptchaPicture *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_captcha_picture_new (void)
{
  return g_object_new (ILV_TYPE_CAPTCHA_PICTURE, NULL);
}

void
ilv_captcha_picture_set_motif (IlvCaptchaPicture *self, IlvCaptchaMotif motif, guint variant)
{
  g_return_if_fail (ILV_IS_CAPTCHA_PICTURE (self));
  g_return_if_fail (motif < ILV_CAPTCHA_N_MOTIFS);

  self->motif = motif;
  self->variant = variant;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

IlvCaptchaMotif
ilv_captcha_picture_get_motif (IlvCaptchaPicture *self)
{
  g_return_val_if_fail (ILV_IS_CAPTCHA_PICTURE (self), ILV_CAPTCHA_MOTIF_TREE);

  return self->motif;
}

void
ilv_captcha_picture_set_picked (IlvCaptchaPicture *self, gboolean picked)
{
  g_return_if_fail (ILV_IS_CAPTCHA_PICTURE (self));

  self->picked = picked;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
ilv_captcha_motif_describe (IlvCaptchaMotif motif)
{
  switch (motif)
    {
    case ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT:
      return _ ("three lamps, red, yellow and green, above each other on a pole");
    case ILV_CAPTCHA_MOTIF_BICYCLE:
      return _ ("two wheels with a red frame, a saddle and handlebars");
    case ILV_CAPTCHA_MOTIF_TREE:
      return _ ("a brown trunk with a round green crown");
    case ILV_CAPTCHA_MOTIF_HOUSE:
      return _ ("a wall with a door and two windows under a red roof");
    case ILV_CAPTCHA_MOTIF_BUS:
      return _ ("a long yellow box on wheels with a row of windows");
    case ILV_CAPTCHA_MOTIF_STREET_LAMP:
      return _ ("one lamp at the end of an arm, high on a pole");
    case ILV_CAPTCHA_N_MOTIFS:
    default:
      g_return_val_if_reached (NULL);
    }
}

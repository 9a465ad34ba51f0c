/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-progress-ring.h"

#include "ilv-compat.h"

struct _IlvProgressRing
{
  GtkWidget parent_instance;

  double fraction;
};

G_DEFINE_FINAL_TYPE (IlvProgressRing, ilv_progress_ring, GTK_TYPE_WIDGET)

static void
ilv_progress_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvProgressRing *self = ILV_PROGRESS_RING (widget);
  float width = (float) gtk_widget_get_width (widget);
  float height = (float) gtk_widget_get_height (widget);
  float size = MIN (width, height);
  float fraction = (float) self->fraction;
  graphene_rect_t bounds;
  GskRoundedRect disc;
  GdkRGBA done, rest;

  if (fraction <= 0)
    return;

  ilv_compat_get_widget_colour (widget, &done);
  rest = done;
  rest.alpha = 0;

  graphene_rect_init (&bounds, (width - size) / 2, (height - size) / 2, size, size);
  gsk_rounded_rect_init_from_rect (&disc, &bounds, size / 2);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_conic_gradient (snapshot, &bounds,
                                      &GRAPHENE_POINT_INIT (width / 2, height / 2), 0,
                                      (GskColorStop[]){
                                        { 0, done },
                                        { fraction, done },
                                        { fraction, rest },
                                        { 1, fraction < 1 ? rest : done },
                                      },
                                      4);
  gtk_snapshot_pop (snapshot);
}

static void
ilv_progress_ring_class_init (IlvProgressRingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ilv_progress_ring_snapshot;
  gtk_widget_class_set_css_name (widget_class, "progressring");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_progress_ring_init (IlvProgressRing *self G_GNUC_UNUSED)
{
}

GtkWidget *
ilv_progress_ring_new (void)
{
  return g_object_new (ILV_TYPE_PROGRESS_RING, NULL);
}

void
ilv_progress_ring_set_fraction (IlvProgressRing *self, double fraction)
{
  g_return_if_fail (ILV_IS_PROGRESS_RING (self));

  fraction = CLAMP (fraction, 0, 1);
  if (self->fraction == fraction)
    return;

  self->fraction = fraction;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

double
ilv_progress_ring_get_fraction (IlvProgressRing *self)
{
  g_return_val_if_fail (ILV_IS_PROGRESS_RING (self), 0);

  return self->fraction;
}

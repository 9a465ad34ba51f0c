/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-pointer.h"

#include "ilv-slide-format.h"

struct _IlvSlidePointer
{
  GtkWidget parent_instance;

  IlvPresentation *presentation;
  IlvSlideCanvas *canvas; /* borrowed: both are in the same parent */
  gboolean framing;
};

G_DEFINE_FINAL_TYPE (IlvSlidePointer, ilv_slide_pointer, GTK_TYPE_WIDGET)

/* In pixels of a slide; in a small view of it the dot must still be seen. */
#define DOT_RADIUS 15
#define RING_RADIUS 44
#define MIN_DOT_RADIUS 4
#define FRAME_WIDTH 2

/* The reddest red that is told from black, white and the tasks' colours by its light too. */
static const GdkRGBA dot_colour = { 1.0f, 0.2314f, 0.1883f, 1.0f };
static const GdkRGBA ring_colour = { 1.0f, 0.2314f, 0.1883f, 0.28f };
static const GdkRGBA edge_colour = { 1.0f, 1.0f, 1.0f, 0.9f };
static const GdkRGBA shade_colour = { 0.0f, 0.0f, 0.0f, 0.5f };

static void
append_disc (GtkSnapshot *snapshot, double x, double y, double radius, const GdkRGBA *colour)
{
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT ((float) (x - radius), (float) (y - radius), (float) (2 * radius), (float) (2 * radius));
  GskRoundedRect disc;

  gsk_rounded_rect_init_from_rect (&disc, &bounds, (float) radius);
  gtk_snapshot_push_rounded_clip (snapshot, &disc);
  gtk_snapshot_append_color (snapshot, colour, &bounds);
  gtk_snapshot_pop (snapshot);
}

static void
snapshot_dot (IlvSlidePointer *self, GtkSnapshot *snapshot, const graphene_rect_t *frame)
{
  double scale = frame->size.height / ILV_SLIDE_HEIGHT;
  double radius = MAX (DOT_RADIUS * scale, MIN_DOT_RADIUS);
  double x, y;

  ilv_presentation_get_pointer (self->presentation, &x, &y);
  x = frame->origin.x + x * frame->size.width;
  y = frame->origin.y + y * frame->size.height;
  append_disc (snapshot, x, y, radius * RING_RADIUS / DOT_RADIUS, &ring_colour);
  append_disc (snapshot, x, y, radius * 1.2, &edge_colour);
  append_disc (snapshot, x, y, radius, &dot_colour);
}

static void
append_shade (GtkSnapshot *snapshot, float left, float top, float right, float bottom)
{
  if (right > left && bottom > top)
    gtk_snapshot_append_color (snapshot, &shade_colour,
                               &GRAPHENE_RECT_INIT (left, top, right - left, bottom - top));
}

/* Dims what of the slide the room does not see, and frames the rest. */
static void
snapshot_frame (IlvSlidePointer *self, GtkSnapshot *snapshot, const graphene_rect_t *frame)
{
  const float widths[] = { FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH, FRAME_WIDTH };
  const GdkRGBA colours[] = { edge_colour, edge_colour, edge_colour, edge_colour };
  float right = frame->origin.x + frame->size.width, bottom = frame->origin.y + frame->size.height;
  graphene_rect_t seen;
  GskRoundedRect border;
  double x, y;

  ilv_presentation_get_pointer (self->presentation, &x, &y);
  x *= 1 - 1 / ILV_SLIDE_MAGNIFICATION;
  y *= 1 - 1 / ILV_SLIDE_MAGNIFICATION;
  graphene_rect_init (&seen, frame->origin.x + (float) x * frame->size.width,
                      frame->origin.y + (float) y * frame->size.height,
                      frame->size.width / (float) ILV_SLIDE_MAGNIFICATION,
                      frame->size.height / (float) ILV_SLIDE_MAGNIFICATION);
  append_shade (snapshot, frame->origin.x, frame->origin.y, right, seen.origin.y);
  append_shade (snapshot, frame->origin.x, seen.origin.y + seen.size.height, right, bottom);
  append_shade (snapshot, frame->origin.x, seen.origin.y, seen.origin.x,
                seen.origin.y + seen.size.height);
  append_shade (snapshot, seen.origin.x + seen.size.width, seen.origin.y, right,
                seen.origin.y + seen.size.height);
  gsk_rounded_rect_init_from_rect (&border, &seen, 0);
  gtk_snapshot_append_border (snapshot, &border, widths, colours);
}

static void
ilv_slide_pointer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvSlidePointer *self = ILV_SLIDE_POINTER (widget);
  graphene_rect_t frame;

  ilv_slide_canvas_get_frame (self->canvas, &frame);
  if (self->framing && ilv_presentation_is_magnifying (self->presentation))
    snapshot_frame (self, snapshot, &frame);
  if (ilv_presentation_is_pointing (self->presentation))
    snapshot_dot (self, snapshot, &frame);
}

static void
ilv_slide_pointer_dispose (GObject *object)
{
  g_clear_object (&ILV_SLIDE_POINTER (object)->presentation);

  G_OBJECT_CLASS (ilv_slide_pointer_parent_class)->dispose (object);
}

static void
ilv_slide_pointer_class_init (IlvSlidePointerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_slide_pointer_dispose;
  widget_class->snapshot = ilv_slide_pointer_snapshot;
  gtk_widget_class_set_css_name (widget_class, "slidepointer");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_slide_pointer_init (IlvSlidePointer *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
ilv_slide_pointer_new (IlvPresentation *presentation, IlvSlideCanvas *canvas, gboolean framing)
{
  static const char *const changes[] = { "notify::pointing", "notify::magnifying",
                                         "notify::pointer-x", "notify::pointer-y" };
  IlvSlidePointer *self;

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), NULL);
  g_return_val_if_fail (ILV_IS_SLIDE_CANVAS (canvas), NULL);

  self = g_object_new (ILV_TYPE_SLIDE_POINTER, NULL);
  self->presentation = g_object_ref (presentation);
  self->canvas = canvas;
  self->framing = framing;
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    g_signal_connect_object (presentation, changes[i], G_CALLBACK (gtk_widget_queue_draw), self,
                             G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

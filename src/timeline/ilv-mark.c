/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-mark.h"

#include <math.h>

#define USUAL_POINTS 11.0
#define USUAL_DPI 96.0
#define POINTS_PER_INCH 72.0
#define DASH 4
#define DASH_PERIOD 7

double
ilv_mark_get_scale (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  /* GTK tells pixels; points would be those of the font map. */
  if (!pango_font_description_get_size_is_absolute (font))
    size *= USUAL_DPI / POINTS_PER_INCH;
  return MAX (size / (USUAL_POINTS * USUAL_DPI / POINTS_PER_INCH), 1);
}

PangoLayout *
ilv_mark_create_text (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (ILV_MARK_SMALL_TEXT));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);

  return layout;
}

void
ilv_mark_append_text (
  GtkSnapshot *snapshot, PangoLayout *text, double x, double y, const GdkRGBA *colour)
{
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (x), roundf (y)));
  gtk_snapshot_append_layout (snapshot, text, colour);
  gtk_snapshot_restore (snapshot);
}

void
ilv_mark_append_line (
  GtkSnapshot *snapshot, double x, double y1, double y2, double width, const GdkRGBA *colour)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (roundf (x - width / 2), y1, width, y2 - y1));
}

void
ilv_mark_append_dashes (
  GtkSnapshot *snapshot, double x, double y1, double y2, double width, const GdkRGBA *colour)
{
  float left = roundf (x - width / 2);

  gtk_snapshot_push_repeat (snapshot, &GRAPHENE_RECT_INIT (left, y1, width, y2 - y1),
                            &GRAPHENE_RECT_INIT (left, y1, width, DASH_PERIOD));
  gtk_snapshot_append_color (snapshot, colour, &GRAPHENE_RECT_INIT (left, y1, width, DASH));
  gtk_snapshot_pop (snapshot);
}

void
ilv_mark_append_knob (
  GtkSnapshot *snapshot, double x, double y, double radius, const GdkRGBA *colour)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (x - radius, y - radius, 2 * radius, 2 * radius);

  ilv_mark_append_box (snapshot, &bounds, radius, colour, NULL);
}

void
ilv_mark_append_box (GtkSnapshot *snapshot,
                     const graphene_rect_t *bounds,
                     double radius,
                     const GdkRGBA *fill,
                     const GdkRGBA *line)
{
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, bounds, radius);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, fill, bounds);
  gtk_snapshot_pop (snapshot);

  if (line != NULL)
    gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 1, 1, 1, 1 },
                                (GdkRGBA[4]){ *line, *line, *line, *line });
}

void
ilv_mark_append_chip (GtkSnapshot *snapshot,
                      PangoLayout *text,
                      const graphene_rect_t *bounds,
                      const GdkRGBA *fill,
                      const GdkRGBA *line,
                      const GdkRGBA *colour)
{
  ilv_mark_append_box (snapshot, bounds, 4, fill, line);
  ilv_mark_append_text (snapshot, text, bounds->origin.x + ILV_MARK_CHIP_PADDING,
                        bounds->origin.y + 1, colour);
}

graphene_rect_t
ilv_mark_place_chip (PangoLayout *text, double x, double y, double limit)
{
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  width += 2 * ILV_MARK_CHIP_PADDING;
  x = roundf (x);

  return GRAPHENE_RECT_INIT (x + width <= limit ? x : MAX (x - width, 0), y, width, height + 2);
}

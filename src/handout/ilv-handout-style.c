/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-style.h"

static const struct
{
  double size; /* in points */
  PangoWeight weight;
  double line; /* the distance of lines, as a factor */
} fonts[] = {
  [ILV_HANDOUT_FONT_COURSE] = { 28, PANGO_WEIGHT_BOLD, 1.15 },
  [ILV_HANDOUT_FONT_LESSON] = { 23, PANGO_WEIGHT_BOLD, 1.15 },
  [ILV_HANDOUT_FONT_SECTION] = { 15.5, PANGO_WEIGHT_BOLD, 1.2 },
  [ILV_HANDOUT_FONT_HEADING] = { 11.5, PANGO_WEIGHT_BOLD, 1.25 },
  [ILV_HANDOUT_FONT_LEAD] = { 12, PANGO_WEIGHT_NORMAL, 1.3 },
  [ILV_HANDOUT_FONT_BODY] = { 10, PANGO_WEIGHT_NORMAL, 1.38 },
  [ILV_HANDOUT_FONT_SMALL] = { 9, PANGO_WEIGHT_NORMAL, 1.35 },
  [ILV_HANDOUT_FONT_CAPTION] = { 8, PANGO_WEIGHT_NORMAL, 1.25 },
  [ILV_HANDOUT_FONT_FIGURE] = { 12, PANGO_WEIGHT_BOLD, 1.2 },
  [ILV_HANDOUT_FONT_CODE] = { 7.5, PANGO_WEIGHT_NORMAL, 1.35 },
};

static const guint8 inks[][3] = {
  [ILV_HANDOUT_INK_TEXT] = { 0x24, 0x1f, 0x31 },
  [ILV_HANDOUT_INK_DIM] = { 0x6a, 0x67, 0x71 },
  [ILV_HANDOUT_INK_RULE] = { 0xd2, 0xd0, 0xce },
  [ILV_HANDOUT_INK_LANE] = { 0xf4, 0xf4, 0xf4 },
  [ILV_HANDOUT_INK_ACCENT] = { 0x1a, 0x5f, 0xb4 },
  [ILV_HANDOUT_INK_ACCENT_TINT] = { 0xf1, 0xf6, 0xfc },
  [ILV_HANDOUT_INK_SINCE] = { 0xe5, 0xa5, 0x0a },
  [ILV_HANDOUT_INK_SINCE_TINT] = { 0xfd, 0xf7, 0xe6 },
  [ILV_HANDOUT_INK_END] = { 0x1b, 0x85, 0x53 },
};

PangoContext *
ilv_handout_style_create_context (void)
{
  /* Not the default one, which belongs to its thread. */
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  cairo_font_options_t *options = cairo_font_options_create ();
  PangoContext *context;

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72);
  context = pango_font_map_create_context (map);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  return context;
}

PangoLayout *
ilv_handout_style_create_layout (PangoContext *context, IlvHandoutFont font, double width)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *description = pango_font_description_new ();

  pango_font_description_set_family (
    description, font == ILV_HANDOUT_FONT_CODE ? ILV_HANDOUT_CODE_FAMILIES : ILV_HANDOUT_FAMILIES);
  pango_font_description_set_size (description, fonts[font].size * PANGO_SCALE);
  pango_font_description_set_weight (description, fonts[font].weight);
  pango_layout_set_font_description (layout, description);
  pango_font_description_free (description);
  pango_layout_set_width (layout, width * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  /* “Left” means where lines begin only as long as that is on the left. */
  if (pango_context_get_base_dir (context) == PANGO_DIRECTION_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  pango_layout_set_line_spacing (layout, fonts[font].line);
  return layout;
}

void
ilv_handout_style_set_ink (cairo_t *cr, IlvHandoutInk ink)
{
  cairo_set_source_rgb (cr, inks[ink][0] / 255.0, inks[ink][1] / 255.0, inks[ink][2] / 255.0);
}

PangoAttribute *
ilv_handout_style_create_ink (IlvHandoutInk ink)
{
  return pango_attr_foreground_new (inks[ink][0] * 257, inks[ink][1] * 257, inks[ink][2] * 257);
}

void
ilv_handout_style_round (
  cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2);

  if (r <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI_2, 0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0, G_PI_2);
  cairo_arc (cr, x + r, y + height - r, r, G_PI_2, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

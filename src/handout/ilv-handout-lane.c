/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-lane.h"

#include "ilv-crowd.h"
#include "ilv-handout-style.h"
#include "ilv-picture-theme.h"

/* How finely a crowd of narrow spans is drawn. */
#define COLUMNS_A_POINT 2

#define HATCH_DISTANCE 3.2
#define NAME_MARGIN 2.5

static void
set_colour (cairo_t *cr, IlvColour colour)
{
  cairo_set_source_rgb (cr, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

static void
hatch (cairo_t *cr, double x, double y, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, y, width, height);
  cairo_clip (cr);
  for (double start = x - height; start < x + width; start += HATCH_DISTANCE)
    {
      cairo_move_to (cr, start, y + height);
      cairo_line_to (cr, start + height, y);
    }
  cairo_set_line_width (cr, HATCH_DISTANCE / 3);
  cairo_stroke (cr);
  cairo_restore (cr);
}

void
ilv_handout_lane_draw_span (
  cairo_t *cr, IlvState state, guint colour, double x, double y, double width, double height)
{
  /* A hair between neighbours, so that turns can be told apart. */
  double shown = width - MIN (0.5, width / 6);
  double inset = MIN (0.4, shown / 4);
  double thin = MAX (1.5, height / 5);
  IlvColour fill = ilv_palette_get_colour (colour, FALSE);
  IlvColour line = ilv_palette_get_line_colour (colour, FALSE);

  set_colour (cr, line);
  switch (state)
    {
    case ILV_STATE_READY:
      cairo_rectangle (cr, x + inset, y + inset, shown - 2 * inset, height - 2 * inset);
      cairo_set_line_width (cr, 2 * inset);
      cairo_stroke (cr);
      break;
    case ILV_STATE_WAITING:
      cairo_rectangle (cr, x, y + (height - thin) / 2, shown, thin);
      cairo_fill (cr);
      break;
    case ILV_STATE_BLOCKED:
      hatch (cr, x, y, shown, height);
      break;
    case ILV_STATE_RUNNING:
    case ILV_STATE_ENDED:
    default:
      ilv_handout_style_round (cr, x, y, shown, height,
                               shown < 2 ? 0 : MIN (2, MIN (shown / 3, height / 4)));
      if (!ilv_colour_equal (fill, line))
        {
          cairo_set_line_width (cr, inset);
          cairo_stroke_preserve (cr);
        }
      set_colour (cr, fill);
      cairo_fill (cr);
      break;
    }
}

static void
draw_name (cairo_t *cr,
           const IlvSpan *span,
           PangoLayout *name,
           double x,
           double width,
           double y,
           double height)
{
  PangoRectangle logical;
  double name_width, name_height;

  pango_layout_get_extents (name, NULL, &logical);
  name_width = (double) logical.width / PANGO_SCALE;
  name_height = (double) logical.height / PANGO_SCALE;
  if (name_width + 2 * NAME_MARGIN > width || name_height > height)
    return;
  set_colour (cr, ilv_palette_get_text_colour (span->colour, FALSE));
  cairo_move_to (cr, x + (width - name_width) / 2 - (double) logical.x / PANGO_SCALE,
                 y + (height - name_height) / 2 - (double) logical.y / PANGO_SCALE);
  pango_cairo_show_layout (cr, name);
}

static void
draw_span (cairo_t *cr, const IlvSpan *span, const IlvHandoutLaneBox *box, GPtrArray *names)
{
  double x = box->x + span->start_ns * box->scale;
  double width = (span->end_ns - span->start_ns) * box->scale;

  ilv_handout_lane_draw_span (cr, span->state, span->colour, x,
                              box->y, width, box->height);
  if (span->state == ILV_STATE_RUNNING && span->task < names->len)
    draw_name (cr, span, g_ptr_array_index (names, span->task), x, width, box->y, box->height);
}

void
ilv_handout_lane_draw (
  cairo_t *cr, IlvLaneIndex *index, guint lane, const IlvHandoutLaneBox *box, GPtrArray *names)
{
  double scale = box->scale * COLUMNS_A_POINT;
  const IlvCrowdView view = {
    .scale = scale,
    .n_columns = (guint) (box->width * COLUMNS_A_POINT),
    .ground = ilv_picture_theme_get (FALSE, FALSE)->lane,
  };
  g_autoptr (GArray) crowds = ilv_crowd_find (index, lane, &view);

  for (guint i = 0; i < ilv_lane_index_get_n_spans (index, lane); i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, i);

      if (!ilv_crowd_is_narrow (span, scale))
        draw_span (cr, span, box, names);
    }
  for (guint i = 0; i < crowds->len; i++)
    {
      const IlvCrowdRun *run = &g_array_index (crowds, IlvCrowdRun, i);

      set_colour (cr, run->colour);
      cairo_rectangle (cr, box->x + (double) run->first / COLUMNS_A_POINT, box->y,
                       (double) (run->end - run->first) / COLUMNS_A_POINT, box->height);
      cairo_fill (cr);
    }
}

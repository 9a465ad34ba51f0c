/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-picture-legend.h"

#include "ilv-picture-lane.h"

/* All in pixels. */
#define SWATCH_WIDTH 24
#define SWATCH_HEIGHT 12
#define SWATCH_GAP 6
#define ITEM_GAP 20
#define LINE_HEIGHT 20
#define TEXT_SIZE 12

typedef struct
{
  IlvPicture *picture;
  double left;
  double right;
  double x;
  double y;
} Line;

static void
add_key (Line *line, IlvState state)
{
  const char *label = ilv_state_get_label (state);
  double width = SWATCH_WIDTH + SWATCH_GAP + ilv_picture_estimate_width (label, TEXT_SIZE);
  IlvPictureLaneBox box = { .height = SWATCH_HEIGHT };
  IlvPictureItem swatch;

  if (line->x > line->left && line->x + width > line->right)
    {
      line->x = line->left;
      line->y += LINE_HEIGHT;
    }
  box.y = line->y;
  ilv_picture_lane_shape (line->picture, state, 0, &box, line->x, SWATCH_WIDTH, &swatch);
  swatch.role = "key";
  ilv_picture_add (line->picture, &swatch);
  ilv_picture_add (line->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_TEXT,
                                                     .role = "key-text",
                                                     .x = line->x + SWATCH_WIDTH + SWATCH_GAP,
                                                     .y = line->y + SWATCH_HEIGHT - 2,
                                                     .colour = line->picture->theme->dim,
                                                     .size = TEXT_SIZE,
                                                     .text = label });
  line->x += width + ITEM_GAP;
}

static guint
find_states (IlvTrace *trace)
{
  guint states = 0;
  gsize n_spans;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);

  for (gsize i = 0; i < n_spans; i++)
    states |= 1u << spans[i].state;
  return states;
}

/**
 * ilv_picture_legend_draw:
 * @picture: the picture
 * @sides: (array length=n_sides): the traces
 * @n_sides: how many there are
 * @x: the left edge
 * @y: the upper edge
 * @width: how much room there is
 *
 * Returns: how high it is
 */
double
ilv_picture_legend_draw (
  IlvPicture *picture, IlvTrace *const *sides, guint n_sides, double x, double y, double width)
{
  Line line = { picture, x, x + width, x, y };
  guint states = 0;

  for (guint i = 0; i < n_sides; i++)
    states |= find_states (sides[i]);
  for (guint state = 0; state < ILV_N_SPAN_STATES; state++)
    if ((states >> state & 1) != 0)
      add_key (&line, state);
  return states != 0 ? line.y - y + LINE_HEIGHT : 0;
}

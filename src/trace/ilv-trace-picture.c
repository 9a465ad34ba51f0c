/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-figures.h"
#include "ilv-import-lanes.h"
#include "ilv-moment-text.h"
#include "ilv-picture-lane.h"
#include "ilv-picture-legend.h"
#include "ilv-race-summary.h"
#include "ilv-ruler-scale.h"
#include "ilv-run-name.h"
#include "ilv-summary.h"

/* All in pixels. */
#define MARGIN 24
#define LABELS_WIDTH 92
#define AXIS_WIDTH 800
#define WIDTH (MARGIN + LABELS_WIDTH + AXIS_WIDTH + MARGIN)
#define AXIS_X (MARGIN + LABELS_WIDTH)
#define TITLE_HEIGHT 30
#define RULER_HEIGHT 24
#define FIGURES_HEIGHT 56
#define SIDE_GAP 30
#define LANES_HEIGHT 220
#define MIN_LANE_HEIGHT 4
#define MAX_LANE_HEIGHT 56
#define LABEL_HEIGHT 14
#define LABEL_SIZE 12
#define LABEL_GAP 4
#define FIGURE_WIDTH 133
#define FIGURE_GAP 8
#define LEGEND_RISE 4

/* The time axis goes on a little beyond the last end, so that it can be seen. */
#define AXIS_ROOM 1.04

#define TICKS 8

/* Labels of the ruler that are closer to the picture's edge are left out. */
#define EDGE_DISTANCE 12

typedef struct
{
  IlvTrace *const *sides;
  const char *const *names; /* or NULL */
  guint n_sides;
  IlvGrouping grouping;
  IlvPicture *picture;
  GCancellable *cancellable; /* or NULL */
  double start_ns;           /* the moment at the beginning of the time axis */
  double axis_ns;            /* how long the time axis is */
  double scale;              /* pixels a nanosecond */
  double y;                  /* how far down the picture is drawn */
} Drawing;

static double
get_x (const Drawing *drawing, double time_ns)
{
  return AXIS_X + (time_ns - drawing->start_ns) * drawing->scale;
}

static gboolean
is_seen (const Drawing *drawing, double time_ns)
{
  return time_ns >= drawing->start_ns && time_ns <= drawing->start_ns + drawing->axis_ns;
}

static void
add_text (Drawing *drawing, const char *role, double x, double y, double size, IlvColour colour, const char *text)
{
  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_TEXT,
                                                        .role = role,
                                                        .x = x,
                                                        .y = y,
                                                        .size = size,
                                                        .colour = colour,
                                                        .text = text });
}

static void
add_line (Drawing *drawing, const char *role, double x, double top, double bottom, IlvColour colour, double width)
{
  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_LINE,
                                                        .role = role,
                                                        .x = x,
                                                        .y = top,
                                                        .width = width,
                                                        .height = bottom - top,
                                                        .colour = colour });
}

static void
draw_ruler (Drawing *drawing, double lanes_height)
{
  const IlvPictureTheme *theme = drawing->picture->theme;
  double top = drawing->y + RULER_HEIGHT;
  double end_ns = drawing->start_ns + drawing->axis_ns;
  IlvRulerScale scale;
  IlvMomentUnit unit;
  gint64 tick_ns, first_ns;

  ilv_ruler_scale_init (&scale, drawing->axis_ns, TICKS);
  tick_ns = (gint64) scale.tick_ns;
  first_ns = (gint64) ceil (drawing->start_ns / tick_ns) * tick_ns;
  unit = ilv_moment_text_get_unit (tick_ns, end_ns);
  for (gint64 time_ns = first_ns; time_ns <= end_ns; time_ns += tick_ns)
    {
      double x = get_x (drawing, time_ns);
      g_autofree char *label = ilv_moment_text_format_tick (time_ns, tick_ns, unit, time_ns == first_ns);

      add_line (drawing, "tick", x, top - 4, top + lanes_height, theme->grid, 1);
      if (x <= AXIS_X + AXIS_WIDTH - EDGE_DISTANCE || drawing->axis_ns < tick_ns)
        ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_TEXT,
                                                              .role = "ruler",
                                                              .x = x,
                                                              .y = top - 8,
                                                              .size = 11,
                                                              .colour = theme->dim,
                                                              .align = ILV_PICTURE_ALIGN_MIDDLE,
                                                              .text = label });
    }
}

static double
find_lane_height (guint n_lanes)
{
  return CLAMP (LANES_HEIGHT / MAX (n_lanes, 1), MIN_LANE_HEIGHT, MAX_LANE_HEIGHT);
}

/* With its end as three dots where it is too long. */
static char *
shorten_label (const char *label)
{
  g_autofree char *valid = g_utf8_make_valid (label, -1);

  while (ilv_picture_estimate_width (valid, LABEL_SIZE) > LABELS_WIDTH - LABEL_GAP)
    {
      glong n_letters = g_utf8_strlen (valid, -1);
      g_autofree char *begin = g_utf8_substring (valid, 0, MAX (0, n_letters - 2));

      g_free (valid);
      valid = g_strconcat (begin, "…", NULL);
    }
  return g_steal_pointer (&valid);
}

static void
draw_lane (Drawing *drawing, IlvLaneIndex *index, guint lane, const IlvPictureLaneBox *box)
{
  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_RECT,
                                                        .role = "lane",
                                                        .x = box->x,
                                                        .y = box->y,
                                                        .width = box->width,
                                                        .height = box->height,
                                                        .fill = ILV_PICTURE_FILL_PLAIN,
                                                        .colour = drawing->picture->theme->lane });
  ilv_picture_lane_draw (drawing->picture, index, lane, box);
}

static void
draw_lanes (Drawing *drawing, IlvLaneIndex *index)
{
  guint n_lanes = ilv_lane_index_get_n_lanes (index);
  double height = find_lane_height (n_lanes);
  double gap = MIN (6, floor (height / 6));
  guint labelled = (guint) ceil (LABEL_HEIGHT / height);

  for (guint lane = 0; lane < n_lanes && !g_cancellable_is_cancelled (drawing->cancellable); lane++)
    {
      const IlvPictureLaneBox box
        = { AXIS_X, drawing->y + lane * height, AXIS_WIDTH, height - gap, drawing->start_ns, drawing->scale };
      g_autofree char *label = NULL;

      draw_lane (drawing, index, lane, &box);
      if (lane % labelled != 0)
        continue;
      label = shorten_label (ilv_lane_index_get_label (index, lane));
      add_text (drawing, "label", MARGIN, box.y + box.height / 2 + 4, LABEL_SIZE, drawing->picture->theme->text,
                label);
    }
}

static const char *
get_name (const Drawing *drawing, guint side)
{
  if (drawing->names != NULL)
    return drawing->names[side];
  return ilv_run_name_get_title (ilv_trace_get_info (drawing->sides[side])->strategy);
}

/* A dashed line where the other one of two sides ended, if that was visibly later. */
static void
draw_other_end (Drawing *drawing, guint side, double top, double bottom)
{
  gint64 end_ns = ilv_trace_get_duration_ns (drawing->sides[side]);
  gint64 other_ns = ilv_trace_get_duration_ns (drawing->sides[1 - side]);
  double x = get_x (drawing, other_ns);
  g_autofree char *duration = NULL;
  g_autofree char *label = NULL;

  if (!is_seen (drawing, other_ns) || x < get_x (drawing, end_ns) + 4)
    return;
  duration = ilv_summary_format_duration (other_ns);
  /* Translators: the name of the other run ("Time-sliced") and when it ended. */
  label = g_strdup_printf (_("%s: %s"), get_name (drawing, 1 - side), duration);
  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_LINE,
                                                        .role = "other",
                                                        .x = x,
                                                        .y = top,
                                                        .width = 1,
                                                        .height = bottom + 6 - top,
                                                        .colour = drawing->picture->theme->dim,
                                                        .dashed = TRUE });
  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_TEXT,
                                                        .role = "other",
                                                        .x = x - 4,
                                                        .y = bottom + 7,
                                                        .size = 11,
                                                        .colour = drawing->picture->theme->dim,
                                                        .align = ILV_PICTURE_ALIGN_END,
                                                        .text = label });
}

static void
draw_end (Drawing *drawing, IlvTrace *trace, double top, double bottom)
{
  gint64 end_ns = ilv_trace_get_duration_ns (trace);
  double x = get_x (drawing, end_ns);
  IlvColour colour = drawing->picture->theme->end;

  if (!is_seen (drawing, end_ns))
    return;
  add_line (drawing, "end", x, top, bottom, colour, 1.5);
  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_DOT,
                                                        .role = "end",
                                                        .x = x,
                                                        .y = top,
                                                        .radius = 3.5,
                                                        .colour = colour });
}

static void
draw_figure (Drawing *drawing, guint *column, const char *value, const char *caption)
{
  const IlvPictureTheme *theme = drawing->picture->theme;
  double x = AXIS_X + *column * FIGURE_WIDTH;

  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_TEXT,
                                                        .role = "value",
                                                        .x = x,
                                                        .y = drawing->y + 32,
                                                        .size = 17,
                                                        .bold = TRUE,
                                                        .colour = theme->strong,
                                                        .text = value });
  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_TEXT,
                                                        .role = "caption",
                                                        .x = x,
                                                        .y = drawing->y + 48,
                                                        .width = FIGURE_WIDTH - FIGURE_GAP,
                                                        .size = 12,
                                                        .colour = theme->dim,
                                                        .text = caption });
  (*column)++;
}

static const char *
get_end_caption (IlvTraceOutcome outcome)
{
  switch (outcome)
    {
    case ILV_TRACE_OUTCOME_STALLED:
      return _("came to a standstill");
    case ILV_TRACE_OUTCOME_CANCELLED:
      return _("stopped");
    case ILV_TRACE_OUTCOME_RUNNING:
      return _("so far");
    case ILV_TRACE_OUTCOME_FINISHED:
    default:
      return _("finished");
    }
}

/* Of the whole run. What another program has recorded says nothing of processors. */
static void
draw_figures (Drawing *drawing, IlvTrace *trace)
{
  gboolean is_foreign = g_str_equal (ilv_trace_get_info (trace)->strategy, ILV_FOREIGN_STRATEGY);
  g_autofree char *makespan = NULL;
  g_autofree char *cpu_time = NULL;
  g_autofree char *switches = NULL;
  g_autofree char *most = NULL;
  g_autofree char *utilisation = NULL;
  g_autofree char *speedup = NULL;
  IlvFigures figures;
  guint column = 0;

  ilv_figures_compute (&figures, trace);
  makespan = ilv_summary_format_duration (figures.makespan_ns);
  cpu_time = ilv_summary_format_duration (figures.cpu_time_ns);
  switches = g_strdup_printf ("%" G_GINT64_FORMAT,
                              figures.voluntary_switches + figures.involuntary_switches);
  most = g_strdup_printf ("%u", figures.max_parallelism);
  utilisation = g_strdup_printf (_("%.0f %%"), 100 * figures.utilisation);
  speedup = g_strdup_printf ("%.2f", figures.speedup);

  draw_figure (drawing, &column, makespan, get_end_caption (figures.outcome));
  if (!is_foreign)
    draw_figure (drawing, &column, cpu_time, _("CPU time"));
  if (!is_foreign && figures.voluntary_switches >= 0 && figures.involuntary_switches >= 0)
    draw_figure (drawing, &column, switches, _("context switches"));
  draw_figure (drawing, &column, most, _("running at once"));
  if (!is_foreign)
    {
      draw_figure (drawing, &column, utilisation, _("utilisation"));
      draw_figure (drawing, &column, speedup, _("speedup"));
    }
  drawing->y += FIGURES_HEIGHT;
}

static void
draw_title (Drawing *drawing, guint side)
{
  const IlvTraceInfo *info = ilv_trace_get_info (drawing->sides[side]);
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", info->tasks->len),
                                            info->tasks->len);
  g_autofree char *processors = g_strdup_printf (ngettext ("%u processor", "%u processors",
                                                           info->processors),
                                                 info->processors);
  g_autofree char *setting = g_strdup_printf (" · %s · %s", tasks, processors);
  gboolean is_foreign = g_str_equal (info->strategy, ILV_FOREIGN_STRATEGY);

  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_TEXT,
                                                        .role = "title",
                                                        .x = MARGIN,
                                                        .y = drawing->y + 16,
                                                        .width = LABELS_WIDTH + AXIS_WIDTH,
                                                        .size = 15,
                                                        .bold = TRUE,
                                                        .colour = drawing->picture->theme->strong,
                                                        .text = get_name (drawing, side),
                                                        .rest = is_foreign ? NULL : setting,
                                                        .rest_colour = drawing->picture->theme->dim });
  drawing->y += TITLE_HEIGHT;
}

static void
draw_side (Drawing *drawing, guint side)
{
  IlvTrace *trace = drawing->sides[side];
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, drawing->grouping);
  guint n_lanes = ilv_lane_index_get_n_lanes (index);
  double lanes_height = n_lanes * find_lane_height (n_lanes);
  double top;

  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_BEGIN, .role = "side" });
  draw_title (drawing, side);
  draw_ruler (drawing, lanes_height);
  drawing->y += RULER_HEIGHT;
  top = drawing->y;
  draw_lanes (drawing, index);
  drawing->y += lanes_height;
  draw_end (drawing, trace, top - 2, drawing->y);
  if (drawing->n_sides == 2)
    draw_other_end (drawing, side, top, drawing->y);
  draw_figures (drawing, trace);
  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_END, .role = "side" });
  drawing->y += SIDE_GAP;
}

static char *
compare_named (IlvTrace *const *sides, const char *const *names, guint n_sides)
{
  g_autofree IlvRacer *racers = g_new0 (IlvRacer, n_sides);

  for (guint i = 0; i < n_sides; i++)
    racers[i] = (IlvRacer){ .title = names[i], .trace = sides[i] };
  return ilv_race_summary_compare (racers, n_sides);
}

/* (transfer full): for those who cannot see the picture, what it shows, in words */
static char *
describe (IlvTrace *const *sides, const char *const *names, guint n_sides)
{
  if (n_sides == 1)
    return ilv_summary_describe (sides[0]);
  if (names != NULL)
    return compare_named (sides, names, n_sides);
  return n_sides == 2 ? ilv_summary_compare (sides[0], sides[1]) : NULL;
}

static void
set_range (Drawing *drawing, const IlvPictureView *view)
{
  drawing->start_ns = 0;
  drawing->axis_ns = 1;
  for (guint i = 0; i < drawing->n_sides; i++)
    drawing->axis_ns
      = MAX (drawing->axis_ns, (double) ilv_trace_get_duration_ns (drawing->sides[i]) * AXIS_ROOM);
  if (view->end_ns > view->start_ns)
    {
      drawing->start_ns = MAX (view->start_ns, 0);
      drawing->axis_ns = MAX (view->end_ns - drawing->start_ns, 1);
    }
  drawing->scale = AXIS_WIDTH / drawing->axis_ns;
}

static void
draw_all (Drawing *drawing)
{
  guint ground = drawing->picture->items->len;

  ilv_picture_add (drawing->picture, &(IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_RECT,
                                                        .role = "ground",
                                                        .width = WIDTH,
                                                        .fill = ILV_PICTURE_FILL_PLAIN,
                                                        .colour = drawing->picture->theme->ground });
  for (guint i = 0; i < drawing->n_sides && !g_cancellable_is_cancelled (drawing->cancellable); i++)
    draw_side (drawing, i);
  drawing->y += ilv_picture_legend_draw (drawing->picture, drawing->sides, drawing->n_sides, AXIS_X,
                                         drawing->y - LEGEND_RISE, AXIS_WIDTH);
  drawing->picture->width = WIDTH;
  drawing->picture->height = ceil (drawing->y);
  g_array_index (drawing->picture->items, IlvPictureItem, ground).height = drawing->picture->height;
}

/**
 * ilv_trace_picture_draw:
 * @sides: (array length=n_sides): a trace a side, left first
 * @names: (nullable) (array length=n_sides): their titles; %NULL for those of their strategies
 * @n_sides: how many there are
 * @view: what is seen of them, and how
 * @cancellable: (nullable): ends it early
 *
 * Returns: (transfer full) (nullable): the picture, or %NULL if that was cancelled
 */
IlvPicture *
ilv_trace_picture_draw (IlvTrace *const *sides,
                        const char *const *names,
                        guint n_sides,
                        const IlvPictureView *view,
                        GCancellable *cancellable)
{
  g_autoptr (IlvPicture) picture = NULL;
  Drawing drawing = { .sides = sides, .names = names, .n_sides = n_sides, .cancellable = cancellable, .y = MARGIN };

  g_return_val_if_fail (view != NULL, NULL);

  picture = ilv_picture_new (ilv_picture_theme_get (view->dark, view->high_contrast));
  picture->description = describe (sides, names, n_sides);
  drawing.picture = picture;
  drawing.grouping = view->grouping;
  set_range (&drawing, view);
  draw_all (&drawing);
  return g_cancellable_is_cancelled (cancellable) ? NULL : g_steal_pointer (&picture);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-picture.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-figures.h"
#include "ilv-race-summary.h"
#include "ilv-ruler-scale.h"
#include "ilv-run-name.h"
#include "ilv-summary.h"
#include "ilv-svg-lane.h"
#include "ilv-svg.h"

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
#define FIGURE_WIDTH 133

/* The time axis goes on a little beyond the last end, so that it can be seen. */
#define AXIS_ROOM 1.04

#define TICKS 8

typedef struct
{
  IlvTrace *const *sides;
  const char *const *names; /* or NULL */
  guint n_sides;
  GString *svg;
  double axis_ns; /* how long the time axis is */
  double scale;   /* pixels a nanosecond */
  double y;       /* how far down the picture is drawn */
} Picture;

static double
get_x (const Picture *picture, double time_ns)
{
  return AXIS_X + time_ns * picture->scale;
}

static void
draw_ruler (Picture *picture, double lanes_height)
{
  double top = picture->y + RULER_HEIGHT;
  IlvRulerScale scale;

  ilv_ruler_scale_init (&scale, picture->axis_ns, TICKS);
  for (guint i = 0; i * scale.tick_ns <= picture->axis_ns; i++)
    {
      double x = get_x (picture, i * scale.tick_ns);
      g_autofree char *label = ilv_ruler_scale_format (&scale, i);

      ilv_svg_append_line (picture->svg, "tick", x, top - 4, top + lanes_height);
      ilv_svg_append_text (picture->svg, "ruler", x, top - 8, label);
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
  g_autofree char *begin = NULL;

  if (g_utf8_strlen (valid, -1) <= 12)
    return g_steal_pointer (&valid);
  begin = g_utf8_substring (valid, 0, 11);
  return g_strconcat (begin, "…", NULL);
}

static void
draw_lanes (Picture *picture, IlvLaneIndex *index)
{
  guint n_lanes = ilv_lane_index_get_n_lanes (index);
  double height = find_lane_height (n_lanes);
  double gap = MIN (6, floor (height / 6));
  guint labelled = (guint) ceil (LABEL_HEIGHT / height);

  for (guint lane = 0; lane < n_lanes; lane++)
    {
      IlvLaneBox box = { AXIS_X, picture->y + lane * height, AXIS_WIDTH, height - gap,
                         picture->scale };

      ilv_svg_begin_rect (picture->svg, box.x, box.y, box.width, box.height);
      g_string_append (picture->svg, " class=\"lane\"/>\n");
      if (lane % labelled == 0)
        {
          g_autofree char *label = shorten_label (ilv_lane_index_get_label (index, lane));

          ilv_svg_append_text (picture->svg, "label", MARGIN, box.y + box.height / 2 + 4, label);
        }
      ilv_svg_lane_draw (picture->svg, index, lane, &box);
    }
}

static const char *
get_name (const Picture *picture, guint side)
{
  if (picture->names != NULL)
    return picture->names[side];
  return ilv_run_name_get_title (ilv_trace_get_info (picture->sides[side])->strategy);
}

/* A dashed line where the other one of two sides ended, if that was visibly later. */
static void
draw_other_end (Picture *picture, guint side, double top, double bottom)
{
  gint64 end_ns = ilv_trace_get_duration_ns (picture->sides[side]);
  gint64 other_ns = ilv_trace_get_duration_ns (picture->sides[1 - side]);
  double x = get_x (picture, other_ns);
  g_autofree char *duration = NULL;
  g_autofree char *label = NULL;

  if (x < get_x (picture, end_ns) + 4)
    return;
  duration = ilv_summary_format_duration (other_ns);
  /* Translators: the name of the other run ("Time-sliced") and when it ended. */
  label = g_strdup_printf (_("%s: %s"), get_name (picture, 1 - side), duration);
  ilv_svg_append_line (picture->svg, "other", x, top, bottom + 6);
  ilv_svg_append_text (picture->svg, "other", x - 4, bottom + 7, label);
}

static void
draw_end (Picture *picture, IlvTrace *trace, double top, double bottom)
{
  double x = get_x (picture, ilv_trace_get_duration_ns (trace));

  ilv_svg_append_line (picture->svg, "end", x, top, bottom);
  g_string_append (picture->svg, "<circle class=\"end\" r=\"3.5\"");
  ilv_svg_append_number (picture->svg, "cx", x);
  ilv_svg_append_number (picture->svg, "cy", top);
  g_string_append (picture->svg, "/>\n");
}

static void
draw_figure (Picture *picture, guint *column, const char *value, const char *caption)
{
  double x = AXIS_X + *column * FIGURE_WIDTH;

  ilv_svg_append_text (picture->svg, "value", x, picture->y + 32, value);
  ilv_svg_append_text (picture->svg, "caption", x, picture->y + 48, caption);
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

static void
draw_figures (Picture *picture, IlvTrace *trace)
{
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

  draw_figure (picture, &column, makespan, get_end_caption (figures.outcome));
  draw_figure (picture, &column, cpu_time, _("CPU time"));
  if (figures.voluntary_switches >= 0 && figures.involuntary_switches >= 0)
    draw_figure (picture, &column, switches, _("context switches"));
  draw_figure (picture, &column, most, _("running at once"));
  draw_figure (picture, &column, utilisation, _("utilisation"));
  draw_figure (picture, &column, speedup, _("speedup"));
  picture->y += FIGURES_HEIGHT;
}

static void
draw_title (Picture *picture, guint side)
{
  const IlvTraceInfo *info = ilv_trace_get_info (picture->sides[side]);
  g_autofree char *tasks = g_strdup_printf (ngettext ("%u task", "%u tasks", info->tasks->len),
                                            info->tasks->len);
  g_autofree char *processors = g_strdup_printf (ngettext ("%u processor", "%u processors",
                                                           info->processors),
                                                 info->processors);
  g_autofree char *setting = g_strdup_printf (" · %s · %s", tasks, processors);

  g_string_append (picture->svg, "<text class=\"title\" xml:space=\"preserve\"");
  ilv_svg_append_number (picture->svg, "x", MARGIN);
  ilv_svg_append_number (picture->svg, "y", picture->y + 16);
  g_string_append (picture->svg, "><tspan class=\"strategy\"");
  ilv_svg_append_content (picture->svg, get_name (picture, side), "tspan");
  g_string_append (picture->svg, "<tspan");
  ilv_svg_append_content (picture->svg, setting, "tspan");
  g_string_append (picture->svg, "</text>\n");
  picture->y += TITLE_HEIGHT;
}

static void
draw_side (Picture *picture, guint side, IlvGrouping grouping)
{
  IlvTrace *trace = picture->sides[side];
  g_autoptr (IlvLaneIndex) index = ilv_lane_index_new (trace, grouping);
  guint n_lanes = ilv_lane_index_get_n_lanes (index);
  double lanes_height = n_lanes * find_lane_height (n_lanes);
  double top;

  g_string_append (picture->svg, "<g class=\"side\">\n");
  draw_title (picture, side);
  draw_ruler (picture, lanes_height);
  picture->y += RULER_HEIGHT;
  top = picture->y;
  draw_lanes (picture, index);
  picture->y += lanes_height;
  draw_end (picture, trace, top - 2, picture->y);
  if (picture->n_sides == 2)
    draw_other_end (picture, side, top, picture->y);
  draw_figures (picture, trace);
  g_string_append (picture->svg, "</g>\n");
  picture->y += SIDE_GAP;
}

static char *
compare_named (IlvTrace *const *sides, const char *const *names, guint n_sides)
{
  g_autofree IlvRacer *racers = g_new0 (IlvRacer, n_sides);

  for (guint i = 0; i < n_sides; i++)
    racers[i] = (IlvRacer){ .title = names[i], .trace = sides[i] };
  return ilv_race_summary_compare (racers, n_sides);
}

/* For those who cannot see the picture: what it shows, in words. */
static void
describe (GString *svg, IlvTrace *const *sides, const char *const *names, guint n_sides)
{
  g_autofree char *text = NULL;

  if (n_sides == 1)
    text = ilv_summary_describe (sides[0]);
  else if (names != NULL)
    text = compare_named (sides, names, n_sides);
  else if (n_sides == 2)
    text = ilv_summary_compare (sides[0], sides[1]);
  g_string_append (svg, "<desc");
  ilv_svg_append_content (svg, text != NULL ? text : "", "desc");
  g_string_append_c (svg, '\n');
}

static void
append_style (GString *svg)
{
  g_string_append (
    svg, "<style>\n"
         "text { font-family: Cantarell, Inter, \"Noto Sans\", \"DejaVu Sans\", sans-serif; "
         "font-size: 12px; fill: #3d3846; }\n"
         ".title { font-size: 15px; fill: #77767b; }\n"
         ".strategy { font-weight: bold; fill: #241f31; }\n"
         ".ruler { text-anchor: middle; font-size: 11px; fill: #77767b; }\n"
         ".tick { stroke: #deddda; }\n"
         ".lane { fill: #f4f4f4; }\n"
         ".value { font-size: 17px; font-weight: bold; fill: #241f31; }\n"
         ".caption { fill: #77767b; }\n"
         "line.end { stroke: #26a269; stroke-width: 1.5; }\n"
         "circle.end { fill: #26a269; }\n"
         "line.other { stroke: #5e5c64; stroke-dasharray: 3 3; }\n"
         "text.other { text-anchor: end; font-size: 11px; fill: #5e5c64; }\n"
         "</style>\n");
}

/**
 * ilv_trace_picture_draw:
 * @sides: (array length=n_sides): a trace a side, left first
 * @names: (nullable) (array length=n_sides): their titles; %NULL for those of their strategies
 * @n_sides: how many there are
 * @grouping: what a lane is
 *
 * Returns: (transfer full): an SVG document
 */
char *
ilv_trace_picture_draw (IlvTrace *const *sides,
                        const char *const *names,
                        guint n_sides,
                        IlvGrouping grouping)
{
  g_autoptr (GString) body = g_string_new (NULL);
  GString *svg = g_string_new (NULL);
  Picture picture = { .sides = sides,
                      .names = names,
                      .n_sides = n_sides,
                      .svg = body,
                      .axis_ns = 1,
                      .y = MARGIN };

  for (guint i = 0; i < n_sides; i++)
    picture.axis_ns = MAX (picture.axis_ns, ilv_trace_get_duration_ns (sides[i]) * AXIS_ROOM);
  picture.scale = AXIS_WIDTH / picture.axis_ns;
  for (guint i = 0; i < n_sides; i++)
    draw_side (&picture, i, grouping);

  g_string_append_printf (svg,
                          "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                          "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%.0f\" "
                          "viewBox=\"0 0 %d %.0f\" role=\"img\">\n",
                          WIDTH, picture.y, WIDTH, picture.y);
  describe (svg, sides, names, n_sides);
  append_style (svg);
  ilv_svg_lane_define (svg);
  g_string_append (svg, "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n");
  g_string_append (svg, body->str);
  g_string_append (svg, "</svg>\n");
  return g_string_free (svg, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-svg-lane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-crowd.h"
#include "ilv-summary.h"
#include "ilv-svg.h"

/* About the width of a letter of the labels. */
#define LETTER_PX 8.0

static void
append_tooltip (GString *svg, const IlvTraceInfo *info, const IlvSpan *span)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *length = ilv_summary_format_duration (span->end_ns - span->start_ns);
  const IlvTraceTask *task = ilv_trace_info_get_task (info, span->task);
  const IlvTraceTask *peer = ilv_trace_info_get_task (info, span->peer);
  const char *step = ilv_trace_info_get_step (info, span->task, span->step);

  /* Translators: the name of a task and its state, such as "A: running". */
  g_string_append_printf (text, _("%s: %s"), task != NULL ? task->name : "",
                          ilv_state_get_label (span->state));
  g_string_append_c (text, '\n');
  /* Translators: from one time to another, and how long that is. */
  g_string_append_printf (text, _("%.3f ms to %.3f ms (%s)"), span->start_ns / 1e6,
                          span->end_ns / 1e6, length);
  if (span->processor >= 0)
    {
      g_string_append_c (text, '\n');
      /* Translators: the number of a processor. */
      g_string_append_printf (text, _("Core %d"), span->processor);
    }
  if (step != NULL)
    g_string_append_printf (text, "\n%s", step);
  if (peer != NULL)
    {
      g_string_append_c (text, '\n');
      /* Translators: the name of a task. */
      g_string_append_printf (text, _("Waits for %s"), peer->name);
    }

  g_string_append (svg, "><title");
  ilv_svg_append_content (svg, text->str, "title");
  g_string_append (svg, "</rect>\n");
}

/* The task's name where it fits, or else its first letter. */
static void
append_name (GString *svg, const IlvSpan *span, const char *name, double x, double y, double width)
{
  double room = width - LETTER_PX;
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *letter = g_utf8_substring (valid, 0, MIN (1, g_utf8_strlen (valid, -1)));
  IlvColour colour;

  if (room < LETTER_PX)
    return;
  colour = ilv_palette_get_text_colour (span->colour, FALSE);
  g_string_append_printf (svg, "<text class=\"name\" style=\"fill: #%02x%02x%02x\"", colour.red,
                          colour.green, colour.blue);
  ilv_svg_append_number (svg, "x", x + width / 2);
  ilv_svg_append_number (svg, "y", y);
  ilv_svg_append_content (svg, g_utf8_strlen (valid, -1) * LETTER_PX <= room ? valid : letter,
                          "text");
  g_string_append_c (svg, '\n');
}

static void
append_shape (GString *svg, const IlvSpan *span, double x, double width, const IlvLaneBox *box)
{
  guint colour_index = span->colour;
  IlvColour colour = ilv_palette_get_colour (colour_index, FALSE);
  IlvColour line = ilv_palette_get_line_colour (colour_index, FALSE);
  /* A hair between neighbours, so that turns can be told apart. */
  double shown = width - MIN (0.8, width / 6);
  double inset = MIN (0.75, shown / 4);
  double thin = MAX (2, box->height / 5);

  switch ((IlvState) span->state)
    {
    case ILV_STATE_READY:
      ilv_svg_begin_rect (svg, x + inset, box->y + inset, shown - 2 * inset,
                          box->height - 2 * inset);
      g_string_append (svg, " class=\"ready\"");
      ilv_svg_append_colour (svg, "stroke", line);
      ilv_svg_append_number (svg, "stroke-width", 2 * inset);
      break;
    case ILV_STATE_WAITING:
      ilv_svg_begin_rect (svg, x, box->y + (box->height - thin) / 2, shown, thin);
      g_string_append (svg, " class=\"waiting\"");
      ilv_svg_append_colour (svg, "fill", line);
      break;
    case ILV_STATE_BLOCKED:
      ilv_svg_begin_rect (svg, x, box->y, shown, box->height);
      g_string_append_printf (svg, " class=\"blocked\" fill=\"url(#hatch%u)\"", colour_index);
      break;
    case ILV_STATE_RUNNING:
    case ILV_STATE_ENDED:
    default:
      ilv_svg_begin_rect (svg, x, box->y, shown, box->height);
      g_string_append (svg, " class=\"running\"");
      ilv_svg_append_number (svg, "rx", MIN (4, MIN (shown / 3, box->height / 4)));
      ilv_svg_append_colour (svg, "fill", colour);
      if (!ilv_colour_equal (colour, line))
        {
          ilv_svg_append_colour (svg, "stroke", line);
          ilv_svg_append_number (svg, "stroke-width", inset);
        }
      break;
    }
}

static void
append_span (GString *svg, const IlvTraceInfo *info, const IlvSpan *span, const IlvLaneBox *box)
{
  const IlvTraceTask *task = ilv_trace_info_get_task (info, span->task);
  double x = box->x + span->start_ns * box->scale;
  double width = (span->end_ns - span->start_ns) * box->scale;

  append_shape (svg, span, x, width, box);
  append_tooltip (svg, info, span);
  if (span->state == ILV_STATE_RUNNING && task != NULL && box->height >= 14)
    append_name (svg, span, task->name, x, box->y + box->height / 2 + 4, width);
}

static void
append_crowd (GString *svg, const IlvCrowdRun *run, const IlvLaneBox *box)
{
  ilv_svg_begin_rect (svg, box->x + run->first, box->y, run->end - run->first, box->height);
  g_string_append (svg, " class=\"crowd\"");
  ilv_svg_append_colour (svg, "fill", run->colour);
  g_string_append (svg, "/>\n");
}

/**
 * ilv_svg_lane_draw:
 * @svg: the picture
 * @index: the trace in lanes
 * @lane: index of the lane
 * @box: where to draw
 */
void
ilv_svg_lane_draw (GString *svg, IlvLaneIndex *index, guint lane, const IlvLaneBox *box)
{
  const IlvTraceInfo *info = ilv_trace_get_info (ilv_lane_index_get_trace (index));
  g_autoptr (GArray) crowds = ilv_crowd_find (index, lane, box->scale, box->width);

  for (guint i = 0; i < ilv_lane_index_get_n_spans (index, lane); i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, i);

      if (!ilv_crowd_is_narrow (span, box->scale))
        append_span (svg, info, span, box);
    }
  for (guint i = 0; i < crowds->len; i++)
    append_crowd (svg, &g_array_index (crowds, IlvCrowdRun, i), box);
}

/**
 * ilv_svg_lane_define:
 * @svg: the picture
 *
 * Appends the style of the spans and the hatching of each task's colour.
 */
void
ilv_svg_lane_define (GString *svg)
{
  g_string_append (svg, "<style>\n"
                        ".ready { fill: none; }\n"
                        ".name { font-size: 13px; font-weight: bold; text-anchor: middle; "
                        "pointer-events: none; }\n"
                        "</style>\n<defs>\n");
  for (guint i = 0; i < ILV_N_TASK_COLOURS; i++)
    {
      g_string_append_printf (svg, "<pattern id=\"hatch%u\" width=\"6\" height=\"6\" "
                                   "patternUnits=\"userSpaceOnUse\" "
                                   "patternTransform=\"rotate(45)\"><rect width=\"2\" "
                                   "height=\"6\"",
                              i);
      ilv_svg_append_colour (svg, "fill", ilv_palette_get_line_colour (i, FALSE));
      g_string_append (svg, "/></pattern>\n");
    }
  g_string_append (svg, "</defs>\n");
}

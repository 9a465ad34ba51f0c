/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-picture-lane.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-crowd.h"
#include "ilv-summary.h"

#define NAME_SIZE 13.0
#define NAME_MARGIN 4.0

/* (transfer full): what a span tells when it is pointed at */
static char *
describe_span (const IlvTraceInfo *info, const IlvSpan *span)
{
  GString *text = g_string_new (NULL);
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
  return g_string_free (text, FALSE);
}

/* The task's name where it fits, or else its first letter. */
static void
add_name (
  IlvPicture *picture, const IlvSpan *span, const char *name, double x, double width, const IlvPictureLaneBox *box)
{
  double room = width - 2 * NAME_MARGIN;
  g_autofree char *valid = g_utf8_make_valid (name, -1);
  g_autofree char *letter = g_utf8_substring (valid, 0, MIN (1, g_utf8_strlen (valid, -1)));
  IlvPictureItem item = {
    .shape = ILV_PICTURE_SHAPE_TEXT,
    .role = "name",
    .x = x + width / 2,
    .y = box->y + box->height / 2 + 4,
    .width = room,
    .colour = ilv_palette_get_text_colour (span->colour, picture->theme->dark),
    .size = NAME_SIZE,
    .bold = TRUE,
    .align = ILV_PICTURE_ALIGN_MIDDLE,
  };

  if (room < NAME_MARGIN || *valid == '\0')
    return;
  item.text = ilv_picture_estimate_width (valid, NAME_SIZE) <= room ? valid : letter;
  ilv_picture_add (picture, &item);
}

static void
fill_running (const IlvPicture *picture, guint colour, IlvPictureItem *item)
{
  double inset = MIN (0.75, item->width / 4);

  item->fill = picture->theme->high_contrast ? ILV_PICTURE_FILL_PATTERN : ILV_PICTURE_FILL_PLAIN;
  item->radius = MIN (4, MIN (item->width / 3, item->height / 4));
  item->colour = ilv_palette_get_colour (colour, picture->theme->dark);
  if (!ilv_colour_equal (item->colour, item->outline))
    item->outline_width = inset;
}

void
ilv_picture_lane_shape (const IlvPicture *picture,
                        IlvState state,
                        guint colour,
                        const IlvPictureLaneBox *box,
                        double x,
                        double width,
                        IlvPictureItem *item)
{
  /* A hair between neighbours, so that turns can be told apart. */
  double shown = width - MIN (0.8, width / 6);
  double inset = MIN (0.75, shown / 4);
  double thin = MAX (2, box->height / 5);
  IlvColour line = ilv_palette_get_line_colour (colour, picture->theme->dark);

  *item = (IlvPictureItem){ .shape = ILV_PICTURE_SHAPE_RECT,
                            .role = ilv_state_to_string (state),
                            .x = x,
                            .y = box->y,
                            .width = shown,
                            .height = box->height,
                            .fill = ILV_PICTURE_FILL_PLAIN,
                            .task_colour = colour,
                            .colour = line,
                            .outline = line };
  switch (state)
    {
    case ILV_STATE_READY:
      item->fill = ILV_PICTURE_FILL_NONE;
      item->outline_width = 2 * inset;
      item->x += inset;
      item->y += inset;
      item->width -= 2 * inset;
      item->height -= 2 * inset;
      break;
    case ILV_STATE_WAITING:
      item->y += (box->height - thin) / 2;
      item->height = thin;
      break;
    case ILV_STATE_BLOCKED:
      item->fill = ILV_PICTURE_FILL_HATCH;
      break;
    case ILV_STATE_RUNNING:
    case ILV_STATE_ENDED:
    default:
      item->role = "running";
      fill_running (picture, colour, item);
      break;
    }
}

/* Cut off where the axis begins and ends. */
static void
add_span (IlvPicture *picture, const IlvTraceInfo *info, const IlvSpan *span, const IlvPictureLaneBox *box)
{
  const IlvTraceTask *task = ilv_trace_info_get_task (info, span->task);
  double from = MAX (0, (span->start_ns - box->start_ns) * box->scale);
  double to = MIN (box->width, (span->end_ns - box->start_ns) * box->scale);
  g_autofree char *tooltip = NULL;
  IlvPictureItem item;

  if (to <= from)
    return;
  ilv_picture_lane_shape (picture, span->state, span->colour, box, box->x + from, to - from, &item);
  tooltip = describe_span (info, span);
  item.tooltip = tooltip;
  ilv_picture_add (picture, &item);
  if (span->state == ILV_STATE_RUNNING && task != NULL && box->height >= NAME_SIZE + 1)
    add_name (picture, span, task->name, box->x + from, to - from, box);
}

static void
add_crowd (IlvPicture *picture, const IlvCrowdRun *run, const IlvPictureLaneBox *box)
{
  const IlvPictureItem item = {
    .shape = ILV_PICTURE_SHAPE_RECT,
    .role = "crowd",
    .x = box->x + run->first,
    .y = box->y,
    .width = run->end - run->first,
    .height = box->height,
    .fill = ILV_PICTURE_FILL_PLAIN,
    .colour = run->colour,
  };

  ilv_picture_add (picture, &item);
}

/**
 * ilv_picture_lane_draw:
 * @picture: the picture
 * @index: the trace in lanes
 * @lane: index of the lane
 * @box: where to draw, and what
 */
void
ilv_picture_lane_draw (IlvPicture *picture, IlvLaneIndex *index, guint lane, const IlvPictureLaneBox *box)
{
  const IlvTraceInfo *info = ilv_trace_get_info (ilv_lane_index_get_trace (index));
  const IlvCrowdView view = { .start_ns = box->start_ns,
                              .scale = box->scale,
                              .n_columns = box->width,
                              .dark = picture->theme->dark,
                              .ground = picture->theme->lane };
  g_autoptr (GArray) crowds = ilv_crowd_find (index, lane, &view);
  double end_ns = box->start_ns + box->width / box->scale;
  guint n_spans = ilv_lane_index_get_n_spans (index, lane);

  for (guint i = ilv_lane_index_find (index, lane, (gint64) box->start_ns); i < n_spans; i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (index, lane, i);

      if (span->start_ns >= end_ns)
        break;
      if (!ilv_crowd_is_narrow (span, box->scale))
        add_span (picture, info, span, box);
    }
  for (guint i = 0; i < crowds->len; i++)
    add_crowd (picture, &g_array_index (crowds, IlvCrowdRun, i), box);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-range-mark.h"

#include <math.h>

#include "ilv-mark.h"
#include "ilv-moment-text.h"

#define GRAB_DISTANCE 9
#define HANDLE_SIZE 9
#define TINT 0.14f

static double
get_bottom (const IlvTimelineView *view)
{
  return view->layout.lanes_y + view->layout.lanes_height;
}

/* Where the range is on the screen, as far as it can be seen. */
static gboolean
find_range (const IlvTimelineView *view, double *x1, double *x2)
{
  double left = view->layout.plot_x;
  double right = left + view->layout.plot_width;
  gint64 from_ns, to_ns;

  if (!ilv_time_axis_get_marked (view->axis, &from_ns, &to_ns))
    return FALSE;

  *x1 = CLAMP (ilv_timeline_view_to_x (view, from_ns), left, right);
  *x2 = CLAMP (ilv_timeline_view_to_x (view, to_ns), left, right);

  return *x1 < *x2;
}

/* On the ruler only: spans keep their colours, which tell tasks. */
static void
snapshot_tint (const IlvTimelineView *view, GtkSnapshot *snapshot, double x1, double x2)
{
  GdkRGBA tint = view->theme.focus;

  tint.alpha = TINT;
  gtk_snapshot_append_color (
    snapshot, &tint,
    &GRAPHENE_RECT_INIT (roundf (x1), 0, roundf (x2) - roundf (x1), view->layout.ruler_height));
}

static void
snapshot_mark (const IlvTimelineView *view, GtkSnapshot *snapshot, gint64 time_ns)
{
  const GdkRGBA *colour = &view->theme.focus;
  double scale = view->layout.scale;
  double size = round (HANDLE_SIZE * scale);
  double x;

  if (!ilv_timeline_view_find_x (view, time_ns, &x))
    return;

  ilv_mark_append_line (snapshot, x, 0, get_bottom (view), round (scale), colour);
  ilv_mark_append_box (snapshot,
                       &GRAPHENE_RECT_INIT (roundf (x - size / 2), view->layout.ruler_height - size,
                                            size, size),
                       2, colour, NULL);
}

/* In the middle of what can be seen of the range, and wholly beside the lane names. */
static void
snapshot_length (
  GtkWidget *layer, const IlvTimelineView *view, GtkSnapshot *snapshot, double x1, double x2)
{
  double left = view->layout.plot_x;
  double right = left + view->layout.plot_width;
  g_autoptr (PangoLayout) text = NULL;
  g_autofree char *length = NULL;
  graphene_rect_t bounds;
  gint64 from_ns, to_ns;

  ilv_time_axis_get_marked (view->axis, &from_ns, &to_ns);
  length = ilv_moment_text_format (to_ns - from_ns);
  text = ilv_mark_create_text (layer, length);
  bounds = ilv_mark_place_chip (text, 0, 1, G_MAXINT);
  bounds.origin.x = roundf (CLAMP ((x1 + x2 - bounds.size.width) / 2, left,
                                   MAX (right - bounds.size.width, left)));
  ilv_mark_append_chip (snapshot, text, &bounds, &view->theme.plate, &view->theme.focus,
                        &view->theme.text);
}

void
ilv_range_mark_snapshot (GtkWidget *layer, const IlvTimelineView *view, GtkSnapshot *snapshot)
{
  double x1, x2;
  gboolean seen = find_range (view, &x1, &x2);

  if (seen)
    snapshot_tint (view, snapshot, x1, x2);
  for (guint i = 0; i < ILV_N_TIME_MARKS; i++)
    snapshot_mark (view, snapshot, ilv_time_axis_get_mark_ns (view->axis, i));
  if (seen)
    snapshot_length (layer, view, snapshot, x1, x2);
}

int
ilv_range_mark_pick (const IlvTimelineView *view, double x, double y)
{
  double nearest = GRAB_DISTANCE * view->layout.scale;
  int mark = -1;

  if (y > view->layout.ruler_height)
    return -1;

  for (guint i = 0; i < ILV_N_TIME_MARKS; i++)
    {
      double mark_x;

      if (ilv_timeline_view_find_x (view, ilv_time_axis_get_mark_ns (view->axis, i), &mark_x) &&
          fabs (x - mark_x) <= nearest)
        {
          nearest = fabs (x - mark_x);
          mark = (int) i;
        }
    }

  return mark;
}

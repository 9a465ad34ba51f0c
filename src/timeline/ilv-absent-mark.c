/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-absent-mark.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-mark.h"

static void
snapshot_edge (const IlvTimelineView *view, GtkSnapshot *snapshot, gint64 time_ns)
{
  const IlvLaneLayout *layout = &view->layout;
  double x;

  if (ilv_timeline_view_find_x (view, time_ns, &x))
    ilv_mark_append_dashes (snapshot, x, layout->lanes_y, layout->lanes_y + layout->lanes_height,
                            round (2 * layout->scale), &view->theme.text);
}

/* In the middle of what can be seen of it. */
static void
snapshot_name (
  GtkWidget *layer, const IlvTimelineView *view, GtkSnapshot *snapshot, double x1, double x2)
{
  const IlvTraceInfo *info = ilv_trace_get_info (ilv_lane_index_get_trace (view->index));
  const IlvLaneLayout *layout = &view->layout;
  double left = layout->plot_x;
  double right = left + layout->plot_width;
  g_autoptr (PangoLayout) text = NULL;
  g_autofree char *name = NULL;
  graphene_rect_t bounds;

  /* Translators: the name of a task and what it is doing: "A is waiting". */
  name = g_strdup_printf (_ ("%s is %s"), ilv_trace_info_get_task (info, view->absent->task)->name,
                          ilv_state_get_label (view->absent->state));
  text = ilv_mark_create_text (layer, name);
  bounds = ilv_mark_place_chip (text, 0, 0, G_MAXINT);
  bounds.origin.x = roundf (CLAMP ((x1 + x2 - bounds.size.width) / 2, left,
                                   MAX (right - bounds.size.width, left)));
  bounds.origin.y =
    roundf (layout->lanes_y + (layout->lanes_height - bounds.size.height) / 2);
  ilv_mark_append_chip (snapshot, text, &bounds, &view->theme.plate, &view->theme.text,
                        &view->theme.text);
}

void
ilv_absent_mark_snapshot (GtkWidget *layer, const IlvTimelineView *view, GtkSnapshot *snapshot)
{
  double left = view->layout.plot_x;
  double right = left + view->layout.plot_width;
  double x1, x2;

  if (view->absent == NULL)
    return;

  x1 = ilv_timeline_view_to_x (view, view->absent->start_ns);
  x2 = ilv_timeline_view_to_x (view, view->absent->end_ns);
  if (x2 < left || x1 > right)
    return;

  snapshot_edge (view, snapshot, view->absent->start_ns);
  snapshot_edge (view, snapshot, view->absent->end_ns);
  snapshot_name (layer, view, snapshot, MAX (x1, left), MIN (x2, right));
}

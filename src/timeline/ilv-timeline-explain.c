/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Keys that explain: they select what is not there, the gaps between spans, and show flows. */

#include "ilv-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"

/* So many spans are passed by one key in search of a gap that can be seen. */
#define MAX_PASSED 20000

/* What can be seen is as wide as a pixel. */
static gint64
get_pixel_ns (const IlvTimelineView *view)
{
  double range_ns = ilv_time_axis_get_end_ns (view->axis) - ilv_time_axis_get_start_ns (view->axis);

  return (gint64) (range_ns / MAX (view->layout.plot_width, 1));
}

static gboolean
is_seen (const IlvTimelineView *view, guint lane, guint position, IlvLaneGap *gap)
{
  return ilv_lane_gap_get (gap, view->index, lane, position) &&
         gap->end_ns - gap->start_ns >= MAX (get_pixel_ns (view), 1);
}

/* Looks for a gap from the one before the span at @position on, in steps of @direction. */
static gboolean
find_gap (const IlvTimelineView *view, guint lane, gint64 position, int direction, IlvLaneGap *gap)
{
  guint n_spans = ilv_lane_index_get_n_spans (view->index, lane);

  for (guint i = 0; i < MAX_PASSED && position >= 0 && position <= n_spans; i++)
    {
      if (is_seen (view, lane, (guint) position, gap))
        return TRUE;
      position += direction;
    }

  return FALSE;
}

/* Where nothing is selected, the walk begins with the first lane that has spans. */
static gboolean
find_from_selected (const IlvTimelineView *view, int direction, IlvLaneGap *gap)
{
  IlvSpanPlace place = view->selected;

  if (view->has_gap)
    return find_gap (view, view->gap.lane, (gint64) view->gap.position + direction, direction, gap);

  if (place.lane < 0)
    place = ilv_span_place_step (place, view->index, ILV_SPAN_STEP_NEXT,
                                 ilv_time_axis_get_start_ns (view->axis));
  if (place.lane < 0)
    return FALSE;

  return find_gap (view, place.lane, direction > 0 ? (gint64) place.position + 1 : place.position,
                   direction, gap);
}

static void
step_to_gap (IlvTimeline *self, int direction)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self);
  g_autofree char *sentence = NULL;
  IlvLaneGap gap;
  double width_ns;

  if (view->index == NULL || !find_from_selected (view, direction, &gap))
    return;

  ilv_timeline_select_gap (self, &gap);
  width_ns = ilv_time_axis_get_end_ns (view->axis) - ilv_time_axis_get_start_ns (view->axis);
  if (gap.end_ns - gap.start_ns < width_ns)
    ilv_time_axis_reveal (view->axis, gap.end_ns);
  ilv_time_axis_reveal (view->axis, gap.start_ns);

  sentence = ilv_timeline_describe_selected (self);
  if (sentence != NULL)
    ilv_compat_announce (GTK_WIDGET (self), sentence);
}

static void
next_gap (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  step_to_gap (ILV_TIMELINE (widget), 1);
}

static void
previous_gap (GtkWidget *widget,
              G_GNUC_UNUSED const char *action,
              G_GNUC_UNUSED GVariant *parameter)
{
  step_to_gap (ILV_TIMELINE (widget), -1);
}

static void
toggle_flows (GtkWidget *widget,
              G_GNUC_UNUSED const char *action,
              G_GNUC_UNUSED GVariant *parameter)
{
  IlvTimeAxis *axis = ilv_timeline_get_axis (ILV_TIMELINE (widget));
  gboolean shows_flows = !ilv_time_axis_get_shows_flows (axis);

  ilv_time_axis_set_shows_flows (axis, shows_flows);
  ilv_compat_announce (widget, shows_flows ? _ ("All arrows") : _ ("Arrows of the selected span"));
}

void
ilv_timeline_install_explain_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "timeline.next-gap", NULL, next_gap);
  gtk_widget_class_install_action (widget_class, "timeline.previous-gap", NULL, previous_gap);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, 0, "timeline.next-gap", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_SHIFT_MASK,
                                       "timeline.previous-gap", NULL);

  gtk_widget_class_install_action (widget_class, "timeline.flows", NULL, toggle_flows);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, 0, "timeline.flows", NULL);
}

IlvSpanPlace
ilv_timeline_step_from_gap (IlvTimeline *self, IlvSpanStep step)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self);
  const IlvLaneGap *gap = &view->gap;
  guint n_spans = ilv_lane_index_get_n_spans (view->index, gap->lane);
  IlvSpanPlace place = ILV_SPAN_PLACE_NONE;

  /* The spans on both sides of it are the next ones. */
  if (step == ILV_SPAN_STEP_NEXT && gap->position < n_spans)
    return (IlvSpanPlace){ (int) gap->lane, gap->position };
  if (step == ILV_SPAN_STEP_PREVIOUS && gap->position > 0)
    return (IlvSpanPlace){ (int) gap->lane, gap->position - 1 };

  if (n_spans > 0)
    place = (IlvSpanPlace){ (int) gap->lane, MIN (gap->position, n_spans - 1) };

  return ilv_span_place_step (place, view->index, step, gap->start_ns);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the keys of a timeline do. */

#include "ilv-timeline-private.h"

#include "ilv-compat.h"
#include "ilv-summary.h"

#define ZOOM_STEP 1.5
#define N_GHOST_STEPS 100

/* Zooming by key goes about what one looks at. */
static double
get_zoom_anchor (IlvTimeline *self)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self);
  double start_ns = ilv_time_axis_get_start_ns (view->axis);
  double end_ns = ilv_time_axis_get_end_ns (view->axis);
  const IlvSpan *span = ilv_span_place_get_span (view->selected, view->index);
  double anchor_ns = ilv_time_axis_get_cursor_ns (view->axis);

  if (anchor_ns < 0 && span != NULL)
    anchor_ns = (span->start_ns + span->end_ns) / 2.0;
  if (anchor_ns < 0 && view->playhead != NULL)
    anchor_ns = ilv_playhead_get_position_ns (view->playhead);
  if (anchor_ns < start_ns || anchor_ns > end_ns)
    anchor_ns = (start_ns + end_ns) / 2;

  return anchor_ns;
}

static void
zoom_in (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  IlvTimeline *self = ILV_TIMELINE (widget);

  ilv_time_axis_zoom (ilv_timeline_get_axis (self), ZOOM_STEP, get_zoom_anchor (self));
}

static void
zoom_out (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  IlvTimeline *self = ILV_TIMELINE (widget);

  ilv_time_axis_zoom (ilv_timeline_get_axis (self), 1 / ZOOM_STEP, get_zoom_anchor (self));
}

static void
zoom_fit (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  ilv_time_axis_show_all (ilv_timeline_get_axis (ILV_TIMELINE (widget)));
}

static void
move_ghost (IlvTimeline *self, int steps)
{
  gint64 limit_ns = ilv_time_axis_get_limit_ns (ilv_timeline_get_axis (self));
  gint64 ghost_ns = ilv_timeline_get_ghost_ns (self);
  g_autofree char *duration = NULL;

  /* The first key puts it where it can be seen. */
  if (ghost_ns < 0)
    ghost_ns = limit_ns / 2;
  else
    ghost_ns += steps * MAX (limit_ns / N_GHOST_STEPS, 1);

  ilv_timeline_set_ghost_ns (self, CLAMP (ghost_ns, 0, limit_ns));
  duration = ilv_summary_format_duration (ilv_timeline_get_ghost_ns (self));
  ilv_compat_announce (GTK_WIDGET (self), duration);
}

static void
show_span (IlvTimeline *self, const IlvSpan *span)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self);
  double width_ns =
    ilv_time_axis_get_end_ns (view->axis) - ilv_time_axis_get_start_ns (view->axis);
  g_autofree char *sentence = NULL;

  /* All of it where it fits, else as much as there is room for from its start on. */
  ilv_time_axis_reveal (view->axis, MIN ((double) span->end_ns, span->start_ns + width_ns));
  ilv_time_axis_reveal (view->axis, span->start_ns);

  sentence = ilv_timeline_describe_selected (self);
  ilv_compat_announce (GTK_WIDGET (self), sentence);
}

void
ilv_timeline_go_to_span (IlvTimeline *self, guint span)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self);
  const IlvSpan *spans;
  gsize n_spans;

  spans = ilv_trace_get_spans (ilv_lane_index_get_trace (view->index), &n_spans);
  g_return_if_fail (span < n_spans);

  ilv_time_axis_select (view->axis, ilv_timeline_get_side (self), span);
  show_span (self, &spans[span]);
}

static void
step (IlvTimeline *self, IlvSpanStep step)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self);
  const IlvSpan *span;
  IlvSpanPlace place;

  if (view->index == NULL)
    return;

  place = view->has_gap ? ilv_timeline_step_from_gap (self, step)
                        : ilv_span_place_step (view->selected, view->index, step,
                                               ilv_time_axis_get_start_ns (view->axis));
  span = ilv_span_place_get_span (place, view->index);
  if (span == NULL)
    return;

  ilv_timeline_select_place (self, place);
  show_span (self, span);
}

static gboolean
keys_move_ghost (IlvTimeline *self)
{
  return ilv_timeline_get_ghost_editable (self) && !ilv_timeline_has_spans (self);
}

static void
next_span (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  if (keys_move_ghost (ILV_TIMELINE (widget)))
    move_ghost (ILV_TIMELINE (widget), 1);
  else
    step (ILV_TIMELINE (widget), ILV_SPAN_STEP_NEXT);
}

static void
previous_span (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  if (keys_move_ghost (ILV_TIMELINE (widget)))
    move_ghost (ILV_TIMELINE (widget), -1);
  else
    step (ILV_TIMELINE (widget), ILV_SPAN_STEP_PREVIOUS);
}

static void
next_lane (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  step (ILV_TIMELINE (widget), ILV_SPAN_STEP_NEXT_LANE);
}

static void
previous_lane (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  step (ILV_TIMELINE (widget), ILV_SPAN_STEP_PREVIOUS_LANE);
}

static void
first_span (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  step (ILV_TIMELINE (widget), ILV_SPAN_STEP_FIRST);
}

static void
last_span (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  step (ILV_TIMELINE (widget), ILV_SPAN_STEP_LAST);
}

static void
clear_selection (GtkWidget *widget,
                 G_GNUC_UNUSED const char *action,
                 G_GNUC_UNUSED GVariant *parameter)
{
  IlvTimeAxis *axis = ilv_timeline_get_axis (ILV_TIMELINE (widget));

  if (ilv_time_axis_has_marks (axis))
    ilv_time_axis_set_marks (axis, -1, -1);
  else
    ilv_timeline_select_place (ILV_TIMELINE (widget), ILV_SPAN_PLACE_NONE);
}

void
ilv_timeline_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint keys[4];
    gboolean with_control;
  } actions[] = {
    { "timeline.zoom-in", zoom_in, { GDK_KEY_plus, GDK_KEY_equal, GDK_KEY_KP_Add }, TRUE },
    { "timeline.zoom-out", zoom_out, { GDK_KEY_minus, GDK_KEY_KP_Subtract }, TRUE },
    { "timeline.zoom-fit", zoom_fit, { GDK_KEY_0, GDK_KEY_KP_0 }, TRUE },
    { "timeline.next-span", next_span, { GDK_KEY_Right, GDK_KEY_KP_Right }, FALSE },
    { "timeline.previous-span", previous_span, { GDK_KEY_Left, GDK_KEY_KP_Left }, FALSE },
    { "timeline.next-lane", next_lane, { GDK_KEY_Down, GDK_KEY_KP_Down }, FALSE },
    { "timeline.previous-lane", previous_lane, { GDK_KEY_Up, GDK_KEY_KP_Up }, FALSE },
    { "timeline.first-span", first_span, { GDK_KEY_Home, GDK_KEY_KP_Home }, FALSE },
    { "timeline.last-span", last_span, { GDK_KEY_End, GDK_KEY_KP_End }, FALSE },
    { "timeline.clear-selection", clear_selection, { GDK_KEY_Escape }, FALSE },
  };

  ilv_timeline_install_explain_actions (widget_class);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      for (const guint *key = actions[i].keys; *key != 0; key++)
        {
          gtk_widget_class_add_binding_action (widget_class, *key, 0, actions[i].name, NULL);
          if (actions[i].with_control)
            gtk_widget_class_add_binding_action (widget_class, *key, GDK_CONTROL_MASK,
                                                 actions[i].name, NULL);
        }
    }
}

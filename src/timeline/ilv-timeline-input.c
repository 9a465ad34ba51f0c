/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the pointer and fingers do on a timeline. Gestures only change properties of the timeline,
 * its axis and its playhead. */

#include "ilv-timeline-private.h"

#include <math.h>

#include "ilv-range-mark.h"

#define SCROLL_ZOOM 1.2
#define SCROLL_PAN 0.1

/* A mark that is so near to the edge of a span is meant to be there. */
#define SNAP_DISTANCE 4

typedef enum
{
  DRAG_UNDECIDED, /* pressed on a picture that is zoomed in: a click, or the start of panning */
  DRAG_PAN,
  DRAG_SCRUB,
  DRAG_GHOST,
  DRAG_RANGE, /* from one mark to the other */
  DRAG_MARK,  /* one of them */
} DragMode;

struct _IlvTimelineInput
{
  IlvTimeline *timeline; /* not owned: it owns this */

  DragMode mode;
  int mark;
  double panned_x;
  double zoom_start_ns;
  double zoom_end_ns;
  double zoom_anchor_ns;
  gboolean over_handle;
};

static IlvTimeAxis *
get_axis (IlvTimelineInput *self)
{
  return ilv_timeline_get_axis (self->timeline);
}

static void
seek (IlvTimelineInput *self, double x)
{
  IlvPlayhead *playhead = ilv_timeline_get_playhead (self->timeline);

  if (playhead != NULL)
    ilv_playhead_set_position_ns (playhead, ilv_timeline_get_moment (self->timeline, x));
}

static void
pan_by_pixels (IlvTimelineInput *self, double pixels)
{
  IlvTimeAxis *axis = get_axis (self);
  double range = ilv_time_axis_get_end_ns (axis) - ilv_time_axis_get_start_ns (axis);

  ilv_time_axis_pan (axis,
                     pixels / ilv_timeline_get_view (self->timeline)->layout.plot_width * range);
}

/* The moment at @x, or the edge of a span there that is next to it. */
static gint64
find_edge (IlvTimelineInput *self, double x, double y)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self->timeline);
  const IlvSpan *span =
    ilv_span_place_get_span (ilv_timeline_pick (self->timeline, x, y), view->index);

  if (span != NULL && fabs (ilv_timeline_view_to_x (view, span->start_ns) - x) <= SNAP_DISTANCE)
    return span->start_ns;
  if (span != NULL && fabs (ilv_timeline_view_to_x (view, span->end_ns) - x) <= SNAP_DISTANCE)
    return span->end_ns;

  return ilv_timeline_get_moment (self->timeline, x);
}

/* Measures from where the drag began; a click moves the end of what is measured, as in text. */
static void
end_range (IlvTimelineInput *self, double x, double y)
{
  gboolean has_start = ilv_time_axis_get_mark_ns (get_axis (self), 0) >= 0;

  ilv_time_axis_set_mark (get_axis (self), has_start ? 1 : 0, find_edge (self, x, y));
}

static void
update_cursor (IlvTimelineInput *self, double x, double y)
{
  gboolean over_handle = ilv_range_mark_pick (ilv_timeline_get_view (self->timeline), x, y) >= 0 ||
                         (ilv_timeline_get_ghost_editable (self->timeline) &&
                          ilv_timeline_is_on_ghost (self->timeline, x, y));

  if (over_handle == self->over_handle)
    return;

  self->over_handle = over_handle;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->timeline), over_handle ? "ew-resize" : NULL);
}

static void
on_motion (G_GNUC_UNUSED GtkEventControllerMotion *controller,
           double x,
           double y,
           IlvTimelineInput *self)
{
  update_cursor (self, x, y);
  ilv_timeline_point_at (self->timeline, x, y);
}

static void
on_leave (G_GNUC_UNUSED GtkEventControllerMotion *controller, IlvTimelineInput *self)
{
  ilv_timeline_point_away (self->timeline);
}

static DragMode
choose_drag_mode (IlvTimelineInput *self, double x, double y, GdkModifierType modifiers)
{
  IlvTimeline *timeline = self->timeline;

  /* Where nothing has run yet, all that one can want is to predict. */
  if (ilv_timeline_get_ghost_editable (timeline) &&
      (ilv_timeline_is_on_ghost (timeline, x, y) || !ilv_timeline_has_spans (timeline)))
    return DRAG_GHOST;

  if (modifiers & GDK_SHIFT_MASK)
    return DRAG_RANGE;

  self->mark = ilv_range_mark_pick (ilv_timeline_get_view (timeline), x, y);
  if (self->mark >= 0)
    return DRAG_MARK;

  if (y < ilv_timeline_get_view (timeline)->layout.ruler_height ||
      ilv_time_axis_shows_all (get_axis (self)))
    return DRAG_SCRUB;

  return DRAG_UNDECIDED;
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, IlvTimelineInput *self)
{
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  gtk_widget_grab_focus (GTK_WIDGET (self->timeline));
  self->mode = choose_drag_mode (self, x, y, modifiers);
  self->panned_x = 0;

  if (self->mode == DRAG_GHOST)
    {
      ilv_timeline_set_ghost_ns (self->timeline, ilv_timeline_get_moment (self->timeline, x));
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
on_drag_update (GtkGestureDrag *gesture, double offset_x, double offset_y, IlvTimelineInput *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);

  /* A finger that moves up or down scrolls the page. */
  if (gtk_gesture_get_sequence_state (
        GTK_GESTURE (gesture), gtk_gesture_get_last_updated_sequence (GTK_GESTURE (gesture))) !=
      GTK_EVENT_SEQUENCE_CLAIMED)
    {
      if (!gtk_drag_check_threshold (GTK_WIDGET (self->timeline), x, y, x + offset_x, y + offset_y))
        return;
      if (fabs (offset_y) > fabs (offset_x) && self->mode != DRAG_SCRUB)
        {
          gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
          return;
        }
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      if (self->mode == DRAG_RANGE)
        ilv_time_axis_set_marks (get_axis (self), find_edge (self, x, y), -1);
    }

  if (self->mode == DRAG_UNDECIDED)
    self->mode = DRAG_PAN;

  switch (self->mode)
    {
    case DRAG_GHOST:
      ilv_timeline_set_ghost_ns (self->timeline,
                                 ilv_timeline_get_moment (self->timeline, x + offset_x));
      break;
    case DRAG_SCRUB:
      seek (self, x + offset_x);
      break;
    case DRAG_RANGE:
      end_range (self, x + offset_x, y + offset_y);
      break;
    case DRAG_MARK:
      ilv_time_axis_set_mark (get_axis (self), self->mark,
                              find_edge (self, x + offset_x, y + offset_y));
      break;
    case DRAG_PAN:
    case DRAG_UNDECIDED:
    default:
      pan_by_pixels (self, self->panned_x - offset_x);
      self->panned_x = offset_x;
    }
}

static void
on_drag_end (GtkGestureDrag *gesture, double offset_x, double offset_y, IlvTimelineInput *self)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (self->mode == DRAG_GHOST || self->mode == DRAG_PAN || self->mode == DRAG_MARK ||
      gtk_drag_check_threshold (GTK_WIDGET (self->timeline), x, y, x + offset_x, y + offset_y))
    return;

  if (self->mode == DRAG_RANGE)
    {
      end_range (self, x, y);
      return;
    }

  seek (self, x);
  ilv_timeline_select_at (self->timeline, x, y);
}

static gboolean
on_scroll (GtkEventControllerScroll *controller, double dx, double dy, IlvTimelineInput *self)
{
  GdkModifierType modifiers =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  IlvTimeAxis *axis = get_axis (self);
  double range = ilv_time_axis_get_end_ns (axis) - ilv_time_axis_get_start_ns (axis);
  double cursor_ns = ilv_time_axis_get_cursor_ns (axis);

  if (modifiers & GDK_CONTROL_MASK)
    {
      if (cursor_ns < 0)
        cursor_ns = ilv_time_axis_get_start_ns (axis) + range / 2;
      ilv_time_axis_zoom (axis, pow (SCROLL_ZOOM, -dy), cursor_ns);
      return GDK_EVENT_STOP;
    }

  if (modifiers & GDK_SHIFT_MASK && dx == 0)
    dx = dy;
  /* All that is not for us is for the page around us. */
  if (dx == 0 || ilv_time_axis_shows_all (axis))
    return GDK_EVENT_PROPAGATE;

  ilv_time_axis_pan (axis, dx * SCROLL_PAN * range);
  return GDK_EVENT_STOP;
}

static void
on_zoom_begin (GtkGesture *gesture,
               G_GNUC_UNUSED GdkEventSequence *sequence,
               IlvTimelineInput *self)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self->timeline);
  double x, y;

  if (!gtk_gesture_get_bounding_box_center (gesture, &x, &y))
    return;

  self->zoom_start_ns = ilv_time_axis_get_start_ns (view->axis);
  self->zoom_end_ns = ilv_time_axis_get_end_ns (view->axis);
  self->zoom_anchor_ns = ilv_timeline_view_from_x (view, x);
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

/* From the range at the beginning, so that fingers that come back find what they left. */
static void
on_scale_changed (G_GNUC_UNUSED GtkGestureZoom *gesture, double scale, IlvTimelineInput *self)
{
  IlvTimeAxis *axis = get_axis (self);

  if (!(scale > 0) || !isfinite (scale))
    return;

  ilv_time_axis_set_range (axis, self->zoom_start_ns, self->zoom_end_ns);
  ilv_time_axis_zoom (axis, scale, self->zoom_anchor_ns);
}

/* A finger has no Shift key: it measures a span, and then drags the marks. */
static void
on_long_press (GtkGesture *gesture, double x, double y, IlvTimelineInput *self)
{
  const IlvSpan *span = ilv_span_place_get_span (ilv_timeline_pick (self->timeline, x, y),
                                                 ilv_timeline_get_view (self->timeline)->index);

  if (span == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  ilv_time_axis_set_marks (get_axis (self), span->start_ns, span->end_ns);
}

static void
add_drag (IlvTimelineInput *self)
{
  GtkGesture *gesture = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (gesture), GDK_BUTTON_PRIMARY);
  g_signal_connect (gesture, "drag-begin", G_CALLBACK (on_drag_begin), self);
  g_signal_connect (gesture, "drag-update", G_CALLBACK (on_drag_update), self);
  g_signal_connect (gesture, "drag-end", G_CALLBACK (on_drag_end), self);
  gtk_widget_add_controller (GTK_WIDGET (self->timeline), GTK_EVENT_CONTROLLER (gesture));
}

IlvTimelineInput *
ilv_timeline_input_new (IlvTimeline *timeline)
{
  IlvTimelineInput *self = g_new0 (IlvTimelineInput, 1);
  GtkEventController *controller;
  GtkGesture *gesture;

  self->timeline = timeline;
  add_drag (self);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect (controller, "enter", G_CALLBACK (on_motion), self);
  g_signal_connect (controller, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (controller, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (timeline), controller);

  controller = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  g_signal_connect (controller, "scroll", G_CALLBACK (on_scroll), self);
  gtk_widget_add_controller (GTK_WIDGET (timeline), controller);

  gesture = gtk_gesture_long_press_new ();
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (gesture), TRUE);
  g_signal_connect (gesture, "pressed", G_CALLBACK (on_long_press), self);
  gtk_widget_add_controller (GTK_WIDGET (timeline), GTK_EVENT_CONTROLLER (gesture));

  gesture = gtk_gesture_zoom_new ();
  g_signal_connect (gesture, "begin", G_CALLBACK (on_zoom_begin), self);
  g_signal_connect (gesture, "scale-changed", G_CALLBACK (on_scale_changed), self);
  gtk_widget_add_controller (GTK_WIDGET (timeline), GTK_EVENT_CONTROLLER (gesture));

  return self;
}

void
ilv_timeline_input_free (IlvTimelineInput *self)
{
  g_free (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lane-stack.h"

#include <math.h>

#include "ilv-flow-layer.h"
#include "ilv-lane-frame.h"
#include "ilv-lane-view.h"
#include "ilv-timeline-overlay.h"

struct _IlvLaneStack
{
  GtkWidget parent_instance;

  IlvTimelineView view;
  guint min_lanes;
  gboolean squeezed;
  gboolean pointed_at;

  /* From the back to the front. */
  GtkWidget *frame;
  GtkWidget *lanes;
  GtkWidget *flows;
  GtkWidget *overlay;
};

G_DEFINE_FINAL_TYPE (IlvLaneStack, ilv_lane_stack, GTK_TYPE_WIDGET)

#define MIN_WIDTH 160
#define NATURAL_WIDTH 480
#define PICK_DISTANCE 3

static guint
get_n_lanes (IlvLaneStack *self)
{
  return self->view.index != NULL ? ilv_lane_index_get_n_lanes (self->view.index) : 0;
}

static void
place_layout (IlvLaneStack *self)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint n_lanes = get_n_lanes (self);
  int text_height, label_width;

  ilv_lane_frame_measure_text (ILV_LANE_FRAME (self->frame), &text_height, &label_width);
  ilv_lane_layout_place (&self->view.layout, gtk_widget_get_width (GTK_WIDGET (self)),
                         gtk_widget_get_height (GTK_WIDGET (self)), text_height, label_width, rtl,
                         n_lanes > 0 ? n_lanes : self->min_lanes);
  if (self->squeezed)
    ilv_lane_layout_squeeze (&self->view.layout, gtk_widget_get_height (GTK_WIDGET (self)));
}

static gboolean
update_hovered (IlvLaneStack *self)
{
  IlvSpanPlace place = ILV_SPAN_PLACE_NONE;
  gboolean changed;

  if (self->pointed_at)
    place = ilv_lane_stack_pick (self, self->view.pointer_x, self->view.pointer_y);

  changed = !ilv_span_place_equal (place, self->view.hovered);
  self->view.hovered = place;
  gtk_widget_queue_draw (self->overlay);

  return changed;
}

static void
on_theme_changed (GtkWidget *widget)
{
  IlvLaneStack *self = ILV_LANE_STACK (widget);

  if (self->frame == NULL)
    return;

  ilv_timeline_theme_load (&self->view.theme, widget);
  ilv_lane_frame_reset (ILV_LANE_FRAME (self->frame));
  ilv_lane_view_reset (ILV_LANE_VIEW (self->lanes));
  gtk_widget_queue_draw (self->flows);
  gtk_widget_queue_draw (self->overlay);
  gtk_widget_queue_resize (widget);
}

static void
ilv_lane_stack_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        G_GNUC_UNUSED int for_size,
                        int *minimum,
                        int *natural,
                        G_GNUC_UNUSED int *minimum_baseline,
                        G_GNUC_UNUSED int *natural_baseline)
{
  IlvLaneStack *self = ILV_LANE_STACK (widget);
  int text_height, label_width;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = NATURAL_WIDTH;
      return;
    }

  ilv_lane_frame_measure_text (ILV_LANE_FRAME (self->frame), &text_height, &label_width);
  *natural =
    ilv_lane_layout_measure (text_height, MAX (get_n_lanes (self), self->min_lanes), minimum);
  if (self->squeezed)
    *natural = ilv_lane_layout_measure (text_height, 1, minimum);
}

static void
ilv_lane_stack_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  IlvLaneStack *self = ILV_LANE_STACK (widget);

  place_layout (self);
  gtk_widget_allocate (self->frame, width, height, baseline, NULL);
  gtk_widget_allocate (self->lanes, width, height, baseline, NULL);
  gtk_widget_allocate (self->flows, width, height, baseline, NULL);
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
}

static void
ilv_lane_stack_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ilv_lane_stack_parent_class)->css_changed (widget, change);
  on_theme_changed (widget);
}

static void
ilv_lane_stack_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (ilv_lane_stack_parent_class)->direction_changed (widget, previous);
  on_theme_changed (widget);
}

static void
ilv_lane_stack_dispose (GObject *object)
{
  IlvLaneStack *self = ILV_LANE_STACK (object);

  g_clear_pointer (&self->frame, gtk_widget_unparent);
  g_clear_pointer (&self->lanes, gtk_widget_unparent);
  g_clear_pointer (&self->flows, gtk_widget_unparent);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  g_clear_object (&self->view.playhead);
  self->view.absent = NULL;
  g_clear_object (&self->view.index);

  G_OBJECT_CLASS (ilv_lane_stack_parent_class)->dispose (object);
}

static void
ilv_lane_stack_finalize (GObject *object)
{
  IlvLaneStack *self = ILV_LANE_STACK (object);

  g_object_unref (self->view.axis);
  g_free (self->view.reference_label);

  G_OBJECT_CLASS (ilv_lane_stack_parent_class)->finalize (object);
}

static void
ilv_lane_stack_class_init (IlvLaneStackClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_lane_stack_dispose;
  object_class->finalize = ilv_lane_stack_finalize;
  widget_class->measure = ilv_lane_stack_measure;
  widget_class->size_allocate = ilv_lane_stack_size_allocate;
  widget_class->css_changed = ilv_lane_stack_css_changed;
  widget_class->direction_changed = ilv_lane_stack_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "lanestack");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_lane_stack_init (IlvLaneStack *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  self->min_lanes = 1;
  self->view.axis = ilv_time_axis_new ();
  self->view.ghost_ns = -1;
  self->view.reference_ns = -1;
  self->view.hovered = ILV_SPAN_PLACE_NONE;
  self->view.selected = ILV_SPAN_PLACE_NONE;

  self->frame = ilv_lane_frame_new (&self->view);
  gtk_widget_set_parent (self->frame, widget);
  self->lanes = ilv_lane_view_new (&self->view);
  gtk_widget_set_parent (self->lanes, widget);
  self->flows = ilv_flow_layer_new (&self->view);
  gtk_widget_set_parent (self->flows, widget);
  self->overlay = ilv_timeline_overlay_new (&self->view);
  gtk_widget_set_parent (self->overlay, widget);

  /* The pointer is the timeline's, not its layers'. */
  gtk_widget_set_can_target (widget, FALSE);
  ilv_timeline_theme_watch (widget, on_theme_changed);
  on_theme_changed (widget);
}

GtkWidget *
ilv_lane_stack_new (void)
{
  return g_object_new (ILV_TYPE_LANE_STACK, NULL);
}

const IlvTimelineView *
ilv_lane_stack_get_view (IlvLaneStack *self)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), NULL);

  return &self->view;
}

GtkWidget *
ilv_lane_stack_get_lane_view (IlvLaneStack *self)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), NULL);

  return self->lanes;
}

void
ilv_lane_stack_set_axis (IlvLaneStack *self, IlvTimeAxis *axis)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));
  g_return_if_fail (ILV_IS_TIME_AXIS (axis));

  if (g_set_object (&self->view.axis, axis))
    ilv_lane_stack_update_range (self);
}

void
ilv_lane_stack_set_playhead (IlvLaneStack *self, IlvPlayhead *playhead)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  if (g_set_object (&self->view.playhead, playhead))
    gtk_widget_queue_draw (self->overlay);
}

void
ilv_lane_stack_set_index (IlvLaneStack *self, IlvLaneIndex *index)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  if (!g_set_object (&self->view.index, index))
    return;

  /* A live trace comes with each frame, its lanes seldom. */
  if (ilv_lane_frame_is_outdated (ILV_LANE_FRAME (self->frame)))
    {
      ilv_lane_frame_reset (ILV_LANE_FRAME (self->frame));
      place_layout (self);
      gtk_widget_queue_resize (GTK_WIDGET (self));
    }

  self->view.selected = ILV_SPAN_PLACE_NONE;
  self->view.has_gap = FALSE;
  self->view.absent = NULL;
  gtk_widget_queue_draw (self->lanes);
  gtk_widget_queue_draw (self->flows);
  update_hovered (self);
}

void
ilv_lane_stack_set_ghost (IlvLaneStack *self, gint64 ghost_ns, gboolean editable)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  self->view.ghost_ns = ghost_ns;
  self->view.ghost_editable = editable;
  /* The ruler's numbers make room for the flag. */
  gtk_widget_queue_draw (self->frame);
  gtk_widget_queue_draw (self->overlay);
}

void
ilv_lane_stack_set_reference (IlvLaneStack *self, gint64 time_ns, const char *label)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  self->view.reference_ns = time_ns;
  if (label != self->view.reference_label)
    {
      g_free (self->view.reference_label);
      self->view.reference_label = g_strdup (label);
    }
  gtk_widget_queue_draw (self->overlay);
}

void
ilv_lane_stack_set_min_lanes (IlvLaneStack *self, guint min_lanes)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  self->min_lanes = min_lanes;
  gtk_widget_queue_draw (self->frame);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
ilv_lane_stack_get_min_lanes (IlvLaneStack *self)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), 1);

  return self->min_lanes;
}

void
ilv_lane_stack_set_squeezed (IlvLaneStack *self, gboolean squeezed)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  self->squeezed = squeezed;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
ilv_lane_stack_set_hides_rest (IlvLaneStack *self, gboolean hides_rest)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  self->view.hides_rest = hides_rest;
  gtk_widget_queue_draw (self->overlay);
}

gboolean
ilv_lane_stack_set_selected (IlvLaneStack *self, IlvSpanPlace place)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), FALSE);

  if (ilv_span_place_equal (place, self->view.selected))
    return FALSE;

  self->view.selected = place;
  gtk_widget_queue_draw (self->flows);
  gtk_widget_queue_draw (self->overlay);

  return TRUE;
}

void
ilv_lane_stack_set_gap (IlvLaneStack *self, const IlvLaneGap *gap)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  self->view.has_gap = gap != NULL;
  if (gap != NULL)
    self->view.gap = *gap;
  gtk_widget_queue_draw (self->overlay);
}

void
ilv_lane_stack_set_absent (IlvLaneStack *self, const IlvSpan *span)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  if (span == self->view.absent)
    return;

  self->view.absent = span;
  gtk_widget_queue_draw (self->overlay);
}

gboolean
ilv_lane_stack_point_at (IlvLaneStack *self, double x, double y)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), FALSE);

  self->pointed_at = TRUE;
  self->view.pointer_x = x;
  self->view.pointer_y = y;

  return update_hovered (self);
}

gboolean
ilv_lane_stack_point_away (IlvLaneStack *self)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), FALSE);

  self->pointed_at = FALSE;

  return update_hovered (self);
}

gboolean
ilv_lane_stack_update_range (IlvLaneStack *self)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), FALSE);

  gtk_widget_queue_draw (self->frame);
  gtk_widget_queue_draw (self->lanes);
  gtk_widget_queue_draw (self->flows);

  return update_hovered (self);
}

void
ilv_lane_stack_update_flows (IlvLaneStack *self)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  gtk_widget_queue_draw (self->flows);
}

void
ilv_lane_stack_update_marks (IlvLaneStack *self)
{
  g_return_if_fail (ILV_IS_LANE_STACK (self));

  gtk_widget_queue_draw (self->overlay);
}

/* The lane there, or -1. */
static int
pick_lane (IlvLaneStack *self, double x, double y)
{
  int lane = ilv_lane_layout_find_lane (&self->view.layout, y);

  if (lane < 0 || (guint) lane >= get_n_lanes (self) || !ilv_lane_stack_is_on_plot (self, x))
    return -1;

  return lane;
}

gboolean
ilv_lane_stack_pick_gap (IlvLaneStack *self, double x, double y, IlvLaneGap *gap)
{
  int lane;

  g_return_val_if_fail (ILV_IS_LANE_STACK (self), FALSE);

  lane = pick_lane (self, x, y);

  return lane >= 0 && ilv_lane_gap_find (gap, self->view.index, (guint) lane,
                                         (gint64) ilv_timeline_view_from_x (&self->view, x));
}

IlvSpanPlace
ilv_lane_stack_pick (IlvLaneStack *self, double x, double y)
{
  const IlvTimelineView *view = &self->view;
  double time_ns, pixel_ns;
  int lane;

  g_return_val_if_fail (ILV_IS_LANE_STACK (self), ILV_SPAN_PLACE_NONE);

  lane = pick_lane (self, x, y);
  if (lane < 0)
    return ILV_SPAN_PLACE_NONE;

  time_ns = ilv_timeline_view_from_x (view, x);
  pixel_ns = (ilv_time_axis_get_end_ns (view->axis) - ilv_time_axis_get_start_ns (view->axis)) /
             view->layout.plot_width;

  return ilv_span_place_pick (view->index, lane, time_ns, PICK_DISTANCE * pixel_ns);
}

gboolean
ilv_lane_stack_is_on_ghost (IlvLaneStack *self, double x, double y)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), FALSE);

  return ilv_timeline_overlay_is_on_ghost (ILV_TIMELINE_OVERLAY (self->overlay), x, y);
}

gboolean
ilv_lane_stack_is_on_plot (IlvLaneStack *self, double x)
{
  g_return_val_if_fail (ILV_IS_LANE_STACK (self), FALSE);

  return x >= self->view.layout.plot_x &&
         x <= self->view.layout.plot_x + self->view.layout.plot_width;
}

gint64
ilv_lane_stack_get_moment (IlvLaneStack *self, double x)
{
  const IlvTimelineView *view = &self->view;
  double time_ns;

  g_return_val_if_fail (ILV_IS_LANE_STACK (self), 0);

  time_ns = ilv_timeline_view_from_x (view, x);

  return (gint64) round (CLAMP (time_ns, ilv_time_axis_get_start_ns (view->axis),
                                ilv_time_axis_get_end_ns (view->axis)));
}

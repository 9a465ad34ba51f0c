/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-timeline-overlay.h"

#include <math.h>

#include "ilv-absent-mark.h"
#include "ilv-ghost-flag.h"
#include "ilv-mark.h"
#include "ilv-moment-text.h"
#include "ilv-range-mark.h"
#include "ilv-span-text.h"

struct _IlvTimelineOverlay
{
  GtkWidget parent_instance;

  const IlvTimelineView *view;
};

G_DEFINE_FINAL_TYPE (IlvTimelineOverlay, ilv_timeline_overlay, GTK_TYPE_WIDGET)

#define LINE_ABOVE 6
#define LINE_BELOW 5
#define KNOB_RADIUS 4
#define GRAB_DISTANCE 10
#define BUBBLE_PADDING 9
/* What a bubble is higher than its text. */
#define BUBBLE_HEIGHT (2 * BUBBLE_PADDING - 4)
#define BUBBLE_DISTANCE 14
#define LEAST_SCALE 0.4
#define SCALE_STEP 0.05
#define REFERENCE_GAP 3
#define FOCUS_GAP 4

static int
get_width (IlvTimelineOverlay *self)
{
  return gtk_widget_get_width (GTK_WIDGET (self));
}

/* A distance of a page as it is here. */
static double
enlarge (const IlvTimelineView *view, double pixels)
{
  return round (pixels * view->layout.scale);
}

static double
get_top (const IlvTimelineView *view)
{
  return view->layout.lanes_y - enlarge (view, LINE_ABOVE);
}

static double
get_bottom (const IlvTimelineView *view)
{
  return view->layout.lanes_y + view->layout.lanes_height + enlarge (view, LINE_BELOW);
}

static void
snapshot_end (IlvTimelineOverlay *self, GtkSnapshot *snapshot)
{
  const IlvTimelineView *view = self->view;
  IlvTraceOutcome outcome;
  const GdkRGBA *colour;
  IlvTrace *trace;
  double x;

  if (view->index == NULL)
    return;

  trace = ilv_lane_index_get_trace (view->index);
  outcome = ilv_trace_get_info (trace)->outcome;
  if (outcome == ILV_TRACE_OUTCOME_RUNNING || ilv_trace_get_duration_ns (trace) <= 0 ||
      !ilv_timeline_view_find_x (view, ilv_trace_get_duration_ns (trace), &x))
    return;

  /* Only what came to its end has the colour of success. */
  colour = outcome == ILV_TRACE_OUTCOME_FINISHED ? &view->theme.end : &view->theme.dim;
  ilv_mark_append_line (snapshot, x, get_top (view), get_bottom (view), enlarge (view, 2), colour);
  ilv_mark_append_knob (snapshot, roundf (x), get_top (view), enlarge (view, KNOB_RADIUS), colour);
}

/* The end of the bars, behind which a faster run has left room. */
static double
get_bars_end (const IlvTimelineView *view)
{
  gint64 end_ns = 0;

  if (view->index != NULL)
    end_ns = ilv_trace_get_duration_ns (ilv_lane_index_get_trace (view->index));

  return MAX (ilv_timeline_view_to_x (view, end_ns) + enlarge (view, KNOB_RADIUS),
              view->layout.plot_x);
}

/* To the left of the line or to the right, where it covers no bar; not where both are narrow. */
static void
snapshot_reference_label (IlvTimelineOverlay *self, GtkSnapshot *snapshot, double x)
{
  const IlvTimelineView *view = self->view;
  const IlvLaneLayout *layout = &view->layout;
  double bars_end = get_bars_end (view);
  double gap = enlarge (view, REFERENCE_GAP);
  double right_start = MAX (x, bars_end) + gap;
  double left_room = x - gap - bars_end;
  double right_room = layout->plot_x + layout->plot_width - right_start;
  double room = MAX (left_room, right_room);
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), view->reference_label);
  graphene_rect_t bounds = ilv_mark_place_chip (text, 0, 0, G_MAXINT);
  gboolean left = left_room >= bounds.size.width || left_room >= right_room;

  /* A number that is cut says less than nothing. */
  if (bounds.size.width > room)
    return;

  bounds.origin.x = left ? x - gap - bounds.size.width : right_start;
  bounds.origin.y = layout->lanes_y + layout->lanes_height - bounds.size.height - gap;
  ilv_mark_append_chip (snapshot, text, &bounds, &view->theme.plate, NULL, &view->theme.dim);
}

static void
snapshot_reference (IlvTimelineOverlay *self, GtkSnapshot *snapshot)
{
  const IlvTimelineView *view = self->view;
  double x;

  if (!ilv_timeline_view_find_x (view, view->reference_ns, &x))
    return;

  ilv_mark_append_dashes (snapshot, x, get_top (view), get_bottom (view), round (view->layout.scale),
                          &view->theme.dim);
  if (view->reference_label != NULL)
    snapshot_reference_label (self, snapshot, x);
}

static void
snapshot_ghost (IlvTimelineOverlay *self, GtkSnapshot *snapshot)
{
  const IlvTimelineView *view = self->view;
  const IlvTimelineTheme *theme = &view->theme;
  g_autoptr (PangoLayout) text = NULL;
  graphene_rect_t bounds;
  double x;

  text = ilv_ghost_flag_place (GTK_WIDGET (self), view, &bounds);
  if (text == NULL)
    return;

  x = ilv_timeline_view_to_x (view, view->ghost_ns);
  ilv_mark_append_dashes (snapshot, x, bounds.origin.y, get_bottom (view), 2, &theme->ghost);
  if (view->ghost_editable)
    {
      ilv_mark_append_chip (snapshot, text, &bounds, &theme->ghost, NULL, &theme->ghost_text);
      ilv_mark_append_knob (snapshot, roundf (x),
                            view->layout.lanes_y + view->layout.lanes_height / 2, KNOB_RADIUS + 3,
                            &theme->ghost);
    }
  else
    {
      ilv_mark_append_chip (snapshot, text, &bounds, &theme->plate, &theme->ghost, &theme->ghost);
    }
}

static void
snapshot_playhead (IlvTimelineOverlay *self, GtkSnapshot *snapshot)
{
  const IlvTimelineView *view = self->view;
  float size = (float) enlarge (view, 7);
  gint64 position_ns;
  double x;

  if (view->playhead == NULL)
    return;

  position_ns = ilv_playhead_get_position_ns (view->playhead);
  if (!ilv_timeline_view_find_x (view, position_ns, &x) ||
      (view->hides_rest && position_ns >= ilv_playhead_get_end_ns (view->playhead)))
    return;

  ilv_mark_append_line (snapshot, x, get_top (view), get_bottom (view), enlarge (view, 2),
                        &view->theme.playhead);

  /* Another shape than the end's, so that they can be told apart without colours. */
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (roundf (x), get_top (view)));
  gtk_snapshot_rotate (snapshot, 45);
  gtk_snapshot_append_color (snapshot, &view->theme.playhead,
                             &GRAPHENE_RECT_INIT (-size / 2, -size / 2, size, size));
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_cursor (IlvTimelineOverlay *self, GtkSnapshot *snapshot)
{
  const IlvTimelineView *view = self->view;
  gint64 cursor_ns = ilv_time_axis_get_cursor_ns (view->axis);
  g_autoptr (PangoLayout) text = NULL;
  g_autofree char *number = NULL;
  graphene_rect_t bounds;
  double x;

  if (!ilv_timeline_view_find_x (view, cursor_ns, &x))
    return;

  number = ilv_moment_text_format (cursor_ns);
  text = ilv_mark_create_text (GTK_WIDGET (self), number);
  bounds = ilv_mark_place_chip (text, x, 1, get_width (self));
  ilv_mark_append_line (snapshot, x, bounds.origin.y, get_bottom (view), 1, &view->theme.dim);
  ilv_mark_append_chip (snapshot, text, &bounds, &view->theme.plate, &view->theme.dim,
                        &view->theme.text);
}

/* The place of a part of a lane on the screen, if any of it is visible. */
static gboolean
get_bounds (
  const IlvTimelineView *view, guint lane, gint64 start_ns, gint64 end_ns, graphene_rect_t *bounds)
{
  double left = view->layout.plot_x;
  double right = left + view->layout.plot_width;
  double x1 = ilv_timeline_view_to_x (view, start_ns);
  double x2 = ilv_timeline_view_to_x (view, end_ns);
  int y, height;

  if (x2 < left || x1 > right)
    return FALSE;

  x1 = round (MAX (x1, left));
  x2 = round (MIN (x2, right));
  ilv_lane_layout_get_lane (&view->layout, lane, &y, &height);
  *bounds = GRAPHENE_RECT_INIT (x1, y, MAX (x2 - x1, 1), height);

  return TRUE;
}

static gboolean
get_span_bounds (const IlvTimelineView *view, IlvSpanPlace place, graphene_rect_t *bounds)
{
  const IlvSpan *span = ilv_span_place_get_span (place, view->index);

  return span != NULL && get_bounds (view, place.lane, span->start_ns, span->end_ns, bounds);
}

static void
append_outline (IlvTimelineOverlay *self, GtkSnapshot *snapshot, graphene_rect_t bounds, float width)
{
  const GdkRGBA *line = &self->view->theme.text;
  GskRoundedRect outline;

  graphene_rect_inset (&bounds, -width, -width + 1);
  gsk_rounded_rect_init_from_rect (&outline, &bounds, 6);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ width, width, width, width },
                              (GdkRGBA[4]){ *line, *line, *line, *line });
}

static void
snapshot_outline (IlvTimelineOverlay *self, GtkSnapshot *snapshot, IlvSpanPlace place, float width)
{
  graphene_rect_t bounds;

  if (get_span_bounds (self->view, place, &bounds))
    append_outline (self, snapshot, bounds, width);
}

/* What is selected: a span, or a gap between spans. */
static void
snapshot_selected (IlvTimelineOverlay *self, GtkSnapshot *snapshot)
{
  const IlvTimelineView *view = self->view;
  float width = (float) enlarge (view, 2);
  graphene_rect_t bounds;

  snapshot_outline (self, snapshot, view->selected, width);
  if (view->has_gap &&
      get_bounds (view, view->gap.lane, view->gap.start_ns, view->gap.end_ns, &bounds))
    append_outline (self, snapshot, bounds, width);
}

static void
scale_text (PangoLayout *text, double scale)
{
  PangoAttrList *attributes = pango_attr_list_copy (pango_layout_get_attributes (text));

  pango_attr_list_change (attributes, pango_attr_scale_new (scale));
  pango_layout_set_attributes (text, attributes);
  pango_attr_list_unref (attributes);
}

/* What is higher than the timeline would be cut off. */
static void
fit_text (IlvTimelineOverlay *self, PangoLayout *text)
{
  int room = gtk_widget_get_height (GTK_WIDGET (self)) - BUBBLE_HEIGHT;
  int height;

  for (double scale = ILV_MARK_SMALL_TEXT; scale > LEAST_SCALE; scale -= SCALE_STEP)
    {
      pango_layout_get_pixel_size (text, NULL, &height);
      if (height <= room)
        return;
      scale_text (text, scale - SCALE_STEP);
    }
}

/* Beside (@x, @y), and wholly on the timeline. */
static graphene_rect_t
place_bubble (IlvTimelineOverlay *self, PangoLayout *text, double x, double y)
{
  int width = get_width (self);
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int text_width, text_height;
  float bubble_width, bubble_height, left, top;

  pango_layout_get_pixel_size (text, &text_width, &text_height);
  bubble_width = text_width + 2 * BUBBLE_PADDING;
  bubble_height = text_height + BUBBLE_HEIGHT;

  left = x + BUBBLE_DISTANCE;
  if (left + bubble_width > width)
    left = x - BUBBLE_DISTANCE - bubble_width;
  left = CLAMP (left, 0, MAX (width - bubble_width, 0));
  top = CLAMP (y + BUBBLE_DISTANCE, 0, MAX (height - bubble_height, 0));

  return GRAPHENE_RECT_INIT (roundf (left), roundf (top), bubble_width, bubble_height);
}

static void
snapshot_bubble (
  IlvTimelineOverlay *self, GtkSnapshot *snapshot, IlvSpanPlace place, double x, double y)
{
  const IlvTimelineTheme *theme = &self->view->theme;
  IlvTrace *trace = ilv_lane_index_get_trace (self->view->index);
  const IlvSpan *span = ilv_span_place_get_span (place, self->view->index);
  g_autofree char *markup = ilv_span_text_to_markup (trace, span);
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), NULL);
  graphene_rect_t bounds;
  PangoAttrList *attributes;

  /* The markup's attributes replace the layout's, so the size is put back on top of them. */
  attributes = pango_attr_list_ref (pango_layout_get_attributes (text));
  pango_layout_set_markup (text, markup, -1);
  pango_attr_list_splice (attributes, pango_layout_get_attributes (text), 0,
                          (int) strlen (pango_layout_get_text (text)));
  pango_layout_set_attributes (text, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (text, MAX (get_width (self) - 2 * BUBBLE_PADDING, 1) * PANGO_SCALE);
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  fit_text (self, text);

  bounds = place_bubble (self, text, x, y);
  ilv_mark_append_box (snapshot, &bounds, 8, &theme->bubble, &theme->bubble_line);
  ilv_mark_append_text (snapshot, text, bounds.origin.x + BUBBLE_PADDING,
                        bounds.origin.y + BUBBLE_PADDING - 2, &theme->bubble_text);
}

static void
snapshot_focus (IlvTimelineOverlay *self, GtkSnapshot *snapshot)
{
  const GdkRGBA *line = &self->view->theme.focus;
  GskRoundedRect outline;

  /* Around the timeline, so that the ring does not touch the names. */
  gsk_rounded_rect_init_from_rect (
    &outline,
    &GRAPHENE_RECT_INIT (-FOCUS_GAP, -FOCUS_GAP, get_width (self) + 2 * FOCUS_GAP,
                         gtk_widget_get_height (GTK_WIDGET (self)) + 2 * FOCUS_GAP),
    8);
  gtk_snapshot_append_border (snapshot, &outline, (float[4]){ 2, 2, 2, 2 },
                              (GdkRGBA[4]){ *line, *line, *line, *line });
}

static void
ilv_timeline_overlay_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvTimelineOverlay *self = ILV_TIMELINE_OVERLAY (widget);
  const IlvTimelineView *view = self->view;
  GtkWidget *stack = gtk_widget_get_parent (widget);
  gboolean focused = gtk_widget_has_visible_focus (gtk_widget_get_parent (stack));
  graphene_rect_t bounds;

  snapshot_reference (self, snapshot);
  snapshot_end (self, snapshot);
  if (!ilv_span_place_equal (view->hovered, view->selected))
    snapshot_outline (self, snapshot, view->hovered, 1);
  snapshot_selected (self, snapshot);
  ilv_absent_mark_snapshot (widget, view, snapshot);
  snapshot_cursor (self, snapshot);
  ilv_range_mark_snapshot (widget, view, snapshot);
  snapshot_playhead (self, snapshot);
  snapshot_ghost (self, snapshot);

  if (view->hovered.lane >= 0)
    snapshot_bubble (self, snapshot, view->hovered, view->pointer_x, view->pointer_y);
  else if (focused && get_span_bounds (view, view->selected, &bounds))
    snapshot_bubble (self, snapshot, view->selected, bounds.origin.x + bounds.size.width,
                     bounds.origin.y + bounds.size.height / 2);

  if (focused)
    snapshot_focus (self, snapshot);
}

static void
ilv_timeline_overlay_class_init (IlvTimelineOverlayClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = ilv_timeline_overlay_snapshot;

  gtk_widget_class_set_css_name (widget_class, "overlay");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
ilv_timeline_overlay_init (IlvTimelineOverlay *self)
{
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ilv_timeline_overlay_new (const IlvTimelineView *view)
{
  IlvTimelineOverlay *self = g_object_new (ILV_TYPE_TIMELINE_OVERLAY, NULL);

  self->view = view;

  return GTK_WIDGET (self);
}

gboolean
ilv_timeline_overlay_is_on_ghost (IlvTimelineOverlay *self, double x, double y)
{
  g_autoptr (PangoLayout) text = NULL;
  graphene_rect_t bounds;

  g_return_val_if_fail (ILV_IS_TIMELINE_OVERLAY (self), FALSE);

  text = ilv_ghost_flag_place (GTK_WIDGET (self), self->view, &bounds);
  if (text == NULL)
    return FALSE;

  return fabs (x - ilv_timeline_view_to_x (self->view, self->view->ghost_ns)) <= GRAB_DISTANCE ||
         graphene_rect_contains_point (&bounds, &GRAPHENE_POINT_INIT (x, y));
}

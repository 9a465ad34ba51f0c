/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "ilv-lane-loader.h"
#include "ilv-lane-stack.h"
#include "ilv-paragraph.h"
#include "ilv-span-story.h"
#include "ilv-span-text.h"
#include "ilv-story-label.h"

struct _IlvTimeline
{
  GtkWidget parent_instance;

  GtkWidget *stack;            /* kept until the end: properties are read from it */
  const IlvTimelineView *view; /* the stack's */
  GtkWidget *story;            /* the stack's younger sibling */
  IlvTrace *trace;
  IlvGrouping grouping;
  IlvLaneLoader *loader;
  int side;
  char *summary;

  GSignalGroup *axis_signals;
  GSignalGroup *playhead_signals;
  IlvTimelineInput *input;
  IlvTimelineSearch *search;
};

G_DEFINE_FINAL_TYPE (IlvTimeline, ilv_timeline, GTK_TYPE_WIDGET)

enum
{
  PROP_TRACE = 1,
  PROP_AXIS,
  PROP_PLAYHEAD,
  PROP_GROUPING,
  PROP_SIDE,
  PROP_GHOST_NS,
  PROP_GHOST_EDITABLE,
  PROP_REFERENCE_NS,
  PROP_REFERENCE_LABEL,
  PROP_MIN_LANES,
  PROP_SUMMARY,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static void
notify (IlvTimeline *self, guint id)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[id]);
}

static void
update_label (IlvTimeline *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->summary != NULL ? self->summary : _ ("Timeline"), -1);
}

/* (nullable): the span that is selected, in a lane or not. */
static const IlvSpan *
get_selected_span (IlvTimeline *self)
{
  const IlvTimelineView *view = self->view;

  return view->absent != NULL ? view->absent : ilv_span_place_get_span (view->selected, view->index);
}

/* (nullable) (transfer full): why what is selected is so. */
static char *
tell_story (IlvTimeline *self)
{
  const IlvTimelineView *view = self->view;
  const IlvSpan *span = get_selected_span (self);

  if (span != NULL)
    return ilv_span_story_tell (ilv_lane_index_get_trace (view->index), span);

  return view->has_gap ? ilv_lane_gap_tell (&view->gap, view->index) : NULL;
}

/* (nullable) (transfer full): what a screen reader reads of the picture: the span one looks at. */
static char *
describe (IlvTimeline *self)
{
  const IlvSpan *span = ilv_span_place_get_span (self->view->hovered, self->view->index);

  if (span != NULL)
    return ilv_span_text_to_sentence (ilv_lane_index_get_trace (self->view->index), span);

  return ilv_timeline_describe_selected (self);
}

static void
describe_span (IlvTimeline *self)
{
  g_autofree char *sentence = describe (self);

  if (sentence == NULL)
    {
      gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
      return;
    }

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  sentence, -1);
}

/* Whether a gap of these lanes is selected. */
static gboolean
find_selected_gap (IlvTimeline *self, IlvLaneGap *gap)
{
  IlvTimeAxis *axis = self->view->axis;
  guint lane = ilv_time_axis_get_selected_gap_lane (axis);
  gint64 time_ns = ilv_time_axis_get_selected_gap_ns (axis);

  return self->view->index != NULL && time_ns >= 0 &&
         lane < ilv_lane_index_get_n_lanes (self->view->index) &&
         ilv_lane_gap_find (gap, self->view->index, lane, time_ns);
}

/* Escape is for others when there is nothing to clear. */
static void
update_clearing (IlvTimeline *self)
{
  gboolean selected = ilv_time_axis_get_selected_side (self->view->axis) == self->side;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "timeline.clear-selection",
                                 selected || ilv_time_axis_has_marks (self->view->axis));
}

/* (nullable): the span that is selected on this side. */
static const IlvSpan *
find_selected (IlvTimeline *self)
{
  guint selected = ilv_time_axis_get_selected_span (self->view->axis);
  const IlvSpan *spans;
  gsize n_spans;

  if (self->view->index == NULL ||
      ilv_time_axis_get_selected_side (self->view->axis) != self->side)
    return NULL;

  spans = ilv_trace_get_spans (ilv_lane_index_get_trace (self->view->index), &n_spans);

  return selected < n_spans ? &spans[selected] : NULL;
}

static void
update_selected (IlvTimeline *self)
{
  gboolean selected = ilv_time_axis_get_selected_side (self->view->axis) == self->side;
  IlvSpanPlace place = ILV_SPAN_PLACE_NONE;
  g_autofree char *story = NULL;
  IlvLaneGap gap;

  if (selected && self->view->index != NULL)
    place =
      ilv_span_place_find (self->view->index, ilv_time_axis_get_selected_span (self->view->axis));

  ilv_lane_stack_set_selected (ILV_LANE_STACK (self->stack), place);
  ilv_lane_stack_set_absent (ILV_LANE_STACK (self->stack), place.lane < 0 ? find_selected (self) : NULL);
  ilv_lane_stack_set_gap (ILV_LANE_STACK (self->stack),
                          selected && find_selected_gap (self, &gap) ? &gap : NULL);
  story = tell_story (self);
  ilv_story_label_set_text (ILV_STORY_LABEL (self->story), story);
  describe_span (self);

  update_clearing (self);
}

static void
on_range_changed (IlvTimeline *self)
{
  if (ilv_lane_stack_update_range (ILV_LANE_STACK (self->stack)))
    describe_span (self);
}

static void
on_flows_changed (IlvTimeline *self)
{
  ilv_lane_stack_update_flows (ILV_LANE_STACK (self->stack));
}

static void
on_marks_changed (IlvTimeline *self)
{
  ilv_lane_stack_update_marks (ILV_LANE_STACK (self->stack));
}

static void
on_measured_changed (IlvTimeline *self)
{
  on_marks_changed (self);
  update_clearing (self);
}

static void
on_index_changed (IlvTimeline *self)
{
  ilv_lane_stack_set_index (ILV_LANE_STACK (self->stack), ilv_lane_loader_get_index (self->loader));
  update_selected (self);
}

static void
ilv_timeline_state_flags_changed (GtkWidget *widget, GtkStateFlags previous)
{
  IlvTimeline *self = ILV_TIMELINE (widget);

  GTK_WIDGET_CLASS (ilv_timeline_parent_class)->state_flags_changed (widget, previous);

  if (self->stack != NULL)
    on_marks_changed (self);
}

static void
ilv_timeline_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvTimeline *self = ILV_TIMELINE (object);

  switch (id)
    {
    case PROP_TRACE:
      g_value_set_object (value, self->trace);
      break;
    case PROP_AXIS:
      g_value_set_object (value, self->view->axis);
      break;
    case PROP_PLAYHEAD:
      g_value_set_object (value, self->view->playhead);
      break;
    case PROP_GROUPING:
      g_value_set_int (value, self->grouping);
      break;
    case PROP_SIDE:
      g_value_set_int (value, self->side);
      break;
    case PROP_GHOST_NS:
      g_value_set_int64 (value, self->view->ghost_ns);
      break;
    case PROP_GHOST_EDITABLE:
      g_value_set_boolean (value, self->view->ghost_editable);
      break;
    case PROP_REFERENCE_NS:
      g_value_set_int64 (value, self->view->reference_ns);
      break;
    case PROP_REFERENCE_LABEL:
      g_value_set_string (value, self->view->reference_label);
      break;
    case PROP_MIN_LANES:
      g_value_set_uint (value, ilv_timeline_get_min_lanes (self));
      break;
    case PROP_SUMMARY:
      g_value_set_string (value, self->summary);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_timeline_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvTimeline *self = ILV_TIMELINE (object);

  switch (id)
    {
    case PROP_TRACE:
      ilv_timeline_set_trace (self, g_value_get_object (value));
      break;
    case PROP_AXIS:
      ilv_timeline_set_axis (self, g_value_get_object (value));
      break;
    case PROP_PLAYHEAD:
      ilv_timeline_set_playhead (self, g_value_get_object (value));
      break;
    case PROP_GROUPING:
      ilv_timeline_set_grouping (self, g_value_get_int (value));
      break;
    case PROP_SIDE:
      ilv_timeline_set_side (self, g_value_get_int (value));
      break;
    case PROP_GHOST_NS:
      ilv_timeline_set_ghost_ns (self, g_value_get_int64 (value));
      break;
    case PROP_GHOST_EDITABLE:
      ilv_timeline_set_ghost_editable (self, g_value_get_boolean (value));
      break;
    case PROP_REFERENCE_NS:
      ilv_timeline_set_reference (self, g_value_get_int64 (value), self->view->reference_label);
      break;
    case PROP_REFERENCE_LABEL:
      ilv_timeline_set_reference (self, self->view->reference_ns, g_value_get_string (value));
      break;
    case PROP_MIN_LANES:
      ilv_timeline_set_min_lanes (self, g_value_get_uint (value));
      break;
    case PROP_SUMMARY:
      ilv_timeline_set_summary (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_timeline_dispose (GObject *object)
{
  IlvTimeline *self = ILV_TIMELINE (object);

  if (self->loader != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->loader, on_index_changed, self);
      g_signal_group_set_target (self->axis_signals, NULL);
      g_signal_group_set_target (self->playhead_signals, NULL);
    }
  g_clear_object (&self->loader);
  g_clear_object (&self->axis_signals);
  g_clear_object (&self->playhead_signals);
  g_clear_object (&self->trace);
  if (gtk_widget_get_parent (self->stack) != NULL)
    gtk_widget_unparent (self->stack);
  g_clear_pointer (&self->story, gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_timeline_parent_class)->dispose (object);
}

static void
ilv_timeline_finalize (GObject *object)
{
  IlvTimeline *self = ILV_TIMELINE (object);
  IlvTimelineInput *input = self->input;

  ilv_timeline_search_free (self->search);

  g_free (self->summary);
  g_object_unref (self->stack);

  /* The controllers, which go only now, still know the input. */
  G_OBJECT_CLASS (ilv_timeline_parent_class)->finalize (object);
  ilv_timeline_input_free (input);
}

static void
install_properties (GObjectClass *object_class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  properties[PROP_TRACE] = g_param_spec_object ("trace", NULL, NULL, ILV_TYPE_TRACE, flags);
  properties[PROP_AXIS] = g_param_spec_object ("axis", NULL, NULL, ILV_TYPE_TIME_AXIS, flags);
  properties[PROP_PLAYHEAD] =
    g_param_spec_object ("playhead", NULL, NULL, ILV_TYPE_PLAYHEAD, flags);
  properties[PROP_GROUPING] = g_param_spec_int ("grouping", NULL, NULL, ILV_GROUPING_PROCESSOR,
                                                ILV_GROUPING_TASK, ILV_GROUPING_PROCESSOR, flags);
  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_GHOST_NS] =
    g_param_spec_int64 ("ghost-ns", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_GHOST_EDITABLE] =
    g_param_spec_boolean ("ghost-editable", NULL, NULL, FALSE, flags);
  properties[PROP_REFERENCE_NS] =
    g_param_spec_int64 ("reference-ns", NULL, NULL, -1, G_MAXINT64, -1, flags);
  properties[PROP_REFERENCE_LABEL] =
    g_param_spec_string ("reference-label", NULL, NULL, NULL, flags);
  properties[PROP_MIN_LANES] = g_param_spec_uint ("min-lanes", NULL, NULL, 1, 4096, 1, flags);
  properties[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_timeline_class_init (IlvTimelineClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = ilv_timeline_get_property;
  object_class->set_property = ilv_timeline_set_property;
  object_class->dispose = ilv_timeline_dispose;
  object_class->finalize = ilv_timeline_finalize;
  widget_class->state_flags_changed = ilv_timeline_state_flags_changed;

  install_properties (object_class);
  ilv_timeline_install_actions (widget_class);
  ilv_timeline_install_measure_actions (widget_class);
  ilv_timeline_install_search_actions (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "timeline");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ilv_timeline_init (IlvTimeline *self)
{
  self->stack = g_object_ref_sink (ilv_lane_stack_new ());
  self->view = ilv_lane_stack_get_view (ILV_LANE_STACK (self->stack));
  gtk_widget_set_parent (self->stack, GTK_WIDGET (self));
  self->story = ilv_story_label_new ();
  gtk_widget_set_parent (self->story, GTK_WIDGET (self));

  /* All room is the stack's, and the timeline asks nobody for more. */
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (self->stack, TRUE);
  gtk_widget_set_vexpand (self->stack, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);

  self->loader = ilv_lane_loader_new ();
  g_signal_connect_swapped (self->loader, "changed", G_CALLBACK (on_index_changed), self);

  self->axis_signals = g_signal_group_new (ILV_TYPE_TIME_AXIS);
  g_signal_group_connect_swapped (self->axis_signals, "notify::start-ns",
                                  G_CALLBACK (on_range_changed), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::end-ns",
                                  G_CALLBACK (on_range_changed), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::cursor-ns",
                                  G_CALLBACK (on_marks_changed), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::selected-side",
                                  G_CALLBACK (update_selected), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::selected-span",
                                  G_CALLBACK (update_selected), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::selected-gap-ns",
                                  G_CALLBACK (update_selected), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::shows-flows",
                                  G_CALLBACK (on_flows_changed), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::first-mark-ns",
                                  G_CALLBACK (on_measured_changed), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::second-mark-ns",
                                  G_CALLBACK (on_measured_changed), self);
  g_signal_group_set_target (self->axis_signals, self->view->axis);

  self->playhead_signals = g_signal_group_new (ILV_TYPE_PLAYHEAD);
  g_signal_group_connect_swapped (self->playhead_signals, "notify::position-ns",
                                  G_CALLBACK (on_marks_changed), self);

  self->input = ilv_timeline_input_new (self);
  self->search = ilv_timeline_search_new (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  update_label (self);
  update_selected (self);
}

GtkWidget *
ilv_timeline_new (void)
{
  return g_object_new (ILV_TYPE_TIMELINE, NULL);
}

IlvTrace *
ilv_timeline_get_trace (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), NULL);

  return self->trace;
}

void
ilv_timeline_set_trace (IlvTimeline *self, IlvTrace *trace)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));
  g_return_if_fail (trace == NULL || ILV_IS_TRACE (trace));

  if (!g_set_object (&self->trace, trace))
    return;

  ilv_lane_loader_load (self->loader, trace, self->grouping);
  notify (self, PROP_TRACE);
}

IlvTimeAxis *
ilv_timeline_get_axis (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), NULL);

  return self->view->axis;
}

void
ilv_timeline_set_axis (IlvTimeline *self, IlvTimeAxis *axis)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));
  g_return_if_fail (ILV_IS_TIME_AXIS (axis));

  if (axis == self->view->axis)
    return;

  ilv_lane_stack_set_axis (ILV_LANE_STACK (self->stack), axis);
  g_signal_group_set_target (self->axis_signals, axis);
  update_selected (self);
  notify (self, PROP_AXIS);
}

IlvPlayhead *
ilv_timeline_get_playhead (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), NULL);

  return self->view->playhead;
}

void
ilv_timeline_set_playhead (IlvTimeline *self, IlvPlayhead *playhead)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));
  g_return_if_fail (playhead == NULL || ILV_IS_PLAYHEAD (playhead));

  if (playhead == self->view->playhead)
    return;

  ilv_lane_stack_set_playhead (ILV_LANE_STACK (self->stack), playhead);
  g_signal_group_set_target (self->playhead_signals, playhead);
  notify (self, PROP_PLAYHEAD);
}

IlvGrouping
ilv_timeline_get_grouping (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), ILV_GROUPING_PROCESSOR);

  return self->grouping;
}

void
ilv_timeline_set_grouping (IlvTimeline *self, IlvGrouping grouping)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));
  g_return_if_fail (grouping <= ILV_GROUPING_TASK);

  if (grouping == self->grouping)
    return;

  self->grouping = grouping;

  /* A gap is one of the lanes that there were. */
  if (self->view->has_gap)
    ilv_time_axis_select (self->view->axis, -1, 0);
  if (self->trace != NULL)
    ilv_lane_loader_load (self->loader, self->trace, grouping);
  notify (self, PROP_GROUPING);
}

int
ilv_timeline_get_side (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), 0);

  return self->side;
}

void
ilv_timeline_set_side (IlvTimeline *self, int side)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));
  g_return_if_fail (side == 0 || side == 1);

  if (side == self->side)
    return;

  self->side = side;
  update_selected (self);
  notify (self, PROP_SIDE);
}

gint64
ilv_timeline_get_ghost_ns (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), -1);

  return self->view->ghost_ns;
}

void
ilv_timeline_set_ghost_ns (IlvTimeline *self, gint64 ghost_ns)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));

  ghost_ns = MAX (ghost_ns, -1);
  if (ghost_ns == self->view->ghost_ns)
    return;

  ilv_lane_stack_set_ghost (ILV_LANE_STACK (self->stack), ghost_ns, self->view->ghost_editable);
  notify (self, PROP_GHOST_NS);
}

gboolean
ilv_timeline_get_ghost_editable (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), FALSE);

  return self->view->ghost_editable;
}

void
ilv_timeline_set_ghost_editable (IlvTimeline *self, gboolean editable)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));

  editable = !!editable;
  if (editable == self->view->ghost_editable)
    return;

  ilv_lane_stack_set_ghost (ILV_LANE_STACK (self->stack), self->view->ghost_ns, editable);
  notify (self, PROP_GHOST_EDITABLE);
}

void
ilv_timeline_set_reference (IlvTimeline *self, gint64 time_ns, const char *label)
{
  gboolean time_changed, label_changed;

  g_return_if_fail (ILV_IS_TIMELINE (self));

  time_ns = MAX (time_ns, -1);
  time_changed = time_ns != self->view->reference_ns;
  label_changed = g_strcmp0 (label, self->view->reference_label) != 0;
  if (!time_changed && !label_changed)
    return;

  ilv_lane_stack_set_reference (ILV_LANE_STACK (self->stack), time_ns, label);
  if (time_changed)
    notify (self, PROP_REFERENCE_NS);
  if (label_changed)
    notify (self, PROP_REFERENCE_LABEL);
}

guint
ilv_timeline_get_min_lanes (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), 1);

  return ilv_lane_stack_get_min_lanes (ILV_LANE_STACK (self->stack));
}

void
ilv_timeline_set_min_lanes (IlvTimeline *self, guint min_lanes)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));
  g_return_if_fail (min_lanes >= 1);

  if (min_lanes == ilv_timeline_get_min_lanes (self))
    return;

  ilv_lane_stack_set_min_lanes (ILV_LANE_STACK (self->stack), min_lanes);
  notify (self, PROP_MIN_LANES);
}

void
ilv_timeline_set_squeezed (IlvTimeline *self, gboolean squeezed)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));

  ilv_lane_stack_set_squeezed (ILV_LANE_STACK (self->stack), squeezed);
}

void
ilv_timeline_set_hides_rest (IlvTimeline *self, gboolean hides_rest)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));

  ilv_lane_stack_set_hides_rest (ILV_LANE_STACK (self->stack), hides_rest);
}

const char *
ilv_timeline_get_summary (IlvTimeline *self)
{
  g_return_val_if_fail (ILV_IS_TIMELINE (self), NULL);

  return self->summary;
}

void
ilv_timeline_set_summary (IlvTimeline *self, const char *summary)
{
  g_return_if_fail (ILV_IS_TIMELINE (self));

  if (g_strcmp0 (summary, self->summary) == 0)
    return;

  g_free (self->summary);
  self->summary = g_strdup (summary);
  update_label (self);
  notify (self, PROP_SUMMARY);
}

const IlvTimelineView *
ilv_timeline_get_view (IlvTimeline *self)
{
  return self->view;
}

GtkWidget *
ilv_timeline_get_lane_view (IlvTimeline *self)
{
  return ilv_lane_stack_get_lane_view (ILV_LANE_STACK (self->stack));
}

IlvTimelineSearch *
ilv_timeline_get_search (IlvTimeline *self)
{
  return self->search;
}

gboolean
ilv_timeline_is_loading (IlvTimeline *self)
{
  return ilv_lane_loader_is_loading (self->loader);
}

gboolean
ilv_timeline_has_spans (IlvTimeline *self)
{
  gsize n_spans = 0;

  if (self->trace != NULL)
    ilv_trace_get_spans (self->trace, &n_spans);

  return n_spans > 0;
}

gboolean
ilv_timeline_is_on_ghost (IlvTimeline *self, double x, double y)
{
  return ilv_lane_stack_is_on_ghost (ILV_LANE_STACK (self->stack), x, y);
}

gint64
ilv_timeline_get_moment (IlvTimeline *self, double x)
{
  return ilv_lane_stack_get_moment (ILV_LANE_STACK (self->stack), x);
}

IlvSpanPlace
ilv_timeline_pick (IlvTimeline *self, double x, double y)
{
  return ilv_lane_stack_pick (ILV_LANE_STACK (self->stack), x, y);
}

void
ilv_timeline_point_at (IlvTimeline *self, double x, double y)
{
  IlvLaneStack *stack = ILV_LANE_STACK (self->stack);

  if (ilv_lane_stack_point_at (stack, x, y))
    describe_span (self);
  ilv_time_axis_set_cursor_ns (self->view->axis, ilv_lane_stack_is_on_plot (stack, x)
                                                   ? ilv_lane_stack_get_moment (stack, x)
                                                   : -1);
}

void
ilv_timeline_point_away (IlvTimeline *self)
{
  if (ilv_lane_stack_point_away (ILV_LANE_STACK (self->stack)))
    describe_span (self);
  ilv_time_axis_set_cursor_ns (self->view->axis, -1);
}

void
ilv_timeline_select_place (IlvTimeline *self, IlvSpanPlace place)
{
  const IlvSpan *span = ilv_span_place_get_span (place, self->view->index);
  const IlvSpan *spans;
  gsize n_spans;

  if (span == NULL)
    {
      ilv_time_axis_select (self->view->axis, -1, 0);
      return;
    }

  spans = ilv_trace_get_spans (ilv_lane_index_get_trace (self->view->index), &n_spans);
  ilv_time_axis_select (self->view->axis, self->side, (guint) (span - spans));
}

void
ilv_timeline_select_gap (IlvTimeline *self, const IlvLaneGap *gap)
{
  ilv_time_axis_select_gap (self->view->axis, self->side, gap->lane, gap->start_ns);
}

void
ilv_timeline_select_at (IlvTimeline *self, double x, double y)
{
  IlvSpanPlace place = ilv_timeline_pick (self, x, y);
  IlvLaneGap gap;

  if (place.lane < 0 && ilv_lane_stack_pick_gap (ILV_LANE_STACK (self->stack), x, y, &gap))
    ilv_timeline_select_gap (self, &gap);
  else
    ilv_timeline_select_place (self, place);
}

char *
ilv_timeline_describe_selected (IlvTimeline *self)
{
  const IlvSpan *span = get_selected_span (self);
  g_autoptr (GString) description = g_string_new (NULL);

  if (span != NULL)
    {
      g_autofree char *sentence =
        ilv_span_text_to_sentence (ilv_lane_index_get_trace (self->view->index), span);

      ilv_paragraph_add_text (description, sentence);
    }
  ilv_paragraph_take (description, tell_story (self));

  return description->len > 0 ? g_string_free (g_steal_pointer (&description), FALSE) : NULL;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-heartbeat-strip.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ilv-mark.h"
#include "ilv-pulse.h"
#include "ilv-scene-moment.h"
#include "ilv-timeline-private.h"

struct _IlvHeartbeatStrip
{
  IlvSceneWidget parent_instance;

  IlvTimeAxis *axis;
  IlvTimeline *timeline;
  GSignalGroup *axis_signals;
};

G_DEFINE_FINAL_TYPE (IlvHeartbeatStrip, ilv_heartbeat_strip, ILV_TYPE_SCENE_WIDGET)

enum
{
  PROP_AXIS = 1,
  PROP_TIMELINE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

#define PADDING 2
#define TICK_WIDTH 2
#define TICK_SHARE 0.7f

/* Beats nearer to each other than that are drawn as one. */
#define MIN_TICK_DISTANCE 3

#define MIN_FROZEN_WIDTH 6
#define LABEL_GAP 8

/* Where the visible range is on the strip. */
typedef struct
{
  double x;
  double width;
  double height;
} Plot;

static void
get_plot (IlvHeartbeatStrip *self, Plot *plot)
{
  graphene_point_t left;

  plot->x = 0;
  plot->width = gtk_widget_get_width (GTK_WIDGET (self));
  plot->height = gtk_widget_get_height (GTK_WIDGET (self));
  if (self->timeline != NULL)
    {
      const IlvLaneLayout *layout = &ilv_timeline_get_view (self->timeline)->layout;

      if (gtk_widget_compute_point (GTK_WIDGET (self->timeline), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT (layout->plot_x, 0), &left))
        {
          plot->x = left.x;
          plot->width = layout->plot_width;
        }
    }
  plot->width = MAX (plot->width, 1);
}

static double
to_x (IlvHeartbeatStrip *self, const Plot *plot, gint64 time_ns)
{
  return plot->x + ilv_time_axis_to_x (self->axis, time_ns, plot->width);
}

/* In the middle, if there is room. */
static gboolean
append_label (IlvHeartbeatStrip *self,
              GtkSnapshot *snapshot,
              const char *words,
              double left,
              double right,
              double strip_height)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), words);
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  if (width + LABEL_GAP > right - left)
    return FALSE;

  ilv_mark_append_text (snapshot, text, (left + right - width) / 2, (strip_height - height) / 2,
                        &theme->text);
  return TRUE;
}

/* How long the loop stood still, or a flat line where there is no room for words. */
static void
snapshot_gap (IlvHeartbeatStrip *self, GtkSnapshot *snapshot, const Plot *plot, IlvPulseGap gap)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  double left = MAX (to_x (self, plot, gap.start_ns), plot->x);
  double right = MIN (to_x (self, plot, gap.end_ns), plot->x + plot->width);
  g_autofree char *length = ilv_scene_moment_format_length (gap.end_ns - gap.start_ns);
  /* Translators: %s is a length of time, "302 ms", in which nothing could be done. */
  g_autofree char *words = g_strdup_printf (_ ("frozen for %s"), length);
  GdkRGBA fill = theme->playhead;
  graphene_rect_t bounds;

  if (right - left < MIN_FROZEN_WIDTH)
    return;

  fill.alpha = 0.16f;
  bounds =
    GRAPHENE_RECT_INIT (roundf ((float) left) + 1, PADDING, roundf ((float) (right - left)) - 2,
                        (float) plot->height - 2 * PADDING);
  ilv_mark_append_box (snapshot, &bounds, 4, &fill, theme->high_contrast ? &theme->playhead : NULL);

  if (!append_label (self, snapshot, words, left, right, plot->height) &&
      !append_label (self, snapshot, length, left, right, plot->height))
    gtk_snapshot_append_color (snapshot, &theme->playhead,
                               &GRAPHENE_RECT_INIT (bounds.origin.x,
                                                    roundf ((float) plot->height / 2) - 1,
                                                    bounds.size.width, 2));
}

/* From tick to tick that can be seen, whatever the number of beats. */
static void
snapshot_beats (IlvHeartbeatStrip *self, GtkSnapshot *snapshot, const Plot *plot)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  IlvTrace *trace = ilv_scene_widget_get_trace (ILV_SCENE_WIDGET (self));
  const GArray *beats = ilv_trace_get_info (trace)->beats;
  double end_ns = ilv_time_axis_get_end_ns (self->axis);
  double step_ns =
    (end_ns - ilv_time_axis_get_start_ns (self->axis)) / plot->width * MIN_TICK_DISTANCE;
  guint index = ilv_pulse_find (trace, (gint64) ilv_time_axis_get_start_ns (self->axis));
  float height = roundf ((float) plot->height * TICK_SHARE);

  while (index <= beats->len)
    {
      IlvPulseGap gap = ilv_pulse_get_gap (trace, index);
      guint next;

      if (ilv_pulse_is_frozen (trace, gap))
        snapshot_gap (self, snapshot, plot, gap);
      if (index == beats->len || gap.end_ns > end_ns)
        break;

      gtk_snapshot_append_color (
        snapshot, &theme->end,
        &GRAPHENE_RECT_INIT (roundf ((float) to_x (self, plot, gap.end_ns)) - TICK_WIDTH / 2,
                             roundf (((float) plot->height - height) / 2), TICK_WIDTH, height));

      /* A gap that is wide enough to be seen is never skipped: it is longer than the step. */
      next = ilv_pulse_find (trace, gap.end_ns + (gint64) step_ns);
      index = MAX (index + 1, next);
    }
}

static void
snapshot_label (IlvHeartbeatStrip *self, GtkSnapshot *snapshot, const Plot *plot)
{
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  /* Translators: what stands before a strip with a tick for each time that a loop came around. */
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), _ ("Pulse"));
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  double room = rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - plot->x - plot->width : plot->x;
  int width, height;

  pango_layout_get_pixel_size (text, &width, &height);
  if (width <= room)
    ilv_mark_append_text (snapshot, text,
                          rtl ? gtk_widget_get_width (GTK_WIDGET (self)) - width : 0,
                          (plot->height - height) / 2, &theme->dim);
}

static void
ilv_heartbeat_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvHeartbeatStrip *self = ILV_HEARTBEAT_STRIP (widget);
  const IlvTimelineTheme *theme = ilv_scene_widget_get_theme (ILV_SCENE_WIDGET (self));
  IlvTrace *trace = ilv_scene_widget_get_trace (ILV_SCENE_WIDGET (self));
  gint64 moment_ns = ilv_scene_widget_get_moment_ns (ILV_SCENE_WIDGET (self));
  double x;
  Plot plot;

  if (trace == NULL || self->axis == NULL || !ilv_pulse_exists (trace))
    return;

  get_plot (self, &plot);
  snapshot_label (self, snapshot, &plot);
  gtk_snapshot_push_clip (
    snapshot,
    &GRAPHENE_RECT_INIT ((float) plot.x - 1, 0, (float) plot.width + 2, (float) plot.height));
  gtk_snapshot_append_color (snapshot, &theme->track,
                             &GRAPHENE_RECT_INIT ((float) plot.x, PADDING, (float) plot.width,
                                                  (float) plot.height - 2 * PADDING));
  snapshot_beats (self, snapshot, &plot);
  x = to_x (self, &plot, moment_ns);
  if (moment_ns < ilv_trace_get_duration_ns (trace))
    ilv_mark_append_line (snapshot, x, 0, plot.height, 2, &theme->playhead);
  gtk_snapshot_pop (snapshot);
}

static void
ilv_heartbeat_strip_moment_changed (IlvSceneWidget *scene)
{
  gtk_widget_queue_draw (GTK_WIDGET (scene));
}

static void
ilv_heartbeat_strip_trace_changed (IlvSceneWidget *scene)
{
  IlvTrace *trace = ilv_scene_widget_get_trace (scene);
  gboolean exists = trace != NULL && ilv_pulse_exists (trace);
  g_autofree char *length = NULL;
  g_autofree char *words = NULL;
  IlvPulseGap gap;

  gtk_widget_set_visible (GTK_WIDGET (scene), exists);
  if (!exists)
    return;

  gap = ilv_pulse_find_longest_gap (trace);
  length = ilv_scene_moment_format_length (gap.end_ns - gap.start_ns);
  if (ilv_pulse_is_frozen (trace, gap))
    /* Translators: %s is a length of time, "302 ms". */
    words = g_strdup_printf (_ ("The event loop was frozen for %s at most."), length);
  else
    /* Translators: %s is a length of time, "12 ms". */
    words = g_strdup_printf (_ ("The event loop came around at least every %s."), length);
  ilv_scene_widget_describe (scene, words);
}

static void
ilv_heartbeat_strip_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size G_GNUC_UNUSED,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline G_GNUC_UNUSED,
                             int *natural_baseline G_GNUC_UNUSED)
{
  g_autoptr (PangoLayout) text = ilv_mark_create_text (widget, "0");
  int height;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;

  pango_layout_get_pixel_size (text, NULL, &height);
  *minimum = *natural = height + 4 * PADDING;
}

static void
ilv_heartbeat_strip_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvHeartbeatStrip *self = ILV_HEARTBEAT_STRIP (object);

  switch (id)
    {
    case PROP_AXIS:
      g_value_set_object (value, self->axis);
      break;
    case PROP_TIMELINE:
      g_value_set_object (value, self->timeline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_heartbeat_strip_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvHeartbeatStrip *self = ILV_HEARTBEAT_STRIP (object);

  switch (id)
    {
    case PROP_AXIS:
      ilv_heartbeat_strip_set_axis (self, g_value_get_object (value));
      break;
    case PROP_TIMELINE:
      ilv_heartbeat_strip_set_timeline (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_heartbeat_strip_dispose (GObject *object)
{
  IlvHeartbeatStrip *self = ILV_HEARTBEAT_STRIP (object);

  g_clear_object (&self->axis_signals);
  g_clear_object (&self->axis);
  g_clear_weak_pointer (&self->timeline);

  G_OBJECT_CLASS (ilv_heartbeat_strip_parent_class)->dispose (object);
}

static void
ilv_heartbeat_strip_class_init (IlvHeartbeatStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  IlvSceneWidgetClass *scene_class = ILV_SCENE_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ilv_heartbeat_strip_get_property;
  object_class->set_property = ilv_heartbeat_strip_set_property;
  object_class->dispose = ilv_heartbeat_strip_dispose;
  widget_class->measure = ilv_heartbeat_strip_measure;
  widget_class->snapshot = ilv_heartbeat_strip_snapshot;
  scene_class->trace_changed = ilv_heartbeat_strip_trace_changed;
  scene_class->moment_changed = ilv_heartbeat_strip_moment_changed;

  properties[PROP_AXIS] = g_param_spec_object ("axis", NULL, NULL, ILV_TYPE_TIME_AXIS, flags);
  properties[PROP_TIMELINE] =
    g_param_spec_object ("timeline", NULL, NULL, ILV_TYPE_TIMELINE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_css_name (widget_class, "heartbeat");
}

static void
ilv_heartbeat_strip_init (IlvHeartbeatStrip *self)
{
  self->axis_signals = g_signal_group_new (ILV_TYPE_TIME_AXIS);
  g_signal_group_connect_swapped (self->axis_signals, "notify::start-ns",
                                  G_CALLBACK (gtk_widget_queue_draw), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::end-ns",
                                  G_CALLBACK (gtk_widget_queue_draw), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Pulse of the event loop"), -1);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ilv_heartbeat_strip_new (void)
{
  return g_object_new (ILV_TYPE_HEARTBEAT_STRIP, NULL);
}

IlvTimeAxis *
ilv_heartbeat_strip_get_axis (IlvHeartbeatStrip *self)
{
  g_return_val_if_fail (ILV_IS_HEARTBEAT_STRIP (self), NULL);

  return self->axis;
}

void
ilv_heartbeat_strip_set_axis (IlvHeartbeatStrip *self, IlvTimeAxis *axis)
{
  g_return_if_fail (ILV_IS_HEARTBEAT_STRIP (self));
  g_return_if_fail (axis == NULL || ILV_IS_TIME_AXIS (axis));

  if (!g_set_object (&self->axis, axis))
    return;

  g_signal_group_set_target (self->axis_signals, axis);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AXIS]);
}

IlvTimeline *
ilv_heartbeat_strip_get_timeline (IlvHeartbeatStrip *self)
{
  g_return_val_if_fail (ILV_IS_HEARTBEAT_STRIP (self), NULL);

  return self->timeline;
}

void
ilv_heartbeat_strip_set_timeline (IlvHeartbeatStrip *self, IlvTimeline *timeline)
{
  g_return_if_fail (ILV_IS_HEARTBEAT_STRIP (self));
  g_return_if_fail (timeline == NULL || ILV_IS_TIMELINE (timeline));

  if (!g_set_weak_pointer (&self->timeline, timeline))
    return;

  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TIMELINE]);
}

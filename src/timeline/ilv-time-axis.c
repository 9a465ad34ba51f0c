/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-time-axis.h"

#include <math.h>

struct _IlvTimeAxis
{
  GObject parent_instance;

  double start_ns;
  double end_ns;
  gint64 limit_ns;
  gint64 cursor_ns;
  int selected_side;
  guint selected_span;
  guint selected_gap_lane;
  gint64 selected_gap_ns;
  gboolean shows_flows;
  gint64 marks_ns[ILV_N_TIME_MARKS];
};

G_DEFINE_FINAL_TYPE (IlvTimeAxis, ilv_time_axis, G_TYPE_OBJECT)

enum
{
  PROP_START_NS = 1,
  PROP_END_NS,
  PROP_LIMIT_NS,
  PROP_CURSOR_NS,
  PROP_SELECTED_SIDE,
  PROP_SELECTED_SPAN,
  PROP_SELECTED_GAP_NS,
  PROP_SHOWS_FLOWS,
  PROP_FIRST_MARK_NS,
  PROP_SECOND_MARK_NS,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

static double
get_min_range (IlvTimeAxis *self)
{
  return MIN ((double) ILV_TIME_AXIS_MIN_RANGE_NS, (double) self->limit_ns);
}

/* Both ends are changed before anybody hears of either. */
static void
change_range (IlvTimeAxis *self, double start_ns, double end_ns)
{
  gboolean start_changed = start_ns != self->start_ns;
  gboolean end_changed = end_ns != self->end_ns;

  self->start_ns = start_ns;
  self->end_ns = end_ns;

  if (start_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_START_NS]);
  if (end_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_END_NS]);
}

static void
ilv_time_axis_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvTimeAxis *self = ILV_TIME_AXIS (object);

  switch (id)
    {
    case PROP_START_NS:
      g_value_set_double (value, self->start_ns);
      break;
    case PROP_END_NS:
      g_value_set_double (value, self->end_ns);
      break;
    case PROP_LIMIT_NS:
      g_value_set_int64 (value, self->limit_ns);
      break;
    case PROP_CURSOR_NS:
      g_value_set_int64 (value, self->cursor_ns);
      break;
    case PROP_SELECTED_SIDE:
      g_value_set_int (value, self->selected_side);
      break;
    case PROP_SELECTED_SPAN:
      g_value_set_uint (value, self->selected_span);
      break;
    case PROP_SELECTED_GAP_NS:
      g_value_set_int64 (value, self->selected_gap_ns);
      break;
    case PROP_SHOWS_FLOWS:
      g_value_set_boolean (value, self->shows_flows);
      break;
    case PROP_FIRST_MARK_NS:
    case PROP_SECOND_MARK_NS:
      g_value_set_int64 (value, self->marks_ns[id - PROP_FIRST_MARK_NS]);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_time_axis_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvTimeAxis *self = ILV_TIME_AXIS (object);

  switch (id)
    {
    case PROP_LIMIT_NS:
      ilv_time_axis_set_limit_ns (self, g_value_get_int64 (value));
      break;
    case PROP_CURSOR_NS:
      ilv_time_axis_set_cursor_ns (self, g_value_get_int64 (value));
      break;
    case PROP_SHOWS_FLOWS:
      ilv_time_axis_set_shows_flows (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_time_axis_class_init (IlvTimeAxisClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  const GParamFlags writable = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ilv_time_axis_get_property;
  object_class->set_property = ilv_time_axis_set_property;

  properties[PROP_START_NS] =
    g_param_spec_double ("start-ns", NULL, NULL, 0, G_MAXDOUBLE, 0, readable);
  properties[PROP_END_NS] = g_param_spec_double ("end-ns", NULL, NULL, 0, G_MAXDOUBLE, 1, readable);
  properties[PROP_LIMIT_NS] =
    g_param_spec_int64 ("limit-ns", NULL, NULL, 1, G_MAXINT64, 1, writable);
  properties[PROP_CURSOR_NS] =
    g_param_spec_int64 ("cursor-ns", NULL, NULL, -1, G_MAXINT64, -1, writable);
  properties[PROP_SELECTED_SIDE] =
    g_param_spec_int ("selected-side", NULL, NULL, -1, 1, -1, readable);
  properties[PROP_SELECTED_SPAN] =
    g_param_spec_uint ("selected-span", NULL, NULL, 0, G_MAXUINT, 0, readable);
  properties[PROP_SELECTED_GAP_NS] =
    g_param_spec_int64 ("selected-gap-ns", NULL, NULL, -1, G_MAXINT64, -1, readable);
  properties[PROP_SHOWS_FLOWS] = g_param_spec_boolean ("shows-flows", NULL, NULL, FALSE, writable);
  properties[PROP_FIRST_MARK_NS] =
    g_param_spec_int64 ("first-mark-ns", NULL, NULL, -1, G_MAXINT64, -1, readable);
  properties[PROP_SECOND_MARK_NS] =
    g_param_spec_int64 ("second-mark-ns", NULL, NULL, -1, G_MAXINT64, -1, readable);

  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_time_axis_init (IlvTimeAxis *self)
{
  self->end_ns = 1;
  self->limit_ns = 1;
  self->cursor_ns = -1;
  self->selected_side = -1;
  self->selected_gap_ns = -1;
  for (guint i = 0; i < ILV_N_TIME_MARKS; i++)
    self->marks_ns[i] = -1;
}

IlvTimeAxis *
ilv_time_axis_new (void)
{
  return g_object_new (ILV_TYPE_TIME_AXIS, NULL);
}

double
ilv_time_axis_get_start_ns (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), 0);

  return self->start_ns;
}

double
ilv_time_axis_get_end_ns (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), 1);

  return self->end_ns;
}

gint64
ilv_time_axis_get_limit_ns (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), 1);

  return self->limit_ns;
}

void
ilv_time_axis_set_limit_ns (IlvTimeAxis *self, gint64 limit_ns)
{
  gboolean showed_all;

  g_return_if_fail (ILV_IS_TIME_AXIS (self));
  g_return_if_fail (limit_ns >= 1);

  if (limit_ns == self->limit_ns)
    return;

  showed_all = ilv_time_axis_shows_all (self);

  g_object_freeze_notify (G_OBJECT (self));
  self->limit_ns = limit_ns;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LIMIT_NS]);
  if (showed_all)
    ilv_time_axis_show_all (self);
  else
    ilv_time_axis_set_range (self, self->start_ns, self->end_ns);
  ilv_time_axis_set_marks (self, self->marks_ns[0], self->marks_ns[1]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ilv_time_axis_set_range (IlvTimeAxis *self, double start_ns, double end_ns)
{
  double range, min_range;

  g_return_if_fail (ILV_IS_TIME_AXIS (self));
  g_return_if_fail (isfinite (start_ns) && isfinite (end_ns) && start_ns <= end_ns);

  range = end_ns - start_ns;
  min_range = get_min_range (self);
  /* Zooming in and out again shows everything again, not a rounding error less. */
  if (range >= self->limit_ns - 0.5)
    {
      change_range (self, 0, self->limit_ns);
      return;
    }

  /* What is too narrow grows to both sides. */
  if (range < min_range)
    {
      start_ns -= (min_range - range) / 2;
      range = min_range;
    }

  start_ns = CLAMP (start_ns, 0, self->limit_ns - range);
  change_range (self, start_ns, MIN (start_ns + range, (double) self->limit_ns));
}

void
ilv_time_axis_zoom (IlvTimeAxis *self, double factor, double anchor_ns)
{
  double range, new_range, share;

  g_return_if_fail (ILV_IS_TIME_AXIS (self));
  g_return_if_fail (isfinite (factor) && factor > 0);
  g_return_if_fail (isfinite (anchor_ns));

  range = self->end_ns - self->start_ns;
  new_range = CLAMP (range / factor, get_min_range (self), (double) self->limit_ns);
  share = (anchor_ns - self->start_ns) / range;
  anchor_ns -= share * new_range;
  ilv_time_axis_set_range (self, anchor_ns, anchor_ns + new_range);
}

void
ilv_time_axis_pan (IlvTimeAxis *self, double delta_ns)
{
  double range;

  g_return_if_fail (ILV_IS_TIME_AXIS (self));
  g_return_if_fail (isfinite (delta_ns));

  /* Cut before adding, so that the range does not shrink by rounding at the far end. */
  range = self->end_ns - self->start_ns;
  delta_ns = CLAMP (delta_ns, -self->start_ns, self->limit_ns - range - self->start_ns);
  ilv_time_axis_set_range (self, self->start_ns + delta_ns, self->start_ns + delta_ns + range);
}

void
ilv_time_axis_show_all (IlvTimeAxis *self)
{
  g_return_if_fail (ILV_IS_TIME_AXIS (self));

  change_range (self, 0, self->limit_ns);
}

gboolean
ilv_time_axis_shows_all (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), TRUE);

  return self->start_ns <= 0 && self->end_ns >= (double) self->limit_ns;
}

void
ilv_time_axis_reveal (IlvTimeAxis *self, double time_ns)
{
  g_return_if_fail (ILV_IS_TIME_AXIS (self));
  g_return_if_fail (isfinite (time_ns));

  if (time_ns < self->start_ns)
    ilv_time_axis_pan (self, time_ns - self->start_ns);
  else if (time_ns > self->end_ns)
    ilv_time_axis_pan (self, time_ns - self->end_ns);
}

gint64
ilv_time_axis_get_cursor_ns (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), -1);

  return self->cursor_ns;
}

void
ilv_time_axis_set_cursor_ns (IlvTimeAxis *self, gint64 cursor_ns)
{
  g_return_if_fail (ILV_IS_TIME_AXIS (self));

  cursor_ns = MAX (cursor_ns, -1);
  if (cursor_ns == self->cursor_ns)
    return;

  self->cursor_ns = cursor_ns;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CURSOR_NS]);
}

static void
change_selection (IlvTimeAxis *self, int side, guint span, guint gap_lane, gint64 gap_ns)
{
  gboolean side_changed = side != self->selected_side;
  gboolean span_changed = span != self->selected_span;
  gboolean gap_changed =
    gap_ns != self->selected_gap_ns || gap_lane != self->selected_gap_lane;

  self->selected_side = side;
  self->selected_span = span;
  self->selected_gap_lane = gap_lane;
  self->selected_gap_ns = gap_ns;

  g_object_freeze_notify (G_OBJECT (self));
  if (side_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_SIDE]);
  if (span_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_SPAN]);
  if (gap_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED_GAP_NS]);
  g_object_thaw_notify (G_OBJECT (self));
}

void
ilv_time_axis_select (IlvTimeAxis *self, int side, guint span)
{
  g_return_if_fail (ILV_IS_TIME_AXIS (self));
  g_return_if_fail (side >= -1 && side <= 1);

  change_selection (self, side, side == -1 ? 0 : span, 0, -1);
}

void
ilv_time_axis_select_gap (IlvTimeAxis *self, int side, guint lane, gint64 time_ns)
{
  g_return_if_fail (ILV_IS_TIME_AXIS (self));
  g_return_if_fail (side == 0 || side == 1);
  g_return_if_fail (time_ns >= 0);

  change_selection (self, side, ILV_TIME_AXIS_NO_SPAN, lane, time_ns);
}

gint64
ilv_time_axis_get_selected_gap_ns (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), -1);

  return self->selected_gap_ns;
}

guint
ilv_time_axis_get_selected_gap_lane (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), 0);

  return self->selected_gap_lane;
}

int
ilv_time_axis_get_selected_side (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), -1);

  return self->selected_side;
}

guint
ilv_time_axis_get_selected_span (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), 0);

  return self->selected_span;
}

gboolean
ilv_time_axis_get_shows_flows (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), FALSE);

  return self->shows_flows;
}

void
ilv_time_axis_set_shows_flows (IlvTimeAxis *self, gboolean shows_flows)
{
  g_return_if_fail (ILV_IS_TIME_AXIS (self));

  shows_flows = !!shows_flows;
  if (shows_flows == self->shows_flows)
    return;

  self->shows_flows = shows_flows;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOWS_FLOWS]);
}

void
ilv_time_axis_set_marks (IlvTimeAxis *self, gint64 first_ns, gint64 second_ns)
{
  const gint64 marks_ns[] = { first_ns, second_ns };

  g_return_if_fail (ILV_IS_TIME_AXIS (self));

  g_object_freeze_notify (G_OBJECT (self));
  for (guint i = 0; i < ILV_N_TIME_MARKS; i++)
    {
      gint64 mark_ns = CLAMP (marks_ns[i], -1, self->limit_ns);

      if (mark_ns == self->marks_ns[i])
        continue;
      self->marks_ns[i] = mark_ns;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIRST_MARK_NS + i]);
    }
  g_object_thaw_notify (G_OBJECT (self));
}

void
ilv_time_axis_set_mark (IlvTimeAxis *self, guint mark, gint64 time_ns)
{
  g_return_if_fail (ILV_IS_TIME_AXIS (self));
  g_return_if_fail (mark < ILV_N_TIME_MARKS);

  if (mark == 0)
    ilv_time_axis_set_marks (self, time_ns, self->marks_ns[1]);
  else
    ilv_time_axis_set_marks (self, self->marks_ns[0], time_ns);
}

gint64
ilv_time_axis_get_mark_ns (IlvTimeAxis *self, guint mark)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), -1);
  g_return_val_if_fail (mark < ILV_N_TIME_MARKS, -1);

  return self->marks_ns[mark];
}

gboolean
ilv_time_axis_has_marks (IlvTimeAxis *self)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), FALSE);

  return self->marks_ns[0] >= 0 || self->marks_ns[1] >= 0;
}

gboolean
ilv_time_axis_get_marked (IlvTimeAxis *self, gint64 *from_ns, gint64 *to_ns)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), FALSE);

  *from_ns = MIN (self->marks_ns[0], self->marks_ns[1]);
  *to_ns = MAX (self->marks_ns[0], self->marks_ns[1]);

  return *from_ns >= 0 && *from_ns < *to_ns;
}

void
ilv_time_axis_show_marked (IlvTimeAxis *self)
{
  gint64 from_ns, to_ns;

  g_return_if_fail (ILV_IS_TIME_AXIS (self));

  if (ilv_time_axis_get_marked (self, &from_ns, &to_ns))
    ilv_time_axis_set_range (self, from_ns, to_ns);
}

double
ilv_time_axis_to_x (IlvTimeAxis *self, double time_ns, double width)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), 0);

  return (time_ns - self->start_ns) / (self->end_ns - self->start_ns) * width;
}

double
ilv_time_axis_from_x (IlvTimeAxis *self, double x, double width)
{
  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), 0);
  g_return_val_if_fail (width > 0, self->start_ns);

  return self->start_ns + x / width * (self->end_ns - self->start_ns);
}

gint64
ilv_time_axis_get_tick_ns (IlvTimeAxis *self, double width, double min_pixels)
{
  static const gint64 steps[] = { 1, 2, 5 };
  const gint64 largest = G_GINT64_CONSTANT (1000000000000000000);
  double min_ns;

  g_return_val_if_fail (ILV_IS_TIME_AXIS (self), 1);
  g_return_val_if_fail (min_pixels > 0, 1);

  if (width <= 0)
    return largest;

  min_ns = min_pixels / width * (self->end_ns - self->start_ns);
  for (gint64 power = 1; power < largest; power *= 10)
    for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
      if ((double) (power * steps[i]) >= min_ns)
        return power * steps[i];

  return largest;
}

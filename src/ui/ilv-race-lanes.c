/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-lanes.h"

#include <glib/gi18n.h>

#include "ilv-in-flight.h"
#include "ilv-summary.h"

/* Room behind the end of the longest run, as a factor. */
#define AXIS_MARGIN 1.04

struct _IlvRaceLanes
{
  GObject parent_instance;

  GPtrArray *lanes; /* of IlvRaceLane */
  IlvTimeAxis *axis;
};

G_DEFINE_FINAL_TYPE (IlvRaceLanes, ilv_race_lanes, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
lane_free (gpointer data)
{
  IlvRaceLane *lane = data;

  g_free (lane->title);
  g_clear_object (&lane->trace);
  g_clear_pointer (&lane->requests, g_array_unref);
  g_free (lane);
}

static IlvRaceLane *
get_lane (IlvRaceLanes *self, guint index)
{
  return g_ptr_array_index (self->lanes, index);
}

static void
change (IlvRaceLanes *self)
{
  ilv_time_axis_set_limit_ns (self->axis, MAX (ilv_race_lanes_get_end_ns (self) * AXIS_MARGIN, 1));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
ilv_race_lanes_dispose (GObject *object)
{
  IlvRaceLanes *self = ILV_RACE_LANES (object);

  g_ptr_array_set_size (self->lanes, 0);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (ilv_race_lanes_parent_class)->dispose (object);
}

static void
ilv_race_lanes_finalize (GObject *object)
{
  g_ptr_array_unref (ILV_RACE_LANES (object)->lanes);

  G_OBJECT_CLASS (ilv_race_lanes_parent_class)->finalize (object);
}

static void
ilv_race_lanes_class_init (IlvRaceLanesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ilv_race_lanes_dispose;
  object_class->finalize = ilv_race_lanes_finalize;

  /**
   * IlvRaceLanes::changed:
   *
   * There are other runs, or there is something new of one.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_race_lanes_init (IlvRaceLanes *self)
{
  self->lanes = g_ptr_array_new_with_free_func (lane_free);
  self->axis = ilv_time_axis_new ();
}

IlvRaceLanes *
ilv_race_lanes_new (void)
{
  return g_object_new (ILV_TYPE_RACE_LANES, NULL);
}

void
ilv_race_lanes_set_titles (IlvRaceLanes *self, const char *const *titles)
{
  g_return_if_fail (ILV_IS_RACE_LANES (self));
  g_return_if_fail (titles != NULL);

  g_ptr_array_set_size (self->lanes, 0);
  for (guint i = 0; titles[i] != NULL; i++)
    {
      IlvRaceLane *lane = g_new0 (IlvRaceLane, 1);

      lane->title = g_strdup (titles[i]);
      g_ptr_array_add (self->lanes, lane);
    }
  ilv_time_axis_show_all (self->axis);
  change (self);
}

void
ilv_race_lanes_set_trace (IlvRaceLanes *self, guint run, IlvTrace *trace)
{
  IlvRaceLane *lane;

  g_return_if_fail (ILV_IS_RACE_LANES (self));
  g_return_if_fail (run < self->lanes->len);

  lane = get_lane (self, run);
  if (!g_set_object (&lane->trace, trace))
    return;
  g_clear_pointer (&lane->requests, g_array_unref);
  lane->most = 0;
  if (trace != NULL)
    {
      lane->requests = ilv_in_flight_find (trace);
      lane->most = ilv_in_flight_get_most (lane->requests);
    }
  change (self);
}

guint
ilv_race_lanes_get_n_lanes (IlvRaceLanes *self)
{
  g_return_val_if_fail (ILV_IS_RACE_LANES (self), 0);

  return self->lanes->len;
}

const IlvRaceLane *
ilv_race_lanes_get_lane (IlvRaceLanes *self, guint run)
{
  g_return_val_if_fail (ILV_IS_RACE_LANES (self), NULL);
  g_return_val_if_fail (run < self->lanes->len, NULL);

  return get_lane (self, run);
}

gboolean
ilv_race_lanes_has_traces (IlvRaceLanes *self)
{
  g_return_val_if_fail (ILV_IS_RACE_LANES (self), FALSE);

  for (guint i = 0; i < self->lanes->len; i++)
    if (get_lane (self, i)->trace != NULL)
      return TRUE;
  return FALSE;
}

gboolean
ilv_race_lanes_is_live (IlvRaceLanes *self)
{
  g_return_val_if_fail (ILV_IS_RACE_LANES (self), FALSE);

  for (guint i = 0; i < self->lanes->len; i++)
    if (get_lane (self, i)->trace != NULL && ilv_trace_is_live (get_lane (self, i)->trace))
      return TRUE;
  return FALSE;
}

guint
ilv_race_lanes_get_most (IlvRaceLanes *self)
{
  guint most = 1;

  g_return_val_if_fail (ILV_IS_RACE_LANES (self), 1);

  for (guint i = 0; i < self->lanes->len; i++)
    most = MAX (most, get_lane (self, i)->most);
  return most;
}

gint64
ilv_race_lanes_get_end_ns (IlvRaceLanes *self)
{
  gint64 end_ns = 0;

  g_return_val_if_fail (ILV_IS_RACE_LANES (self), 0);

  for (guint i = 0; i < self->lanes->len; i++)
    if (get_lane (self, i)->trace != NULL)
      end_ns = MAX (end_ns, ilv_trace_get_duration_ns (get_lane (self, i)->trace));
  return end_ns;
}

IlvTimeAxis *
ilv_race_lanes_get_axis (IlvRaceLanes *self)
{
  g_return_val_if_fail (ILV_IS_RACE_LANES (self), NULL);

  return self->axis;
}

GArray *
ilv_race_lanes_get_racers (IlvRaceLanes *self)
{
  GArray *racers = g_array_new (FALSE, FALSE, sizeof (IlvRacer));

  g_return_val_if_fail (ILV_IS_RACE_LANES (self), racers);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      const IlvRacer racer = { .title = get_lane (self, i)->title, .trace = get_lane (self, i)->trace };

      g_array_append_val (racers, racer);
    }
  return racers;
}

char *
ilv_race_lanes_describe_lane (IlvRaceLanes *self, guint run)
{
  const IlvRaceLane *lane;
  g_autofree char *duration = NULL;

  g_return_val_if_fail (ILV_IS_RACE_LANES (self), NULL);
  g_return_val_if_fail (run < self->lanes->len, NULL);

  lane = get_lane (self, run);
  if (lane->trace == NULL)
    /* Translators: of a run that has not begun. */
    return g_strdup (_ ("not run yet"));
  duration = ilv_summary_format_duration (ilv_trace_get_duration_ns (lane->trace));
  /* Translators: a length of time, and how many requests were under way at one moment. */
  return g_strdup_printf (ngettext ("%s · %u at once", "%s · %u at once", lane->most), duration,
                          lane->most);
}

char *
ilv_race_lanes_describe (IlvRaceLanes *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (ILV_IS_RACE_LANES (self), NULL);

  for (guint i = 0; i < self->lanes->len; i++)
    {
      g_autofree char *figures = ilv_race_lanes_describe_lane (self, i);

      g_string_append_printf (text, "%s%s: %s", i > 0 ? "\n" : "", get_lane (self, i)->title,
                              figures);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Measuring between two marks by keys. */

#include "ilv-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-moment-text.h"

static const IlvSpan *
get_selected (IlvTimeline *self)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self);

  return ilv_span_place_get_span (view->selected, view->index);
}

/* The edge of the selected span, else where the replay is, else where the picture begins or ends. */
static gint64
find_moment (IlvTimeline *self, guint mark)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self);
  const IlvSpan *span = get_selected (self);

  if (span != NULL)
    return mark == 0 ? span->start_ns : span->end_ns;
  if (view->playhead != NULL)
    return ilv_playhead_get_position_ns (view->playhead);

  return (gint64) (mark == 0 ? ilv_time_axis_get_start_ns (view->axis)
                             : ilv_time_axis_get_end_ns (view->axis));
}

/* What is between two marks is told by who knows the figures; that one was put is told here. */
static void
put_mark (IlvTimeline *self, guint mark)
{
  IlvTimeAxis *axis = ilv_timeline_get_axis (self);
  g_autofree char *moment = NULL;
  g_autofree char *text = NULL;
  gint64 from_ns, to_ns;

  ilv_time_axis_set_mark (axis, mark, find_moment (self, mark));
  if (ilv_time_axis_get_marked (axis, &from_ns, &to_ns))
    return;

  moment = ilv_moment_text_format (ilv_time_axis_get_mark_ns (axis, mark));
  /* Translators: spoken; one measures from this moment, or up to it. */
  text = g_strdup_printf (_ ("Mark at %s"), moment);
  ilv_compat_announce (GTK_WIDGET (self), text);
}

static void
mark_start (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  put_mark (ILV_TIMELINE (widget), 0);
}

static void
mark_end (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  put_mark (ILV_TIMELINE (widget), 1);
}

static void
measure_span (GtkWidget *widget,
              G_GNUC_UNUSED const char *action,
              G_GNUC_UNUSED GVariant *parameter)
{
  IlvTimeline *self = ILV_TIMELINE (widget);
  const IlvSpan *span = get_selected (self);

  if (span != NULL)
    ilv_time_axis_set_marks (ilv_timeline_get_axis (self), span->start_ns, span->end_ns);
}

static void
zoom_range (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  ilv_time_axis_show_marked (ilv_timeline_get_axis (ILV_TIMELINE (widget)));
}

void
ilv_timeline_install_measure_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    GtkWidgetActionActivateFunc activate;
    guint key;
  } actions[] = {
    { "timeline.mark-start", mark_start, GDK_KEY_bracketleft },
    { "timeline.mark-end", mark_end, GDK_KEY_bracketright },
    { "timeline.measure-span", measure_span, GDK_KEY_m },
    { "timeline.zoom-range", zoom_range, GDK_KEY_z },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].activate);
      gtk_widget_class_add_binding_action (widget_class, actions[i].key, 0, actions[i].name, NULL);
    }
}

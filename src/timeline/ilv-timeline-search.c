/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Going to the next time that a task runs, waits or is blocked. */

#include "ilv-timeline-private.h"

#include <glib/gi18n-lib.h>

#include "ilv-compat.h"
#include "ilv-span-search.h"

/* So many spans are looked at in one turn of the main loop, which takes less than a millisecond. */
#define SPANS_A_TURN 100000

struct _IlvTimelineSearch
{
  IlvTimeline *timeline; /* not owned: it owns this */

  IlvTrace *trace; /* what is searched, or NULL */
  IlvSpanSearch search;
  guint turn;
};

static IlvTrace *
get_trace (IlvTimelineSearch *self)
{
  const IlvTimelineView *view = ilv_timeline_get_view (self->timeline);

  return view->index != NULL ? ilv_lane_index_get_trace (view->index) : NULL;
}

static void
stop (IlvTimelineSearch *self)
{
  g_clear_handle_id (&self->turn, g_source_remove);
  g_clear_object (&self->trace);
}

static void
tell_nothing (IlvTimelineSearch *self)
{
  /* Translators: %s is “running”, “waiting” or “blocked”. */
  const char *format = self->search.forward ? _ ("At no later time is the task %s")
                                            : _ ("At no earlier time is the task %s");
  g_autofree char *text = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  text = g_strdup_printf (format, ilv_state_get_label (self->search.state));
#pragma GCC diagnostic pop
  gtk_widget_error_bell (GTK_WIDGET (self->timeline));
  ilv_compat_announce (GTK_WIDGET (self->timeline), text);
}

/* What is found of a trace that is no longer shown is of no use. */
static void
finish (IlvTimelineSearch *self)
{
  if (self->trace == get_trace (self))
    {
      if (self->search.found >= 0)
        ilv_timeline_go_to_span (self->timeline, (guint) self->search.found);
      else
        tell_nothing (self);
    }
  stop (self);
}

static gboolean
on_turn (gpointer data)
{
  IlvTimelineSearch *self = data;

  if (!ilv_span_search_go_on (&self->search, SPANS_A_TURN))
    return G_SOURCE_CONTINUE;

  self->turn = 0;
  finish (self);
  return G_SOURCE_REMOVE;
}

/* From the selected span on, of its task; else of any task, from the edge of what can be seen. */
static void
begin (IlvTimelineSearch *self, IlvState state, gboolean forward)
{
  IlvTimeAxis *axis = ilv_timeline_get_axis (self->timeline);
  gsize selected = ilv_time_axis_get_selected_span (axis);
  const IlvSpan *spans;
  gsize n_spans, from;

  spans = ilv_trace_get_spans (self->trace, &n_spans);
  if (ilv_time_axis_get_selected_side (axis) == ilv_timeline_get_side (self->timeline) &&
      selected < n_spans)
    {
      ilv_span_search_init (&self->search, self->trace, forward ? selected + 1 : selected, forward,
                            spans[selected].task, state);
      return;
    }

  from = ilv_span_search_find_start (self->trace,
                                     (gint64) (forward ? ilv_time_axis_get_start_ns (axis)
                                                       : ilv_time_axis_get_end_ns (axis)));
  ilv_span_search_init (&self->search, self->trace, from, forward, ILV_SPAN_SEARCH_ANY_TASK, state);
}

/* Most often it is found at once. */
static void
search (IlvTimelineSearch *self, IlvState state, gboolean forward)
{
  stop (self);
  if (get_trace (self) == NULL)
    return;

  self->trace = g_object_ref (get_trace (self));
  begin (self, state, forward);
  if (ilv_span_search_go_on (&self->search, SPANS_A_TURN))
    finish (self);
  else
    self->turn = g_idle_add (on_turn, self);
}

static const struct
{
  const char *name;
  IlvState state;
  gboolean forward;
  guint key;
} all_actions[] = {
  { "timeline.next-running", ILV_STATE_RUNNING, TRUE, GDK_KEY_r },
  { "timeline.next-waiting", ILV_STATE_WAITING, TRUE, GDK_KEY_w },
  { "timeline.next-blocked", ILV_STATE_BLOCKED, TRUE, GDK_KEY_b },
  { "timeline.previous-running", ILV_STATE_RUNNING, FALSE, GDK_KEY_r },
  { "timeline.previous-waiting", ILV_STATE_WAITING, FALSE, GDK_KEY_w },
  { "timeline.previous-blocked", ILV_STATE_BLOCKED, FALSE, GDK_KEY_b },
};

static void
activate (GtkWidget *widget, const char *name, G_GNUC_UNUSED GVariant *parameter)
{
  IlvTimelineSearch *self = ilv_timeline_get_search (ILV_TIMELINE (widget));

  for (guint i = 0; i < G_N_ELEMENTS (all_actions); i++)
    if (g_str_equal (name, all_actions[i].name))
      search (self, all_actions[i].state, all_actions[i].forward);
}

IlvTimelineSearch *
ilv_timeline_search_new (IlvTimeline *timeline)
{
  IlvTimelineSearch *self = g_new0 (IlvTimelineSearch, 1);

  self->timeline = timeline;

  return self;
}

void
ilv_timeline_search_free (IlvTimelineSearch *self)
{
  stop (self);
  g_free (self);
}

void
ilv_timeline_install_search_actions (GtkWidgetClass *widget_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_actions); i++)
    {
      gtk_widget_class_install_action (widget_class, all_actions[i].name, NULL, activate);
      gtk_widget_class_add_binding_action (widget_class, all_actions[i].key,
                                           all_actions[i].forward ? 0 : GDK_SHIFT_MASK,
                                           all_actions[i].name, NULL);
    }
}

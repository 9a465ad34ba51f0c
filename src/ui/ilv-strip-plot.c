/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-strip-plot.h"

#include <glib/gi18n.h>

#include "ilv-mark.h"
#include "ilv-strategy.h"
#include "ilv-summary.h"
#include "ilv-timeline-theme.h"

#define DOT_RADIUS 5
#define RING_RADIUS 8
#define STRIP_HEIGHT 34
#define ROW_GAP 8
#define TEXT_GAP 3
#define MIN_WIDTH 160

/* How far from a dot a pointer may be. */
#define REACH 14

/* Dots of equal times stand beside each other: their rows are so far apart, and there are so many. */
#define JITTER 7
#define N_JITTERS 3

struct _IlvStripPlot
{
  GtkWidget parent_instance;

  IlvRunHistory *history;
  IlvSpread spreads[ILV_N_SIDES];
  gint64 least_ns; /* of the scale */
  gint64 most_ns;
  IlvSide side; /* along which the keys go */
  IlvTimelineTheme theme;
};

G_DEFINE_FINAL_TYPE (IlvStripPlot, ilv_strip_plot, GTK_TYPE_WIDGET)

static int
measure_text (IlvStripPlot *self)
{
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), "0");
  int height;

  pango_layout_get_pixel_size (text, NULL, &height);
  return height;
}

static double
get_scale (IlvStripPlot *self)
{
  return ilv_mark_get_scale (GTK_WIDGET (self));
}

static double
get_strip_height (IlvStripPlot *self)
{
  return STRIP_HEIGHT * get_scale (self);
}

/* The top of a side's strip. */
static double
get_strip_y (IlvStripPlot *self, IlvSide side)
{
  double head = measure_text (self) + TEXT_GAP;

  return head + side * (head + get_strip_height (self) + ROW_GAP);
}

static double
get_x (IlvStripPlot *self, gint64 time_ns)
{
  double margin = RING_RADIUS * get_scale (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * margin;

  if (self->most_ns == self->least_ns)
    return margin + width / 2;
  return margin + (double) (time_ns - self->least_ns) / (self->most_ns - self->least_ns) * width;
}

/* (transfer none): those of which there are dots come one after the other, the newest first. */
static IlvPastRun *
get_run (IlvStripPlot *self, guint position)
{
  g_autoptr (IlvPastRun) run = g_list_model_get_item (G_LIST_MODEL (self->history), position);

  return run;
}

static gboolean
has_dot (IlvStripPlot *self, IlvPastRun *run)
{
  return run != NULL && ilv_run_history_is_like_newest (self->history, run);
}

static IlvPastRun *
find_at (IlvStripPlot *self, double x, double y, IlvSide *side)
{
  double least = REACH * get_scale (self);
  IlvPastRun *nearest = NULL;
  guint n_runs = g_list_model_get_n_items (G_LIST_MODEL (self->history));

  for (guint i = 0; i < n_runs * ILV_N_SIDES; i++)
    {
      IlvPastRun *run = get_run (self, i / ILV_N_SIDES);
      graphene_point_t point;
      float distance;

      if (!ilv_strip_plot_locate (self, run, i % ILV_N_SIDES, &point))
        continue;
      distance = graphene_point_distance (&point, &GRAPHENE_POINT_INIT (x, y), NULL, NULL);
      if (distance >= least)
        continue;
      least = distance;
      nearest = run;
      *side = i % ILV_N_SIDES;
    }
  return nearest;
}

/* (nullable): the run whose time on that side comes next to @run's, before or after it; runs of equal
 * times are in the order of their numbers. */
static IlvPastRun *
find_next (IlvStripPlot *self, IlvPastRun *run, int direction)
{
  gint64 time_ns = ilv_past_run_get_duration_ns (run, self->side);
  IlvPastRun *next = NULL;
  gint64 least = G_MAXINT64;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->history)); i++)
    {
      IlvPastRun *other = get_run (self, i);
      gint64 distance_ns = (ilv_past_run_get_duration_ns (other, self->side) - time_ns) * direction;
      int order = ((int) ilv_past_run_get_number (other) - (int) ilv_past_run_get_number (run)) * direction;

      if (!has_dot (self, other) || distance_ns < 0 || (distance_ns == 0 && order <= 0))
        continue;
      if (distance_ns < least || (distance_ns == least && next != NULL
                                  && ((int) ilv_past_run_get_number (other)
                                      - (int) ilv_past_run_get_number (next)) * direction < 0))
        {
          least = distance_ns;
          next = other;
        }
    }
  return next;
}

static void
show_run (IlvStripPlot *self, IlvPastRun *run)
{
  if (run != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "comparison.show-run", "u",
                                ilv_past_run_get_number (run));
}

static gboolean
on_key (IlvStripPlot *self, guint key)
{
  IlvPastRun *shown = ilv_run_history_find (self->history, ilv_run_history_get_shown (self->history));

  if (!has_dot (self, shown))
    shown = get_run (self, 0);
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      show_run (self, find_next (self, shown, -1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      show_run (self, find_next (self, shown, 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      self->side = key == GDK_KEY_Up || key == GDK_KEY_KP_Up ? ILV_SIDE_LEFT : ILV_SIDE_RIGHT;
      gtk_widget_queue_draw (GTK_WIDGET (self));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
on_pressed (IlvStripPlot *self, int n_press G_GNUC_UNUSED, double x, double y)
{
  IlvPastRun *run = find_at (self, x, y, &self->side);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  show_run (self, run);
}

static gboolean
ilv_strip_plot_query_tooltip (
  GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  IlvStripPlot *self = ILV_STRIP_PLOT (widget);
  g_autofree char *name = NULL;
  IlvPastRun *run;
  IlvSide side;

  run = keyboard ? ilv_run_history_find (self->history, ilv_run_history_get_shown (self->history))
                 : find_at (self, x, y, &side);
  if (!has_dot (self, run))
    return FALSE;
  name = ilv_past_run_describe (run);
  gtk_tooltip_set_text (tooltip, name);
  return TRUE;
}

static const char *
get_strategy_title (IlvPastRun *run, IlvSide side)
{
  const char *id = ilv_trace_get_info (ilv_past_run_get_trace (run, side))->strategy;
  IlvStrategy strategy;

  return ilv_strategy_from_string (id, &strategy) ? ilv_strategy_get_title (strategy) : id;
}

static void
snapshot_head (IlvStripPlot *self, GtkSnapshot *snapshot, IlvSide side)
{
  const char *title = get_strategy_title (get_run (self, 0), side);
  g_autofree char *label
    = g_strdup_printf (side == ILV_SIDE_LEFT ? _ ("Left side: %s") : _ ("Right side: %s"), title);
  g_autoptr (PangoLayout) text = ilv_mark_create_text (GTK_WIDGET (self), label);

  pango_layout_set_width (text, gtk_widget_get_width (GTK_WIDGET (self)) * PANGO_SCALE);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  ilv_mark_append_text (snapshot, text, 0, get_strip_y (self, side) - measure_text (self) - TEXT_GAP,
                        &self->theme.dim);
}

static void
snapshot_dots (IlvStripPlot *self, GtkSnapshot *snapshot, IlvSide side)
{
  guint n_runs = g_list_model_get_n_items (G_LIST_MODEL (self->history));
  double scale = get_scale (self);

  for (guint i = 0; i < n_runs; i++)
    {
      IlvPastRun *run = get_run (self, i);
      double ring = RING_RADIUS * scale;
      graphene_point_t point;

      if (!ilv_strip_plot_locate (self, run, side, &point))
        continue;
      if (ilv_past_run_get_number (run) == ilv_run_history_get_shown (self->history))
        ilv_mark_append_box (snapshot,
                             &GRAPHENE_RECT_INIT (point.x - ring, point.y - ring, 2 * ring, 2 * ring), ring,
                             &self->theme.plate, &self->theme.text);
      /* The colours belong to the tasks. */
      ilv_mark_append_knob (snapshot, point.x, point.y, DOT_RADIUS * scale, &self->theme.text);
    }
}

static void
snapshot_side (IlvStripPlot *self, GtkSnapshot *snapshot, IlvSide side)
{
  const IlvSpread *spread = &self->spreads[side];
  double width = gtk_widget_get_width (GTK_WIDGET (self));
  double y = get_strip_y (self, side), height = get_strip_height (self);
  double lower = get_x (self, spread->lower_ns), upper = get_x (self, spread->upper_ns);
  GskRoundedRect strip;

  snapshot_head (self, snapshot, side);
  gsk_rounded_rect_init_from_rect (&strip, &GRAPHENE_RECT_INIT (0, y, width, height), 4);
  gtk_snapshot_push_rounded_clip (snapshot, &strip);
  gtk_snapshot_append_color (snapshot, &self->theme.track, &strip.bounds);
  if (ilv_spread_has_quartiles (spread))
    gtk_snapshot_append_color (snapshot, &self->theme.grid,
                               &GRAPHENE_RECT_INIT (lower, y, upper - lower, height));
  gtk_snapshot_pop (snapshot);
  ilv_mark_append_line (snapshot, get_x (self, spread->median_ns), y, y + height, 2, &self->theme.end);
  snapshot_dots (self, snapshot, side);
  if (self->side == side && gtk_widget_has_visible_focus (GTK_WIDGET (self)))
    gtk_snapshot_append_border (snapshot, &strip, (float[4]){ 2, 2, 2, 2 },
                                (GdkRGBA[4]){ self->theme.focus, self->theme.focus, self->theme.focus,
                                              self->theme.focus });
}

/* The ends of the scale. */
static void
snapshot_ruler (IlvStripPlot *self, GtkSnapshot *snapshot)
{
  double y = get_strip_y (self, ILV_SIDE_RIGHT) + get_strip_height (self) + TEXT_GAP;
  g_autofree char *least = ilv_summary_format_duration (self->least_ns);
  g_autofree char *most = ilv_summary_format_duration (self->most_ns);
  g_autoptr (PangoLayout) first = ilv_mark_create_text (GTK_WIDGET (self), least);
  g_autoptr (PangoLayout) last = ilv_mark_create_text (GTK_WIDGET (self), most);
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int last_width;

  pango_layout_get_pixel_size (last, &last_width, NULL);
  ilv_mark_append_text (snapshot, last, width - last_width, y, &self->theme.dim);
  if (self->least_ns < self->most_ns)
    ilv_mark_append_text (snapshot, first, 0, y, &self->theme.dim);
}

static void
ilv_strip_plot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  IlvStripPlot *self = ILV_STRIP_PLOT (widget);

  if (gtk_widget_get_width (widget) <= 0 || self->spreads[ILV_SIDE_LEFT].n_times == 0)
    return;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    snapshot_side (self, snapshot, i);
  snapshot_ruler (self, snapshot);
}

static void
ilv_strip_plot_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size G_GNUC_UNUSED,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline G_GNUC_UNUSED,
                        int *natural_baseline G_GNUC_UNUSED)
{
  IlvStripPlot *self = ILV_STRIP_PLOT (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural = get_strip_y (self, ILV_SIDE_RIGHT) + get_strip_height (self) + TEXT_GAP
                          + measure_text (self);
}

static void
ilv_strip_plot_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (ilv_strip_plot_parent_class)->css_changed (widget, change);

  gtk_widget_queue_resize (widget);
}

static void
on_theme_changed (GtkWidget *widget)
{
  ilv_timeline_theme_load (&ILV_STRIP_PLOT (widget)->theme, widget);
  gtk_widget_queue_draw (widget);
}

static void
ilv_strip_plot_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ilv_strip_plot_parent_class)->root (widget);
  on_theme_changed (widget);
}

static void
on_items_changed (IlvStripPlot *self)
{
  g_autofree char *words = ilv_run_history_describe (self->history);

  gtk_widget_set_visible (GTK_WIDGET (self), words != NULL);
  if (words == NULL)
    return;
  for (guint i = 0; i < ILV_N_SIDES; i++)
    ilv_run_history_get_spread (self->history, i, &self->spreads[i]);
  self->least_ns
    = MIN (self->spreads[ILV_SIDE_LEFT].least_ns, self->spreads[ILV_SIDE_RIGHT].least_ns);
  self->most_ns = MAX (self->spreads[ILV_SIDE_LEFT].most_ns, self->spreads[ILV_SIDE_RIGHT].most_ns);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ilv_strip_plot_dispose (GObject *object)
{
  g_clear_object (&ILV_STRIP_PLOT (object)->history);

  G_OBJECT_CLASS (ilv_strip_plot_parent_class)->dispose (object);
}

static void
ilv_strip_plot_class_init (IlvStripPlotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_strip_plot_dispose;
  widget_class->snapshot = ilv_strip_plot_snapshot;
  widget_class->measure = ilv_strip_plot_measure;
  widget_class->css_changed = ilv_strip_plot_css_changed;
  widget_class->root = ilv_strip_plot_root;
  widget_class->query_tooltip = ilv_strip_plot_query_tooltip;
  gtk_widget_class_set_css_name (widget_class, "stripplot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ilv_strip_plot_init (IlvStripPlot *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 4);
  /* Time runs from left to right in every language. */
  gtk_widget_set_direction (GTK_WIDGET (self), GTK_TEXT_DIR_LTR);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How long each run took"), -1);
  ilv_timeline_theme_watch (GTK_WIDGET (self), on_theme_changed);
}

GtkWidget *
ilv_strip_plot_new (IlvRunHistory *history)
{
  IlvStripPlot *self;

  g_return_val_if_fail (ILV_IS_RUN_HISTORY (history), NULL);

  self = g_object_new (ILV_TYPE_STRIP_PLOT, NULL);
  self->history = g_object_ref (history);
  g_signal_connect_object (history, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::shown", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
  on_items_changed (self);
  return GTK_WIDGET (self);
}

gboolean
ilv_strip_plot_locate (IlvStripPlot *self, IlvPastRun *run, IlvSide side, graphene_point_t *point)
{
  int row;

  g_return_val_if_fail (ILV_IS_STRIP_PLOT (self), FALSE);
  g_return_val_if_fail (side < ILV_N_SIDES, FALSE);
  g_return_val_if_fail (point != NULL, FALSE);

  if (!has_dot (self, run))
    return FALSE;
  row = (int) (ilv_past_run_get_number (run) % N_JITTERS) - N_JITTERS / 2;
  *point = GRAPHENE_POINT_INIT (get_x (self, ilv_past_run_get_duration_ns (run, side)),
                                get_strip_y (self, side) + get_strip_height (self) / 2
                                  + row * JITTER * get_scale (self));
  return TRUE;
}

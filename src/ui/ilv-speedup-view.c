/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-speedup-view.h"

#include <glib/gi18n.h>

#include "ilv-chart.h"
#include "ilv-compat.h"
#include "ilv-wrap-layout.h"

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

struct _IlvSpeedupView
{
  GtkWidget parent_instance;

  IlvSpeedup *speedup;
  GCancellable *cancellable; /* while it runs */
  GSimpleActionGroup *actions;

  GtkAdjustment *tasks;
  GtkAdjustment *work;
  GtkWidget *setup;
  GtkWidget *run_stack;
  GtkWidget *progress;
  GtkWidget *chart;
  GtkWidget *sentence;
  GtkWidget *caution;
};

G_DEFINE_FINAL_TYPE (IlvSpeedupView, ilv_speedup_view, GTK_TYPE_WIDGET)

enum
{
  SERIES_MODEL,
  SERIES_MEASURED,
};

static void
update_actions (IlvSpeedupView *self)
{
  gboolean running = self->cancellable != NULL;
  GActionMap *map = G_ACTION_MAP (self->actions);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "run")), !running);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "stop")), running);
  gtk_stack_set_visible_child_name (GTK_STACK (self->run_stack), running ? "stop" : "run");
  gtk_widget_set_visible (self->progress, running);
  gtk_widget_set_sensitive (self->setup, !running);
}

static void
add_series (IlvSpeedupView *self)
{
  IlvChart *chart = ILV_CHART (self->chart);

  ilv_chart_clear (chart);
  /* Translators: series of a chart. */
  ilv_chart_add_series (chart, _ ("Model"), ILV_CHART_LINE);
  ilv_chart_add_series (chart, _ ("Measured"), ILV_CHART_DOTS);
}

static void
show_points (IlvSpeedupView *self, guint series, const GArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      const IlvSpeedupPoint *point = &g_array_index (points, IlvSpeedupPoint, i);

      ilv_chart_add_point (ILV_CHART (self->chart), series, point->processors, point->speedup);
    }
}

static void
show_all_points (IlvSpeedupView *self)
{
  g_autofree char *sentence = ilv_speedup_view_describe (ilv_speedup_get_modelled (self->speedup),
                                                         ilv_speedup_get_measured (self->speedup));

  show_points (self, SERIES_MODEL, ilv_speedup_get_modelled (self->speedup));
  show_points (self, SERIES_MEASURED, ilv_speedup_get_measured (self->speedup));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 ilv_speedup_get_progress (self->speedup));
  if (sentence != NULL)
    gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
}

/* What the model says is shown before anything is measured, as a prediction should be. */
static void
predict (IlvSpeedupView *self)
{
  add_series (self);
  ilv_speedup_predict (self->speedup, gtk_adjustment_get_value (self->tasks),
                       gtk_adjustment_get_value (self->work) * NS_PER_MS);
  gtk_label_set_label (GTK_LABEL (self->sentence), _ ("Nothing has been measured yet."));
  gtk_widget_set_visible (self->caution, FALSE);
}

static void
on_run (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvSpeedupView) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = ilv_speedup_run_finish (ILV_SPEEDUP (source), result, &error);

  g_clear_object (&self->cancellable);
  if (gtk_widget_get_parent (GTK_WIDGET (self)) == NULL)
    return;

  update_actions (self);
  gtk_widget_set_visible (self->caution, done && ilv_speedup_is_disturbed (self->speedup));
  if (done)
    ilv_compat_announce (GTK_WIDGET (self), gtk_label_get_label (GTK_LABEL (self->sentence)));
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_label_set_label (GTK_LABEL (self->sentence),
                         _ ("Stopped. What had been measured until then is still shown."));
  else
    gtk_label_set_label (GTK_LABEL (self->sentence), error->message);
}

static void
on_run_action (GSimpleAction *action G_GNUC_UNUSED,
               GVariant *parameter G_GNUC_UNUSED,
               gpointer data)
{
  IlvSpeedupView *self = data;

  add_series (self);
  gtk_label_set_label (GTK_LABEL (self->sentence), _ ("Measuring…"));
  gtk_widget_set_visible (self->caution, FALSE);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), 0);
  self->cancellable = g_cancellable_new ();
  ilv_speedup_run_async (self->speedup, gtk_adjustment_get_value (self->tasks),
                         gtk_adjustment_get_value (self->work) * NS_PER_MS, self->cancellable,
                         on_run, g_object_ref (self));
  update_actions (self);
}

static void
on_stop_action (GSimpleAction *action G_GNUC_UNUSED,
                GVariant *parameter G_GNUC_UNUSED,
                gpointer data)
{
  g_cancellable_cancel (ILV_SPEEDUP_VIEW (data)->cancellable);
}

/* A page that is left takes its run with it. */
static void
ilv_speedup_view_unroot (GtkWidget *widget)
{
  g_cancellable_cancel (ILV_SPEEDUP_VIEW (widget)->cancellable);

  GTK_WIDGET_CLASS (ilv_speedup_view_parent_class)->unroot (widget);
}

static void
ilv_speedup_view_dispose (GObject *object)
{
  IlvSpeedupView *self = ILV_SPEEDUP_VIEW (object);
  GtkWidget *child;

  g_cancellable_cancel (self->cancellable);
  if (self->speedup != NULL)
    g_signal_handlers_disconnect_by_data (self->speedup, self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->speedup);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (ilv_speedup_view_parent_class)->dispose (object);
}

static void
ilv_speedup_view_class_init (IlvSpeedupViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_speedup_view_dispose;
  widget_class->unroot = ilv_speedup_view_unroot;

  g_type_ensure (ILV_TYPE_CHART);
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "speedup");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-speedup-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvSpeedupView, tasks);
  gtk_widget_class_bind_template_child (widget_class, IlvSpeedupView, work);
  gtk_widget_class_bind_template_child (widget_class, IlvSpeedupView, setup);
  gtk_widget_class_bind_template_child (widget_class, IlvSpeedupView, run_stack);
  gtk_widget_class_bind_template_child (widget_class, IlvSpeedupView, progress);
  gtk_widget_class_bind_template_child (widget_class, IlvSpeedupView, chart);
  gtk_widget_class_bind_template_child (widget_class, IlvSpeedupView, sentence);
  gtk_widget_class_bind_template_child (widget_class, IlvSpeedupView, caution);
}

static void
ilv_speedup_view_init (IlvSpeedupView *self)
{
  static const GActionEntry entries[] = {
    { .name = "run", .activate = on_run_action },
    { .name = "stop", .activate = on_stop_action },
  };

  self->speedup = ilv_speedup_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "speedup", G_ACTION_GROUP (self->actions));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  ilv_chart_set_labels (ILV_CHART (self->chart), _ ("Processors"), _ ("Speedup"));
  g_signal_connect_swapped (self->tasks, "value-changed", G_CALLBACK (predict), self);
  g_signal_connect_swapped (self->work, "value-changed", G_CALLBACK (predict), self);
  g_signal_connect_swapped (self->speedup, "changed", G_CALLBACK (show_all_points), self);
  predict (self);
  update_actions (self);
}

GtkWidget *
ilv_speedup_view_new (void)
{
  return g_object_new (ILV_TYPE_SPEEDUP_VIEW, NULL);
}

GActionGroup *
ilv_speedup_view_get_actions (IlvSpeedupView *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_VIEW (self), NULL);

  return G_ACTION_GROUP (self->actions);
}

static const IlvSpeedupPoint *
find_point (const GArray *points, guint processors)
{
  for (guint i = 0; i < points->len; i++)
    if (g_array_index (points, IlvSpeedupPoint, i).processors == processors)
      return &g_array_index (points, IlvSpeedupPoint, i);
  return NULL;
}

/* The most processors of which both are known: more are asked of the model than of the machine, but
 * a machine may have a number of them that the model was not asked for. */
static const IlvSpeedupPoint *
find_last_common (const GArray *modelled, const GArray *measured)
{
  for (guint i = measured->len; i > 0; i--)
    {
      const IlvSpeedupPoint *point = &g_array_index (measured, IlvSpeedupPoint, i - 1);

      if (find_point (modelled, point->processors) != NULL)
        return point;
    }
  return NULL;
}

char *
ilv_speedup_view_describe (const GArray *modelled, const GArray *measured)
{
  const IlvSpeedupPoint *point = find_last_common (modelled, measured);

  if (point == NULL)
    return NULL;
  if (point->processors == 1)
    return g_strdup (_ ("One core is measured: it is what the others are compared with."));
  /* Translators: for example “On 2 cores the model says 2.00 times as fast; measured: 1.94.” */
  return g_strdup_printf (
    ngettext ("On %u core the model says %.2f times as fast; measured: %.2f.",
              "On %u cores the model says %.2f times as fast; measured: %.2f.", point->processors),
    point->processors, find_point (modelled, point->processors)->speedup, point->speedup);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-speedup-view.h"

#include <glib/gi18n.h>

#include "ilv-chart.h"
#include "ilv-compat.h"
#include "ilv-wheel.h"
#include "ilv-wrap-layout.h"

struct _IlvSpeedupView
{
  GtkWidget parent_instance;

  IlvSpeedupBench *bench;
  gboolean owns_bench;
  gboolean was_running;

  GtkWidget *tasks;
  GtkWidget *work;
  GtkWidget *setup;
  GtkWidget *run_stack;
  GtkWidget *progress;
  GtkWidget *chart;
  GtkWidget *sentence;
  GtkWidget *caution;
};

G_DEFINE_FINAL_TYPE (IlvSpeedupView, ilv_speedup_view, GTK_TYPE_WIDGET)

static void
on_bench_changed (IlvSpeedupView *self)
{
  gboolean running = ilv_speedup_bench_is_running (self->bench);
  const char *sentence = ilv_speedup_bench_get_sentence (self->bench);

  gtk_stack_set_visible_child_name (GTK_STACK (self->run_stack), running ? "stop" : "run");
  gtk_widget_set_visible (self->progress, running);
  gtk_widget_set_sensitive (self->setup, !running);
  ilv_speedup_bench_fill_chart (self->bench, ILV_CHART (self->chart));
  gtk_progress_bar_set_fraction (
    GTK_PROGRESS_BAR (self->progress),
    running ? ilv_speedup_get_progress (ilv_speedup_bench_get_speedup (self->bench)) : 0);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_widget_set_visible (self->caution, ilv_speedup_bench_is_disturbed (self->bench));
  if (self->was_running && ilv_speedup_bench_has_result (self->bench))
    ilv_compat_announce (GTK_WIDGET (self), sentence);
  self->was_running = running;
}

/* A page that is left takes its run with it. */
static void
ilv_speedup_view_unroot (GtkWidget *widget)
{
  IlvSpeedupView *self = ILV_SPEEDUP_VIEW (widget);

  if (self->owns_bench)
    ilv_speedup_bench_stop (self->bench);

  GTK_WIDGET_CLASS (ilv_speedup_view_parent_class)->unroot (widget);
}

static void
ilv_speedup_view_dispose (GObject *object)
{
  IlvSpeedupView *self = ILV_SPEEDUP_VIEW (object);
  GtkWidget *child;

  if (self->bench != NULL && self->owns_bench)
    ilv_speedup_bench_stop (self->bench);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->bench);

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
  gtk_widget_init_template (GTK_WIDGET (self));
  ilv_wheel_ignore (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

GtkWidget *
ilv_speedup_view_new (void)
{
  g_autoptr (IlvSpeedupBench) bench = ilv_speedup_bench_new ();
  GtkWidget *view = ilv_speedup_view_new_for_bench (bench);

  ILV_SPEEDUP_VIEW (view)->owns_bench = TRUE;
  return view;
}

GtkWidget *
ilv_speedup_view_new_for_bench (IlvSpeedupBench *bench)
{
  IlvSpeedupView *self;

  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (bench), NULL);

  self = g_object_new (ILV_TYPE_SPEEDUP_VIEW, NULL);
  self->bench = g_object_ref (bench);
  gtk_spin_button_set_adjustment (GTK_SPIN_BUTTON (self->tasks), ilv_speedup_bench_get_tasks (bench));
  gtk_spin_button_set_adjustment (GTK_SPIN_BUTTON (self->work), ilv_speedup_bench_get_work (bench));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "speedup",
                                  ilv_speedup_bench_get_actions (bench));
  g_signal_connect_object (bench, "changed", G_CALLBACK (on_bench_changed), self,
                           G_CONNECT_SWAPPED);
  on_bench_changed (self);
  return GTK_WIDGET (self);
}

GActionGroup *
ilv_speedup_view_get_actions (IlvSpeedupView *self)
{
  g_return_val_if_fail (ILV_IS_SPEEDUP_VIEW (self), NULL);

  return ilv_speedup_bench_get_actions (self->bench);
}

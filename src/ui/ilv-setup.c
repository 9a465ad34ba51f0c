/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-setup.h"

#include <glib/gi18n.h>

#include "ilv-wrap-layout.h"

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

struct _IlvSetup
{
  GtkWidget parent_instance;

  IlvWorkload *workload;

  GtkAdjustment *tasks;
  GtkAdjustment *work;
  GtkAdjustment *processors;
  GtkWidget *tasks_row;
  GtkWidget *work_row;
  GtkWidget *processors_spin;
  GtkWidget *groupings;
};

G_DEFINE_FINAL_TYPE (IlvSetup, ilv_setup, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_GROUPING,
  N_PROPERTIES,
};

enum
{
  CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

static void
emit_changed (IlvSetup *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
on_workload_changed (IlvSetup *self)
{
  guint n_tasks = gtk_adjustment_get_value (self->tasks);
  gint64 work_ns = gtk_adjustment_get_value (self->work) * NS_PER_MS;

  g_clear_object (&self->workload);
  self->workload = ilv_workload_new_uniform (n_tasks, work_ns);
  emit_changed (self);
}

static void
on_grouping_selected (IlvSetup *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
}

/* Whether the controls can show the workload as it is. */
static gboolean
can_show (IlvSetup *self, IlvWorkload *workload)
{
  gint64 work_ns;

  if (!ilv_workload_is_uniform (workload)
      || ilv_workload_get_n_tasks (workload) > ILV_SETUP_MAX_TASKS)
    return FALSE;
  work_ns = ilv_workload_get_step (workload, 0, 0)->duration_ns;
  return work_ns % NS_PER_MS == 0
         && work_ns >= gtk_adjustment_get_lower (self->work) * NS_PER_MS
         && work_ns <= gtk_adjustment_get_upper (self->work) * NS_PER_MS;
}

static void
ilv_setup_dispose (GObject *object)
{
  IlvSetup *self = ILV_SETUP (object);
  GtkWidget *child;

  g_clear_object (&self->workload);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_setup_parent_class)->dispose (object);
}

static void
ilv_setup_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_GROUPING:
      g_value_set_uint (value, ilv_setup_get_grouping (ILV_SETUP (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_setup_class_init (IlvSetupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ilv_setup_dispose;
  object_class->get_property = ilv_setup_get_property;

  properties[PROP_GROUPING]
    = g_param_spec_uint ("grouping", NULL, NULL, 0, ILV_GROUPING_TASK, 0,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * IlvSetup::changed:
   *
   * The workload or the number of processors has been changed.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "setup");
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, tasks);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, work);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, processors);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, tasks_row);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, work_row);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, processors_spin);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, groupings);
}

static void
ilv_setup_init (IlvSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_wrap_layout_new (18, 8));
  g_signal_connect_swapped (self->tasks, "value-changed", G_CALLBACK (on_workload_changed), self);
  g_signal_connect_swapped (self->work, "value-changed", G_CALLBACK (on_workload_changed), self);
  g_signal_connect_swapped (self->processors, "value-changed", G_CALLBACK (emit_changed), self);
  g_signal_connect_swapped (self->groupings, "notify::selected", G_CALLBACK (on_grouping_selected),
                            self);
}

void
ilv_setup_set_workload (IlvSetup *self, IlvWorkload *workload)
{
  gboolean shown;

  g_return_if_fail (ILV_IS_SETUP (self));
  g_return_if_fail (ILV_IS_WORKLOAD (workload));

  shown = can_show (self, workload);
  gtk_widget_set_visible (self->tasks_row, shown);
  gtk_widget_set_visible (self->work_row, shown);
  if (shown)
    {
      gtk_adjustment_set_value (self->tasks, ilv_workload_get_n_tasks (workload));
      gtk_adjustment_set_value (self->work,
                                ilv_workload_get_step (workload, 0, 0)->duration_ns / NS_PER_MS);
    }
  g_set_object (&self->workload, workload);
  emit_changed (self);
}

IlvWorkload *
ilv_setup_get_workload (IlvSetup *self)
{
  g_return_val_if_fail (ILV_IS_SETUP (self), NULL);

  return self->workload;
}

guint
ilv_setup_get_processors (IlvSetup *self)
{
  g_return_val_if_fail (ILV_IS_SETUP (self), 1);

  return gtk_adjustment_get_value (self->processors);
}

void
ilv_setup_set_processors (IlvSetup *self, guint processors)
{
  g_return_if_fail (ILV_IS_SETUP (self));

  gtk_adjustment_set_value (self->processors, processors);
}

void
ilv_setup_set_max_processors (IlvSetup *self, guint max_processors)
{
  g_return_if_fail (ILV_IS_SETUP (self));
  g_return_if_fail (max_processors > 0);

  gtk_adjustment_set_upper (self->processors, max_processors);
  /* Moving a limit does not move the value. */
  ilv_setup_set_processors (self, ilv_setup_get_processors (self));
  /* One processor leaves nothing to choose. */
  gtk_widget_set_sensitive (self->processors_spin, max_processors > 1);
}

IlvGrouping
ilv_setup_get_grouping (IlvSetup *self)
{
  g_return_val_if_fail (ILV_IS_SETUP (self), ILV_GROUPING_PROCESSOR);

  return MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->groupings)), ILV_GROUPING_TASK);
}

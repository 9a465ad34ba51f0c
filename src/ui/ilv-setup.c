/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-setup.h"

#include "ilv-compat.h"
#include <glib/gi18n.h>

#include "ilv-wheel.h"
#include "ilv-workload-form.h"
#include "ilv-wrap-layout.h"

#define NS_PER_MS G_GINT64_CONSTANT (1000000)

struct _IlvSetup
{
  GtkWidget parent_instance;

  IlvWorkload *workload;
  IlvWorkloadForm form;
  guint planned_workers; /* 0 for one a processor */
  gboolean has_pool;
  gboolean fixed;
  gboolean filling;

  GtkAdjustment *tasks;
  GtkAdjustment *pages;
  GtkAdjustment *lines;
  GtkAdjustment *customers;
  GtkAdjustment *work;
  GtkAdjustment *processors;
  GtkAdjustment *workers;
  GtkWidget *tasks_row;
  GtkWidget *pages_row;
  GtkWidget *lines_row;
  GtkWidget *customers_row;
  GtkWidget *work_row;
  GtkWidget *processors_label;
  GtkWidget *processors_spin;
  GtkWidget *workers_row;
  IlvSliceControl *slice;
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

/* The adjustment of how many tasks there are, which is one for each form. */
static GtkAdjustment *
get_count (IlvSetup *self)
{
  switch (self->form.kind)
    {
    case ILV_WORKLOAD_FORM_LINES:
      return self->customers;
    case ILV_WORKLOAD_FORM_PAGES:
      return self->pages;
    default:
      return self->tasks;
    }
}

static void
on_workload_changed (IlvSetup *self)
{
  if (self->filling || self->form.kind == ILV_WORKLOAD_FORM_FIXED)
    return;
  self->form.n_tasks = gtk_adjustment_get_value (get_count (self));
  self->form.n_lines = gtk_adjustment_get_value (self->lines);
  self->form.work_ns = gtk_adjustment_get_value (self->work) * NS_PER_MS;
  g_clear_object (&self->workload);
  self->workload = ilv_workload_form_make (&self->form);
  emit_changed (self);
}

/* A pool that nobody has given a size has a worker for each processor. */
static void
show_workers (IlvSetup *self)
{
  self->filling = TRUE;
  gtk_adjustment_set_value (self->workers, self->planned_workers > 0
                                             ? self->planned_workers
                                             : gtk_adjustment_get_value (self->processors));
  self->filling = FALSE;
}

static void
on_processors_changed (IlvSetup *self)
{
  show_workers (self);
  if (!self->filling)
    emit_changed (self);
}

static void
on_workers_changed (IlvSetup *self)
{
  if (self->filling)
    return;
  self->planned_workers = gtk_adjustment_get_value (self->workers);
  emit_changed (self);
}

static void
on_grouping_selected (IlvSetup *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_GROUPING]);
}

static gboolean
fits (GtkAdjustment *adjustment, double value)
{
  return value >= gtk_adjustment_get_lower (adjustment)
         && value <= gtk_adjustment_get_upper (adjustment);
}

/* Whether the controls can show the workload as it is. */
static gboolean
can_show (IlvSetup *self)
{
  const IlvWorkloadForm *form = &self->form;

  switch (form->kind)
    {
    case ILV_WORKLOAD_FORM_UNIFORM:
    case ILV_WORKLOAD_FORM_LINES:
      return fits (get_count (self), form->n_tasks) && form->work_ns % NS_PER_MS == 0
             && fits (self->work, (double) form->work_ns / NS_PER_MS);
    case ILV_WORKLOAD_FORM_PAGES:
      return fits (self->pages, form->n_tasks);
    case ILV_WORKLOAD_FORM_FIXED:
    default:
      return FALSE;
    }
}

static gboolean
waits_for_world (IlvWorkload *workload)
{
  for (guint i = 0; i < ilv_workload_get_n_tasks (workload); i++)
    for (guint j = 0; j < ilv_workload_get_n_steps (workload, i); j++)
      {
        IlvStepKind kind = ilv_workload_get_step (workload, i, j)->kind;

        if (ilv_step_kind_is_io (kind) || kind == ILV_STEP_WAIT)
          return TRUE;
      }
  return FALSE;
}

static void
show_rows (IlvSetup *self)
{
  IlvWorkloadFormKind kind = self->fixed ? ILV_WORKLOAD_FORM_FIXED : self->form.kind;
  gboolean has_lines = kind == ILV_WORKLOAD_FORM_LINES;

  gtk_widget_set_visible (self->tasks_row, kind == ILV_WORKLOAD_FORM_UNIFORM);
  gtk_widget_set_visible (self->pages_row, kind == ILV_WORKLOAD_FORM_PAGES);
  gtk_widget_set_visible (self->lines_row, has_lines);
  gtk_widget_set_visible (self->customers_row, has_lines);
  gtk_widget_set_visible (self->work_row, kind == ILV_WORKLOAD_FORM_UNIFORM || has_lines);
  gtk_widget_set_visible (self->workers_row, self->has_pool && self->workload != NULL
                                               && waits_for_world (self->workload));
  gtk_label_set_label (GTK_LABEL (self->processors_label),
                       has_lines ? _ ("Cashiers") : _ ("Processors"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->processors_spin),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  has_lines ? _ ("Number of cashiers, each a processor")
                                            : _ ("Number of processors"),
                                  -1);
}

static void
ilv_setup_dispose (GObject *object)
{
  IlvSetup *self = ILV_SETUP (object);
  GtkWidget *child;

  g_clear_object (&self->workload);
  ilv_workload_form_clear (&self->form);
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
  g_type_ensure (ILV_TYPE_SLICE_CONTROL);
  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-setup.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, tasks);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, pages);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, lines);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, customers);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, work);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, processors);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, workers);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, tasks_row);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, pages_row);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, lines_row);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, customers_row);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, work_row);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, processors_label);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, processors_spin);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, workers_row);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, slice);
  gtk_widget_class_bind_template_child (widget_class, IlvSetup, groupings);
}

static void
ilv_setup_init (IlvSetup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ilv_wheel_ignore (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_wrap_layout_new (18, 8));
  for (guint i = 0; i < 5; i++)
    {
      GtkAdjustment *numbers[]
        = { self->tasks, self->pages, self->lines, self->customers, self->work };

      g_signal_connect_swapped (numbers[i], "value-changed", G_CALLBACK (on_workload_changed),
                                self);
    }
  g_signal_connect_swapped (self->processors, "value-changed", G_CALLBACK (on_processors_changed),
                            self);
  g_signal_connect_swapped (self->workers, "value-changed", G_CALLBACK (on_workers_changed), self);
  g_signal_connect_swapped (self->slice, "changed", G_CALLBACK (emit_changed), self);
  ilv_compat_name_drop_down (GTK_DROP_DOWN (self->groupings));
  g_signal_connect_swapped (self->groupings, "notify::selected", G_CALLBACK (on_grouping_selected),
                            self);
  show_rows (self);
}

void
ilv_setup_set_workload (IlvSetup *self, IlvWorkload *workload)
{
  g_return_if_fail (ILV_IS_SETUP (self));
  g_return_if_fail (ILV_IS_WORKLOAD (workload));

  ilv_workload_form_read (&self->form, workload);
  if (can_show (self))
    {
      self->filling = TRUE;
      gtk_adjustment_set_value (get_count (self), self->form.n_tasks);
      gtk_adjustment_set_value (self->lines, self->form.n_lines);
      if (self->form.work_ns > 0)
        gtk_adjustment_set_value (self->work, (double) self->form.work_ns / NS_PER_MS);
      self->filling = FALSE;
    }
  else
    ilv_workload_form_clear (&self->form);
  g_set_object (&self->workload, workload);
  show_rows (self);
  emit_changed (self);
}

void
ilv_setup_set_fixed (IlvSetup *self, gboolean fixed)
{
  g_return_if_fail (ILV_IS_SETUP (self));

  self->fixed = fixed;
  show_rows (self);
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

void
ilv_setup_set_grouping (IlvSetup *self, IlvGrouping grouping)
{
  g_return_if_fail (ILV_IS_SETUP (self));
  g_return_if_fail (grouping <= ILV_GROUPING_TASK);

  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->groupings), grouping);
}

guint
ilv_setup_get_workers (IlvSetup *self)
{
  g_return_val_if_fail (ILV_IS_SETUP (self), 0);

  return self->planned_workers;
}

void
ilv_setup_set_workers (IlvSetup *self, guint workers)
{
  g_return_if_fail (ILV_IS_SETUP (self));

  if (self->planned_workers == workers)
    return;
  self->planned_workers = workers;
  show_workers (self);
  emit_changed (self);
}

void
ilv_setup_set_has_pool (IlvSetup *self, gboolean has_pool)
{
  g_return_if_fail (ILV_IS_SETUP (self));

  self->has_pool = has_pool;
  show_rows (self);
}

void
ilv_setup_save (IlvSetup *self, GVariantDict *settings)
{
  g_return_if_fail (ILV_IS_SETUP (self));

  if (self->form.kind != ILV_WORKLOAD_FORM_FIXED)
    {
      g_variant_dict_insert (settings, "tasks", "u", self->form.n_tasks);
      g_variant_dict_insert (settings, "lines", "u", self->form.n_lines);
      g_variant_dict_insert (settings, "work", "x", self->form.work_ns);
    }
  g_variant_dict_insert (settings, "processors", "u", ilv_setup_get_processors (self));
  g_variant_dict_insert (settings, "workers", "u", self->planned_workers);
  g_variant_dict_insert (settings, "slice", "x", ilv_slice_control_get_slice_ns (self->slice));
  g_variant_dict_insert (settings, "lanes", "u", ilv_setup_get_grouping (self));
}

static void
restore_number (GVariantDict *settings, const char *key, GtkAdjustment *adjustment)
{
  guint32 number;

  if (g_variant_dict_lookup (settings, key, "u", &number) && fits (adjustment, number))
    gtk_adjustment_set_value (adjustment, number);
}

void
ilv_setup_restore (IlvSetup *self, GVariantDict *settings)
{
  guint32 number;
  gint64 work_ns, slice_ns;

  g_return_if_fail (ILV_IS_SETUP (self));

  if (self->form.kind != ILV_WORKLOAD_FORM_FIXED)
    {
      restore_number (settings, "tasks", get_count (self));
      restore_number (settings, "lines", self->lines);
      if (g_variant_dict_lookup (settings, "work", "x", &work_ns) && work_ns % NS_PER_MS == 0
          && fits (self->work, (double) work_ns / NS_PER_MS))
        gtk_adjustment_set_value (self->work, (double) work_ns / NS_PER_MS);
    }
  restore_number (settings, "processors", self->processors);
  if (g_variant_dict_lookup (settings, "workers", "u", &number)
      && number <= gtk_adjustment_get_upper (self->workers))
    ilv_setup_set_workers (self, number);
  if (g_variant_dict_lookup (settings, "slice", "x", &slice_ns))
    ilv_slice_control_set_slice_ns (self->slice, slice_ns);
  if (g_variant_dict_lookup (settings, "lanes", "u", &number) && number <= ILV_GROUPING_TASK)
    ilv_setup_set_grouping (self, number);
}

IlvSliceControl *
ilv_setup_get_slice (IlvSetup *self)
{
  g_return_val_if_fail (ILV_IS_SETUP (self), NULL);

  return self->slice;
}

gboolean
ilv_setup_waits_for_world (IlvSetup *self)
{
  g_return_val_if_fail (ILV_IS_SETUP (self), FALSE);

  return self->workload != NULL && waits_for_world (self->workload);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-computer-view.h"

#include "ilv-computer-text.h"
#include "ilv-computer-watch.h"
#include "ilv-processor-meter.h"
#include "ilv-wrap-layout.h"

struct _IlvComputerView
{
  GtkWidget parent_instance;

  IlvComputerWatch *watch;

  GtkWidget *description;
  GtkWidget *meters;
  GtkWidget *tasks;
  GtkWidget *runnable;
  GtkWidget *own_switches;
  GtkWidget *own_name;
  GtkWidget *machine_switches;
  GtkWidget *sentence;
};

G_DEFINE_FINAL_TYPE (IlvComputerView, ilv_computer_view, GTK_TYPE_WIDGET)

/* Processors can be switched on and off while the program runs. */
static void
show_processors (IlvComputerView *self, const IlvMachineSample *sample)
{
  GtkWidget *meter = gtk_widget_get_first_child (self->meters);

  for (guint i = 0; i < sample->processors->len; i++)
    {
      const IlvProcessorUse *use = &g_array_index (sample->processors, IlvProcessorUse, i);
      g_autofree char *name = ilv_computer_text_get_processor_name (sample, i);

      if (meter == NULL)
        {
          meter = ilv_processor_meter_new ();
          gtk_box_append (GTK_BOX (self->meters), meter);
        }
      ilv_processor_meter_show (ILV_PROCESSOR_METER (meter), name, use->busy, !use->is_allowed);
      meter = gtk_widget_get_next_sibling (meter);
    }
  while (meter != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (meter);

      gtk_box_remove (GTK_BOX (self->meters), meter);
      meter = next;
    }
}

static void
show_number (GtkWidget *label, double number)
{
  g_autofree char *text = ilv_computer_text_format_number (number);

  gtk_label_set_label (GTK_LABEL (label), text);
}

static void
show_sample (IlvComputerView *self)
{
  const IlvMachineSample *sample = ilv_computer_watch_get_sample (self->watch);
  g_autofree char *description = ilv_computer_text_describe_machine (sample);
  g_autofree char *own_name = ilv_computer_text_name_own_switches (sample);
  g_autofree char *sentence = ilv_computer_text_describe_tasks (sample);

  gtk_label_set_label (GTK_LABEL (self->description), description);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  gtk_label_set_label (GTK_LABEL (self->own_name), own_name);
  show_processors (self, sample);
  show_number (self->tasks, sample->n_tasks);
  show_number (self->runnable, sample->n_runnable);
  show_number (self->own_switches, sample->own_switches);
  show_number (self->machine_switches, sample->machine_switches);
}

static void
ilv_computer_view_map (GtkWidget *widget)
{
  IlvComputerView *self = ILV_COMPUTER_VIEW (widget);

  GTK_WIDGET_CLASS (ilv_computer_view_parent_class)->map (widget);
  ilv_computer_watch_begin (self->watch);
}

static void
ilv_computer_view_unmap (GtkWidget *widget)
{
  ilv_computer_watch_end (ILV_COMPUTER_VIEW (widget)->watch);

  GTK_WIDGET_CLASS (ilv_computer_view_parent_class)->unmap (widget);
}

static void
ilv_computer_view_dispose (GObject *object)
{
  IlvComputerView *self = ILV_COMPUTER_VIEW (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (ilv_computer_view_parent_class)->dispose (object);
}

static void
ilv_computer_view_class_init (IlvComputerViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_computer_view_dispose;
  widget_class->map = ilv_computer_view_map;
  widget_class->unmap = ilv_computer_view_unmap;

  g_type_ensure (ILV_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "computer");
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/interleave/Interleave/ilv-computer-view.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvComputerView, description);
  gtk_widget_class_bind_template_child (widget_class, IlvComputerView, meters);
  gtk_widget_class_bind_template_child (widget_class, IlvComputerView, tasks);
  gtk_widget_class_bind_template_child (widget_class, IlvComputerView, runnable);
  gtk_widget_class_bind_template_child (widget_class, IlvComputerView, own_switches);
  gtk_widget_class_bind_template_child (widget_class, IlvComputerView, own_name);
  gtk_widget_class_bind_template_child (widget_class, IlvComputerView, machine_switches);
  gtk_widget_class_bind_template_child (widget_class, IlvComputerView, sentence);
}

static void
ilv_computer_view_init (IlvComputerView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
}

GtkWidget *
ilv_computer_view_new (void)
{
  return ilv_computer_view_new_for_machine (NULL);
}

GtkWidget *
ilv_computer_view_new_for_machine (IlvMachine *machine)
{
  IlvComputerView *self;

  g_return_val_if_fail (machine == NULL || ILV_IS_MACHINE (machine), NULL);

  self = g_object_new (ILV_TYPE_COMPUTER_VIEW, NULL);
  self->watch = ilv_computer_watch_new (machine);
  g_signal_connect_object (self->watch, "changed", G_CALLBACK (show_sample), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

guint
ilv_computer_view_get_n_looks (IlvComputerView *self)
{
  g_return_val_if_fail (ILV_IS_COMPUTER_VIEW (self), 0);

  return ilv_computer_watch_get_n_looks (self->watch);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-computer-view.h"

#include <glib/gi18n.h>

#include "ilv-computer-text.h"
#include "ilv-processor-meter.h"
#include "ilv-wrap-layout.h"

#define INTERVAL_MS 1000

/* What counts is known from the second look on: that one comes sooner. */
#define FIRST_INTERVAL_MS 250

struct _IlvComputerView
{
  GtkWidget parent_instance;

  IlvMachine *machine;
  GCancellable *cancellable; /* while it is on the screen */
  guint source;
  guint n_looks;

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

static void look (IlvComputerView *self);

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
show_own_threads (IlvComputerView *self, gint64 n_threads)
{
  g_autofree char *name = NULL;

  if (n_threads > 0)
    name = g_strdup_printf (ngettext ("switches a second of Interleave’s %d thread",
                                      "switches a second of Interleave’s %d threads", n_threads),
                            (int) n_threads);
  gtk_label_set_label (GTK_LABEL (self->own_name),
                       name != NULL ? name : _ ("switches a second of Interleave’s threads"));
}

static void
show_sample (IlvComputerView *self, const IlvMachineSample *sample)
{
  g_autofree char *description = ilv_computer_text_describe_machine (sample);
  g_autofree char *sentence = ilv_computer_text_describe_tasks (sample);

  gtk_label_set_label (GTK_LABEL (self->description), description);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  show_processors (self, sample);
  show_number (self->tasks, sample->n_tasks);
  show_number (self->runnable, sample->n_runnable);
  show_number (self->own_switches, sample->own_switches);
  show_number (self->machine_switches, sample->machine_switches);
  show_own_threads (self, sample->n_own_threads);
  self->n_looks++;
}

static gboolean
on_time (gpointer data)
{
  IlvComputerView *self = data;

  self->source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
on_sample (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (IlvComputerView) self = user_data;
  g_autoptr (IlvMachineSample) sample =
    ilv_machine_sample_finish (ILV_MACHINE (source), result, NULL);

  /* Left, and perhaps come back to, which looks anew. */
  if (sample == NULL || self->cancellable == NULL || self->source != 0)
    return;
  show_sample (self, sample);
  self->source = g_timeout_add (self->n_looks > 1 ? INTERVAL_MS : FIRST_INTERVAL_MS, on_time, self);
}

static void
look (IlvComputerView *self)
{
  ilv_machine_sample_async (self->machine, self->cancellable, on_sample, g_object_ref (self));
}

static void
stop_looking (IlvComputerView *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->source, g_source_remove);
}

static void
ilv_computer_view_map (GtkWidget *widget)
{
  IlvComputerView *self = ILV_COMPUTER_VIEW (widget);

  GTK_WIDGET_CLASS (ilv_computer_view_parent_class)->map (widget);
  self->cancellable = g_cancellable_new ();
  look (self);
}

static void
ilv_computer_view_unmap (GtkWidget *widget)
{
  stop_looking (ILV_COMPUTER_VIEW (widget));

  GTK_WIDGET_CLASS (ilv_computer_view_parent_class)->unmap (widget);
}

static void
ilv_computer_view_dispose (GObject *object)
{
  IlvComputerView *self = ILV_COMPUTER_VIEW (object);
  GtkWidget *child;

  stop_looking (self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->machine);

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
  g_autoptr (IlvMachine) machine = ilv_machine_new ();

  return ilv_computer_view_new_for_machine (machine);
}

GtkWidget *
ilv_computer_view_new_for_machine (IlvMachine *machine)
{
  IlvComputerView *self;

  g_return_val_if_fail (ILV_IS_MACHINE (machine), NULL);

  self = g_object_new (ILV_TYPE_COMPUTER_VIEW, NULL);
  self->machine = g_object_ref (machine);
  return GTK_WIDGET (self);
}

guint
ilv_computer_view_get_n_looks (IlvComputerView *self)
{
  g_return_val_if_fail (ILV_IS_COMPUTER_VIEW (self), 0);

  return self->n_looks;
}

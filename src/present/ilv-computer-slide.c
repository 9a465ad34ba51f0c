/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-computer-slide.h"

#include <glib/gi18n.h>

#include "ilv-computer-text.h"
#include "ilv-processor-meter.h"
#include "ilv-slide-figure.h"

/* So many processors have their names below them, and so many their numbers; of more only the bars are
 * shown. */
#define MAX_NAMED 4
#define MAX_NUMBERED 32

/* Pixels of a slide. */
#define COLUMN_GAP 70
#define FIGURE_GAP 12
#define METER_GAP 18

enum
{
  FIGURE_TASKS,
  FIGURE_RUNNABLE,
  FIGURE_OWN_SWITCHES,
  FIGURE_MACHINE_SWITCHES,
  N_FIGURES,
};

struct _IlvComputerSlide
{
  GtkWidget parent_instance;

  IlvComputerWatch *watch;
  GtkWidget *description;
  GtkWidget *meters;
  GtkWidget *figures[N_FIGURES];
  GtkWidget *sentence;
  guint n_meters;
};

G_DEFINE_FINAL_TYPE (IlvComputerSlide, ilv_computer_slide, GTK_TYPE_WIDGET)

/* So many that all of them fit, and that the last row is about as full as the others. */
static guint
count_columns (guint n_processors)
{
  guint most = n_processors <= 12 ? 6 : n_processors <= MAX_NUMBERED ? 8 : n_processors <= 128 ? 16 : 32;
  guint n_rows = (n_processors + most - 1) / most;

  return (n_processors + n_rows - 1) / MAX (n_rows, 1);
}

/* Processors can be switched on and off while the program runs. */
static void
make_meters (IlvComputerSlide *self, guint n_processors)
{
  guint n_columns = count_columns (n_processors);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->meters)) != NULL)
    gtk_grid_remove (GTK_GRID (self->meters), child);
  for (guint i = 0; i < n_processors; i++)
    {
      child = ilv_processor_meter_new ();
      ilv_processor_meter_fill (ILV_PROCESSOR_METER (child), n_processors <= MAX_NUMBERED);
      gtk_widget_add_css_class (child, n_processors <= MAX_NAMED      ? "few"
                                       : n_processors <= MAX_NUMBERED ? "some"
                                                                      : "many");
      gtk_grid_attach (GTK_GRID (self->meters), child, i % n_columns, i / n_columns, 1, 1);
    }
  self->n_meters = n_processors;
}

static void
show_processors (IlvComputerSlide *self, const IlvMachineSample *sample)
{
  GtkWidget *meter;

  if (self->n_meters != sample->processors->len)
    make_meters (self, sample->processors->len);
  meter = gtk_widget_get_first_child (self->meters);
  for (guint i = 0; i < self->n_meters; i++, meter = gtk_widget_get_next_sibling (meter))
    {
      const IlvProcessorUse *use = &g_array_index (sample->processors, IlvProcessorUse, i);
      g_autofree char *name = self->n_meters <= MAX_NAMED
                                ? ilv_computer_text_get_processor_name (sample, i)
                                : g_strdup_printf ("%d", use->number);

      ilv_processor_meter_show (ILV_PROCESSOR_METER (meter), name, use->busy, !use->is_allowed);
    }
}

static void
show_figure (IlvComputerSlide *self, guint figure, double number, const char *caption)
{
  g_autofree char *text = number >= 0 ? ilv_computer_text_format_number (number) : NULL;

  ilv_slide_figure_show (ILV_SLIDE_FIGURE (self->figures[figure]), text, caption);
}

static void
show_sample (IlvComputerSlide *self, const IlvMachineSample *sample)
{
  g_autofree char *own_name = ilv_computer_text_name_own_switches (sample);

  show_processors (self, sample);
  show_figure (self, FIGURE_TASKS, sample->n_tasks, _ ("tasks"));
  show_figure (self, FIGURE_RUNNABLE, sample->n_runnable, _ ("want a processor"));
  show_figure (self, FIGURE_OWN_SWITCHES, sample->own_switches, own_name);
  show_figure (self, FIGURE_MACHINE_SWITCHES, sample->machine_switches,
               _ ("switches a second of the whole computer"));
}

static void
on_watch_changed (IlvComputerSlide *self)
{
  const IlvMachineSample *sample = ilv_computer_watch_get_sample (self->watch);
  g_autofree char *description = NULL;
  g_autofree char *sentence = NULL;

  if (sample == NULL)
    return;
  description = ilv_computer_text_describe_machine (sample);
  sentence = ilv_computer_text_describe_tasks (sample);
  gtk_label_set_label (GTK_LABEL (self->description), description);
  gtk_label_set_label (GTK_LABEL (self->sentence), sentence);
  show_sample (self, sample);
}

static GtkWidget *
add_label (IlvComputerSlide *self, const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));
  return label;
}

/* The bars, and beside them the numbers. */
static void
add_middle (IlvComputerSlide *self)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_GAP);
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, FIGURE_GAP);

  self->meters = g_object_new (GTK_TYPE_GRID, "column-homogeneous", TRUE, "row-homogeneous", TRUE,
                               "column-spacing", METER_GAP, "row-spacing", METER_GAP, "hexpand", TRUE,
                               NULL);
  for (guint i = 0; i < N_FIGURES; i++)
    {
      self->figures[i] = ilv_slide_figure_new (i <= FIGURE_RUNNABLE);
      gtk_box_append (GTK_BOX (figures), self->figures[i]);
    }
  gtk_widget_set_valign (figures, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (figures, "slide-figures");
  gtk_box_append (GTK_BOX (middle), self->meters);
  gtk_box_append (GTK_BOX (middle), figures);
  gtk_widget_set_vexpand (middle, TRUE);
  gtk_widget_set_parent (middle, GTK_WIDGET (self));
}

static void
ilv_computer_slide_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ilv_computer_slide_parent_class)->map (widget);

  ilv_computer_watch_begin (ILV_COMPUTER_SLIDE (widget)->watch);
}

static void
ilv_computer_slide_unmap (GtkWidget *widget)
{
  ilv_computer_watch_end (ILV_COMPUTER_SLIDE (widget)->watch);

  GTK_WIDGET_CLASS (ilv_computer_slide_parent_class)->unmap (widget);
}

static void
ilv_computer_slide_dispose (GObject *object)
{
  IlvComputerSlide *self = ILV_COMPUTER_SLIDE (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->watch);

  G_OBJECT_CLASS (ilv_computer_slide_parent_class)->dispose (object);
}

static void
ilv_computer_slide_class_init (IlvComputerSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_computer_slide_dispose;
  widget_class->map = ilv_computer_slide_map;
  widget_class->unmap = ilv_computer_slide_unmap;
  gtk_widget_class_set_css_name (widget_class, "computerslide");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_computer_slide_init (IlvComputerSlide *self)
{
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->description = add_label (self, "slide-conditions");
  add_middle (self);
  self->sentence = add_label (self, "slide-verdict");
  gtk_widget_add_css_class (self->sentence, "slide-findings");
}

GtkWidget *
ilv_computer_slide_new (IlvComputerWatch *watch)
{
  IlvComputerSlide *self;

  g_return_val_if_fail (ILV_IS_COMPUTER_WATCH (watch), NULL);

  self = g_object_new (ILV_TYPE_COMPUTER_SLIDE, NULL);
  self->watch = g_object_ref (watch);
  g_signal_connect_object (watch, "changed", G_CALLBACK (on_watch_changed), self,
                           G_CONNECT_SWAPPED);
  on_watch_changed (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-speedup-slide.h"

#include <glib/gi18n.h>

#include "ilv-slide-figure.h"
#include "ilv-speedup-text.h"

/* Pixels of a slide. */
#define COLUMN_GAP 60
#define FIGURE_GAP 40

struct _IlvSpeedupSlide
{
  GtkWidget parent_instance;

  IlvSpeedupBench *bench;
  GtkWidget *conditions;
  GtkWidget *chart;
  GtkWidget *measured;
  GtkWidget *modelled;
  GtkWidget *foot;
  GtkWidget *sentence;
  GtkWidget *progress;
  GtkWidget *caution;
};

G_DEFINE_FINAL_TYPE (IlvSpeedupSlide, ilv_speedup_slide, GTK_TYPE_WIDGET)

static void
show_conditions (IlvSpeedupSlide *self)
{
  guint n_tasks = gtk_adjustment_get_value (ilv_speedup_bench_get_tasks (self->bench));
  guint work_ms = gtk_adjustment_get_value (ilv_speedup_bench_get_work (self->bench));
  g_autofree char *text
    /* Translators: a number of tasks, and the work of each in milliseconds. */
    = g_strdup_printf (ngettext ("%u task, %u ms of work", "%u tasks, %u ms of work each", n_tasks),
                       n_tasks, work_ms);

  gtk_label_set_label (GTK_LABEL (self->conditions), text);
}

/* What the model says of the most processors that this computer has, as long as nothing is measured. */
static const IlvSpeedupPoint *
find_expected (const GArray *modelled)
{
  const IlvSpeedupPoint *expected = NULL;

  for (guint i = 0; i < modelled->len; i++)
    if (g_array_index (modelled, IlvSpeedupPoint, i).processors <= g_get_num_processors ())
      expected = &g_array_index (modelled, IlvSpeedupPoint, i);
  return expected;
}

static void
show_figure (GtkWidget *figure, const IlvSpeedupPoint *point, const char *caption)
{
  /* Translators: so many times as fast. */
  g_autofree char *number = point != NULL ? g_strdup_printf (_ ("%.2f×"), point->speedup) : NULL;

  ilv_slide_figure_show (ILV_SLIDE_FIGURE (figure), number, caption);
}

static void
show_figures (IlvSpeedupSlide *self)
{
  IlvSpeedup *speedup = ilv_speedup_bench_get_speedup (self->bench);
  const IlvSpeedupPoint *model, *real;
  g_autofree char *measured = NULL;
  g_autofree char *modelled = NULL;
  guint n_processors;

  if (!ilv_speedup_text_find_common (ilv_speedup_get_modelled (speedup),
                                     ilv_speedup_get_measured (speedup), &model, &real))
    model = find_expected (ilv_speedup_get_modelled (speedup));
  n_processors = model != NULL ? model->processors : 1;
  measured
    = g_strdup_printf (ngettext ("measured on %u core", "measured on %u cores", n_processors), n_processors);
  modelled = g_strdup_printf (ngettext ("by the model, on %u core", "by the model, on %u cores", n_processors),
                              n_processors);
  show_figure (self->measured, real, real != NULL ? measured : _ ("not measured yet"));
  show_figure (self->modelled, model, modelled);
}

static void
on_bench_changed (IlvSpeedupSlide *self)
{
  gboolean running = ilv_speedup_bench_is_running (self->bench);

  show_conditions (self);
  show_figures (self);
  ilv_speedup_bench_fill_chart (self->bench, ILV_CHART (self->chart));
  gtk_label_set_label (GTK_LABEL (self->sentence), ilv_speedup_bench_get_sentence (self->bench));
  gtk_widget_set_visible (self->progress, running);
  gtk_progress_bar_set_fraction (
    GTK_PROGRESS_BAR (self->progress),
    ilv_speedup_get_progress (ilv_speedup_bench_get_speedup (self->bench)));
  gtk_widget_set_visible (self->caution, ilv_speedup_bench_is_disturbed (self->bench));
}

static GtkWidget *
create_label (const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "xalign", 0.0f, NULL);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_middle (IlvSpeedupSlide *self)
{
  GtkWidget *middle = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, COLUMN_GAP);
  GtkWidget *figures = gtk_box_new (GTK_ORIENTATION_VERTICAL, FIGURE_GAP);

  self->chart = ilv_chart_new ();
  gtk_widget_set_hexpand (self->chart, TRUE);
  self->measured = ilv_slide_figure_new (TRUE);
  self->modelled = ilv_slide_figure_new (FALSE);
  gtk_box_append (GTK_BOX (figures), self->measured);
  gtk_box_append (GTK_BOX (figures), self->modelled);
  gtk_widget_set_valign (figures, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (figures, "slide-figures");
  gtk_box_append (GTK_BOX (middle), self->chart);
  gtk_box_append (GTK_BOX (middle), figures);
  gtk_widget_set_vexpand (middle, TRUE);
  gtk_widget_set_parent (middle, GTK_WIDGET (self));
}

static void
add_foot (IlvSpeedupSlide *self)
{
  self->foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  self->sentence = create_label ("slide-verdict");
  self->progress = gtk_progress_bar_new ();
  self->caution = create_label ("slide-problem");
  gtk_label_set_label (GTK_LABEL (self->caution),
                       _ ("Other programs were busy meanwhile, so this is lower than the computer can "
                          "do. Measure again?"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->progress), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Progress of the measurement"), -1);
  gtk_widget_add_css_class (self->foot, "slide-findings");
  gtk_box_append (GTK_BOX (self->foot), self->sentence);
  gtk_box_append (GTK_BOX (self->foot), self->progress);
  gtk_box_append (GTK_BOX (self->foot), self->caution);
  gtk_widget_set_parent (self->foot, GTK_WIDGET (self));
}

static void
ilv_speedup_slide_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&ILV_SPEEDUP_SLIDE (object)->bench);

  G_OBJECT_CLASS (ilv_speedup_slide_parent_class)->dispose (object);
}

static void
ilv_speedup_slide_class_init (IlvSpeedupSlideClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_speedup_slide_dispose;
  gtk_widget_class_set_css_name (widget_class, "speedupslide");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_speedup_slide_init (IlvSpeedupSlide *self)
{
  gtk_orientable_set_orientation (
    GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->conditions = create_label ("slide-conditions");
  gtk_widget_set_parent (self->conditions, GTK_WIDGET (self));
  add_middle (self);
  add_foot (self);
}

GtkWidget *
ilv_speedup_slide_new (IlvSpeedupBench *bench)
{
  IlvSpeedupSlide *self;

  g_return_val_if_fail (ILV_IS_SPEEDUP_BENCH (bench), NULL);

  self = g_object_new (ILV_TYPE_SPEEDUP_SLIDE, NULL);
  self->bench = g_object_ref (bench);
  g_signal_connect_object (bench, "changed", G_CALLBACK (on_bench_changed), self,
                           G_CONNECT_SWAPPED);
  on_bench_changed (self);
  return GTK_WIDGET (self);
}

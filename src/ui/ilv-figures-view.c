/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-figures-view.h"

#include <glib/gi18n.h>

#include "ilv-summary.h"
#include "ilv-wrap-layout.h"

typedef enum
{
  FIGURE_MAKESPAN,
  FIGURE_CPU_TIME,
  FIGURE_SWITCHES,
  FIGURE_SLICES, /* only where there is something to say of them */
  FIGURE_PARALLELISM,
  FIGURE_UTILISATION,
  FIGURE_SPEEDUP,
  N_FIGURES,
} Figure;

struct _IlvFiguresView
{
  GtkWidget parent_instance;

  GtkWidget *tiles[N_FIGURES];
  GtkWidget *numbers[N_FIGURES];
  GtkWidget *names[N_FIGURES];
};

G_DEFINE_FINAL_TYPE (IlvFiguresView, ilv_figures_view, GTK_TYPE_WIDGET)

static const char *
get_name (Figure figure)
{
  switch (figure)
    {
    case FIGURE_MAKESPAN:
      /* Translators: names of figures, below a large number. Here: the time until the end. */
      return _ ("finished");
    case FIGURE_CPU_TIME:
      return _ ("CPU time");
    case FIGURE_SWITCHES:
      return _ ("context switches");
    case FIGURE_SLICES:
      return _ ("time slice");
    case FIGURE_PARALLELISM:
      return _ ("running at once");
    case FIGURE_UTILISATION:
      return _ ("utilisation");
    case FIGURE_SPEEDUP:
    default:
      return _ ("speedup");
    }
}

static const char *
get_explanation (Figure figure)
{
  switch (figure)
    {
    case FIGURE_MAKESPAN:
      return _ ("Makespan: from the start of the run to the end of its last task");
    case FIGURE_CPU_TIME:
      return _ ("The time that processors spent on the tasks, by the kernel’s own clocks");
    case FIGURE_SWITCHES:
      return _ ("How often the kernel switched away from a task, by its own count");
    case FIGURE_SLICES:
      return _ ("How long a task ran until its processor was given to another one: the median");
    case FIGURE_PARALLELISM:
      return _ ("Degree of parallelism: the most tasks that ran at one moment");
    case FIGURE_UTILISATION:
      return _ ("The share of the processors’ time that was spent on the tasks");
    case FIGURE_SPEEDUP:
    default:
      return _ ("How many times sooner than one processor that takes one task after the other");
    }
}

static char *
format_switches (const IlvFigures *figures)
{
  if (figures->involuntary_switches < 0)
    return g_strdup ("–");
  return g_strdup_printf ("%" G_GINT64_FORMAT,
                          figures->involuntary_switches + MAX (figures->voluntary_switches, 0));
}

static char *
format (const IlvFigures *figures, Figure figure)
{
  if (figures == NULL)
    return g_strdup ("–");
  switch (figure)
    {
    case FIGURE_MAKESPAN:
      return ilv_summary_format_duration (figures->makespan_ns);
    case FIGURE_CPU_TIME:
      return ilv_summary_format_duration (figures->cpu_time_ns);
    case FIGURE_SWITCHES:
      return format_switches (figures);
    case FIGURE_SLICES:
      return ilv_summary_format_slice_median (figures);
    case FIGURE_PARALLELISM:
      return g_strdup_printf ("%u", figures->max_parallelism);
    case FIGURE_UTILISATION:
      /* Translators: a percentage. */
      return g_strdup_printf (_ ("%.0f %%"), figures->utilisation * 100);
    case FIGURE_SPEEDUP:
    default:
      /* Translators: so many times sooner. */
      return g_strdup_printf (_ ("%.2f×"), figures->speedup);
    }
}

/* The kernel's count stands beside ours, so that they can be compared. */
static void
set_switches_name (IlvFiguresView *self, const IlvFigures *figures)
{
  g_autofree char *name = NULL;

  if (figures != NULL)
    name = g_strdup_printf (ngettext ("switches · %u slice", "switches · %u slices",
                                      figures->slices),
                            figures->slices);
  gtk_label_set_label (GTK_LABEL (self->names[FIGURE_SWITCHES]),
                       name != NULL ? name : get_name (FIGURE_SWITCHES));
}

/* What was asked for stands beside what was given. */
static void
set_slices_name (IlvFiguresView *self, const IlvFigures *figures)
{
  g_autofree char *asked = figures != NULL ? ilv_summary_format_slice_asked (figures) : NULL;
  g_autofree char *name = NULL;

  if (asked != NULL)
    /* Translators: below a length of time; %s is a length of time, such as “20 ms”. */
    name = g_strdup_printf (_ ("time slice · asked: %s"), asked);
  gtk_label_set_label (GTK_LABEL (self->names[FIGURE_SLICES]),
                       name != NULL ? name : get_name (FIGURE_SLICES));
  gtk_widget_set_visible (self->tiles[FIGURE_SLICES],
                          figures != NULL && ilv_figures_has_time_slices (figures));
}

static void
add_tile (IlvFiguresView *self, Figure figure)
{
  GtkWidget *tile = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->tiles[figure] = tile;
  self->numbers[figure] = gtk_label_new ("–");
  self->names[figure] = gtk_label_new (get_name (figure));
  gtk_label_set_xalign (GTK_LABEL (self->numbers[figure]), 0);
  gtk_label_set_xalign (GTK_LABEL (self->names[figure]), 0);
  gtk_label_set_wrap (GTK_LABEL (self->names[figure]), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->names[figure]), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->names[figure]), 8);
  gtk_widget_add_css_class (self->numbers[figure], "figure");
  gtk_widget_add_css_class (self->numbers[figure], "numeric");
  gtk_widget_add_css_class (self->names[figure], "caption");
  gtk_widget_add_css_class (self->names[figure], "dim-label");
  gtk_box_append (GTK_BOX (tile), self->numbers[figure]);
  gtk_box_append (GTK_BOX (tile), self->names[figure]);
  gtk_widget_set_tooltip_text (tile, get_explanation (figure));
  gtk_widget_set_parent (tile, GTK_WIDGET (self));
}

static void
ilv_figures_view_dispose (GObject *object)
{
  IlvFiguresView *self = ILV_FIGURES_VIEW (object);

  for (guint i = 0; i < N_FIGURES; i++)
    g_clear_pointer (&self->tiles[i], gtk_widget_unparent);

  G_OBJECT_CLASS (ilv_figures_view_parent_class)->dispose (object);
}

static void
ilv_figures_view_class_init (IlvFiguresViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_figures_view_dispose;
  gtk_widget_class_set_css_name (widget_class, "figures");
}

static void
ilv_figures_view_init (IlvFiguresView *self)
{
  gtk_widget_set_layout_manager (GTK_WIDGET (self), ilv_wrap_layout_new (20, 8));
  for (guint i = 0; i < N_FIGURES; i++)
    add_tile (self, i);
  set_slices_name (self, NULL);
}

void
ilv_figures_view_set_figures (IlvFiguresView *self, const IlvFigures *figures)
{
  g_return_if_fail (ILV_IS_FIGURES_VIEW (self));

  for (guint i = 0; i < N_FIGURES; i++)
    {
      g_autofree char *text = format (figures, i);

      gtk_label_set_label (GTK_LABEL (self->numbers[i]), text);
    }
  set_switches_name (self, figures);
  set_slices_name (self, figures);
}

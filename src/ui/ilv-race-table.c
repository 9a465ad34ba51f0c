/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-race-table.h"

#include <glib/gi18n.h>

#include "ilv-figures.h"
#include "ilv-in-flight.h"
#include "ilv-summary.h"
#include "ilv-wheel.h"

enum
{
  COLUMN_TITLE,
  COLUMN_FINISHED,
  COLUMN_CPU_TIME,
  COLUMN_MOST,
  COLUMN_ANSWERS,
  COLUMN_FAILURES,
  N_COLUMNS,
};

struct _IlvRaceTable
{
  GtkWidget parent_instance;

  GtkWidget *grid;
};

G_DEFINE_FINAL_TYPE (IlvRaceTable, ilv_race_table, GTK_TYPE_WIDGET)

static const char *
get_heading (guint column)
{
  switch (column)
    {
    case COLUMN_TITLE:
      /* Translators: headings of a table of runs. */
      return _ ("Run");
    case COLUMN_FINISHED:
      return _ ("Finished after");
    case COLUMN_CPU_TIME:
      return _ ("CPU time");
    case COLUMN_MOST:
      return _ ("Most at once");
    case COLUMN_ANSWERS:
      return _ ("Answers");
    case COLUMN_FAILURES:
    default:
      return _ ("Failures");
    }
}

static guint
count_answers (IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  guint n_answers = 0;

  for (guint i = 0; i < info->results->len; i++)
    n_answers +=
      ((const IlvResult *) g_ptr_array_index (info->results, i))->kind == ILV_RESULT_TEXT;
  return n_answers;
}

static char *
format (IlvTrace *trace, guint column)
{
  g_autoptr (GArray) requests = NULL;
  IlvFigures figures;

  ilv_figures_compute (&figures, trace);
  switch (column)
    {
    case COLUMN_FINISHED:
      /* Translators: of a run that was stopped, or could not go on. */
      return figures.outcome == ILV_TRACE_OUTCOME_FINISHED
               ? ilv_summary_format_duration (figures.makespan_ns)
               : g_strdup (_ ("not finished"));
    case COLUMN_CPU_TIME:
      return ilv_summary_format_duration (figures.cpu_time_ns);
    case COLUMN_MOST:
      requests = ilv_in_flight_find (trace);
      return g_strdup_printf ("%u", ilv_in_flight_get_most (requests));
    case COLUMN_ANSWERS:
      return g_strdup_printf ("%u", count_answers (trace));
    case COLUMN_FAILURES:
    default:
      return g_strdup_printf ("%u", ilv_in_flight_count_failures (trace));
    }
}

static void
add_cell (IlvRaceTable *self, guint column, guint row, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == COLUMN_TITLE ? 0 : 1);
  if (row == 0)
    {
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, "dim-label");
    }
  else if (column != COLUMN_TITLE)
    gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_hexpand (label, column == COLUMN_TITLE);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

/* Out of its column a number says nothing, so its name is that of the column too. */
static void
set_text (IlvRaceTable *self, guint column, guint row, const char *text)
{
  GtkWidget *label = gtk_grid_get_child_at (GTK_GRID (self->grid), column, row);
  /* Translators: the heading of a column, and what stands below it. */
  g_autofree char *name = g_strdup_printf (_ ("%s: %s"), get_heading (column), text);

  g_return_if_fail (label != NULL);
  gtk_label_set_label (GTK_LABEL (label), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
ilv_race_table_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_race_table_parent_class)->dispose (object);
}

static void
ilv_race_table_class_init (IlvRaceTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_race_table_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "racetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

/* Narrow windows scroll it sideways. */
static void
ilv_race_table_init (IlvRaceTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *name = _ ("Figures of all runs");

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  /* Room for the bar that lies over it while it is scrolled. */
  gtk_widget_set_margin_bottom (self->grid, 10);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->grid);
  ilv_wheel_pass_on (scroller);
  gtk_widget_set_parent (scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* Where it scrolls it can have the focus. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (scroller), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

GtkWidget *
ilv_race_table_new (void)
{
  return g_object_new (ILV_TYPE_RACE_TABLE, NULL);
}

void
ilv_race_table_set_titles (IlvRaceTable *self, const char *const *titles)
{
  GtkWidget *child;

  g_return_if_fail (ILV_IS_RACE_TABLE (self));

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  /* Row by row: so it is read aloud. */
  for (guint column = 0; column < N_COLUMNS; column++)
    add_cell (self, column, 0, get_heading (column));
  for (guint i = 0; titles[i] != NULL; i++)
    for (guint column = 0; column < N_COLUMNS; column++)
      {
        add_cell (self, column, i + 1, titles[i]);
        if (column != COLUMN_TITLE)
          set_text (self, column, i + 1, "–");
      }
}

void
ilv_race_table_set_trace (IlvRaceTable *self, guint run, IlvTrace *trace)
{
  g_return_if_fail (ILV_IS_RACE_TABLE (self));

  for (guint column = COLUMN_FINISHED; column < N_COLUMNS; column++)
    {
      g_autofree char *text = trace != NULL ? format (trace, column) : g_strdup ("–");

      set_text (self, column, run + 1, text);
    }
}

const char *
ilv_race_table_get_text (IlvRaceTable *self, guint run, guint column)
{
  GtkWidget *label;

  g_return_val_if_fail (ILV_IS_RACE_TABLE (self), NULL);

  label = gtk_grid_get_child_at (GTK_GRID (self->grid), column, run + 1);
  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

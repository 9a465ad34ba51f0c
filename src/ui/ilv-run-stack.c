/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-run-stack.h"

#include <glib/gi18n.h>

#include "ilv-run-thumb.h"
#include "ilv-strip-plot.h"
#include "ilv-summary.h"
#include "ilv-wrap-layout.h"

struct _IlvRunStack
{
  GtkWidget parent_instance;

  IlvRunHistory *history;

  GtkWidget *again;
  GtkWidget *ten;
  GtkWidget *earlier;
  GtkWidget *rows;
  GtkWidget *words;
};

G_DEFINE_FINAL_TYPE (IlvRunStack, ilv_run_stack, GTK_TYPE_WIDGET)

static GtkWidget *
create_button (const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return button;
}

static GtkWidget *
create_head (IlvRunStack *self)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *title = gtk_label_new (_ ("No two runs are alike"));
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_widget_set_layout_manager (head, ilv_wrap_layout_new (12, 6));
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_layout_manager (buttons, ilv_wrap_layout_new (6, 6));
  self->again = create_button (_ ("Run again"), "comparison.run");
  gtk_box_append (GTK_BOX (buttons), self->again);
  self->ten = create_button (_ ("Run ten times"), "comparison.repeat");
  gtk_box_append (GTK_BOX (buttons), self->ten);
  self->earlier = create_button (_ ("Earlier runs…"), "comparison.history");
  gtk_widget_set_visible (self->earlier, FALSE);
  gtk_box_append (GTK_BOX (buttons), self->earlier);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), buttons);
  return head;
}

static GtkWidget *
create_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

/* A run as a button that shows it. */
static GtkWidget *
create_row (IlvPastRun *run, gint64 limit_ns)
{
  g_autofree char *left = ilv_summary_format_duration (ilv_past_run_get_duration_ns (run, 0));
  g_autofree char *right = ilv_summary_format_duration (ilv_past_run_get_duration_ns (run, 1));
  g_autofree char *number = g_strdup_printf ("%u", ilv_past_run_get_number (run));
  /* Translators: the times that the left and the right side took. */
  g_autofree char *times = g_strdup_printf (_ ("%s · %s"), left, right);
  g_autofree char *name = ilv_past_run_describe (run);
  GtkWidget *row = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 10);
  GtkWidget *thumb = ilv_run_thumb_new (run);

  ilv_run_thumb_set_limit_ns (ILV_RUN_THUMB (thumb), limit_ns);
  gtk_box_append (GTK_BOX (box), create_label (number, "dim-label"));
  gtk_box_append (GTK_BOX (box), thumb);
  gtk_box_append (GTK_BOX (box), create_label (times, "numeric"));
  gtk_button_set_child (GTK_BUTTON (row), box);
  gtk_widget_add_css_class (row, "flat");
  gtk_widget_set_tooltip_text (row, _ ("Show this run again"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "u", ilv_past_run_get_number (run));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "comparison.show-run");
  return row;
}

static void
on_items_changed (IlvRunStack *self)
{
  g_autofree char *words = ilv_run_history_describe (self->history);
  gint64 limit_ns = ilv_run_history_get_longest_ns (self->history);
  guint n_runs = g_list_model_get_n_items (G_LIST_MODEL (self->history));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < n_runs; i++)
    {
      g_autoptr (IlvPastRun) run = g_list_model_get_item (G_LIST_MODEL (self->history), i);

      gtk_box_append (GTK_BOX (self->rows), create_row (run, limit_ns));
    }
  gtk_label_set_label (GTK_LABEL (self->words), words != NULL ? words : "");
  gtk_widget_set_visible (self->words, words != NULL);
  gtk_widget_set_visible (self->again, n_runs > 0);
  gtk_widget_set_visible (self->ten, n_runs > 0);
  gtk_widget_set_visible (GTK_WIDGET (self), n_runs > 0 || gtk_widget_get_visible (self->earlier));
}

static void
ilv_run_stack_dispose (GObject *object)
{
  GtkWidget *child;

  g_clear_object (&ILV_RUN_STACK (object)->history);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_run_stack_parent_class)->dispose (object);
}

static void
ilv_run_stack_class_init (IlvRunStackClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_run_stack_dispose;
  gtk_widget_class_set_css_name (widget_class, "runstack");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_run_stack_init (IlvRunStack *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 8);
  gtk_widget_set_parent (create_head (self), GTK_WIDGET (self));
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  gtk_widget_set_parent (self->rows, GTK_WIDGET (self));
  self->words = create_label ("", "text");
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_widget_set_parent (self->words, GTK_WIDGET (self));
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ilv_run_stack_set_history (IlvRunStack *self, IlvRunHistory *history)
{
  g_return_if_fail (ILV_IS_RUN_STACK (self));
  g_return_if_fail (ILV_IS_RUN_HISTORY (history));
  g_return_if_fail (self->history == NULL);

  self->history = g_object_ref (history);
  gtk_widget_insert_before (ilv_strip_plot_new (history), GTK_WIDGET (self), self->words);
  g_signal_connect_object (history, "items-changed", G_CALLBACK (on_items_changed), self,
                           G_CONNECT_SWAPPED);
  on_items_changed (self);
}

void
ilv_run_stack_set_has_earlier (IlvRunStack *self, gboolean has_earlier)
{
  g_return_if_fail (ILV_IS_RUN_STACK (self));

  gtk_widget_set_visible (self->earlier, has_earlier);
  if (has_earlier)
    gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

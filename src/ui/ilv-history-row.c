/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-history-row.h"

#include <glib/gi18n.h>

#include "ilv-run-difference.h"
#include "ilv-summary.h"

struct _IlvHistoryRow
{
  GtkListBoxRow parent_instance;

  IlvStoredRun *run;
  GtkWidget *box;
  GtkWidget *check;
};

G_DEFINE_FINAL_TYPE (IlvHistoryRow, ilv_history_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  PROP_CHOSEN = 1,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

static void
on_toggled (IlvHistoryRow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

static void
ilv_history_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    g_value_set_boolean (value, ilv_history_row_get_chosen (ILV_HISTORY_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ilv_history_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CHOSEN)
    ilv_history_row_set_chosen (ILV_HISTORY_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ilv_history_row_finalize (GObject *object)
{
  g_clear_pointer (&ILV_HISTORY_ROW (object)->run, ilv_stored_run_unref);

  G_OBJECT_CLASS (ilv_history_row_parent_class)->finalize (object);
}

static void
ilv_history_row_class_init (IlvHistoryRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ilv_history_row_get_property;
  object_class->set_property = ilv_history_row_set_property;
  object_class->finalize = ilv_history_row_finalize;

  /**
   * IlvHistoryRow:chosen:
   *
   * Whether it is chosen to be set beside another one.
   */
  properties[PROP_CHOSEN]
    = g_param_spec_boolean ("chosen", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
ilv_history_row_init (IlvHistoryRow *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  self->check = gtk_check_button_new ();
  gtk_widget_set_margin_start (self->box, 12);
  gtk_widget_set_margin_end (self->box, 6);
  gtk_widget_set_margin_top (self->box, 6);
  gtk_widget_set_margin_bottom (self->box, 6);
  gtk_widget_set_hexpand (self->check, TRUE);
  gtk_box_append (GTK_BOX (self->box), self->check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (self->check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
}

static void
add_button (IlvHistoryRow *self, const char *icon, const char *explanation, const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, explanation);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, explanation, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "x", self->run->id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_box_append (GTK_BOX (self->box), button);
}

static void
show_run (IlvHistoryRow *self)
{
  g_autofree char *date = ilv_run_difference_format_date (self->run);
  g_autofree char *left = ilv_summary_format_duration (self->run->figures[ILV_SIDE_LEFT].makespan_ns);
  g_autofree char *right = ilv_summary_format_duration (self->run->figures[ILV_SIDE_RIGHT].makespan_ns);
  /* Translators: when a run was made, and the times of its sides. */
  g_autofree char *text = g_strdup_printf (_ ("%s: left %s, right %s"), date, left, right);
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_margin_start (label, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (self->check), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

GtkWidget *
ilv_history_row_new (IlvStoredRun *run)
{
  IlvHistoryRow *self;

  g_return_val_if_fail (run != NULL, NULL);

  self = g_object_new (ILV_TYPE_HISTORY_ROW, NULL);
  self->run = ilv_stored_run_ref (run);
  show_run (self);
  add_button (self, "view-reveal-symbolic", _ ("Show this run again"), "history.show");
  add_button (self, "user-trash-symbolic", _ ("Delete this run"), "history.delete");
  return GTK_WIDGET (self);
}

IlvStoredRun *
ilv_history_row_get_run (IlvHistoryRow *self)
{
  g_return_val_if_fail (ILV_IS_HISTORY_ROW (self), NULL);

  return self->run;
}

gboolean
ilv_history_row_get_chosen (IlvHistoryRow *self)
{
  g_return_val_if_fail (ILV_IS_HISTORY_ROW (self), FALSE);

  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check));
}

void
ilv_history_row_set_chosen (IlvHistoryRow *self, gboolean chosen)
{
  g_return_if_fail (ILV_IS_HISTORY_ROW (self));

  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), chosen);
}

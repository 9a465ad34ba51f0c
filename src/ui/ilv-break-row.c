/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-break-row.h"

#include <glib/gi18n.h>

#include "ilv-notice.h"

struct _IlvBreakRow
{
  GtkWidget parent_instance;

  GtkWidget *title;
  GtkWidget *lever;
  GtkWidget *repair;
};

G_DEFINE_FINAL_TYPE (IlvBreakRow, ilv_break_row, GTK_TYPE_WIDGET)

static void
add_row (IlvBreakRow *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *caption = gtk_label_new (_ ("Break it"));

  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  self->title = g_object_new (GTK_TYPE_LABEL, "xalign", 0.0f, "wrap", TRUE, "wrap-mode",
                              PANGO_WRAP_WORD_CHAR, NULL);
  gtk_widget_set_hexpand (head, TRUE);
  gtk_box_append (GTK_BOX (head), caption);
  gtk_box_append (GTK_BOX (head), self->title);
  self->lever = gtk_switch_new ();
  gtk_widget_set_valign (self->lever, GTK_ALIGN_CENTER);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->lever), "comparison.break");
  gtk_box_append (GTK_BOX (row), head);
  gtk_box_append (GTK_BOX (row), self->lever);
  gtk_widget_add_css_class (row, "card");
  gtk_widget_add_css_class (row, "break-row");
  gtk_widget_set_parent (row, GTK_WIDGET (self));
}

static void
ilv_break_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_break_row_parent_class)->dispose (object);
}

static void
ilv_break_row_class_init (IlvBreakRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_break_row_dispose;
  gtk_widget_class_set_css_name (widget_class, "breakrow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
ilv_break_row_init (IlvBreakRow *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 10);
  add_row (self);
  self->repair
    = ilv_notice_new (ILV_NOTICE_QUESTION, _ ("Repair and run again"), "comparison.repair");
  gtk_widget_set_parent (self->repair, GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
ilv_break_row_set_title (IlvBreakRow *self, const char *title)
{
  g_return_if_fail (ILV_IS_BREAK_ROW (self));
  g_return_if_fail (title != NULL);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->lever), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

void
ilv_break_row_set_repair (IlvBreakRow *self, const char *repair)
{
  g_return_if_fail (ILV_IS_BREAK_ROW (self));

  ilv_notice_set_text (ILV_NOTICE (self->repair), repair);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-fault-bar.h"

#include <glib/gi18n-lib.h>

struct _IlvFaultBar
{
  GtkWidget parent_instance;

  GtkExpander *expander;
  GtkLabel *list;
};

G_DEFINE_FINAL_TYPE (IlvFaultBar, ilv_fault_bar, GTK_TYPE_WIDGET)

static void
show (IlvFaultBar *self, const char *title, const char *list)
{
  gtk_expander_set_label (self->expander, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->expander), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_label_set_label (self->list, list);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
ilv_fault_bar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_fault_bar_parent_class)->dispose (object);
}

static void
ilv_fault_bar_class_init (IlvFaultBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_fault_bar_dispose;
  gtk_widget_class_set_css_name (widget_class, "faultbar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-fault-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvFaultBar, expander);
  gtk_widget_class_bind_template_child (widget_class, IlvFaultBar, list);
}

static void
ilv_fault_bar_init (IlvFaultBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ilv_fault_bar_set_faults (IlvFaultBar *self, GPtrArray *faults)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *title = NULL;

  g_return_if_fail (ILV_IS_FAULT_BAR (self));

  if (faults == NULL || faults->len == 0)
    {
      gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
      return;
    }
  for (guint i = 0; i < faults->len; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? "\n" : "", ((GError *) g_ptr_array_index (faults, i))->message);
  title = g_strdup_printf (ngettext ("There is %u fault in this lesson", "There are %u faults in this lesson",
                                     faults->len),
                           faults->len);
  show (self, title, list->str);
}

void
ilv_fault_bar_set_error (IlvFaultBar *self, const GError *error)
{
  g_return_if_fail (ILV_IS_FAULT_BAR (self));
  g_return_if_fail (error != NULL);

  show (self, _ ("What was saved last cannot be shown"), error->message);
}

void
ilv_fault_bar_set_list (IlvFaultBar *self, const char *title, const char *list)
{
  g_return_if_fail (ILV_IS_FAULT_BAR (self));

  if (list != NULL)
    show (self, title, list);
  else
    gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

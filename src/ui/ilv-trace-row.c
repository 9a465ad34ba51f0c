/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-row.h"

#include <glib/gi18n-lib.h>

struct _IlvTraceRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *title;
  GtkLabel *state;
  GtkWidget *remove;

  IlvTraceDocument *document;
};

G_DEFINE_FINAL_TYPE (IlvTraceRow, ilv_trace_row, GTK_TYPE_LIST_BOX_ROW)

/* (transfer full) */
static char *
describe_state (IlvTraceRow *self)
{
  double fraction = ilv_trace_document_get_fraction (self->document);
  guint64 n_faults = 0;
  g_autofree char *faults = ilv_trace_document_describe_faults (self->document, &n_faults);

  if (ilv_trace_document_is_reading (self->document))
    /* Translators: what is done to a file, and how much of it is done. */
    return fraction < 0 ? g_strdup (_ ("Reading")) : g_strdup_printf (_ ("Reading: %.0f %%"), fraction * 100);
  if (ilv_trace_document_get_n_strands (self->document) == 0)
    return g_strdup (_ ("Cannot be opened"));
  if (faults == NULL)
    return g_strdup ("");
  return g_strdup_printf (ngettext ("%llu fault", "%llu faults", n_faults), (unsigned long long) n_faults);
}

static void
update (IlvTraceRow *self)
{
  const char *title = ilv_trace_document_get_title (self->document);
  g_autofree char *state = describe_state (self);

  gtk_label_set_label (self->title, title);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), title);
  gtk_label_set_label (self->state, state);
  gtk_widget_set_visible (GTK_WIDGET (self->state), *state != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, state, -1);
}

static void
ilv_trace_row_dispose (GObject *object)
{
  g_clear_object (&ILV_TRACE_ROW (object)->document);

  G_OBJECT_CLASS (ilv_trace_row_parent_class)->dispose (object);
}

static void
ilv_trace_row_class_init (IlvTraceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_trace_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-trace-row.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvTraceRow, title);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceRow, state);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceRow, remove);
}

static void
ilv_trace_row_init (IlvTraceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
ilv_trace_row_new (IlvTraceDocument *document)
{
  IlvTraceRow *self;

  g_return_val_if_fail (ILV_IS_TRACE_DOCUMENT (document), NULL);

  self = g_object_new (ILV_TYPE_TRACE_ROW, NULL);
  self->document = g_object_ref (document);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->remove), "u", ilv_trace_document_get_id (document));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->remove), "win.close-trace");
  g_signal_connect_object (document, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

IlvTraceDocument *
ilv_trace_row_get_document (IlvTraceRow *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_ROW (self), NULL);

  return self->document;
}

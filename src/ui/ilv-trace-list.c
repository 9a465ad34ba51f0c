/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-list.h"

#include "ilv-trace-row.h"

struct _IlvTraceList
{
  GtkWidget parent_instance;

  GtkListBox *list;
  GtkWidget *hint;

  GListModel *traces;
  IlvTraceDocument *selected;
};

G_DEFINE_FINAL_TYPE (IlvTraceList, ilv_trace_list, GTK_TYPE_WIDGET)

enum
{
  TRACE_ACTIVATED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GtkWidget *
create_row (gpointer item, gpointer data G_GNUC_UNUSED)
{
  return ilv_trace_row_new (item);
}

static void
select_row (IlvTraceList *self)
{
  GtkListBoxRow *row;

  gtk_list_box_unselect_all (self->list);
  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (ilv_trace_row_get_document (ILV_TRACE_ROW (row)) == self->selected)
      gtk_list_box_select_row (self->list, row);
}

static void
update (IlvTraceList *self)
{
  gboolean is_empty = g_list_model_get_n_items (self->traces) == 0;

  gtk_widget_set_visible (GTK_WIDGET (self->list), !is_empty);
  gtk_widget_set_visible (self->hint, is_empty);
  select_row (self);
}

static void
on_row_activated (IlvTraceList *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[TRACE_ACTIVATED], 0, ilv_trace_row_get_document (ILV_TRACE_ROW (row)));
}

static void
ilv_trace_list_dispose (GObject *object)
{
  IlvTraceList *self = ILV_TRACE_LIST (object);
  GtkWidget *child;

  if (self->traces != NULL)
    g_signal_handlers_disconnect_by_data (self->traces, self);
  g_clear_object (&self->traces);
  g_clear_object (&self->selected);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_trace_list_parent_class)->dispose (object);
}

static void
ilv_trace_list_class_init (IlvTraceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_trace_list_dispose;

  signals[TRACE_ACTIVATED]
    = g_signal_new ("trace-activated", ILV_TYPE_TRACE_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 1, ILV_TYPE_TRACE_DOCUMENT);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-trace-list.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvTraceList, list);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceList, hint);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
}

static void
ilv_trace_list_init (IlvTraceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ilv_trace_list_set_model (IlvTraceList *self, GListModel *traces)
{
  g_return_if_fail (ILV_IS_TRACE_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (traces));
  g_return_if_fail (self->traces == NULL);

  self->traces = g_object_ref (traces);
  gtk_list_box_bind_model (self->list, traces, create_row, NULL, NULL);
  /* After the list, whose rows it looks at. */
  g_signal_connect_object (traces, "items-changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}

void
ilv_trace_list_select (IlvTraceList *self, IlvTraceDocument *document)
{
  g_return_if_fail (ILV_IS_TRACE_LIST (self));
  g_return_if_fail (document == NULL || ILV_IS_TRACE_DOCUMENT (document));

  g_set_object (&self->selected, document);
  select_row (self);
}

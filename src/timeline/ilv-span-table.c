/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-span-table.h"

#include <glib/gi18n-lib.h>

#include "ilv-moment-text.h"
#include "ilv-span-list.h"
#include "ilv-span-text.h"
#include "ilv-wheel.h"

struct _IlvSpanTable
{
  GtkWidget parent_instance;

  GtkWidget *scrolled_window;
  GtkWidget *column_view;
  IlvSpanList *list;
  GtkSingleSelection *selection;

  IlvTrace *trace;
  IlvTimeAxis *axis;
  int side;
  GSignalGroup *axis_signals;

  /* While the selection follows the axis, the axis does not follow the selection. */
  gboolean following;
};

G_DEFINE_FINAL_TYPE (IlvSpanTable, ilv_span_table, GTK_TYPE_WIDGET)

enum
{
  PROP_TRACE = 1,
  PROP_AXIS,
  PROP_SIDE,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

typedef char *(*FormatFunc) (IlvTrace *trace, const IlvSpan *span);

static char *
format_task (IlvTrace *trace, const IlvSpan *span)
{
  return g_strdup (ilv_trace_info_get_task (ilv_trace_get_info (trace), span->task)->name);
}

static char *
format_state (G_GNUC_UNUSED IlvTrace *trace, const IlvSpan *span)
{
  return g_strdup (ilv_state_get_label (span->state));
}

static char *
format_worker (IlvTrace *trace, const IlvSpan *span)
{
  return g_strdup (ilv_span_text_get_worker (trace, span));
}

static char *
format_processor (G_GNUC_UNUSED IlvTrace *trace, const IlvSpan *span)
{
  return ilv_span_text_format_processor (span);
}

/* One unit for all, so that they can be compared down a column. */
static char *
format_time (gint64 time_ns)
{
  return ilv_moment_text_format_tick (time_ns, 1000, ILV_MOMENT_UNIT_MS, TRUE);
}

static char *
format_from (G_GNUC_UNUSED IlvTrace *trace, const IlvSpan *span)
{
  return format_time (span->start_ns);
}

static char *
format_to (G_GNUC_UNUSED IlvTrace *trace, const IlvSpan *span)
{
  return format_time (span->end_ns);
}

static char *
format_length (G_GNUC_UNUSED IlvTrace *trace, const IlvSpan *span)
{
  return format_time (span->end_ns - span->start_ns);
}

static void
on_setup (G_GNUC_UNUSED GtkListItemFactory *factory,
          GtkListItem *list_item,
          G_GNUC_UNUSED gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_list_item_set_child (list_item, label);
}

static void
on_setup_number (G_GNUC_UNUSED GtkListItemFactory *factory,
                 GtkListItem *list_item,
                 G_GNUC_UNUSED gpointer user_data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_widget_add_css_class (label, "numeric");
  gtk_list_item_set_child (list_item, label);
}

static void
on_bind (G_GNUC_UNUSED GtkListItemFactory *factory, GtkListItem *list_item, gpointer user_data)
{
  FormatFunc format = (FormatFunc) user_data;
  IlvSpanItem *item = gtk_list_item_get_item (list_item);
  g_autofree char *text = NULL;

  text = format (ilv_span_item_get_trace (item), ilv_span_item_get_span (item));
  /* Translators: in a table, where there is nothing to say. */
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (list_item)),
                      text != NULL ? text : _ ("–"));
}

static void
add_column (IlvSpanTable *self, const char *title, gboolean number, FormatFunc format)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = gtk_column_view_column_new (title, factory);

  g_signal_connect (factory, "setup", G_CALLBACK (number ? on_setup_number : on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), (gpointer) format);
  gtk_column_view_column_set_expand (column, number);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->column_view), column);
}

static void
add_columns (IlvSpanTable *self)
{
  add_column (self, _ ("Task"), FALSE, format_task);
  add_column (self, _ ("State"), FALSE, format_state);
  add_column (self, _ ("Worker"), FALSE, format_worker);
  add_column (self, _ ("Core"), FALSE, format_processor);
  /* Translators: the moment at which something begins. */
  add_column (self, C_ ("time", "From"), TRUE, format_from);
  /* Translators: the moment at which something ends. */
  add_column (self, C_ ("time", "To"), TRUE, format_to);
  add_column (self, C_ ("time", "Length"), TRUE, format_length);
}

static void
scroll_to (IlvSpanTable *self, guint position)
{
  /* The list is the view's last child, after the header; it alone has the action. */
  GtkWidget *list = gtk_widget_get_last_child (self->column_view);

  if (list != NULL)
    gtk_widget_activate_action (list, "list.scroll-to-item", "u", position);
}

static void
follow_axis (IlvSpanTable *self)
{
  guint n_spans = g_list_model_get_n_items (G_LIST_MODEL (self->list));
  guint position = GTK_INVALID_LIST_POSITION;

  if (self->axis != NULL && ilv_time_axis_get_selected_side (self->axis) == self->side &&
      ilv_time_axis_get_selected_span (self->axis) < n_spans)
    position = ilv_time_axis_get_selected_span (self->axis);

  if (position == gtk_single_selection_get_selected (self->selection))
    return;

  self->following = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->following = FALSE;

  if (position != GTK_INVALID_LIST_POSITION)
    scroll_to (self, position);
}

static void
on_row_selected (IlvSpanTable *self)
{
  guint position = gtk_single_selection_get_selected (self->selection);

  if (self->following || self->axis == NULL)
    return;

  if (position != GTK_INVALID_LIST_POSITION)
    ilv_time_axis_select (self->axis, self->side, position);
  else if (ilv_time_axis_get_selected_side (self->axis) == self->side)
    ilv_time_axis_select (self->axis, -1, 0);
}

static void
ilv_span_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  IlvSpanTable *self = ILV_SPAN_TABLE (object);

  switch (id)
    {
    case PROP_TRACE:
      g_value_set_object (value, self->trace);
      break;
    case PROP_AXIS:
      g_value_set_object (value, self->axis);
      break;
    case PROP_SIDE:
      g_value_set_int (value, self->side);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_span_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  IlvSpanTable *self = ILV_SPAN_TABLE (object);

  switch (id)
    {
    case PROP_TRACE:
      ilv_span_table_set_trace (self, g_value_get_object (value));
      break;
    case PROP_AXIS:
      ilv_span_table_set_axis (self, g_value_get_object (value));
      break;
    case PROP_SIDE:
      ilv_span_table_set_side (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ilv_span_table_dispose (GObject *object)
{
  IlvSpanTable *self = ILV_SPAN_TABLE (object);

  if (self->axis_signals != NULL)
    g_signal_group_set_target (self->axis_signals, NULL);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_func (self->selection, on_row_selected, self);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->axis_signals);
  g_clear_object (&self->selection);
  g_clear_object (&self->list);
  g_clear_object (&self->trace);
  g_clear_object (&self->axis);

  G_OBJECT_CLASS (ilv_span_table_parent_class)->dispose (object);
}

static void
ilv_span_table_class_init (IlvSpanTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = ilv_span_table_get_property;
  object_class->set_property = ilv_span_table_set_property;
  object_class->dispose = ilv_span_table_dispose;

  properties[PROP_TRACE] = g_param_spec_object ("trace", NULL, NULL, ILV_TYPE_TRACE, flags);
  properties[PROP_AXIS] = g_param_spec_object ("axis", NULL, NULL, ILV_TYPE_TIME_AXIS, flags);
  properties[PROP_SIDE] = g_param_spec_int ("side", NULL, NULL, 0, 1, 0, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "spantable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ilv_span_table_init (IlvSpanTable *self)
{
  self->list = ilv_span_list_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->list)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (on_row_selected),
                            self);

  self->column_view = gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection)));
  gtk_widget_add_css_class (self->column_view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->column_view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Spans"), -1);
  add_columns (self);

  self->scrolled_window = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled_window), self->column_view);
  ilv_wheel_pass_on (self->scrolled_window);
  gtk_widget_set_parent (self->scrolled_window, GTK_WIDGET (self));

  self->axis_signals = g_signal_group_new (ILV_TYPE_TIME_AXIS);
  g_signal_group_connect_swapped (self->axis_signals, "notify::selected-side",
                                  G_CALLBACK (follow_axis), self);
  g_signal_group_connect_swapped (self->axis_signals, "notify::selected-span",
                                  G_CALLBACK (follow_axis), self);
}

GtkWidget *
ilv_span_table_new (void)
{
  return g_object_new (ILV_TYPE_SPAN_TABLE, NULL);
}

void
ilv_span_table_set_trace (IlvSpanTable *self, IlvTrace *trace)
{
  g_return_if_fail (ILV_IS_SPAN_TABLE (self));
  g_return_if_fail (trace == NULL || ILV_IS_TRACE (trace));

  if (!g_set_object (&self->trace, trace))
    return;

  /* The rows go, and with them the selection; the axis keeps what is selected. */
  self->following = TRUE;
  ilv_span_list_set_trace (self->list, trace);
  self->following = FALSE;
  follow_axis (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRACE]);
}

void
ilv_span_table_set_axis (IlvSpanTable *self, IlvTimeAxis *axis)
{
  g_return_if_fail (ILV_IS_SPAN_TABLE (self));
  g_return_if_fail (axis == NULL || ILV_IS_TIME_AXIS (axis));

  if (!g_set_object (&self->axis, axis))
    return;

  g_signal_group_set_target (self->axis_signals, axis);
  follow_axis (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_AXIS]);
}

void
ilv_span_table_set_side (IlvSpanTable *self, int side)
{
  g_return_if_fail (ILV_IS_SPAN_TABLE (self));
  g_return_if_fail (side == 0 || side == 1);

  if (side == self->side)
    return;

  self->side = side;
  follow_axis (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDE]);
}

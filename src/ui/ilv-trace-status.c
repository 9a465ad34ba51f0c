/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-status.h"

#include <glib/gi18n-lib.h>

struct _IlvTraceStatus
{
  GtkWidget parent_instance;

  GtkStack *stack;
  AdwStatusPage *reading;
  GtkProgressBar *bar;
  AdwStatusPage *problem;
};

G_DEFINE_FINAL_TYPE (IlvTraceStatus, ilv_trace_status, GTK_TYPE_WIDGET)

static void
show_reading (IlvTraceStatus *self, IlvTraceDocument *document)
{
  g_autofree char *title = NULL, *escaped = NULL;

  /* Translators: %s is the name of a file, which is being read. */
  title = g_strdup_printf (_ ("Reading %s"), ilv_trace_document_get_title (document));
  escaped = g_markup_escape_text (title, -1);
  adw_status_page_set_title (self->reading, escaped);
  ilv_trace_status_show_fraction (self->bar, document);
  gtk_stack_set_visible_child_name (self->stack, "reading");
}

static void
show_problem (IlvTraceStatus *self, const char *icon, const char *title, const char *description)
{
  g_autofree char *escaped_title = g_markup_escape_text (title, -1);
  g_autofree char *escaped = g_markup_escape_text (description, -1);

  adw_status_page_set_icon_name (self->problem, icon);
  adw_status_page_set_title (self->problem, escaped_title);
  adw_status_page_set_description (self->problem, escaped);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* Why there is nothing, and what can be done. */
static void
show_error (IlvTraceStatus *self, IlvTraceDocument *document, const GError *error)
{
  const char *name = ilv_trace_document_get_title (document);
  g_autofree char *title = NULL, *text = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_problem (self, "process-stop-symbolic", name, error->message);
      return;
    }
  /* Translators: %s is the name of a file. */
  title = g_strdup_printf (_ ("%s cannot be opened"), name);
  text = g_strdup_printf ("%s\n\n%s", error->message,
                          error->domain == ILV_TRACE_IMPORT_ERROR
                            ? _ ("Open a file in Chrome’s trace-event format (JSON, also packed by gzip), or a "
                                 "trace of Interleave’s own as JSON or CSV.")
                            : _ ("Look whether the file is there and can be read, and try again."));
  show_problem (self, "dialog-error-symbolic", title, text);
}

static void
show_nothing (IlvTraceStatus *self, IlvTraceDocument *document)
{
  guint64 n_events, n_passed_over;
  g_autofree char *events = NULL, *passed_over = NULL, *text = NULL;

  ilv_trace_document_count_events (document, &n_events, &n_passed_over);
  events = g_strdup_printf (_ ("Events: %llu"), (unsigned long long) n_events);
  passed_over
    = g_strdup_printf (_ ("Of kinds that no lane shows: %llu"), (unsigned long long) n_passed_over);
  text = g_strdup_printf ("%s\n%s", events, passed_over);
  show_problem (self, "edit-find-symbolic", _ ("This trace shows nothing that took time"), text);
}

static void
ilv_trace_status_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (ilv_trace_status_parent_class)->dispose (object);
}

static void
ilv_trace_status_class_init (IlvTraceStatusClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ilv_trace_status_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/interleave/Interleave/ilv-trace-status.ui");
  gtk_widget_class_bind_template_child (widget_class, IlvTraceStatus, stack);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceStatus, reading);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceStatus, bar);
  gtk_widget_class_bind_template_child (widget_class, IlvTraceStatus, problem);
}

static void
ilv_trace_status_init (IlvTraceStatus *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ilv_trace_status_show (IlvTraceStatus *self, IlvTraceDocument *document)
{
  g_return_if_fail (ILV_IS_TRACE_STATUS (self));
  g_return_if_fail (document == NULL || ILV_IS_TRACE_DOCUMENT (document));

  if (document == NULL)
    gtk_stack_set_visible_child_name (self->stack, "empty");
  else if (ilv_trace_document_is_reading (document))
    show_reading (self, document);
  else if (ilv_trace_document_get_error (document) != NULL)
    show_error (self, document, ilv_trace_document_get_error (document));
  else
    show_nothing (self, document);
}

void
ilv_trace_status_show_fraction (GtkProgressBar *bar, IlvTraceDocument *document)
{
  double fraction = ilv_trace_document_get_fraction (document);
  g_autofree char *text = NULL;

  if (fraction < 0)
    {
      gtk_progress_bar_pulse (bar);
      return;
    }
  gtk_progress_bar_set_fraction (bar, fraction);
  /* Translators: a percentage. */
  text = g_strdup_printf (_ ("%.0f %%"), fraction * 100);
  gtk_progress_bar_set_text (bar, text);
}

const char *
ilv_trace_status_get_shown (IlvTraceStatus *self)
{
  g_return_val_if_fail (ILV_IS_TRACE_STATUS (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}

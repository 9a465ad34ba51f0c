/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-printer.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ilv-handout-options.h"

/* How long is waited for the runs before GTK asks again, so that it does not ask all the time. */
#define PATIENCE_US 2000

struct _IlvHandoutPrinter
{
  GObject parent_instance;

  GtkPrintSettings *settings; /* or NULL */
  GtkPageSetup *page_setup;   /* or NULL */

  /* While something is printed. */
  GtkPrintOperation *operation;
  IlvHandoutOptions *options;
  IlvHandout *handout;
  gboolean is_loaded;
};

G_DEFINE_FINAL_TYPE (IlvHandoutPrinter, ilv_handout_printer, G_TYPE_OBJECT)

enum
{
  FAILED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static GObject *
on_create_custom_widget (IlvHandoutPrinter *self)
{
  gtk_widget_set_margin_start (GTK_WIDGET (self->options), 18);
  gtk_widget_set_margin_end (GTK_WIDGET (self->options), 18);
  gtk_widget_set_margin_top (GTK_WIDGET (self->options), 18);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->options), 18);
  return G_OBJECT (self->options);
}

static void
load_in_thread (GTask *task,
                gpointer source G_GNUC_UNUSED,
                gpointer data,
                GCancellable *cancellable G_GNUC_UNUSED)
{
  ilv_handout_load (data);
  g_task_return_boolean (task, TRUE);
}

static void
on_loaded (GObject *source, GAsyncResult *result, gpointer user_data G_GNUC_UNUSED)
{
  IlvHandoutPrinter *self = ILV_HANDOUT_PRINTER (source);

  /* By now something else may be printed. */
  if (g_task_get_task_data (G_TASK (result)) == self->handout)
    self->is_loaded = TRUE;
}

/* The dialog has been answered: the paper is known. */
static void
on_begin_print (IlvHandoutPrinter *self, GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);
  g_autoptr (GTask) task = g_task_new (self, NULL, on_loaded, NULL);
  IlvHandoutPaper paper;
  double least = MAX (gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS),
                      gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS));

  g_set_object (&self->page_setup, setup);
  g_clear_object (&self->handout);
  self->handout = ilv_handout_options_create_handout (self->options);
  self->is_loaded = FALSE;
  ilv_handout_paper_init (&paper, gtk_print_context_get_width (context),
                          gtk_print_context_get_height (context), least);
  ilv_handout_set_paper (self->handout, &paper);
  gtk_print_operation_set_job_name (self->operation, ilv_handout_get_title (self->handout));
  g_task_set_task_data (task, g_object_ref (self->handout), g_object_unref);
  g_task_run_in_thread (task, load_in_thread);
}

/* Called again and again, with the main loop between, until it is %TRUE. */
static gboolean
on_paginate (IlvHandoutPrinter *self)
{
  if (!self->is_loaded)
    {
      g_usleep (PATIENCE_US);
      return FALSE;
    }
  if (!ilv_handout_paginate (self->handout))
    return FALSE;
  gtk_print_operation_set_n_pages (self->operation, ilv_handout_get_n_pages (self->handout));
  return TRUE;
}

static void
on_draw_page (IlvHandoutPrinter *self, GtkPrintContext *context, int page)
{
  ilv_handout_draw_page (self->handout, gtk_print_context_get_cairo_context (context), page);
}

static void
end (IlvHandoutPrinter *self)
{
  if (self->operation != NULL)
    g_signal_handlers_disconnect_by_data (self->operation, self);
  g_clear_object (&self->operation);
  g_clear_object (&self->options);
  g_clear_object (&self->handout);
}

static void
fail (IlvHandoutPrinter *self, const GError *error)
{
  /* Translators: %s says why. */
  g_autofree char *message =
    g_strdup_printf (_ ("The handout could not be printed: %s"),
                     error != NULL ? error->message : _ ("no reason was given"));

  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
on_done (IlvHandoutPrinter *self, GtkPrintOperationResult result)
{
  g_autoptr (GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_APPLY)
    g_set_object (&self->settings, gtk_print_operation_get_print_settings (self->operation));
  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (self->operation, &error);
      fail (self, error);
    }
  end (self);
}

/* Those of the last time, and the name of a file that says what is in it. */
static void
set_settings (IlvHandoutPrinter *self, GtkPrintOperation *operation)
{
  g_autoptr (GtkPrintSettings) settings =
    self->settings != NULL ? gtk_print_settings_copy (self->settings) : gtk_print_settings_new ();
  g_autofree char *name = ilv_handout_options_create_name (self->options);

  *strrchr (name, '.') = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_unset (settings, GTK_PRINT_SETTINGS_OUTPUT_URI);
  gtk_print_operation_set_print_settings (operation, settings);
}

static GtkPrintOperation *
create_operation (IlvHandoutPrinter *self)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_custom_tab_label (operation, _ ("Handout"));
  set_settings (self, operation);
  if (self->page_setup != NULL)
    gtk_print_operation_set_default_page_setup (operation, self->page_setup);
  g_signal_connect_swapped (operation, "create-custom-widget", G_CALLBACK (on_create_custom_widget),
                            self);
  g_signal_connect_swapped (operation, "begin-print", G_CALLBACK (on_begin_print), self);
  g_signal_connect_swapped (operation, "paginate", G_CALLBACK (on_paginate), self);
  g_signal_connect_swapped (operation, "draw-page", G_CALLBACK (on_draw_page), self);
  g_signal_connect_swapped (operation, "done", G_CALLBACK (on_done), self);
  return operation;
}

static void
ilv_handout_printer_dispose (GObject *object)
{
  IlvHandoutPrinter *self = ILV_HANDOUT_PRINTER (object);

  if (self->operation != NULL)
    gtk_print_operation_cancel (self->operation);
  end (self);
  g_clear_object (&self->settings);
  g_clear_object (&self->page_setup);

  G_OBJECT_CLASS (ilv_handout_printer_parent_class)->dispose (object);
}

static void
ilv_handout_printer_class_init (IlvHandoutPrinterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_handout_printer_dispose;

  /**
   * IlvHandoutPrinter::failed:
   * @self: the printer
   * @message: why
   */
  signals[FAILED] = g_signal_new ("failed", ILV_TYPE_HANDOUT_PRINTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                  NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ilv_handout_printer_init (IlvHandoutPrinter *self G_GNUC_UNUSED)
{
}

IlvHandoutPrinter *
ilv_handout_printer_new (void)
{
  return g_object_new (ILV_TYPE_HANDOUT_PRINTER, NULL);
}

void
ilv_handout_printer_print (IlvHandoutPrinter *self,
                           GtkWindow *parent,
                           IlvCourse *course,
                           IlvLesson *lesson,
                           IlvLastRuns *runs,
                           GtkPrintOperationAction action,
                           const char *file)
{
  g_autoptr (GtkPrintOperation) operation = NULL;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (ILV_IS_HANDOUT_PRINTER (self));
  g_return_if_fail (self->operation == NULL);

  self->options =
    ILV_HANDOUT_OPTIONS (g_object_ref_sink (ilv_handout_options_new (course, lesson, runs)));
  operation = create_operation (self);
  self->operation = g_object_ref (operation);
  if (file != NULL)
    gtk_print_operation_set_export_filename (operation, file);
  /* What goes wrong before it begins is not told by "done". */
  if (gtk_print_operation_run (operation, action, parent, &error) ==
        GTK_PRINT_OPERATION_RESULT_ERROR &&
      self->operation == operation)
    {
      fail (self, error);
      end (self);
    }
}

gboolean
ilv_handout_printer_is_printing (IlvHandoutPrinter *self)
{
  g_return_val_if_fail (ILV_IS_HANDOUT_PRINTER (self), FALSE);

  return self->operation != NULL;
}

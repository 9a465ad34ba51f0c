/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-handout.h"

G_BEGIN_DECLS

#define ILV_TYPE_HANDOUT_PRINTER (ilv_handout_printer_get_type ())

/**
 * IlvHandoutPrinter:
 *
 * Prints handouts: the dialog of the platform with a tab for what is to be printed. It remembers
 * the settings and the paper that were chosen last. Nothing in it keeps the main thread: runs are
 * read by another, and pages are laid out a section at a time.
 *
 * Signals: #IlvHandoutPrinter::failed with why, in words for a person.
 */
G_DECLARE_FINAL_TYPE (IlvHandoutPrinter, ilv_handout_printer, ILV, HANDOUT_PRINTER, GObject)

IlvHandoutPrinter *ilv_handout_printer_new (void);

/* Prints as @action says; not while it prints. @parent, @lesson, @runs: (nullable): see
 * ilv_handout_options_new(). @file: (nullable): the PDF, for %GTK_PRINT_OPERATION_ACTION_EXPORT. */
void ilv_handout_printer_print (IlvHandoutPrinter *self,
                                GtkWindow *parent,
                                IlvCourse *course,
                                IlvLesson *lesson,
                                IlvLastRuns *runs,
                                GtkPrintOperationAction action,
                                const char *file);

gboolean ilv_handout_printer_is_printing (IlvHandoutPrinter *self);

G_END_DECLS

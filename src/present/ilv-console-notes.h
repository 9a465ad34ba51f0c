/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

#define ILV_TYPE_CONSOLE_NOTES (ilv_console_notes_get_type ())

/**
 * IlvConsoleNotes:
 *
 * The presenter's notes about the section of the slide, at the size that the presenter wants. They
 * stay where they were scrolled to within a section.
 */
G_DECLARE_FINAL_TYPE (IlvConsoleNotes, ilv_console_notes, ILV, CONSOLE_NOTES, GtkWidget)

GtkWidget *ilv_console_notes_new (IlvPresentation *presentation);

G_END_DECLS

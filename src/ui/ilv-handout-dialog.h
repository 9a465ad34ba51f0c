/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-handout.h"

G_BEGIN_DECLS

#define ILV_TYPE_HANDOUT_DIALOG (ilv_handout_dialog_get_type ())

/**
 * IlvHandoutDialog:
 *
 * Asks what is to be on a handout and where it is to be saved.
 *
 * Signals: #IlvHandoutDialog::chosen with a #GFile and an #IlvHandout that is neither loaded nor
 * laid out; the dialog has then been closed.
 */
G_DECLARE_FINAL_TYPE (IlvHandoutDialog, ilv_handout_dialog, ILV, HANDOUT_DIALOG, AdwWindow)

/* @parent, @lesson, @runs: (nullable): see ilv_handout_options_new(). */
GtkWidget *
ilv_handout_dialog_new (GtkWindow *parent, IlvCourse *course, IlvLesson *lesson, IlvLastRuns *runs);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-talk-summary.h"

G_BEGIN_DECLS

#define ILV_TYPE_SUMMARY_WINDOW (ilv_summary_window_get_type ())

/**
 * IlvSummaryWindow:
 *
 * What has become of a talk: its length against the plan, the time on each slide, and what the room has
 * predicted. It can be saved and copied as CSV.
 */
G_DECLARE_FINAL_TYPE (IlvSummaryWindow, ilv_summary_window, ILV, SUMMARY_WINDOW, AdwWindow)

/* @parent: (nullable): the window that it is shown over. */
GtkWindow *ilv_summary_window_new (GtkWindow *parent, IlvTalkSummary *summary);

/* Whether there is something to say about a talk: not where it was ended within ten seconds, as one that
 * was begun by mistake, and no hands were counted. */
gboolean ilv_summary_window_is_needed (IlvTalkSummary *summary);

/* Saves it as CSV, and then tells so, or what went wrong. */
void ilv_summary_window_save (IlvSummaryWindow *self, GFile *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-past-run.h"

G_BEGIN_DECLS

#define ILV_TYPE_RUN_THUMB (ilv_run_thumb_get_type ())

/**
 * IlvRunThumb:
 *
 * A run in small: both sides above each other, who ran when. A picture only: what it shows is to be said
 * beside it.
 */
G_DECLARE_FINAL_TYPE (IlvRunThumb, ilv_run_thumb, ILV, RUN_THUMB, GtkWidget)

GtkWidget *ilv_run_thumb_new (IlvPastRun *run);

/* How long the whole width is, so that several runs have one scale. */
void ilv_run_thumb_set_limit_ns (IlvRunThumb *self, gint64 limit_ns);

G_END_DECLS

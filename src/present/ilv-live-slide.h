/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-slide-canvas.h"
#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_LIVE_SLIDE (ilv_live_slide_get_type ())

/**
 * IlvLiveSlide:
 *
 * The slide that is shown, in the deck's format and as large as it fits, with what the presenter points
 * at: moving the mouse over it moves the pointer, in all windows. It knows nothing of what covers the
 * projector.
 */
G_DECLARE_FINAL_TYPE (IlvLiveSlide, ilv_live_slide, ILV, LIVE_SLIDE, GtkWidget)

/* @magnifies: whether a slide that is magnified is magnified here, as for the room; otherwise what the
 * room sees of it is framed. */
GtkWidget *ilv_live_slide_new (IlvStageSet *stages, gboolean magnifies);

/* (transfer none) */
IlvSlideCanvas *ilv_live_slide_get_canvas (IlvLiveSlide *self);

G_END_DECLS

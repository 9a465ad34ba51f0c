/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_SLIDE_THUMB (ilv_slide_thumb_get_type ())

/**
 * IlvSlideThumb:
 *
 * A slide in small, that keeps its shape. It is empty until it is filled: a slide takes some
 * milliseconds to make, and there may be many.
 */
G_DECLARE_FINAL_TYPE (IlvSlideThumb, ilv_slide_thumb, ILV, SLIDE_THUMB, GtkWidget)

GtkWidget *ilv_slide_thumb_new (IlvStageSet *stages, IlvSlide *slide);

/* Makes its slide, if it is not there yet. Returns: whether there was something to do. */
gboolean ilv_slide_thumb_fill (IlvSlideThumb *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

#define ILV_TYPE_SLIDE_COVER (ilv_slide_cover_get_type ())

/**
 * IlvSlideCover:
 *
 * What the projector shows instead of a slide: black, white, or that the talk is over. It is visible
 * while there is something to cover, and says so to screen readers.
 */
G_DECLARE_FINAL_TYPE (IlvSlideCover, ilv_slide_cover, ILV, SLIDE_COVER, GtkWidget)

GtkWidget *ilv_slide_cover_new (IlvPresentation *presentation);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The present room: windows that a talk is seen in.
 *
 * They are views of an #IlvPresentation: the audience's window on the projector, the presenter's console,
 * and what belongs to them. What runs on slides is an #IlvStage that all windows share.
 */

#pragma once

#include <gtk/gtk.h>

#include "ilv-stage-set.h"

G_BEGIN_DECLS

#define ILV_TYPE_SLIDE_VIEW (ilv_slide_view_get_type ())

/**
 * IlvSlideView:
 *
 * One slide, laid out in the pixels of a slide: its title, what it shows, and its foot. To be put into
 * an #IlvSlideCanvas. What it shows follows the presentation and the stages; with an own slide set it
 * stays at that one.
 */
G_DECLARE_FINAL_TYPE (IlvSlideView, ilv_slide_view, ILV, SLIDE_VIEW, GtkWidget)

/* Follows the slide that is shown. */
GtkWidget *ilv_slide_view_new (IlvStageSet *stages);

/* Shows that slide and no other, and cannot be used: for previews. @slide: (nullable): nothing. */
GtkWidget *ilv_slide_view_new_for_slide (IlvStageSet *stages, IlvSlide *slide);

G_END_DECLS

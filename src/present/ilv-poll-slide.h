/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

#define ILV_TYPE_POLL_SLIDE (ilv_poll_slide_get_type ())

/**
 * IlvPollSlide:
 *
 * What a slide shows that asks the room: the question, its answers, what the room is to do, and of the hands
 * what it may see. A click on an answer counts a hand for it, a click with the secondary button or with
 * Shift takes one back.
 */
G_DECLARE_FINAL_TYPE (IlvPollSlide, ilv_poll_slide, ILV, POLL_SLIDE, GtkWidget)

/* (transfer floating). @slide: one of %ILV_SLIDE_POLL. It follows the presentation while that shows
 * @slide, and else is at its first step. */
GtkWidget *ilv_poll_slide_new (IlvPresentation *presentation, IlvSlide *slide);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

#define ILV_TYPE_SLIDE_PROMPT (ilv_slide_prompt_get_type ())

/**
 * IlvSlidePrompt:
 *
 * A line at the foot of a slide for the presenter: whether to end, or the number of the slide that is
 * being typed. It is visible while there is something to say. A count of hands that is being typed is
 * not shown, since it is hidden from the room.
 */
G_DECLARE_FINAL_TYPE (IlvSlidePrompt, ilv_slide_prompt, ILV, SLIDE_PROMPT, GtkWidget)

GtkWidget *ilv_slide_prompt_new (IlvPresentation *presentation);

G_END_DECLS

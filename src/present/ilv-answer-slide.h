/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

#define ILV_TYPE_ANSWER_SLIDE (ilv_answer_slide_get_type ())

/**
 * IlvAnswerSlide:
 *
 * What a slide shows that answers a question: which answer a run has shown to be right, what it has
 * measured and why; and why not what most of those thought who were wrong. Before there was a run it says
 * that the run decides, and no more.
 */
G_DECLARE_FINAL_TYPE (IlvAnswerSlide, ilv_answer_slide, ILV, ANSWER_SLIDE, GtkWidget)

/* (transfer floating). @slide: one of %ILV_SLIDE_ANSWER */
GtkWidget *ilv_answer_slide_new (IlvPresentation *presentation, IlvSlide *slide);

G_END_DECLS

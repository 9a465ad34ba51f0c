/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-poll-slide.h"

GtkWidget *
ilv_poll_slide_new (IlvPresentation *presentation, IlvSlide *slide)
{
  IlvPoll *poll = ilv_presentation_get_poll (presentation, ilv_slide_get_parts (slide)->poll);

  return g_object_new (GTK_TYPE_LABEL, "label", ilv_poll_get_question (poll), "wrap", TRUE, "xalign",
                       0.0f, "yalign", 0.0f, NULL);
}

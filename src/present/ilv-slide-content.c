/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-content.h"

#include "ilv-answer-slide.h"
#include "ilv-poll-slide.h"
#include "ilv-text-slide.h"
#include "ilv-title-slide.h"

/* Something to look at where a stage is missing. */
static GtkWidget *
create_stage_view (IlvStageSet *stages, IlvSlide *slide)
{
  IlvStage *stage = ilv_stage_set_get (stages, slide);

  return stage != NULL ? ilv_stage_create_view (stage, ilv_slide_get_kind (slide)) : gtk_label_new ("");
}

GtkWidget *
ilv_slide_content_new (IlvStageSet *stages, IlvSlide *slide)
{
  g_return_val_if_fail (ILV_IS_STAGE_SET (stages), NULL);
  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);

  switch (ilv_slide_get_kind (slide))
    {
    case ILV_SLIDE_TITLE:
      return ilv_title_slide_new (ilv_deck_get_lesson (
        ilv_presentation_get_deck (ilv_stage_set_get_presentation (stages))));
    case ILV_SLIDE_TEXT:
      return ilv_text_slide_new (slide);
    case ILV_SLIDE_POLL:
      return ilv_poll_slide_new (ilv_stage_set_get_presentation (stages), slide);
    case ILV_SLIDE_ANSWER:
      return ilv_answer_slide_new (ilv_stage_set_get_presentation (stages), slide);
    default:
      return create_stage_view (stages, slide);
    }
}

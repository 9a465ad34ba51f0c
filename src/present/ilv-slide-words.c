/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-words.h"

#include <glib/gi18n.h>

#include "ilv-slide-markup.h"

const char *
ilv_slide_words_get_kind (IlvSlide *slide)
{
  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);

  switch (ilv_slide_get_kind (slide))
    {
    case ILV_SLIDE_POLL:
      return _ ("Question");
    case ILV_SLIDE_CODE:
      return _ ("Code");
    case ILV_SLIDE_EXPERIMENT:
      return _ ("Experiment");
    case ILV_SLIDE_RACE:
      return _ ("Race");
    case ILV_SLIDE_SCENE:
      return _ ("Picture");
    case ILV_SLIDE_ANSWER:
      return _ ("Answer");
    case ILV_SLIDE_TITLE:
    case ILV_SLIDE_TEXT:
    default:
      return NULL;
    }
}

const char *
ilv_slide_words_get_caption (IlvSlide *slide)
{
  const char *kind;

  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);

  if (ilv_slide_get_parts (slide)->part == 0)
    return ilv_slide_get_parts (slide)->title;
  kind = ilv_slide_words_get_kind (slide);
  return kind != NULL ? kind : _ ("Text");
}

static void
append (GString *text, const char *more)
{
  g_string_append_c (text, '\n');
  g_string_append (text, more);
}

static void
append_prediction (GString *text, IlvPrediction *prediction)
{
  append (text, ilv_prediction_get_question (prediction));
  for (guint i = 0; i < ilv_prediction_get_n_choices (prediction); i++)
    append (text, ilv_prediction_get_choice (prediction, i)->text);
}

static void
append_subject (GString *text, IlvBlock *subject)
{
  if (ilv_block_get_comparison (subject) != NULL)
    append (text, ilv_comparison_get_title (ilv_block_get_comparison (subject)));
  if (ilv_block_get_race (subject) != NULL)
    append (text, ilv_race_get_title (ilv_block_get_race (subject)));
}

char *
ilv_slide_words_dup_text (IlvSlide *slide)
{
  const IlvSlideParts *parts;
  GString *text;

  g_return_val_if_fail (ILV_IS_SLIDE (slide), NULL);

  parts = ilv_slide_get_parts (slide);
  text = g_string_new (parts->title);
  if (ilv_slide_words_get_kind (slide) != NULL)
    append (text, ilv_slide_words_get_kind (slide));
  for (guint i = 0; parts->blocks != NULL && i < parts->blocks->len; i++)
    {
      g_autofree char *block
        = ilv_slide_markup_to_text (ilv_block_get_markup (parts->blocks->pdata[i]));

      append (text, block);
    }
  if (parts->prediction != NULL)
    append_prediction (text, parts->prediction);
  if (parts->subject != NULL && parts->kind != ILV_SLIDE_POLL && parts->kind != ILV_SLIDE_ANSWER)
    append_subject (text, parts->subject);
  return g_string_free (text, FALSE);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison.h"
#include "ilv-prediction.h"
#include "ilv-race.h"

G_BEGIN_DECLS

/**
 * IlvBlockKind:
 * @ILV_BLOCK_HEADING: a heading below the section's title
 * @ILV_BLOCK_PARAGRAPH: a paragraph of text
 * @ILV_BLOCK_ITEM: an item of a list; its marker ("•" or "1.") is the block's marker
 * @ILV_BLOCK_QUOTE: a quotation
 * @ILV_BLOCK_SINCE: a "Since the notes were written" box: a quotation that begins with `[!SINCE]`
 * @ILV_BLOCK_CODE: code, as it stands
 * @ILV_BLOCK_COMPARE: two timelines
 * @ILV_BLOCK_PREDICT: a question to be answered before the next comparison runs
 * @ILV_BLOCK_RACE: one workload run in several ways
 * @ILV_BLOCK_SCENE: a picture that lives by itself, such as this computer's
 * @ILV_BLOCK_FAULT: what is wrong here, where a lesson with faults is shown to whoever writes it
 */
typedef enum
{
  ILV_BLOCK_HEADING,
  ILV_BLOCK_PARAGRAPH,
  ILV_BLOCK_ITEM,
  ILV_BLOCK_QUOTE,
  ILV_BLOCK_SINCE,
  ILV_BLOCK_CODE,
  ILV_BLOCK_COMPARE,
  ILV_BLOCK_PREDICT,
  ILV_BLOCK_RACE,
  ILV_BLOCK_SCENE,
  ILV_BLOCK_FAULT,
} IlvBlockKind;

#define ILV_TYPE_BLOCK (ilv_block_get_type ())

/**
 * IlvBlock:
 *
 * One block of a section, in the order of reading. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvBlock, ilv_block, ILV, BLOCK, GObject)

IlvBlock *ilv_block_new_text (IlvBlockKind kind, const char *marker, const char *markup);
IlvBlock *ilv_block_new_comparison (IlvComparison *comparison);
IlvBlock *ilv_block_new_prediction (IlvPrediction *prediction);
IlvBlock *ilv_block_new_race (IlvRace *race);
IlvBlock *ilv_block_new_scene (const char *scene);

IlvBlockKind ilv_block_get_kind (IlvBlock *self);

/* (nullable): the text of a text block or a fault as markup of a small set that is well-formed XML: b, i, tt,
 * s, and a with href. For code it is escaped text. */
const char *ilv_block_get_markup (IlvBlock *self);

/* (nullable): the marker of a list item; the language of code. */
const char *ilv_block_get_marker (IlvBlock *self);
IlvComparison *ilv_block_get_comparison (IlvBlock *self);
IlvPrediction *ilv_block_get_prediction (IlvBlock *self);
IlvRace *ilv_block_get_race (IlvBlock *self);

/* (nullable): the scene's kind, such as "computer". */
const char *ilv_block_get_scene (IlvBlock *self);

G_END_DECLS

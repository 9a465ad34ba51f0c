/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lesson-source.h"
#include "ilv-section.h"

G_BEGIN_DECLS

/**
 * IlvSectionBuilder:
 *
 * Makes sections of blocks as they are read, and finds what is wrong with them as a whole: a
 * section without a title, two of one name, a prediction of nothing. Private to the lesson room.
 */
typedef struct
{
  IlvLessonSource *source;
  GPtrArray *sections;
  GHashTable *slugs;
  GHashTable *predictions;

  char *title;
  char *slug; /* as the heading gives it; nullable */
  const char *title_place;
  GPtrArray *blocks;
  GString *notes;
  const char *open_prediction; /* where the one that has no comparison yet stands */
  gboolean untitled;           /* and said so already */
} IlvSectionBuilder;

void ilv_section_builder_init (IlvSectionBuilder *self, IlvLessonSource *source);
void ilv_section_builder_clear (IlvSectionBuilder *self);

/* Whether a heading that comes now is the section's title. */
gboolean ilv_section_builder_wants_title (IlvSectionBuilder *self);

/* The @place of what is added is where its fault, if any, will be named. A title may end with the
 * section's slug: "Der Titel {#the-title}". */
void ilv_section_builder_set_title (IlvSectionBuilder *self, const char *title, const char *place);
void ilv_section_builder_add_block (IlvSectionBuilder *self, IlvBlock *block, const char *place);
void ilv_section_builder_add_note (IlvSectionBuilder *self, const char *note);

/* Ends the section; @place is that of its end. */
void ilv_section_builder_end_section (IlvSectionBuilder *self, const char *place);

/* (transfer full) (element-type IlvSection): ends the last section, whose beginning was @place, or
 * %NULL where no other went before, and hands all of them over. */
GPtrArray *ilv_section_builder_finish (IlvSectionBuilder *self, const char *place);

G_END_DECLS

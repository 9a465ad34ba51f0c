/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lesson.h"
#include "ilv-term.h"

G_BEGIN_DECLS

/**
 * IlvSearchKind:
 * @ILV_SEARCH_LESSON: a lesson, by its title or summary
 * @ILV_SEARCH_SECTION: a section of a lesson, by its title or text
 * @ILV_SEARCH_TERM: a word of the glossary, by its title or definition
 *
 * What was found.
 */
typedef enum
{
  ILV_SEARCH_LESSON,
  ILV_SEARCH_SECTION,
  ILV_SEARCH_TERM,
} IlvSearchKind;

#define ILV_TYPE_SEARCH_HIT (ilv_search_hit_get_type ())

/**
 * IlvSearchHit:
 *
 * Something that a search has found. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvSearchHit, ilv_search_hit, ILV, SEARCH_HIT, GObject)

/* @term or @lesson is %NULL; @snippet is markup. */
IlvSearchHit *ilv_search_hit_new (IlvSearchKind kind,
                                  IlvLesson *lesson,
                                  guint section,
                                  IlvTerm *term,
                                  const char *title,
                                  const char *snippet);

IlvSearchKind ilv_search_hit_get_kind (IlvSearchHit *self);

/* (nullable): the lesson that was found or that the section belongs to. */
IlvLesson *ilv_search_hit_get_lesson (IlvSearchHit *self);

/* The number of the section in its lesson, from 0. */
guint ilv_search_hit_get_section (IlvSearchHit *self);

/* (nullable) */
IlvTerm *ilv_search_hit_get_term (IlvSearchHit *self);
const char *ilv_search_hit_get_title (IlvSearchHit *self);

/* The text around what was looked for, as markup. */
const char *ilv_search_hit_get_snippet (IlvSearchHit *self);

G_END_DECLS

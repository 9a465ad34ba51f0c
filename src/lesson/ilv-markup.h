/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <md4c.h>

#include "ilv-lesson-source.h"

G_BEGIN_DECLS

/**
 * IlvMarkup:
 *
 * The text of one block while md4c reads it: once as markup, which is well-formed whatever the text
 * is, and once plain, for titles and comments. Private to the lesson room.
 */
typedef struct
{
  IlvLessonSource *source;
  GString *markup;
  GString *plain;
  guint link_depth;
  gboolean link_open;
} IlvMarkup;

void ilv_markup_init (IlvMarkup *self, IlvLessonSource *source);
void ilv_markup_clear (IlvMarkup *self);

/* Begins anew for the next block. */
void ilv_markup_reset (IlvMarkup *self);

/* Begins the next paragraph of the same block. */
void ilv_markup_break_paragraph (IlvMarkup *self);

void ilv_markup_enter_span (IlvMarkup *self, MD_SPANTYPE type, gpointer detail);
void ilv_markup_leave_span (IlvMarkup *self, MD_SPANTYPE type);
void ilv_markup_add_text (IlvMarkup *self, MD_TEXTTYPE type, const char *text, gsize length);

/* (transfer full): the text of an attribute, such as the words behind a fence. */
char *ilv_markup_read_attribute (IlvMarkup *self, const MD_ATTRIBUTE *attribute);

G_END_DECLS

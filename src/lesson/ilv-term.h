/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define ILV_TYPE_TERM (ilv_term_get_type ())

/**
 * IlvTerm:
 *
 * A word of the glossary. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvTerm, ilv_term, ILV, TERM, GObject)

IlvTerm *ilv_term_new (const char *id,
                       const char *title,
                       const char *definition,
                       const char *source);

/* Whether @id is made of the letters a to z, digits and hyphens. */
gboolean ilv_term_is_id (const char *id);

/* What texts link to, such as "context-switch". */
const char *ilv_term_get_id (IlvTerm *self);
const char *ilv_term_get_title (IlvTerm *self);

/* Plain text. */
const char *ilv_term_get_definition (IlvTerm *self);

/* (transfer full): where the definition comes from, as markup: an address at its end is a link
 * with the words before it as its text. */
char *ilv_term_make_source_markup (IlvTerm *self);

G_END_DECLS

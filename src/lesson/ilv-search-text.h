/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Texts as a search sees them: without case and accents. */

/* (transfer full): @text folded. @offsets: (nullable) (element-type guint32): for each byte of it
 * and its end, where in @text it comes from. */
char *ilv_search_text_fold (const char *text, GArray *offsets);

/* (transfer full): the folded words of a query. */
GStrv ilv_search_text_split (const char *query);

/* Whether each of the folded @words is a part of @folded. */
gboolean ilv_search_text_has_words (const char *folded, const char *const *words);

/* (transfer full): the part of @text around the first of the folded @words that it has, as markup
 * with the word in bold; its beginning where it has none. */
char *ilv_search_text_make_snippet (const char *text, const char *const *words);

G_END_DECLS

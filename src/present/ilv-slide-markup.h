/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): the markup of a block, as lessons have it, for a slide: words of the glossary are
 * plain text, and links to the web are paler than the text around them. */
char *ilv_slide_markup_new (const char *markup);

/* (transfer full): its text alone. */
char *ilv_slide_markup_to_text (const char *markup);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* (transfer full): a presenter's notes as Pango markup. The lines of a paragraph are put together,
 * except for those of a list; `**strong**`, `*emphasis*` and `` `code` `` are shown as such, and what is
 * not closed stays as it was written. */
char *ilv_notes_text_create_markup (const char *notes);

G_END_DECLS

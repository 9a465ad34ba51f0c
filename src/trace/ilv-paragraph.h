/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole sentences after one another in a #GString. */

/* Adds @sentence, which it takes over; %NULL adds nothing. */
void ilv_paragraph_take (GString *self, char *sentence);

/* Adds what others wrote, such as a verdict, as a sentence with an end; %NULL adds nothing. */
void ilv_paragraph_add_text (GString *self, const char *text);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_SENTENCES (ilv_sentences_get_type ())

/**
 * IlvSentences:
 *
 * As many of the first sentences of a text as there are lines for; the rest is left out, never cut in
 * the middle. The first one always stands there. It is as high as its lines, whatever it says.
 */
G_DECLARE_FINAL_TYPE (IlvSentences, ilv_sentences, ILV, SENTENCES, GtkWidget)

GtkWidget *ilv_sentences_new (guint n_lines);

/* The whole text, which is also what a screen reader reads. */
const char *ilv_sentences_get_text (IlvSentences *self);
void ilv_sentences_set_text (IlvSentences *self, const char *text);

/* (transfer full): what of it is seen at a width. */
char *ilv_sentences_dup_seen (IlvSentences *self, int width);

G_END_DECLS

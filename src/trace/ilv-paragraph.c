/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-paragraph.h"

#include <string.h>

/**
 * ilv_paragraph_take:
 * @self: a paragraph
 * @sentence: (transfer full) (nullable): a whole sentence
 */
void
ilv_paragraph_take (GString *self, char *sentence)
{
  g_return_if_fail (self != NULL);

  if (sentence == NULL)
    return;
  if (self->len > 0)
    g_string_append_c (self, ' ');
  g_string_append (self, sentence);
  g_free (sentence);
}

/**
 * ilv_paragraph_add_text:
 * @self: a paragraph
 * @text: (nullable): a sentence that may lack its full stop
 */
void
ilv_paragraph_add_text (GString *self, const char *text)
{
  g_autofree char *sentence = NULL;

  g_return_if_fail (self != NULL);

  sentence = g_strstrip (g_strdup (text != NULL ? text : ""));
  if (*sentence == '\0')
    return;
  if (strchr (".!?", sentence[strlen (sentence) - 1]) != NULL)
    ilv_paragraph_take (self, g_steal_pointer (&sentence));
  else
    ilv_paragraph_take (self, g_strconcat (sentence, ".", NULL));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-search-text.h"

#include <string.h>

#define BEFORE_CHARACTERS 24
#define SNIPPET_CHARACTERS 90
#define ELLIPSIS "…"

static void
append_character (GString *folded, gunichar character, guint32 offset, GArray *offsets)
{
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n_parts = g_unichar_fully_decompose (character, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < n_parts; i++)
    {
      gsize old_length = folded->len;

      if (g_unichar_ismark (parts[i]))
        continue;
      g_string_append_unichar (folded, g_unichar_tolower (parts[i]));
      for (gsize j = old_length; offsets != NULL && j < folded->len; j++)
        g_array_append_val (offsets, offset);
    }
}

char *
ilv_search_text_fold (const char *text, GArray *offsets)
{
  GString *folded = g_string_new (NULL);
  guint32 end;

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_character (folded, g_utf8_get_char (p), (guint32) (p - text), offsets);

  end = (guint32) strlen (text);
  if (offsets != NULL)
    g_array_append_val (offsets, end);
  return g_string_free (folded, FALSE);
}

GStrv
ilv_search_text_split (const char *query)
{
  g_autofree char *folded = ilv_search_text_fold (query, NULL);
  g_auto (GStrv) parts = g_strsplit_set (folded, " \t\n", -1);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);

  return g_strv_builder_end (words);
}

gboolean
ilv_search_text_has_words (const char *folded, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

/* Where the first word that @text has begins and ends in it; FALSE where it has none. */
static gboolean
find_word (const char *text, const char *const *words, gsize *start, gsize *end)
{
  g_autoptr (GArray) offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *folded = ilv_search_text_fold (text, offsets);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *found = strstr (folded, words[i]);

      if (found == NULL)
        continue;
      *start = g_array_index (offsets, guint32, found - folded);
      *end = g_array_index (offsets, guint32, found - folded + strlen (words[i]));
      return TRUE;
    }

  *start = *end = 0;
  return FALSE;
}

/* Up to so many characters before @place, from the beginning of a word on. */
static const char *
go_back (const char *text, const char *place)
{
  const char *from = place;

  for (guint i = 0; i < BEFORE_CHARACTERS && from > text; i++)
    from = g_utf8_prev_char (from);
  if (from == text)
    return text;

  while (from < place && *from != ' ')
    from = g_utf8_next_char (from);
  return *from == ' ' ? from + 1 : from;
}

/* The end of the snippet that begins at @from and holds what ends at @place. */
static const char *
go_on (const char *from, const char *place)
{
  const char *to = from;
  const char *space = NULL;

  for (guint i = 0; (i < SNIPPET_CHARACTERS || to < place) && *to != '\0'; i++)
    {
      if (*to == ' ' && to >= place)
        space = to;
      to = g_utf8_next_char (to);
    }

  return *to == '\0' || space == NULL ? to : space;
}

char *
ilv_search_text_make_snippet (const char *text, const char *const *words)
{
  gsize start;
  gsize end;
  gboolean found;
  const char *from;
  const char *to;
  g_autofree char *before = NULL;
  g_autofree char *word = NULL;
  g_autofree char *after = NULL;

  g_return_val_if_fail (text != NULL && words != NULL, NULL);

  found = find_word (text, words, &start, &end);
  from = go_back (text, text + start);
  to = go_on (from, text + end);
  before = g_markup_escape_text (from, text + start - from);
  word = g_markup_escape_text (text + start, end - start);
  after = g_markup_escape_text (text + end, to - (text + end));
  return g_strconcat (from > text ? ELLIPSIS : "", before, found ? "<b>" : "", word,
                      found ? "</b>" : "", after, *to != '\0' ? ELLIPSIS : "", NULL);
}

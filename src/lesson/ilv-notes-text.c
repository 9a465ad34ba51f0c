/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-notes-text.h"

#include <string.h>

typedef struct
{
  const char *mark;
  const char *tag;
} Span;

/* The longer of two that begin alike comes first. */
static const Span spans[] = {
  { "**", "b" },
  { "*", "i" },
  { "`", "tt" },
};

static const Span *
find_span (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    if (g_str_has_prefix (text, spans[i].mark))
      return &spans[i];
  return NULL;
}

/* Where the span that begins at @text is closed; NULL where it is not one. */
static const char *
find_close (const Span *span, const char *text, const char *end)
{
  gsize length = strlen (span->mark);
  const char *inner = text + length;

  if (inner >= end || g_ascii_isspace (*inner))
    return NULL;
  for (const char *at = inner + 1; at + length <= end; at++)
    if (strncmp (at, span->mark, length) == 0 && !g_ascii_isspace (at[-1]))
      return at;
  return NULL;
}

static void
append_inline (GString *markup, const char *text, const char *end)
{
  while (text < end)
    {
      const Span *span = find_span (text);
      const char *close = span != NULL ? find_close (span, text, end) : NULL;
      gsize length = close != NULL ? strlen (span->mark) : 1;
      g_autofree char *escaped = g_markup_escape_text (text, 1);

      if (close == NULL)
        {
          /* A byte of a longer character is none that is escaped. */
          if ((*text & 0x80) != 0)
            g_string_append_c (markup, *text);
          else
            g_string_append (markup, escaped);
          text++;
          continue;
        }
      g_string_append_printf (markup, "<%s>", span->tag);
      if (*span->mark == '`')
        {
          g_autofree char *code = g_markup_escape_text (text + length, close - text - length);

          g_string_append (markup, code);
        }
      else
        append_inline (markup, text + length, close);
      g_string_append_printf (markup, "</%s>", span->tag);
      text = close + length;
    }
}

static gboolean
is_item (const char *line)
{
  const char *at = line;

  if (g_str_has_prefix (line, "- ") || g_str_has_prefix (line, "* "))
    return TRUE;
  while (g_ascii_isdigit (*at))
    at++;
  return at > line && g_str_has_prefix (at, ". ");
}

/* @notes with each paragraph and each item of a list on one line, and an empty line between paragraphs. */
static char *
join_lines (const char *notes)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) lines = g_strsplit (notes, "\n", -1);
  gboolean paragraph_ended = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line == '\0')
        paragraph_ended = TRUE;
      else
        {
          if (text->len > 0)
            g_string_append (text, paragraph_ended ? "\n\n" : is_item (line) ? "\n" : " ");
          paragraph_ended = FALSE;
          if (g_str_has_prefix (line, "- ") || g_str_has_prefix (line, "* "))
            g_string_append_printf (text, "• %s", line + 2);
          else
            g_string_append (text, line);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
ilv_notes_text_create_markup (const char *notes)
{
  g_autoptr (GString) markup = g_string_new (NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  g_return_val_if_fail (notes != NULL, NULL);

  text = join_lines (notes);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append_c (markup, '\n');
      append_inline (markup, lines[i], lines[i] + strlen (lines[i]));
    }
  return g_string_free (g_steal_pointer (&markup), FALSE);
}

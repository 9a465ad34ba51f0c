/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-markdown-line.h"

#include <string.h>

static gboolean
starts_with_three (const char *line, gsize length, const char *characters)
{
  while (length > 0 && *line == ' ')
    {
      line++;
      length--;
    }

  return length >= 3 && strchr (characters, line[0]) != NULL && line[1] == line[0] &&
         line[2] == line[0];
}

gboolean
ilv_markdown_line_is_fence (const char *line, gsize length)
{
  return starts_with_three (line, length, "`~");
}

gboolean
ilv_markdown_line_closes_fence (const char *line, gsize length, char fence)
{
  const char characters[] = { fence, '\0' };

  return starts_with_three (line, length, characters);
}

gboolean
ilv_markdown_line_is_break (const char *line, gsize length)
{
  char mark = '\0';
  guint n_marks = 0;

  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isspace (line[i]))
        continue;
      if (strchr ("-*_", line[i]) == NULL || (mark != '\0' && line[i] != mark))
        return FALSE;
      mark = line[i];
      n_marks++;
    }

  return n_marks >= 3;
}

gboolean
ilv_markdown_line_is_underline (const char *line, gsize length)
{
  g_autofree char *text = g_strstrip (g_strndup (line, length));
  const char mark[] = { *text, '\0' };

  return (*text == '-' || *text == '=') && strspn (text, mark) == strlen (text);
}

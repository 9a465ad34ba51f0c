/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-terminal.h"

#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define DEFAULT_WIDTH 80

static guint
parse_width (const char *text)
{
  guint64 width;

  if (text != NULL && g_ascii_string_to_unsigned (text, 10, 1, G_MAXINT, &width, NULL))
    return width;
  return 0;
}

static guint
find_width (int fd)
{
  struct winsize size = { 0 };
  guint width = 0;

  if (ioctl (fd, TIOCGWINSZ, &size) == 0)
    width = size.ws_col;
  if (width == 0)
    width = parse_width (g_getenv ("COLUMNS"));
  if (width == 0)
    width = DEFAULT_WIDTH;
  return CLAMP (width, ILV_TERMINAL_MIN_WIDTH, ILV_TERMINAL_MAX_WIDTH);
}

static IlvTerminalColour
find_colour (int fd)
{
  const char *no_colour = g_getenv ("NO_COLOR");
  const char *depth = g_getenv ("COLORTERM");

  if (!isatty (fd) || (no_colour != NULL && *no_colour != '\0'))
    return ILV_TERMINAL_COLOUR_NONE;
  if (g_strcmp0 (g_getenv ("TERM"), "dumb") == 0)
    return ILV_TERMINAL_COLOUR_NONE;
  if (g_strcmp0 (depth, "truecolor") == 0 || g_strcmp0 (depth, "24bit") == 0)
    return ILV_TERMINAL_COLOUR_TRUE;
  return ILV_TERMINAL_COLOUR_256;
}

/* Some terminals say "foreground;background" in the sixteen colours; most are dark. */
static gboolean
find_dark (void)
{
  const char *colours = g_getenv ("COLORFGBG");
  const char *background = colours != NULL ? strrchr (colours, ';') : NULL;

  return background == NULL || (strcmp (background, ";7") != 0 && strcmp (background, ";15") != 0);
}

static guint
measure_character (gunichar character)
{
  if (g_unichar_iszerowidth (character))
    return 0;
  return g_unichar_iswide (character) ? 2 : 1;
}

/* The end of the longest beginning of @text that takes at most @width columns. */
static const char *
find_column (const char *text, guint width, guint *used)
{
  const char *end = text;

  *used = 0;
  while (*end != '\0')
    {
      guint next = measure_character (g_utf8_get_char (end));

      if (*used + next > width)
        break;
      *used += next;
      end = g_utf8_next_char (end);
    }
  return end;
}

static void
append_spaces (GString *output, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append_c (output, ' ');
}

/* The nearest of the 6 × 6 × 6 colours that every 256-colour terminal has at 16 to 231. */
static guint
index_colour (const IlvColour *colour)
{
  const guint8 parts[] = { colour->red, colour->green, colour->blue };
  guint index = 0;

  /* The six levels are 0, 95, 135, 175, 215 and 255. */
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    index = index * 6 + (parts[i] < 48 ? 0 : parts[i] < 115 ? 1 : (parts[i] - 35) / 40);
  return 16 + index;
}

static void
append_colour (const IlvTerminal *self, GString *output, guint code, const IlvColour *colour)
{
  if (colour == NULL)
    return;
  if (self->colour == ILV_TERMINAL_COLOUR_TRUE)
    g_string_append_printf (output, ";%u;2;%u;%u;%u", code, colour->red, colour->green,
                            colour->blue);
  else
    g_string_append_printf (output, ";%u;5;%u", code, index_colour (colour));
}

static void
begin_line (GString *output, guint indent, guint *column)
{
  g_string_append_c (output, '\n');
  append_spaces (output, indent);
  *column = indent;
}

/* Appends one word, over several lines where it is longer than one. */
static void
append_word (
  const IlvTerminal *self, GString *output, const char *word, guint indent, guint *column)
{
  while (*word != '\0')
    {
      guint used;
      const char *end = find_column (word, self->width - *column, &used);

      g_string_append_len (output, word, end - word);
      *column += used;
      word = end;
      if (*word != '\0')
        begin_line (output, indent, column);
    }
}

/* Appends text that holds no line feed. */
static void
append_paragraph (
  const IlvTerminal *self, GString *output, const char *text, guint column, guint indent)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  gboolean fresh = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint used = ilv_terminal_measure_text (words[i]);

      if (*words[i] == '\0')
        continue;
      if (!fresh && column + 1 + used > self->width)
        begin_line (output, indent, &column);
      else if (!fresh)
        {
          g_string_append_c (output, ' ');
          column++;
        }
      append_word (self, output, words[i], indent, &column);
      fresh = FALSE;
    }
  g_string_append_c (output, '\n');
}

void
ilv_terminal_init (IlvTerminal *self, int fd, guint width)
{
  self->width = width > 0 ? width : find_width (fd);
  self->colour = find_colour (fd);
  self->unicode = g_get_charset (NULL);
  self->dark = find_dark ();
}

char *
ilv_terminal_clean_text (const IlvTerminal *self, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *at = valid; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar character = g_utf8_get_char (at);
      GUnicodeType type = g_unichar_type (character);

      if (character == '\n')
        g_string_append_c (clean, '\n');
      else if (character == 0xa0 || character == 0x202f || character == '\t')
        g_string_append_c (clean, ' ');
      else if (character == 0xb7 && !self->unicode) /* g_str_to_ascii() does not know it */
        g_string_append_c (clean, '-');
      else if (type != G_UNICODE_CONTROL && type != G_UNICODE_FORMAT &&
               type != G_UNICODE_LINE_SEPARATOR && type != G_UNICODE_PARAGRAPH_SEPARATOR)
        g_string_append_unichar (clean, character);
    }
  if (self->unicode)
    return g_string_free (g_steal_pointer (&clean), FALSE);
  return g_str_to_ascii (clean->str, "C");
}

guint
ilv_terminal_measure_text (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += measure_character (g_utf8_get_char (text));
  return width;
}

void
ilv_terminal_append_cell (
  const IlvTerminal *self, GString *output, const char *text, guint width, gboolean align_end)
{
  g_autofree char *clean = ilv_terminal_clean_text (self, text);
  guint used;
  const char *end = find_column (g_strdelimit (clean, "\n", ' '), width, &used);

  if (align_end)
    append_spaces (output, width - used);
  g_string_append_len (output, clean, end - clean);
  if (!align_end)
    append_spaces (output, width - used);
}

void
ilv_terminal_append_text (
  const IlvTerminal *self, GString *output, const char *text, guint column, guint indent)
{
  g_autofree char *clean = ilv_terminal_clean_text (self, text);
  g_auto (GStrv) lines = g_strsplit (clean, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    append_paragraph (self, output, lines[i], i == 0 ? column : 0, indent);
}

void
ilv_terminal_append_style (const IlvTerminal *self, GString *output, const IlvTerminalStyle *style)
{
  if (self->colour == ILV_TERMINAL_COLOUR_NONE)
    return;
  g_string_append (output, "\033[0");
  if (style != NULL)
    {
      if (style->bold)
        g_string_append (output, ";1");
      if (style->reversed)
        g_string_append (output, ";7");
      append_colour (self, output, 38, style->foreground);
      append_colour (self, output, 48, style->background);
    }
  g_string_append_c (output, 'm');
}

void
ilv_terminal_trim_line (GString *output)
{
  gsize length = output->len;

  while (length > 0 && output->str[length - 1] == ' ')
    length--;
  g_string_truncate (output, length);
}

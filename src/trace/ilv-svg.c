/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-svg.h"

#include <string.h>

/**
 * ilv_svg_append_number:
 * @self: the picture
 * @attribute: name of the attribute
 * @value: its value
 */
void
ilv_svg_append_number (GString *self, const char *attribute, double value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length;

  g_ascii_formatd (buffer, sizeof buffer, "%.2f", value);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    length--;
  if (buffer[length - 1] == '.')
    length--;
  g_string_append_printf (self, " %s=\"%.*s\"", attribute, (int) length, buffer);
}

/**
 * ilv_svg_append_colour:
 * @self: the picture
 * @attribute: name of the attribute
 * @colour: its value
 */
void
ilv_svg_append_colour (GString *self, const char *attribute, IlvColour colour)
{
  g_string_append_printf (self, " %s=\"#%02x%02x%02x\"", attribute, colour.red, colour.green,
                          colour.blue);
}

/**
 * ilv_svg_append_content:
 * @self: the picture, in which a tag has been begun
 * @text: what the element holds
 * @element: name of the element
 */
void
ilv_svg_append_content (GString *self, const char *text, const char *element)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *escaped = NULL;

  /* XML 1.0 has no way to hold most control characters, not even an escaped one. */
  for (char *c = valid; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && *c != '\n')
      *c = ' ';
  escaped = g_markup_escape_text (valid, -1);
  g_string_append_printf (self, ">%s</%s>", escaped, element);
}

/**
 * ilv_svg_append_text:
 * @self: the picture
 * @klass: class of the style sheet
 * @x: the horizontal place
 * @y: the place of the base line
 * @text: what to write
 */
void
ilv_svg_append_text (GString *self, const char *klass, double x, double y, const char *text)
{
  g_string_append_printf (self, "<text class=\"%s\"", klass);
  ilv_svg_append_number (self, "x", x);
  ilv_svg_append_number (self, "y", y);
  ilv_svg_append_content (self, text, "text");
  g_string_append_c (self, '\n');
}

/**
 * ilv_svg_append_line:
 * @self: the picture
 * @klass: class of the style sheet
 * @x: the horizontal place
 * @from_y: the upper end
 * @to_y: the lower end
 */
void
ilv_svg_append_line (GString *self, const char *klass, double x, double from_y, double to_y)
{
  g_string_append_printf (self, "<line class=\"%s\"", klass);
  ilv_svg_append_number (self, "x1", x);
  ilv_svg_append_number (self, "x2", x);
  ilv_svg_append_number (self, "y1", from_y);
  ilv_svg_append_number (self, "y2", to_y);
  g_string_append (self, "/>\n");
}

/**
 * ilv_svg_begin_rect:
 * @self: the picture
 * @x: the left edge
 * @y: the upper edge
 * @width: its width
 * @height: its height
 */
void
ilv_svg_begin_rect (GString *self, double x, double y, double width, double height)
{
  g_string_append (self, "<rect");
  ilv_svg_append_number (self, "x", x);
  ilv_svg_append_number (self, "y", y);
  ilv_svg_append_number (self, "width", width);
  ilv_svg_append_number (self, "height", height);
}

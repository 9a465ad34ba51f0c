/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-json-cursor.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#define MAX_NUMBER_LENGTH 400

/* What one more digit can be put behind. */
#define MAX_TENTH ((G_MAXINT64 - 9) / 10)

static gboolean
fail (IlvJsonCursor *self, const char *message)
{
  self->status = ILV_JSON_FAULT;
  self->message = message;
  return FALSE;
}

/* At the end of the bytes. */
static gboolean
ask_for_more (IlvJsonCursor *self)
{
  self->status = self->is_last ? ILV_JSON_END : ILV_JSON_MORE;
  return FALSE;
}

static gboolean
is_blank (char character)
{
  return character == ' ' || character == '\n' || character == '\r' || character == '\t';
}

/**
 * ilv_json_cursor_fail:
 * @self: a cursor, which is where the fault is
 * @message: what it is (static, not translated yet)
 *
 * Returns: %FALSE
 */
gboolean
ilv_json_cursor_fail (IlvJsonCursor *self, const char *message)
{
  return self->at < self->end ? fail (self, message) : ask_for_more (self);
}

/**
 * ilv_json_cursor_skip_some_blanks:
 * @self: a cursor
 *
 * Returns: whether there is something behind them
 */
gboolean
ilv_json_cursor_skip_some_blanks (IlvJsonCursor *self)
{
  while (self->at < self->end && is_blank (*self->at))
    self->at++;
  return self->at < self->end || ask_for_more (self);
}

/**
 * ilv_json_cursor_expect:
 * @self: a cursor
 * @character: what has to stand here
 * @message: what is said if it does not (static, not translated yet)
 *
 * Returns: whether it does
 */
gboolean
ilv_json_cursor_expect (IlvJsonCursor *self, char character, const char *message)
{
  if (!ilv_json_cursor_skip_blanks (self))
    return FALSE;
  if (*self->at != character)
    return fail (self, message);
  self->at++;
  return TRUE;
}

/**
 * ilv_json_cursor_read_string:
 * @self: a cursor
 * @text: (out): the string
 *
 * Returns: whether there was one
 */
gboolean
ilv_json_cursor_read_string (IlvJsonCursor *self, IlvJsonText *text)
{
  const char *at = self->at + 1;

  if (self->at >= self->end)
    return ask_for_more (self);
  if (*self->at != '"')
    return fail (self, N_ ("a string was expected here"));
  *text = (IlvJsonText){ at, 0, TRUE, FALSE };
  while (at < self->end && *at != '"')
    {
      if (*at == '\\')
        {
          text->is_escaped = TRUE;
          at++;
        }
      at++;
    }
  if (at >= self->end)
    return ask_for_more (self);
  text->length = (gsize) (at - text->start);
  self->at = at + 1;
  return TRUE;
}

/* A number, true, false or null: what it is, is looked at where it matters. */
static gboolean
read_word (IlvJsonCursor *self, IlvJsonText *text)
{
  const char *at = self->at;

  while (at < self->end && (g_ascii_isalnum (*at) || *at == '-' || *at == '+' || *at == '.'))
    at++;
  if (at == self->end && !self->is_last)
    return ask_for_more (self);
  if (at == self->at)
    return fail (self, N_ ("a value was expected here"));
  *text = (IlvJsonText){ self->at, (gsize) (at - self->at), FALSE, FALSE };
  self->at = at;
  return TRUE;
}

/* Objects and arrays, however they are nested, without recursion. Commas and colons are not looked
 * at, nor are words: what is passed over matters only by its brackets. */
static gboolean
skip_nested (IlvJsonCursor *self)
{
  char closing[ILV_JSON_MAX_DEPTH];
  guint depth = 0;

  while (self->at < self->end)
    {
      IlvJsonText text;

      switch (*self->at)
        {
        case '"':
          if (!ilv_json_cursor_read_string (self, &text))
            return FALSE;
          continue;
        case '{':
        case '[':
          if (depth == ILV_JSON_MAX_DEPTH)
            return fail (self, N_ ("this is nested too deeply"));
          closing[depth++] = *self->at == '{' ? '}' : ']';
          break;
        case '}':
        case ']':
          if (closing[--depth] != *self->at)
            return fail (self, N_ ("this bracket closes none of its kind"));
          if (depth == 0)
            {
              self->at++;
              return TRUE;
            }
          break;
        default:
          break;
        }
      self->at++;
    }
  return ask_for_more (self);
}

/**
 * ilv_json_cursor_read_value:
 * @self: a cursor
 * @text: (out): the scalar, if it is one
 *
 * Returns: whether there was a value
 */
gboolean
ilv_json_cursor_read_value (IlvJsonCursor *self, IlvJsonText *text)
{
  if (!ilv_json_cursor_skip_blanks (self))
    return FALSE;
  if (*self->at == '"')
    return ilv_json_cursor_read_string (self, text);
  if (*self->at != '{' && *self->at != '[')
    return read_word (self, text);
  *text = (IlvJsonText){ 0 };
  return skip_nested (self);
}

/**
 * ilv_json_text_is:
 * @self: a text
 * @string: what it may be
 *
 * Returns: whether it is
 */
gboolean
ilv_json_text_is (const IlvJsonText *self, const char *string)
{
  return self->start != NULL && self->length == strlen (string) &&
         memcmp (self->start, string, self->length) == 0;
}

/* Four hexadecimal digits; -1 if they are none. */
static gint32
read_code (const char *at, const char *end)
{
  gint32 code = 0;

  if (end - at < 4)
    return -1;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return -1;
      code = code * 16 + g_ascii_xdigit_value (at[i]);
    }
  return code;
}

/* What stands behind “\u”. Returns how many bytes it has. */
static gsize
append_code (const char *at, const char *end, GString *output)
{
  gint32 code = read_code (at, end);
  gint32 second;

  if (code < 0)
    {
      g_string_append_unichar (output, 0xfffd);
      return 0;
    }
  if (code >= 0xd800 && code < 0xdc00 && end - at >= 10 && at[4] == '\\' && at[5] == 'u')
    {
      second = read_code (at + 6, end);
      if (second >= 0xdc00 && second < 0xe000)
        {
          g_string_append_unichar (output, 0x10000 + ((gunichar) (code - 0xd800) << 10) +
                                             (gunichar) (second - 0xdc00));
          return 10;
        }
    }
  g_string_append_unichar (
    output, code == 0 || (code >= 0xd800 && code < 0xe000) ? 0xfffd : (gunichar) code);
  return 4;
}

/**
 * ilv_json_text_append:
 * @self: a text
 * @output: where it goes to
 */
void
ilv_json_text_append (const IlvJsonText *self, GString *output)
{
  static const char letters[] = "bfnrt";
  static const char meanings[] = "\b\f\n\r\t";
  const char *end = self->start + self->length;

  for (const char *at = self->start; at < end; at++)
    {
      const char *found;

      if (*at != '\\' || at + 1 == end)
        {
          if (*at != '\0')
            g_string_append_c (output, *at);
          else
            g_string_append_unichar (output, 0xfffd);
          continue;
        }
      at++;
      if (*at == 'u')
        {
          at += append_code (at + 1, end, output);
          continue;
        }
      found = *at != '\0' ? strchr (letters, *at) : NULL;
      g_string_append_c (output, found != NULL ? meanings[found - letters] : *at);
    }
}

/* What is not written in digits and a point alone, or has very many of them. */
static gboolean
get_odd_scaled (const IlvJsonText *self, guint digits, gint64 limit, gint64 *value)
{
  char buffer[MAX_NUMBER_LENGTH + 1];
  double number;
  char *end;

  if (self->length == 0 || self->length > MAX_NUMBER_LENGTH)
    return FALSE;
  memcpy (buffer, self->start, self->length);
  buffer[self->length] = '\0';
  /* What strtod() takes beside numbers: blanks, “inf”, “nan”, hexadecimal. */
  if (strspn (buffer, "0123456789+-.eE") != self->length)
    return FALSE;
  number = g_ascii_strtod (buffer, &end);
  if (end != buffer + self->length || !isfinite (number))
    return FALSE;
  for (guint i = 0; i < digits; i++)
    number *= 10;
  if (!(fabs (number) <= (double) limit))
    return FALSE;
  *value = llround (number);
  return *value >= -limit && *value <= limit;
}

/**
 * ilv_json_text_get_scaled:
 * @self: a text
 * @digits: how many digits behind the point are wanted
 * @limit: the largest absolute value
 * @value: (out): the number × 10^@digits
 *
 * Returns: whether it is a number
 */
gboolean
ilv_json_text_get_scaled (const IlvJsonText *self, guint digits, gint64 limit, gint64 *value)
{
  const char *at = self->start;
  const char *end;
  gboolean is_negative;
  gint64 number = 0;
  guint all_digits = digits;
  gboolean has_digits = FALSE;
  gboolean rounds_up = FALSE;

  if (at == NULL)
    return FALSE;
  end = at + self->length;
  is_negative = at < end && *at == '-';
  for (at += is_negative; at < end && g_ascii_isdigit (*at) && number <= MAX_TENTH;
       at++, has_digits = TRUE)
    number = number * 10 + (*at - '0');
  if (at < end && *at == '.')
    {
      for (at++; at < end && g_ascii_isdigit (*at) && digits > 0 && number <= MAX_TENTH;
           at++, digits--, has_digits = TRUE)
        number = number * 10 + (*at - '0');
      if (at < end && g_ascii_isdigit (*at) && digits > 0)
        return FALSE;
      rounds_up = at < end && *at >= '5' && *at <= '9';
      while (at < end && g_ascii_isdigit (*at))
        at++;
    }
  if (!has_digits || at != end)
    return get_odd_scaled (self, all_digits, limit, value);
  for (; digits > 0; digits--)
    {
      if (number > limit / 10)
        return FALSE;
      number *= 10;
    }
  number += rounds_up;
  *value = is_negative ? -number : number;
  return number <= limit;
}

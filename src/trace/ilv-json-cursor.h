/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading JSON where it lies, without making a tree of it.
 *
 * Why not a library. What a viewer opens can have gigabytes, so a tree of nodes is out of the
 * question (json-glib: 16 MB/s and 16 bytes of memory for each byte of the file). Of the libraries
 * that stream, yajl 2.1 was measured: its bare tokens, with callbacks that do nothing, take 0.30 s
 * of the 0.47 s that 200 MB/s leave for a file of 94 MB, it stops for good at the first fault,
 * where a viewer must go on behind the broken event, and it has had no release since 2014. simdjson
 * is C++ and wants a whole document in memory. What is needed is small: strings, numbers, and
 * passing over the rest.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Deeper nesting is a fault. */
#define ILV_JSON_MAX_DEPTH 512

/**
 * IlvJsonStatus:
 * @ILV_JSON_FINE: all that was asked for was there
 * @ILV_JSON_MORE: the bytes end within it, and more may come
 * @ILV_JSON_END: the bytes end within it, and no more come
 * @ILV_JSON_FAULT: this is no JSON
 */
typedef enum
{
  ILV_JSON_FINE,
  ILV_JSON_MORE,
  ILV_JSON_END,
  ILV_JSON_FAULT,
} IlvJsonStatus;

/**
 * IlvJsonCursor:
 * @at: what is read next; at a fault, where it is
 * @end: the end of the bytes
 * @is_last: whether no more bytes come after @end
 * @status: how the last reading went
 * @message: (nullable): what the fault is, in words, which are to be translated when they are told:
 * most never are
 *
 * A place in bytes of JSON. Reading functions return whether they could; if not, @status says why,
 * and after %ILV_JSON_MORE the same is to be read again from its beginning with more bytes.
 */
typedef struct
{
  const char *at;
  const char *end;
  gboolean is_last;
  IlvJsonStatus status;
  const char *message;
} IlvJsonCursor;

/**
 * IlvJsonText:
 * @start: (nullable): the first byte, behind the quote if there is one; %NULL for none
 * @length: in bytes, without quotes
 * @is_string: whether it stood in quotes; else it is a number, true, false or null
 * @is_escaped: whether there are backslashes in it
 *
 * A scalar, as it stands in the file.
 */
typedef struct
{
  const char *start;
  gsize length;
  gboolean is_string;
  gboolean is_escaped;
} IlvJsonText;

gboolean ilv_json_cursor_skip_some_blanks (IlvJsonCursor *self);

/* Passes over blanks; FALSE at the end of the bytes. Mostly there are none. */
static inline gboolean
ilv_json_cursor_skip_blanks (IlvJsonCursor *self)
{
  return (self->at < self->end && (guchar) *self->at > ' ') ||
         ilv_json_cursor_skip_some_blanks (self);
}

/* Passes over blanks and then @character, which has to be there. */
gboolean ilv_json_cursor_expect (IlvJsonCursor *self, char character, const char *message);

/* A string, from its opening quote on. */
gboolean ilv_json_cursor_read_string (IlvJsonCursor *self, IlvJsonText *text);

/* Any value that begins here, after blanks. What is no scalar is passed over, and @text has no
 * start. */
gboolean ilv_json_cursor_read_value (IlvJsonCursor *self, IlvJsonText *text);

/* FALSE and a status, for who reads more than the above. */
gboolean ilv_json_cursor_fail (IlvJsonCursor *self, const char *message);

/* Whether it is this string. */
gboolean ilv_json_text_is (const IlvJsonText *self, const char *string);

/* Appends the text without escapes to @output. A zero character becomes U+FFFD, as does half of a
 * surrogate pair; other bytes stay as they are, so it may be no UTF-8. */
void ilv_json_text_append (const IlvJsonText *self, GString *output);

/* A number or a string that holds one, with a fraction and an exponent or not, times 10^@digits and
 * rounded to a whole one: exactly, if it is written without an exponent. FALSE if it is none or not
 * within ±@limit. */
gboolean
ilv_json_text_get_scaled (const IlvJsonText *self, guint digits, gint64 limit, gint64 *value);

G_END_DECLS

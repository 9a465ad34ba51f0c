/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-import-json.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ilv-json.h"
#include "ilv-trace-import.h"

/* How often something is looked for behind an event that seems to go on to the end of the file:
 * each time, what may be 16 MiB is read once more. */
#define MAX_ENDLESS 16

/* Passing over a value of any length that is not kept. */
typedef struct
{
  guint64 depth;
  gboolean in_string;
  gboolean is_escaped;
} Skipper;

typedef struct
{
  IlvImportSource *source;
  IlvTraceCollector *collector;
  guint64 n_events;
  JsonArray *sides;
  guint n_endless;     /* how many events seemed to go on to the end of the file */
  gboolean has_events; /* whether there was a list of events */
  GError *error;       /* what ends it all */
} Reader;

static void
blame (Reader *self, gint64 offset, guint64 event, const char *message)
{
  ilv_trace_faults_add (self->collector->faults, offset, event, "%s", message);
}

/* What was read before a file could not be read further is kept. FALSE if it is all over. */
static gboolean
fill (Reader *self)
{
  g_autoptr (GError) error = NULL;

  if (ilv_import_source_fill (self->source, &error))
    return TRUE;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->n_events == 0)
    {
      self->error = g_steal_pointer (&error);
      return FALSE;
    }
  ilv_trace_faults_add (self->collector->faults,
                        self->source->offset + (gint64) self->source->length, 0,
                        _ ("the file cannot be read further: %s"), error->message);
  self->source->is_last = TRUE;
  return TRUE;
}

static IlvJsonCursor
get_cursor (const Reader *self)
{
  return (IlvJsonCursor){ self->source->at, self->source->at + self->source->length,
                          self->source->is_last, ILV_JSON_FINE, NULL };
}

static void
use_until (Reader *self, const IlvJsonCursor *cursor)
{
  ilv_import_source_use (self->source, (gsize) (cursor->at - self->source->at));
}

/* The next byte that is no blank, which stays; 0 at the end of the file, or if all is over. */
static char
peek (Reader *self)
{
  for (;;)
    {
      IlvJsonCursor cursor = get_cursor (self);
      gboolean found = ilv_json_cursor_skip_blanks (&cursor);

      use_until (self, &cursor);
      if (found)
        return *self->source->at;
      if (cursor.status != ILV_JSON_MORE || !fill (self))
        return '\0';
    }
}

/* --- Passing over --- */

/* TRUE at the byte behind the value; a scalar ends before what ends it. */
static gboolean
skipper_take (Skipper *self, char character, gboolean *is_behind)
{
  *is_behind = FALSE;
  if (self->in_string)
    {
      if (self->is_escaped)
        self->is_escaped = FALSE;
      else if (character == '\\')
        self->is_escaped = TRUE;
      else if (character == '"')
        self->in_string = FALSE;
      return !self->in_string && self->depth == 0;
    }
  switch (character)
    {
    case '"':
      self->in_string = TRUE;
      break;
    case '{':
    case '[':
      self->depth++;
      break;
    case '}':
    case ']':
      *is_behind = self->depth == 0;
      return self->depth == 0 || --self->depth == 0;
    case ',':
      *is_behind = self->depth == 0;
      return self->depth == 0;
    default:
      break;
    }
  return FALSE;
}

/* Passes over a value, however long it is, that begins at the next byte. */
static gboolean
skip_value (Reader *self)
{
  Skipper skipper = { 0 };

  while (self->source->length > 0 || (!self->source->is_last && fill (self)))
    {
      for (gsize i = 0; i < self->source->length; i++)
        {
          gboolean is_behind;

          if (skipper_take (&skipper, self->source->at[i], &is_behind))
            {
              ilv_import_source_use (self->source, is_behind ? i : i + 1);
              return TRUE;
            }
        }
      ilv_import_source_use (self->source, self->source->length);
    }
  return FALSE;
}

/* From a fault on to where an event begins behind another one: “},{”, with blanks or without. That
 * may be inside something else, too, but then it is a fault again. The end of the list is not told
 * from that of others, which does no harm: what follows it is of no interest, or ends with the
 * file. */
static gboolean
find_next_event (Reader *self)
{
  char before = '\0';

  while (self->source->length > 0 || (!self->source->is_last && fill (self)))
    {
      for (gsize i = 0; i < self->source->length; i++)
        {
          char character = self->source->at[i];

          if (before == ',' && character == '{')
            {
              ilv_import_source_use (self->source, i);
              return TRUE;
            }
          if (character == ' ' || character == '\n' || character == '\r' || character == '\t')
            continue;
          if (character == '}' || (character == ',' && before == '}'))
            before = character;
          else
            before = '\0';
        }
      ilv_import_source_use (self->source, self->source->length);
    }
  return FALSE;
}

/* --- Events --- */

/* One that is well-formed, but larger than anybody can want. */
static gboolean
skip_large (Reader *self)
{
  blame (self, self->source->offset, self->n_events, _ ("the event is too large, and passed over"));
  return skip_value (self);
}

/* A fault at @cursor in the event that begins at the source's next byte. */
static gboolean
pass_fault (Reader *self, const IlvJsonCursor *cursor)
{
  blame (self, self->source->offset + (cursor->at - self->source->at), self->n_events,
         _ (cursor->message));
  use_until (self, cursor);
  return find_next_event (self);
}

/* An array that ends anywhere is what Chrome writes when it is ended itself; an event that does is
 * not. It may also be that a quote is missing in it: so what looks like an event behind it is read,
 * a few times. */
static gboolean
pass_end (Reader *self)
{
  blame (self, self->source->offset, self->n_events, _ ("the file ends within the event"));
  if (++self->n_endless > MAX_ENDLESS)
    return FALSE;
  ilv_import_source_use (self->source, 1);
  return find_next_event (self);
}

/* An event that begins at the source's next byte. FALSE if there is no more. */
static gboolean
read_event (Reader *self)
{
  self->n_events++;
  for (;;)
    {
      IlvJsonCursor cursor = get_cursor (self);
      IlvTraceEvent event;

      if (ilv_trace_event_read (&event, &cursor) &&
          cursor.at - self->source->at <= ILV_IMPORT_SOURCE_LIMIT)
        {
          ilv_trace_collector_add (self->collector, &event, self->source->offset, self->n_events);
          use_until (self, &cursor);
          return TRUE;
        }
      if (cursor.status == ILV_JSON_FINE ||
          (cursor.status == ILV_JSON_MORE && self->source->length > ILV_IMPORT_SOURCE_LIMIT))
        return skip_large (self);
      if (cursor.status == ILV_JSON_FAULT)
        return pass_fault (self, &cursor);
      if (cursor.status == ILV_JSON_END)
        return pass_end (self);
      if (!fill (self))
        return FALSE;
    }
}

/* What stands in the list and is no event. */
static gboolean
skip_stranger (Reader *self)
{
  gint64 offset = self->source->offset;

  self->n_events++;
  blame (self, offset, self->n_events, _ ("this is no event"));
  if (skip_value (self) && self->source->offset > offset)
    return TRUE;
  return self->error == NULL && find_next_event (self);
}

/* The list of events, from its bracket on. @may_end: whether it may end with the file, as Chrome
 * writes it. FALSE if it does not end with its bracket. */
static gboolean
read_events (Reader *self, gboolean may_end)
{
  self->has_events = TRUE;
  ilv_import_source_use (self->source, 1);
  for (;;)
    {
      char next = peek (self);
      gboolean goes_on = TRUE;

      if (next == '\0' && self->source->length == 0)
        {
          if (!may_end && self->error == NULL)
            blame (self, self->source->offset, 0, _ ("the list of events does not end"));
          return FALSE;
        }
      if (next == ',' || next == ']')
        ilv_import_source_use (self->source, 1);
      if (next == ']')
        return TRUE;
      if (next == '{')
        goes_on = read_event (self);
      else if (next != ',')
        goes_on = skip_stranger (self);
      if (!goes_on)
        return FALSE;
    }
}

/* --- The object around them --- */

/* (transfer full) (nullable): what otherData says of the sides of a file of ours. */
static JsonArray *
parse_sides (const char *text, gsize length)
{
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  JsonNode *root;
  JsonArray *sides;

  if (!json_parser_load_from_data (parser, text, (gssize) length, NULL))
    return NULL;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return NULL;
  sides = ilv_json_get_array (json_node_get_object (root), "sides");
  return sides != NULL ? json_array_ref (sides) : NULL;
}

/* A value that is kept as it is, if it is not too large. */
static gboolean
read_other_data (Reader *self)
{
  for (;;)
    {
      IlvJsonCursor cursor = get_cursor (self);
      IlvJsonText text;

      if (ilv_json_cursor_read_value (&cursor, &text))
        {
          g_clear_pointer (&self->sides, json_array_unref);
          if (*self->source->at == '{')
            self->sides = parse_sides (self->source->at, (gsize) (cursor.at - self->source->at));
          use_until (self, &cursor);
          return TRUE;
        }
      if (cursor.status != ILV_JSON_MORE || self->source->length > ILV_IMPORT_SOURCE_LIMIT)
        return skip_value (self);
      if (!fill (self))
        return FALSE;
    }
}

/* A member's name and its colon. FALSE if there is none: what is wrong was said. */
static gboolean
read_key (Reader *self, gboolean *is_events, gboolean *is_other_data)
{
  for (;;)
    {
      IlvJsonCursor cursor = get_cursor (self);
      IlvJsonText key;

      if (ilv_json_cursor_read_string (&cursor, &key) &&
          ilv_json_cursor_expect (&cursor, ':', N_ ("a colon was expected here")))
        {
          *is_events = ilv_json_text_is (&key, "traceEvents");
          *is_other_data = ilv_json_text_is (&key, "otherData");
          use_until (self, &cursor);
          return TRUE;
        }
      if (cursor.status != ILV_JSON_MORE || self->source->length > ILV_IMPORT_SOURCE_LIMIT)
        {
          blame (self, self->source->offset + (cursor.at - self->source->at), 0,
                 cursor.status == ILV_JSON_FAULT ? _ (cursor.message)
                 : cursor.status == ILV_JSON_END ? _ ("the file ends before its object does")
                                                 : _ ("a string is too long"));
          return FALSE;
        }
      if (!fill (self))
        return FALSE;
    }
}

static gboolean
read_member (Reader *self)
{
  gboolean is_events, is_other_data;
  char next;

  if (!read_key (self, &is_events, &is_other_data))
    return FALSE;
  next = peek (self);
  if (next == '[' && is_events)
    return read_events (self, FALSE);
  if (is_other_data ? read_other_data (self) : skip_value (self))
    return TRUE;
  if (self->error == NULL)
    blame (self, self->source->offset, 0, _ ("the file ends before its object does"));
  return FALSE;
}

/* The object, from its brace on. */
static void
read_object (Reader *self)
{
  ilv_import_source_use (self->source, 1);
  for (;;)
    {
      char next = peek (self);

      if (next == '\0' && self->source->length == 0)
        {
          if (self->error == NULL)
            blame (self, self->source->offset, 0, _ ("the file ends before its object does"));
          return;
        }
      if (next == ',' || next == '}')
        ilv_import_source_use (self->source, 1);
      if (next == '}')
        return;
      if (next != ',' && !read_member (self))
        return;
    }
}

static void
skip_byte_order_mark (Reader *self)
{
  while (self->source->length < 3 && !self->source->is_last && fill (self))
    ;
  if (self->source->length >= 3 && memcmp (self->source->at, "\xef\xbb\xbf", 3) == 0)
    ilv_import_source_use (self->source, 3);
}

/**
 * ilv_import_json_read:
 * @source: the file
 * @collector: what the events are added to
 * @n_events: (out): how many there were
 * @sides: (out) (transfer full) (nullable): the sides of a file of ours
 * @error: why there is nothing
 *
 * Returns: whether there were events
 */
gboolean
ilv_import_json_read (IlvImportSource *source,
                      IlvTraceCollector *collector,
                      guint64 *n_events,
                      JsonArray **sides,
                      GError **error)
{
  Reader reader = { .source = source, .collector = collector };
  char next;

  skip_byte_order_mark (&reader);
  next = peek (&reader);
  if (next == '[')
    read_events (&reader, TRUE);
  else if (next == '{')
    read_object (&reader);
  if (reader.error == NULL && !reader.has_events)
    g_set_error_literal (&reader.error, ILV_TRACE_IMPORT_ERROR, ILV_TRACE_IMPORT_ERROR_NO_TRACE,
                         _ ("This is no trace: it is neither a list of events nor has it one"));
  *n_events = reader.n_events;
  *sides = reader.sides;
  if (reader.error == NULL)
    return TRUE;
  g_clear_pointer (sides, json_array_unref);
  g_propagate_error (error, reader.error);
  return FALSE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-event.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Whether @key is the literal @name. */
#define IS(key, name)                                                                              \
  ((key).length == sizeof (name) - 1 && memcmp ((key).start, name, sizeof (name) - 1) == 0)

/* (nullable): where a member of the arguments belongs. */
static IlvJsonText *
find_argument (IlvTraceEvent *self, IlvJsonText key)
{
  switch (key.length)
    {
    case 2:
      return IS (key, "to") ? &self->to : NULL;
    case 4:
      return IS (key, "name")   ? &self->label
             : IS (key, "step") ? &self->step
             : IS (key, "from") ? &self->from
                                : NULL;
    case 6:
      return IS (key, "os_tid") ? &self->os_tid : NULL;
    case 9:
      return IS (key, "processor")   ? &self->processor
             : IS (key, "waits_for") ? &self->waits_for
                                     : NULL;
    case 10:
      return IS (key, "sort_index") ? &self->sort_index : NULL;
    default:
      return NULL;
    }
}

/* (nullable): where a member of the event belongs. */
static IlvJsonText *
find_member (IlvTraceEvent *self, IlvJsonText key)
{
  switch (key.length)
    {
    case 2:
      return IS (key, "ts") ? &self->time : IS (key, "id") ? &self->id : NULL;
    case 3:
      return IS (key, "tid")   ? &self->thread
             : IS (key, "dur") ? &self->duration
             : IS (key, "pid") ? &self->process
             : IS (key, "cat") ? &self->category
                               : NULL;
    case 4:
      return IS (key, "name") ? &self->name : NULL;
    default:
      return NULL;
    }
}

static char
get_letter (const IlvJsonText *text)
{
  return text->is_string && text->length > 0 ? *text->start : 0;
}

static gboolean read_members (IlvTraceEvent *self, IlvJsonCursor *cursor, gboolean are_arguments);

static gboolean
read_member (IlvTraceEvent *self, IlvJsonCursor *cursor, gboolean is_argument)
{
  IlvJsonText key, value;
  IlvJsonText *member;

  if (!ilv_json_cursor_skip_blanks (cursor) || !ilv_json_cursor_read_string (cursor, &key) ||
      !ilv_json_cursor_expect (cursor, ':', N_ ("a colon was expected here")))
    return FALSE;
  if (!is_argument && IS (key, "args"))
    {
      if (!ilv_json_cursor_skip_blanks (cursor))
        return FALSE;
      if (*cursor->at == '{')
        return read_members (self, cursor, TRUE);
    }
  if (!ilv_json_cursor_read_value (cursor, &value))
    return FALSE;
  if (!is_argument && IS (key, "ph"))
    self->phase = value.length == 1 ? get_letter (&value) : 0;
  else if (!is_argument && IS (key, "bp"))
    self->binding = get_letter (&value);
  else
    {
      member = is_argument ? find_argument (self, key) : find_member (self, key);
      if (member != NULL)
        *member = value;
    }
  return TRUE;
}

/* An object, from its brace to its brace. A comma too many, which some programs write, is no fault.
 */
static gboolean
read_members (IlvTraceEvent *self, IlvJsonCursor *cursor, gboolean are_arguments)
{
  if (!ilv_json_cursor_expect (cursor, '{', N_ ("an object was expected here")))
    return FALSE;
  for (;;)
    {
      if (!ilv_json_cursor_skip_blanks (cursor))
        return FALSE;
      if (*cursor->at == '}')
        break;
      if (!read_member (self, cursor, are_arguments) || !ilv_json_cursor_skip_blanks (cursor))
        return FALSE;
      if (*cursor->at == ',')
        cursor->at++;
      else if (*cursor->at != '}')
        return ilv_json_cursor_fail (cursor, N_ ("a comma or a closing brace was expected here"));
    }
  cursor->at++;
  return TRUE;
}

/**
 * ilv_trace_event_read:
 * @self: (out): the event; it points into the cursor's bytes
 * @cursor: where it begins
 *
 * Returns: whether there was one
 */
gboolean
ilv_trace_event_read (IlvTraceEvent *self, IlvJsonCursor *cursor)
{
  *self = (IlvTraceEvent){ 0 };
  return read_members (self, cursor, FALSE);
}

/**
 * ilv_trace_event_get_ns:
 * @time: microseconds
 * @time_ns: (out): nanoseconds
 *
 * Returns: whether it is a time
 */
gboolean
ilv_trace_event_get_ns (const IlvJsonText *time, gint64 *time_ns)
{
  return ilv_json_text_get_scaled (time, 3, ILV_TRACE_EVENT_LIMIT_NS, time_ns);
}

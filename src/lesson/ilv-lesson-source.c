/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-lesson-source.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ilv-lesson.h"

static const char *
line_end (IlvLessonSource *self, const char *line)
{
  const char *end = memchr (line, '\n', self->end - line);

  return end != NULL ? end : self->end;
}

/* Inside a quotation an empty line has its mark. */
static gboolean
line_is_not_blank (const char *line, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (line[i]) && line[i] != '>')
      return TRUE;

  return FALSE;
}

/* A message quotes the file, and a terminal must not obey what it quotes. */
static void
replace_controls (GString *message)
{
  for (gsize i = 0; i < message->len; i++)
    if (g_ascii_iscntrl (message->str[i]))
      message->str[i] = ' ';
}

void
ilv_lesson_source_init (IlvLessonSource *self,
                        const char *text,
                        const char *file_name,
                        guint first_line,
                        GPtrArray *faults)
{
  g_return_if_fail (text != NULL);
  g_return_if_fail (file_name != NULL);
  g_return_if_fail (faults != NULL);

  self->file_name = file_name;
  self->text = text;
  self->end = text + strlen (text);
  self->position = text;
  self->first_line = first_line;
  self->faults = faults;
  self->folder = NULL;
  self->glossary = NULL;
  self->counted = text;
  self->counted_line = first_line;
}

gboolean
ilv_lesson_source_contains (IlvLessonSource *self, const char *place)
{
  return place >= self->text && place <= self->end;
}

void
ilv_lesson_source_advance (IlvLessonSource *self, const char *end)
{
  if (ilv_lesson_source_contains (self, end) && end > self->position)
    self->position = end;
}

guint
ilv_lesson_source_get_line (IlvLessonSource *self, const char *place)
{
  const char *newline;

  if (!ilv_lesson_source_contains (self, place))
    place = self->position;

  if (place < self->counted)
    {
      self->counted = self->text;
      self->counted_line = self->first_line;
    }

  while ((newline = memchr (self->counted, '\n', place - self->counted)) != NULL)
    {
      self->counted = newline + 1;
      self->counted_line++;
    }

  return self->counted_line;
}

const char *
ilv_lesson_source_find_line (IlvLessonSource *self, IlvLessonSourceFunc func)
{
  const char *line = self->position;

  if (func == NULL)
    func = line_is_not_blank;

  /* The rest of a line that has been read in part is no line. */
  if (line > self->text && line[-1] != '\n')
    line = line_end (self, line) + 1;

  for (; line < self->end; line = line_end (self, line) + 1)
    if (func (line, line_end (self, line) - line))
      return line;

  return self->position;
}

void
ilv_lesson_source_pass_line (IlvLessonSource *self, const char *line)
{
  ilv_lesson_source_advance (self, line_end (self, line));
}

void
ilv_lesson_source_add_fault (IlvLessonSource *self, const char *place, const char *format, ...)
{
  g_autoptr (GString) message = g_string_new (NULL);
  va_list args;
  GError *last = NULL;
  GError *fault;

  g_string_append_printf (message, "%s:%u: ", self->file_name,
                          ilv_lesson_source_get_line (self, place));
  va_start (args, format);
  g_string_append_vprintf (message, format, args);
  va_end (args);
  replace_controls (message);
  fault = g_error_new_literal (ILV_LESSON_ERROR, ILV_LESSON_ERROR_SYNTAX, message->str);

  /* An opening and a closing tag, say, are one fault to whoever reads it. */
  if (self->faults->len > 0)
    last = g_ptr_array_index (self->faults, self->faults->len - 1);
  if (last != NULL && g_str_equal (last->message, fault->message))
    g_error_free (fault);
  else
    ilv_lesson_source_take_fault (self, fault);
}

void
ilv_lesson_source_take_fault (IlvLessonSource *self, GError *error)
{
  if (self->faults->len < ILV_LESSON_SOURCE_MAX_FAULTS - 1)
    {
      g_ptr_array_add (self->faults, error);
      return;
    }

  g_error_free (error);
  if (!ilv_lesson_source_is_full (self))
    g_ptr_array_add (self->faults,
                     g_error_new (ILV_LESSON_ERROR, ILV_LESSON_ERROR_SYNTAX, "%s:%u: %s",
                                  self->file_name,
                                  ilv_lesson_source_get_line (self, self->position),
                                  _("There are more faults from here on; correct these first")));
}

gboolean
ilv_lesson_source_is_full (IlvLessonSource *self)
{
  return self->faults->len >= ILV_LESSON_SOURCE_MAX_FAULTS;
}

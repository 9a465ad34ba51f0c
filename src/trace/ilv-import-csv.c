/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-import-csv.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ilv-import-lanes.h"
#include "ilv-trace-event.h"
#include "ilv-trace-side.h"

#define HEADER "side,task,state,worker,processor,step,start_ns,end_ns,length_ns,waits_for"

/* The columns, in the order of the header. */
enum
{
  SIDE,
  TASK,
  STATE,
  WORKER,
  PROCESSOR,
  STEP,
  START,
  END,
  LENGTH,
  WAITS_FOR,
  N_COLUMNS,
};

typedef struct
{
  IlvImportSource *source;
  IlvTraceFaults *faults;
  GPtrArray *sides;
  GString *fields[N_COLUMNS];
  guint64 n_lines;
} Reader;

/* How a line went. */
typedef enum
{
  LINE_FINE,
  LINE_MORE,
  LINE_BROKEN,
} LineStatus;

/* One field; @at is set to what ends it. */
static LineStatus
read_field (const char **at, const char *end, GString *field)
{
  gboolean is_quoted = *at < end && **at == '"';

  g_string_truncate (field, 0);
  if (!is_quoted)
    {
      const char *start = *at;

      while (*at < end && **at != ',' && **at != '\n' && **at != '\r')
        (*at)++;
      g_string_append_len (field, start, *at - start);
      return LINE_FINE;
    }
  for ((*at)++; *at < end; (*at)++)
    {
      if (**at == '"' && (*at + 1 == end || (*at)[1] != '"'))
        {
          (*at)++;
          return LINE_FINE;
        }
      if (**at == '"')
        (*at)++;
      g_string_append_c (field, **at);
    }
  return LINE_MORE;
}

/* A line with all of its fields; @used is set to how many bytes it has. */
static LineStatus
read_line (Reader *self, gsize *used)
{
  const char *at = self->source->at;
  const char *end = at + self->source->length;
  guint column = 0;

  for (;; at++)
    {
      LineStatus status = read_field (&at, end, self->fields[MIN (column, N_COLUMNS - 1)]);

      column++;
      if (status == LINE_MORE || at == end)
        {
          *used = self->source->length;
          if (!self->source->is_last)
            return LINE_MORE;
          return status == LINE_FINE && column == N_COLUMNS ? LINE_FINE : LINE_BROKEN;
        }
      if (*at != ',')
        break;
    }
  if (*at == '\r' && at + 1 == end && !self->source->is_last)
    return LINE_MORE;
  if (*at == '\r' && at + 1 < end && at[1] == '\n')
    at++;
  if (*at != '\n' && *at != '\r')
    {
      /* Something behind a closing quote. */
      const char *line_end = memchr (at, '\n', (gsize) (end - at));

      if (line_end == NULL && !self->source->is_last)
        return LINE_MORE;
      *used = line_end != NULL ? (gsize) (line_end + 1 - self->source->at) : self->source->length;
      return LINE_BROKEN;
    }
  *used = (gsize) (at + 1 - self->source->at);
  return column == N_COLUMNS ? LINE_FINE : LINE_BROKEN;
}

/* FALSE if it is none; @absent where there is nothing. */
static gboolean
get_number (const Reader *self, guint column, gint64 limit, gint64 absent, gint64 *number)
{
  IlvJsonText text = { self->fields[column]->str, self->fields[column]->len, FALSE, FALSE };

  *number = absent;
  return text.length == 0 || ilv_json_text_get_scaled (&text, 0, limit, number);
}

static char *
get_text (const Reader *self, guint column)
{
  return g_utf8_make_valid (self->fields[column]->str, (gssize) self->fields[column]->len);
}

/* (nullable): the side that the line is of. */
static IlvTraceSide *
find_side (Reader *self)
{
  g_autofree char *name = get_text (self, SIDE);
  IlvTraceSide *side;

  for (guint i = self->sides->len; i > 0; i--)
    {
      side = g_ptr_array_index (self->sides, i - 1);
      if (g_str_equal (side->name, name))
        return side;
    }
  if (self->sides->len == ILV_TRACE_SIDE_MAX)
    return NULL;
  side = ilv_trace_side_new (ILV_FOREIGN_STRATEGY);
  side->name = g_steal_pointer (&name);
  g_ptr_array_add (self->sides, side);
  return side;
}

static gboolean
parse_state (const char *name, guint8 *state)
{
  for (guint i = 0; i < ILV_N_SPAN_STATES; i++)
    if (g_str_equal (name, ilv_state_to_string (i)))
      {
        *state = i;
        return TRUE;
      }
  return FALSE;
}

/* (nullable): what is wrong with the numbers of the line. */
static const char *
read_numbers (Reader *self, IlvSpan *span)
{
  gint64 start_ns, end_ns, worker, processor;

  if (!get_number (self, START, ILV_TRACE_EVENT_LIMIT_NS, 0, &start_ns) ||
      self->fields[START]->len == 0 ||
      !get_number (self, END, ILV_TRACE_EVENT_LIMIT_NS, 0, &end_ns) || self->fields[END]->len == 0)
    return _ ("a time is no number, or is too large");
  if (end_ns < start_ns)
    return _ ("the span ends before its beginning");
  if (!get_number (self, WORKER, ILV_TRACE_SIDE_MAX_TASKS, 0, &worker) || worker < 0 ||
      !get_number (self, PROCESSOR, G_MAXINT16, ILV_NO_PROCESSOR, &processor) ||
      processor < ILV_NO_PROCESSOR)
    return _ ("the worker or the processor is no number");
  span->start_ns = start_ns;
  span->end_ns = end_ns;
  span->worker = worker > 0 ? (guint32) worker - 1 : ILV_NO_WORKER;
  span->processor = (gint16) processor;
  return NULL;
}

static void
add_workers (IlvTraceSide *side, guint32 worker)
{
  while (worker != ILV_NO_WORKER && side->info->workers->len <= worker)
    {
      /* Translators: a worker thread, by its number. */
      g_autofree char *name = g_strdup_printf (_ ("Worker %u"), side->info->workers->len + 1);

      ilv_trace_info_add_worker (side->info, name, 0, ILV_NO_PROCESSOR);
    }
}

/* (nullable): what is wrong with the line. */
static const char *
add_span (Reader *self)
{
  IlvTraceSide *side = find_side (self);
  IlvSpan span = { .step = ILV_NO_STEP, .peer = ILV_NO_PEER };
  g_autofree char *task = get_text (self, TASK);
  g_autofree char *step = get_text (self, STEP);
  g_autofree char *peer = get_text (self, WAITS_FOR);
  const char *fault = read_numbers (self, &span);

  if (fault != NULL)
    return fault;
  if (side == NULL)
    return _ ("there are too many sides");
  if (!parse_state (self->fields[STATE]->str, &span.state))
    return _ ("there is no such state");
  span.task = ilv_trace_side_find_task (side, task);
  if (span.task >= ILV_TRACE_SIDE_MAX_TASKS)
    return _ ("there are too many tasks");
  add_workers (side, span.worker);
  if (*step != '\0')
    span.step = ilv_trace_side_find_step (side, span.task, step);
  if (*peer != '\0')
    span.peer = (guint16) MIN (ilv_trace_side_find_task (side, peer), ILV_NO_PEER);
  g_array_append_val (side->spans, span);
  side->info->processors = MAX (side->info->processors, (guint) (span.processor + 1));
  return NULL;
}

/* One line. FALSE at the end of the file, or if it cannot be read. */
static gboolean
take_line (Reader *self, gboolean is_header, GError **error)
{
  LineStatus status;
  gsize used = 0;
  const char *fault = NULL;

  while (self->source->length == 0 || (status = read_line (self, &used)) == LINE_MORE)
    {
      if (self->source->is_last && self->source->length == 0)
        return FALSE;
      if (self->source->length > ILV_IMPORT_SOURCE_LIMIT)
        {
          ilv_trace_faults_add (self->faults, self->source->offset, self->n_lines + 1,
                                _ ("the line is too long; nothing behind it is read"));
          return FALSE;
        }
      if (!ilv_import_source_fill (self->source, error))
        return FALSE;
    }
  if (!is_header && used > 1)
    {
      self->n_lines++;
      fault =
        status == LINE_BROKEN ? _ ("the line does not have all of its fields") : add_span (self);
      if (fault != NULL)
        ilv_trace_faults_add (self->faults, self->source->offset, self->n_lines, "%s", fault);
    }
  ilv_import_source_use (self->source, used);
  return TRUE;
}

/* What was read before a file could not be read further is kept. */
static gboolean
take_lines (Reader *self, GError **error)
{
  g_autoptr (GError) read_error = NULL;

  if (take_line (self, TRUE, &read_error))
    while (take_line (self, FALSE, &read_error))
      ;
  if (read_error == NULL)
    return TRUE;
  if (self->n_lines == 0 || g_error_matches (read_error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&read_error));
      return FALSE;
    }
  ilv_trace_faults_add (self->faults, self->source->offset + (gint64) self->source->length, 0,
                        _ ("the file cannot be read further: %s"), read_error->message);
  return TRUE;
}

/**
 * ilv_import_csv_is_header:
 * @text: (array length=length): how a file begins
 * @length: how many bytes are known
 *
 * Returns: whether it is CSV of ours
 */
gboolean
ilv_import_csv_is_header (const char *text, gsize length)
{
  return length >= strlen (HEADER) && memcmp (text, HEADER, strlen (HEADER)) == 0;
}

/**
 * ilv_import_csv_read:
 * @source: the file
 * @faults: what is wrong is added to it
 * @names: what the sides are called is added to it
 * @n_lines: (out): how many spans there are
 * @error: why there is nothing
 *
 * Returns: (transfer full) (nullable): the traces
 */
GPtrArray *
ilv_import_csv_read (IlvImportSource *source,
                     IlvTraceFaults *faults,
                     GPtrArray *names,
                     guint64 *n_lines,
                     GError **error)
{
  g_autoptr (GPtrArray) sides =
    g_ptr_array_new_with_free_func ((GDestroyNotify) ilv_trace_side_free);
  GPtrArray *traces = NULL;
  Reader reader = { .source = source, .faults = faults, .sides = sides };

  for (guint i = 0; i < N_COLUMNS; i++)
    reader.fields[i] = g_string_new (NULL);
  if (take_lines (&reader, error))
    {
      traces = g_ptr_array_new_with_free_func (g_object_unref);
      for (guint i = 0; i < sides->len; i++)
        {
          IlvTraceSide *side = g_ptr_array_index (sides, i);

          g_ptr_array_add (names, g_strdup (side->name));
          g_ptr_array_add (traces, ilv_trace_side_end (side));
        }
    }
  for (guint i = 0; i < N_COLUMNS; i++)
    g_string_free (reader.fields[i], TRUE);
  *n_lines = reader.n_lines;
  return traces;
}

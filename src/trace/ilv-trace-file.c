/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-file.h"

#include <string.h>

#include "ilv-quoted-names.h"
#include "ilv-svg.h"
#include "ilv-trace-json.h"

#define CSV_HEADER "side,task,state,worker,processor,step,start_ns,end_ns,length_ns,waits_for\n"

/* A field as RFC 4180 wants it. */
static char *
quote_field (const char *text)
{
  g_auto (GStrv) parts = NULL;
  g_autofree char *doubled = NULL;

  if (strpbrk (text, "\",\r\n") == NULL)
    return g_strdup (text);
  parts = g_strsplit (text, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  return g_strconcat ("\"", doubled, "\"", NULL);
}

static void
append_text (GString *text, const char *field)
{
  g_string_append (text, field != NULL ? field : "");
  g_string_append_c (text, ',');
}

/* A field that is empty where there is nothing to say. */
static void
append_number (GString *text, gboolean is_known, gint64 number)
{
  if (is_known)
    g_string_append_printf (text, "%" G_GINT64_FORMAT, number);
  g_string_append_c (text, ',');
}

static void
append_span (GString *text, const char *side, const IlvQuotedNames *names, const IlvSpan *span)
{
  const char *peer = ilv_quoted_names_get_task (names, span->peer);

  append_text (text, side);
  append_text (text, ilv_quoted_names_get_task (names, span->task));
  append_text (text, ilv_state_to_string (span->state));
  append_number (text, span->worker != ILV_NO_WORKER, (gint64) span->worker + 1);
  append_number (text, span->processor >= 0, span->processor);
  append_text (text, ilv_quoted_names_get_step (names, span->task, span->step));
  append_number (text, TRUE, span->start_ns);
  append_number (text, TRUE, span->end_ns);
  append_number (text, TRUE, span->end_ns - span->start_ns);
  g_string_append (text, peer != NULL ? peer : "");
  g_string_append_c (text, '\n');
}

/* What writes a format. */
typedef void (*WriteFunc) (IlvTrace *const *sides, const char *const *names, guint n_sides, IlvTextSink *sink);

static const char *const left_and_right[] = { "left", "right" };

static gboolean
are_traces (IlvTrace *const *sides, guint n_sides)
{
  for (guint i = 0; i < n_sides; i++)
    if (!ILV_IS_TRACE (sides[i]))
      return FALSE;
  return TRUE;
}

static void
write_csv (IlvTrace *const *sides, const char *const *names, guint n_sides, IlvTextSink *sink)
{
  g_string_append (sink->text, CSV_HEADER);
  for (guint i = 0; i < n_sides; i++)
    {
      g_auto (IlvQuotedNames) quoted = { NULL };
      g_autofree char *name = quote_field (names[i]);
      const IlvSpan *spans;
      gsize n_spans;

      ilv_quoted_names_init (&quoted, ilv_trace_get_info (sides[i]), quote_field);
      spans = ilv_trace_get_spans (sides[i], &n_spans);
      for (gsize j = 0; j < n_spans && ilv_text_sink_pause (sink); j++)
        append_span (sink->text, name, &quoted, &spans[j]);
    }
}

static char *
write_to_text (WriteFunc write, IlvTrace *const *sides, const char *const *names, guint n_sides)
{
  IlvTextSink sink = { .text = g_string_new (NULL) };

  g_return_val_if_fail (names != NULL || n_sides <= G_N_ELEMENTS (left_and_right), NULL);
  g_return_val_if_fail (are_traces (sides, n_sides), NULL);

  write (sides, names != NULL ? names : left_and_right, n_sides, &sink);
  return g_string_free (sink.text, FALSE);
}

static guint64
count_work (IlvTrace *const *sides, guint n_sides)
{
  guint64 n_total = 0;

  for (guint i = 0; i < n_sides; i++)
    {
      gsize n_spans, n_flows;

      ilv_trace_get_spans (sides[i], &n_spans);
      ilv_trace_get_flows (sides[i], &n_flows);
      n_total += n_spans + n_flows;
    }
  return n_total;
}

static gboolean
write_to_stream (WriteFunc write,
                 IlvTrace *const *sides,
                 const char *const *names,
                 guint n_sides,
                 GOutputStream *stream,
                 int *permille,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  IlvTextSink sink = {
    .text = text, .stream = stream, .cancellable = cancellable, .n_total = count_work (sides, n_sides), .permille = permille
  };

  write (sides, names != NULL ? names : left_and_right, n_sides, &sink);
  return ilv_text_sink_finish (&sink, error);
}

/**
 * ilv_trace_file_to_json:
 * @sides: (array length=n_sides): a trace a side, left first
 * @names: (nullable) (array length=n_sides): what the sides are called; %NULL for left and right
 * @n_sides: how many there are: without @names at most two
 *
 * Returns: (transfer full): the traces in Chrome's trace-event format
 */
char *
ilv_trace_file_to_json (IlvTrace *const *sides, const char *const *names, guint n_sides)
{
  return write_to_text (ilv_trace_json_write, sides, names, n_sides);
}

/**
 * ilv_trace_file_to_csv:
 * @sides: (array length=n_sides): a trace a side, left first
 * @names: (nullable) (array length=n_sides): what the sides are called; %NULL for left and right
 * @n_sides: how many there are: without @names at most two
 *
 * Returns: (transfer full): a header line and a line a span
 */
char *
ilv_trace_file_to_csv (IlvTrace *const *sides, const char *const *names, guint n_sides)
{
  return write_to_text (write_csv, sides, names, n_sides);
}

/**
 * ilv_trace_file_write_json:
 * @sides: (array length=n_sides): a trace a side, left first
 * @names: (nullable) (array length=n_sides): what the sides are called; %NULL for left and right
 * @n_sides: how many there are: without @names at most two
 * @stream: where it goes
 * @permille: (nullable): how far it is, for another thread to read
 * @cancellable: (nullable): ends it early
 * @error: (nullable): why not all could be written
 *
 * Returns: whether all was written
 */
gboolean
ilv_trace_file_write_json (IlvTrace *const *sides,
                           const char *const *names,
                           guint n_sides,
                           GOutputStream *stream,
                           int *permille,
                           GCancellable *cancellable,
                           GError **error)
{
  g_return_val_if_fail (names != NULL || n_sides <= G_N_ELEMENTS (left_and_right), FALSE);
  g_return_val_if_fail (are_traces (sides, n_sides), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  return write_to_stream (ilv_trace_json_write, sides, names, n_sides, stream, permille, cancellable, error);
}

/**
 * ilv_trace_file_write_csv:
 * @sides: (array length=n_sides): a trace a side, left first
 * @names: (nullable) (array length=n_sides): what the sides are called; %NULL for left and right
 * @n_sides: how many there are: without @names at most two
 * @stream: where it goes
 * @permille: (nullable): how far it is, for another thread to read
 * @cancellable: (nullable): ends it early
 * @error: (nullable): why not all could be written
 *
 * Returns: whether all was written
 */
gboolean
ilv_trace_file_write_csv (IlvTrace *const *sides,
                          const char *const *names,
                          guint n_sides,
                          GOutputStream *stream,
                          int *permille,
                          GCancellable *cancellable,
                          GError **error)
{
  g_return_val_if_fail (names != NULL || n_sides <= G_N_ELEMENTS (left_and_right), FALSE);
  g_return_val_if_fail (are_traces (sides, n_sides), FALSE);
  g_return_val_if_fail (G_IS_OUTPUT_STREAM (stream), FALSE);

  return write_to_stream (write_csv, sides, names, n_sides, stream, permille, cancellable, error);
}

/**
 * ilv_trace_file_to_svg:
 * @sides: (array length=n_sides): a trace a side, left first
 * @names: (nullable) (array length=n_sides): what the sides are called; %NULL for left and right
 * @n_sides: how many there are: without @names at most two
 * @view: what is seen of them, and how
 *
 * Returns: (transfer full): a picture of the traces above each other on one scale
 */
char *
ilv_trace_file_to_svg (IlvTrace *const *sides, const char *const *names, guint n_sides, const IlvPictureView *view)
{
  g_autoptr (IlvPicture) picture = NULL;

  g_return_val_if_fail (names != NULL || n_sides <= G_N_ELEMENTS (left_and_right), NULL);
  g_return_val_if_fail (are_traces (sides, n_sides), NULL);

  picture = ilv_trace_picture_draw (sides, names, n_sides, view, NULL);
  return ilv_svg_write (picture);
}

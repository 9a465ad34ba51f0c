/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-trace-import.h"

#include <string.h>

#include <glib/gstdio.h>

#include "ilv-import-lanes.h"
#include "ilv-trace-file.h"
#include "trace-same.h"
#include "trace-sound.h"

/* How many bytes are read at a time where that does not matter. */
#define SIZE 4096

typedef struct
{
  const char *text;
  const char *expected; /* see describe() */
} Case;

static IlvTraceImport *
import_bytes (const void *bytes, gsize length, gsize size, GError **error)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);

  return ilv_trace_import_read_stream (stream, size, NULL, error);
}

static IlvTraceImport *
import_text (const char *text, gsize size)
{
  g_autoptr (GError) error = NULL;
  IlvTraceImport *import = import_bytes (text, strlen (text), size, &error);

  g_assert_no_error (error);
  return import;
}

static void
describe_trace (GString *text, IlvTrace *trace)
{
  const IlvTraceInfo *info = ilv_trace_get_info (trace);
  gsize n_spans, n_flows;
  const IlvSpan *spans = ilv_trace_get_spans (trace, &n_spans);
  const IlvFlow *flows = ilv_trace_get_flows (trace, &n_flows);

  for (guint task = 0; task < info->tasks->len; task++)
    {
      g_string_append_printf (text, "[%s]", ilv_trace_info_get_task (info, task)->name);
      for (gsize i = 0; i < n_spans; i++)
        if (spans[i].task == task)
          {
            const char *step = ilv_trace_info_get_step (info, task, spans[i].step);

            g_string_append_printf (text, " %s%s%s %" G_GINT64_FORMAT "-%" G_GINT64_FORMAT, step != NULL ? step : "?",
                                    spans[i].state != ILV_STATE_RUNNING ? " " : "",
                                    spans[i].state != ILV_STATE_RUNNING ? ilv_state_to_string (spans[i].state) : "",
                                    spans[i].start_ns, spans[i].end_ns);
            if (spans[i].open)
              g_string_append_c (text, '+');
          }
      g_string_append_c (text, '\n');
    }
  for (gsize i = 0; i < n_flows; i++)
    g_string_append_printf (text, "%s %s>%s %" G_GINT64_FORMAT "\n", ilv_flow_kind_to_string (flows[i].kind),
                            ilv_trace_info_get_task (info, flows[i].from_task)->name,
                            ilv_trace_info_get_task (info, flows[i].to_task)->name, flows[i].time_ns);
}

/* A lane a line, with its spans; then the flows; then the places and events of the faults. */
static char *
describe (IlvTraceImport *import)
{
  GString *text = g_string_new (NULL);
  const IlvTraceFaults *faults = ilv_trace_import_get_faults (import);

  for (guint i = 0; i < ilv_trace_import_get_n_traces (import); i++)
    {
      assert_sound (ilv_trace_import_get_trace (import, i));
      describe_trace (text, ilv_trace_import_get_trace (import, i));
    }
  for (guint i = 0; i < faults->kept->len; i++)
    {
      const IlvTraceFault *fault = g_ptr_array_index (faults->kept, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT "/%" G_GUINT64_FORMAT " %s\n", fault->offset, fault->event,
                              fault->message);
    }
  return g_string_free (text, FALSE);
}

static const Case fine_cases[] = {
  /* The three forms of a file. */
  { "[]", "" },
  { "{\"traceEvents\":[]}", "" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2,\"pid\":1,\"tid\":7}]", "[Thread 7] a 0-2000\n" },
  { "{\"traceEvents\":[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2,\"pid\":1,\"tid\":7}]}", "[Thread 7] a 0-2000\n" },
  { "[\n{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2,\"tid\":7},\n", "[Thread 7] a 0-2000\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2,\"tid\":7}", "[Thread 7] a 0-2000\n" },
  { "[", "" },
  { "\xef\xbb\xbf [{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2,\"tid\":7,},]", "[Thread 7] a 0-2000\n" },
  { "{\"displayTimeUnit\":\"ns\", \"x\": {\"traceEvents\": [\"]\\\"}\", {}]}, \"n\": null, \"traceEvents\" : "
    "[ {\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2,\"tid\":7} ] , \"otherData\": {\"sides\": 7}, \"t\": true}",
    "[Thread 7] a 0-2000\n" },
  /* Times. */
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":1700000000000000.1234,\"dur\":0.0015},"
    "{\"ph\":\"X\",\"name\":\"b\",\"ts\":1700000000000001.1235,\"dur\":\"1e3\"}]",
    "[Thread 0] a 0-2 b 1001-1001001\n" },
  { "[{\"ph\":\"i\",\"name\":\"a\",\"ts\":1.5e3},{\"ph\":\"X\",\"name\":\"b\",\"ts\":15015E-1,\"dur\":0.2E+1}]",
    "[Thread 0] a 0-0 b 1500-3500\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":-3,\"dur\":1},{\"ph\":\"X\",\"name\":\"b\",\"ts\":-0.5,\"dur\":1}]",
    "[Thread 0] a 0-1000 b 2500-3500\n" },
  /* Nesting, by both ways to write it. */
  { "[{\"ph\":\"B\",\"name\":\"a\",\"ts\":0},{\"ph\":\"B\",\"name\":\"b\",\"ts\":1},{\"ph\":\"E\",\"ts\":2},"
    "{\"ph\":\"B\",\"name\":\"c\",\"ts\":2},{\"ph\":\"E\",\"name\":\"c\",\"ts\":3},{\"ph\":\"E\",\"ts\":4}]",
    "[Thread 0] a 0-4000\n[Thread 0 · level 2] b 1000-2000 c 2000-3000\n" },
  { "[{\"ph\":\"X\",\"name\":\"b\",\"ts\":1,\"dur\":1},{\"ph\":\"X\",\"name\":\"c\",\"ts\":2,\"dur\":1},"
    "{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":4},{\"ph\":\"X\",\"name\":\"d\",\"ts\":4,\"dur\":1}]",
    "[Thread 0] a 0-4000 d 4000-5000\n[Thread 0 · level 2] b 1000-2000 c 2000-3000\n" },
  /* What overlaps without being nested has a lane all the same. */
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":3},{\"ph\":\"X\",\"name\":\"b\",\"ts\":2,\"dur\":3},"
    "{\"ph\":\"X\",\"name\":\"c\",\"ts\":3,\"dur\":3}]",
    "[Thread 0] a 0-3000 c 3000-6000\n[Thread 0 · level 2] b 2000-5000\n" },
  /* Moments. */
  { "[{\"ph\":\"i\",\"s\":\"t\",\"name\":\"a\",\"ts\":1},{\"ph\":\"I\",\"name\":\"b\",\"ts\":2}]",
    "[Thread 0] a 0-0 b 1000-1000\n" },
  /* States, where the category is one. */
  { "[{\"ph\":\"X\",\"name\":\"a\",\"cat\":\"waiting\",\"ts\":0,\"dur\":1}]", "[Thread 0] a waiting 0-1000\n" },
  /* Names and order. */
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":1,\"pid\":1,\"tid\":1},"
    "{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":1,\"pid\":1,\"tid\":2},"
    "{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":1,\"pid\":2,\"tid\":1},"
    "{\"ph\":\"M\",\"name\":\"process_name\",\"pid\":1,\"args\":{\"name\":\"one\"}},"
    "{\"ph\":\"M\",\"name\":\"process_sort_index\",\"pid\":2,\"args\":{\"sort_index\":-1}},"
    "{\"ph\":\"M\",\"name\":\"thread_sort_index\",\"pid\":1,\"tid\":1,\"args\":{\"sort_index\":2}},"
    "{\"args\":{\"x\":[{}],\"name\":\"m\\u00e4in\\n\"},\"ph\":\"M\",\"name\":\"thread_name\",\"pid\":1,\"tid\":2}]",
    "[Process 2: Thread 1] a 0-1000\n[one: mäin\n] a 0-1000\n[one: Thread 1] a 0-1000\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":1,\"tid\":\"x\"},{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":1,\"tid\":\"y\"},"
    "{\"ph\":\"M\",\"name\":\"thread_name\",\"tid\":\"x\",\"args\":{\"name\":\"w\"}},"
    "{\"ph\":\"M\",\"name\":\"thread_name\",\"tid\":\"y\",\"args\":{\"name\":\"w\"}}]",
    "[w] a 0-1000\n[w (0/y)] a 0-1000\n" },
  { "[{\"ph\":\"X\",\"ts\":0,\"dur\":1,\"tid\":18446744073709551615}]", "[Thread 18446744073709551615] ? 0-1000\n" },
  /* Texts. */
  { "[{\"ph\":\"X\",\"name\":\"\\ud83d\\ude00 \\\"\\\\\\/\\t\\ud800 \\u0000\\uzz\",\"ts\":0,\"dur\":1}]",
    "[Thread 0] 😀 \"\\/\t\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbdzz 0-1000\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\xff\",\"ts\":0,\"dur\":1}]", "[Thread 0] a\xef\xbf\xbd 0-1000\n" },
  /* Arrows. */
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":0,\"dur\":5,\"tid\":1},{\"ph\":\"X\",\"name\":\"b\",\"ts\":1,\"dur\":2,\"tid\":1},"
    "{\"ph\":\"X\",\"name\":\"c\",\"ts\":6,\"dur\":1,\"tid\":2},{\"ph\":\"X\",\"name\":\"d\",\"ts\":4,\"dur\":9,\"tid\":3},"
    "{\"ph\":\"s\",\"id\":1,\"ts\":2,\"tid\":1},{\"ph\":\"t\",\"id\":1,\"ts\":5,\"tid\":3},{\"ph\":\"f\",\"id\":1,\"ts\":5.5,\"tid\":2},"
    "{\"ph\":\"f\",\"bp\":\"e\",\"id\":\"0x2\",\"name\":\"lock\",\"ts\":6,\"tid\":2},{\"ph\":\"s\",\"id\":\"0x2\",\"name\":\"lock\",\"ts\":4,\"tid\":1}]",
    "[Thread 1] a 0-5000\n[Thread 1 · level 2] b 1000-3000\n[Thread 2] c 6000-7000\n[Thread 3] d 4000-13000\n"
    "spawned Thread 1 · level 2>Thread 3 2000\nlock Thread 1>Thread 2 4000\nspawned Thread 3>Thread 2 5000\n" },
  /* What no lane shows. */
  { "[{\"ph\":\"C\",\"name\":\"n\",\"ts\":0,\"args\":{\"n\":1}},{\"ph\":\"b\",\"id\":1,\"ts\":0},{\"ph\":\"N\"}]", "" },
};

static const Case broken_cases[] = {
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2},{\"ph\":\"X\",\"name\":\"b\",\"ts\":9,\"du",
    "[Thread 0] a 0-2000\n38/2 the file ends within the event\n" },
  { "{\"traceEvents\":[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2},\n",
    "[Thread 0] a 0-2000\n54/0 the list of events does not end\n" },
  { "{\"traceEvents\":[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2}]",
    "[Thread 0] a 0-2000\n53/0 the file ends before its object does\n" },
  /* A quote is missing. */
  { "[{\"ph\":\"X\",\"name\":\"a,\"ts\":5,\"dur\":2},\n{\"ph\":\"X\",\"name\":\"c\",\"ts\":9,\"dur\":2}]",
    "[Thread 0] c 0-2000\n22/1 a comma or a closing brace was expected here\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"x\":[[{\"b\":2},{\"ph\":\"i\",\"name\":\"c\",\"ts\":9}]",
    "[Thread 0] c 0-0\n1/1 the file ends within the event\n" },
  { "{\"traceEvents\":[],\"x\":[1,2", "26/0 the file ends before its object does\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2},{\"ph\":\"X\" \"name\":\"b\"},{\"ph\":\"X\",\"name\":\"c\",\"ts\":9,\"dur\":2}]",
    "[Thread 0] a 0-2000 c 4000-6000\n48/2 a comma or a closing brace was expected here\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":#}, {\"ph\":\"X\",\"name\":\"c\",\"ts\":9,\"dur\":2}]",
    "[Thread 0] c 0-2000\n27/1 a value was expected here\n" },
  { "[{\"ph\":\"X\",\"args\":{\"a\":[}]},\"ts\":1}\n,\n{\"ph\":\"X\",\"name\":\"c\",\"ts\":9,\"dur\":2}]",
    "[Thread 0] c 0-2000\n24/1 this bracket closes none of its kind\n" },
  { "[7,{\"ph\":\"X\",\"name\":\"c\",\"ts\":9,\"dur\":2},null,\"x\",[{}]]",
    "[Thread 0] c 0-2000\n1/1 this is no event\n40/3 this is no event\n45/4 this is no event\n49/5 this is no event\n" },
  { "[{\"name\":\"a\"},{\"ph\":\"\"},{\"ph\":7},{\"ph\":\"XX\"}]",
    "1/1 the event does not say its kind (“ph”)\n14/2 the event does not say its kind (“ph”)\n"
    "24/3 the event does not say its kind (“ph”)\n33/4 the event does not say its kind (“ph”)\n" },
  { "[{\"ph\":\"X\",\"dur\":1},{\"ph\":\"X\",\"ts\":\"now\",\"dur\":1},{\"ph\":\"i\",\"ts\":1e300}]",
    "1/1 the event has no time (“ts”)\n20/2 the event’s time (“ts”) is no number, or is too large\n"
    "50/3 the event’s time (“ts”) is no number, or is too large\n" },
  { "[{\"ph\":\"X\",\"ts\":99999999999999999999999999999999,\"dur\":1},{\"ph\":\"X\",\"ts\":0x10,\"dur\":1},{\"ph\":\"i\",\"ts\":nan}]",
    "1/1 the event’s time (“ts”) is no number, or is too large\n58/2 the event’s time (“ts”) is no number, or is too large\n"
    "87/3 the event’s time (“ts”) is no number, or is too large\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5},{\"ph\":\"X\",\"ts\":5,\"dur\":-1},{\"ph\":\"X\",\"ts\":3999999999999999,\"dur\":3999999999999999}]",
    "[Thread 0] a 0-0\n1/1 the event has no duration (“dur”); it is shown as a moment\n30/2 the event’s duration is negative\n"
    "57/3 the event’s duration (“dur”) is no number, or is too large\n" },
  { "[{\"ph\":\"E\",\"ts\":1},{\"ph\":\"B\",\"name\":\"a\",\"ts\":2},{\"ph\":\"i\",\"name\":\"m\",\"ts\":4}]",
    "[Thread 0] a 0-2000+ m 2000-2000\n1/1 the event ends what has not begun\n19/2 “a” begins and never ends\n" },
  { "[{\"ph\":\"B\",\"name\":\"a\",\"ts\":2},{\"ph\":\"E\",\"name\":\"b\",\"ts\":1}]",
    "[Thread 0] a 0-0\n30/2 the event ends “b”, but “a” was the last to begin\n30/2 the event ends before its beginning\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2},{\"ph\":\"f\",\"id\":1,\"ts\":5},{\"ph\":\"s\",\"id\":2,\"ts\":5},{\"ph\":\"s\",\"ts\":5}]",
    "[Thread 0] a 0-2000\n38/2 the arrow has an end and no beginning\n63/3 the arrow has a beginning and no end\n"
    "88/4 the arrow’s end has no “id”\n" },
  { "[{\"ph\":\"X\",\"name\":\"a\",\"ts\":5,\"dur\":2},{\"ph\":\"s\",\"id\":1,\"ts\":5},{\"ph\":\"f\",\"id\":1,\"ts\":6,\"tid\":9}]",
    "[Thread 0] a 0-2000\n63/3 the arrow goes from or to a thread that has no events\n" },
  { "side,task,state,worker,processor,step,start_ns,end_ns,length_ns,waits_for\n"
    "left,A,running,1,0,\"cpu \"\"4\"\", ms\",0,5,5,\r\nleft,B,asleep,,,,0,5,5,\nleft,B,ready,,,,5,0,5,\nleft,B\n"
    "left,B,ready,x,,,0,5,5,\nleft,B,ready,,,\"a\"b,0,5,5,\nleft,B,waiting,2,,,4,9,5,A\nleft,B,ready,,,,a,5,5,",
    "[A] cpu \"4\", ms 0-5\n[B] ? waiting 4-9\n117/2 there is no such state\n141/3 the span ends before its beginning\n"
    "164/4 the line does not have all of its fields\n171/5 the worker or the processor is no number\n"
    "195/6 the line does not have all of its fields\n249/8 a time is no number, or is too large\n" },
};

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      gsize length = strlen (cases[i].text);

      /* The window ends at each of the bytes. */
      for (gsize size = 1; size <= length + 1; size++)
        {
          g_autoptr (IlvTraceImport) import = import_text (cases[i].text, size);
          g_autofree char *found = describe (import);

          g_assert_cmpstr (found, ==, cases[i].expected);
        }
    }
}

static void
test_fine (void)
{
  check_cases (fine_cases, G_N_ELEMENTS (fine_cases));
}

static void
test_broken (void)
{
  check_cases (broken_cases, G_N_ELEMENTS (broken_cases));
}

static void
test_no_trace (void)
{
  static const char *const texts[] = { "",   " ",  "7",    "{",    "{}",           "hello, world",
                                       "{\"a\":1}", "\"[\"", "null", "{\"traceEvents\":{}}", "side,task\n", "\x1f\x8b" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (import_bytes (texts[i], strlen (texts[i]), 1, &error));
      g_assert_nonnull (error);
      if (texts[i][0] != '\x1f')
        g_assert_error (error, ILV_TRACE_IMPORT_ERROR, ILV_TRACE_IMPORT_ERROR_NO_TRACE);
    }
}

/* Zero bytes between, in and instead of tokens. */
static void
test_zeros (void)
{
  static const char text[] = "[{\"ph\":\"X\",\"name\":\"a\0b\",\"ts\":0,\"dur\":1},\0{\"ph\":\"X\",\"ts\":\0}]";
  g_autoptr (GError) error = NULL;
  g_autoptr (IlvTraceImport) import = import_bytes (text, sizeof text - 1, SIZE, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe (import);
  g_assert_true (g_str_has_prefix (found, "[Thread 0] a\xef\xbf\xbd" "b 0-1000\n"));
  g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, >, 0);
}

static void
test_ours (void)
{
  for (guint i = 0; i < 20; i++)
    {
      g_autoptr (IlvTrace) left = make_trace ("time-sliced", 1);
      g_autoptr (IlvTrace) right = make_trace ("thread-pool", 2);
      IlvTrace *const sides[] = { left, right };
      g_autofree char *text = ilv_trace_file_to_json (sides, NULL, 2);
      g_autoptr (IlvTraceImport) import = import_text (text, i == 0 ? 1 : SIZE);

      g_assert_cmpint (ilv_trace_import_get_format (import), ==, ILV_TRACE_IMPORT_OURS);
      g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, ==, 0);
      g_assert_cmpuint (ilv_trace_import_get_n_traces (import), ==, 2);
      assert_same (ilv_trace_import_get_trace (import, 0), left);
      assert_same (ilv_trace_import_get_trace (import, 1), right);
      g_assert_cmpstr (ilv_trace_import_get_name (import, 0), ==, "left");
      g_assert_cmpstr (ilv_trace_import_get_name (import, 1), ==, "right");
    }
}

/* Packed in several members, cut anywhere. */
static GByteArray *
pack_members (const char *text)
{
  GByteArray *packed = g_byte_array_new ();
  gsize length = strlen (text);
  gsize at = 0;

  while (at < length)
    {
      gsize wanted = (gsize) g_test_rand_int_range (1, 40000);
      gsize size = MIN (length - at, wanted);
      g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
      g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 1));
      g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, converter);

      g_assert_true (g_output_stream_write_all (stream, text + at, size, NULL, NULL, NULL));
      g_assert_true (g_output_stream_close (stream, NULL, NULL));
      g_byte_array_append (packed, g_memory_output_stream_get_data (G_MEMORY_OUTPUT_STREAM (memory)),
                           (guint) g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (memory)));
      at += size;
    }
  return packed;
}

/* One side or two, packed or not: span by span, flow by flow. */
static void
test_odd_json (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (IlvTrace) left = make_odd_trace ("time-sliced");
      g_autoptr (IlvTrace) right = make_odd_trace ("thread-pool");
      IlvTrace *const sides[] = { left, right };
      guint n_sides = round % 2 + 1;
      g_autofree char *text = ilv_trace_file_to_json (sides, NULL, n_sides);
      g_autoptr (GByteArray) packed = pack_members (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvTraceImport) import = round % 3 == 0 ? import_bytes (packed->data, packed->len, SIZE, &error)
                                                         : import_bytes (text, strlen (text), SIZE, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, ==, 0);
      g_assert_cmpint (ilv_trace_import_get_format (import), ==, ILV_TRACE_IMPORT_OURS);
      g_assert_cmpuint (ilv_trace_import_get_n_traces (import), ==, n_sides);
      for (guint i = 0; i < n_sides; i++)
        assert_same (ilv_trace_import_get_trace (import, i), sides[i]);
    }
}

static int
compare_lines (gconstpointer one, gconstpointer other)
{
  return strcmp (*(const char *const *) one, *(const char *const *) other);
}

/* (transfer full): the lines of a text in an order of their own */
static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof *lines, compare_lines);
  return g_strjoinv ("\n", lines);
}

/* What CSV holds comes back the same; but tasks are in the order of their first spans, so that of several that begin
 * something at the same moment another may be the first. */
static void
test_odd_csv (void)
{
  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (IlvTrace) left = make_odd_trace ("time-sliced");
      g_autoptr (IlvTrace) right = make_odd_trace ("thread-pool");
      IlvTrace *const sides[] = { left, right };
      g_autofree char *text = ilv_trace_file_to_csv (sides, NULL, 2);
      g_autoptr (GByteArray) packed = pack_members (text);
      g_autoptr (GError) error = NULL;
      g_autoptr (IlvTraceImport) import = NULL;
      g_autoptr (GString) again = g_string_new (NULL);
      guint n_sides;

      import = import_bytes (packed->data, packed->len, SIZE, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, ==, 0);
      n_sides = ilv_trace_import_get_n_traces (import);
      for (guint i = 0; i < n_sides; i++)
        {
          IlvTrace *side = ilv_trace_import_get_trace (import, i);
          const char *name = ilv_trace_import_get_name (import, i);
          g_autofree char *part = ilv_trace_file_to_csv (&side, &name, 1);

          g_string_append (again, i == 0 ? part : strchr (part, '\n') + 1);
        }
      if (n_sides > 0)
        {
          g_autofree char *found = sort_lines (again->str);
          g_autofree char *expected = sort_lines (text);

          g_assert_cmpstr (found, ==, expected);
        }
    }
}

/* A file of ours that has been changed so that it is none any more is somebody's. */
static void
test_no_more_ours (void)
{
  g_autoptr (IlvTrace) trace = make_trace ("thread-pool", 2);
  g_autofree char *text = ilv_trace_file_to_json (&trace, NULL, 1);
  g_auto (GStrv) parts = g_strsplit (text, "\"cat\": \"", 2);
  g_autofree char *changed = g_strjoinv ("\"cat\": \"very-", parts);
  g_autoptr (IlvTraceImport) import = import_text (changed, SIZE);
  gsize n_spans, n_expected;

  ilv_trace_get_spans (trace, &n_expected);
  ilv_trace_get_spans (ilv_trace_import_get_trace (import, 0), &n_spans);
  g_assert_cmpint (ilv_trace_import_get_format (import), ==, ILV_TRACE_IMPORT_FOREIGN);
  g_assert_cmpuint (n_spans, ==, n_expected);
}

/* A foreign trace that we write comes back the same as ours. */
static void
test_written_again (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (fine_cases); i++)
    {
      g_autoptr (IlvTraceImport) import = import_text (fine_cases[i].text, SIZE);
      IlvTrace *trace = ilv_trace_import_get_trace (import, 0);
      g_autofree char *text = ilv_trace_file_to_json (&trace, NULL, 1);
      g_autoptr (IlvTraceImport) again = import_text (text, SIZE);
      IlvTrace *other = ilv_trace_import_get_trace (again, 0);

      g_assert_cmpint (ilv_trace_import_get_format (again), ==, ILV_TRACE_IMPORT_OURS);
      assert_same_spans (other, trace);
      assert_same_lanes (other, trace);
      assert_same_flows (other, trace);
    }
}

/* What CSV holds: no names of workers, no tasks without spans, no flows. */
static void
test_csv (void)
{
  for (guint i = 0; i < 20; i++)
    {
      static const char *const titles[] = { "A plain loop: fast?", "“await”, \"in\" a\nloop" };
      g_autoptr (IlvTrace) left = make_trace ("time-sliced", 1);
      g_autoptr (IlvTrace) right = make_trace ("thread-pool", 2);
      IlvTrace *const sides[] = { left, right };
      g_autofree char *text = ilv_trace_file_to_csv (sides, titles, 2);
      g_autofree char *again = NULL;
      g_autoptr (IlvTraceImport) import = import_text (text, 1 + i * i);
      IlvTrace *read[2];

      g_assert_cmpint (ilv_trace_import_get_format (import), ==, ILV_TRACE_IMPORT_CSV);
      g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, ==, 0);
      g_assert_cmpuint (ilv_trace_import_get_n_traces (import), ==, 2);
      for (guint side = 0; side < 2; side++)
        {
          read[side] = ilv_trace_import_get_trace (import, side);
          assert_sound (read[side]);
          g_assert_cmpstr (ilv_trace_import_get_name (import, side), ==, titles[side]);
        }
      again = ilv_trace_file_to_csv (read, titles, 2);
      g_assert_cmpstr (again, ==, text);
    }
}

/* A random tree of calls: each event's depth is known. */
static void
write_calls (GString *text, GString *later, GArray *counts, guint depth, gint64 from_us, gint64 to_us, gboolean as_begin)
{
  gint64 at_us = from_us;

  if (depth == counts->len)
    {
      guint none = 0;

      g_array_append_val (counts, none);
    }
  g_array_index (counts, guint, depth)++;
  if (as_begin)
    g_string_append_printf (text, "{\"ph\":\"B\",\"name\":\"%u\",\"ts\":%" G_GINT64_FORMAT "},\n", depth, from_us);
  while (depth < 8 && g_test_rand_int_range (0, 3) > 0 && at_us + 2 < to_us)
    {
      gint64 start_us = g_test_rand_int_range ((gint32) at_us, (gint32) to_us);
      gint64 end_us = g_test_rand_int_range ((gint32) start_us, (gint32) to_us) + 1;

      write_calls (text, later, counts, depth + 1, start_us, end_us, as_begin);
      at_us = end_us;
    }
  if (as_begin)
    g_string_append_printf (text, "{\"ph\":\"E\",\"ts\":%" G_GINT64_FORMAT "},\n", to_us);
  else
    g_string_append_printf (g_test_rand_bit () ? text : later,
                            "{\"ph\":\"X\",\"name\":\"%u\",\"ts\":%" G_GINT64_FORMAT ",\"dur\":%" G_GINT64_FORMAT "},\n",
                            depth, from_us, to_us - from_us);
}

static void
test_calls (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GString) text = g_string_new ("[");
      g_autoptr (GString) later = g_string_new (NULL);
      g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (guint));
      g_autoptr (IlvTraceImport) import = NULL;
      IlvTrace *trace;
      const IlvSpan *spans;
      gsize n_spans;

      for (guint i = 0; i < 5; i++)
        write_calls (text, later, counts, 0, i * 1000, i * 1000 + 1000, round % 2 == 0);
      g_string_append (text, later->str);
      import = import_text (text->str, SIZE);
      trace = ilv_trace_import_get_trace (import, 0);
      assert_sound (trace);
      g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, ==, 0);
      g_assert_cmpuint (ilv_trace_get_info (trace)->tasks->len, ==, counts->len);
      spans = ilv_trace_get_spans (trace, &n_spans);
      for (gsize i = 0; i < n_spans; i++)
        g_array_index (counts, guint, spans[i].task)--;
      for (guint i = 0; i < counts->len; i++)
        g_assert_cmpuint (g_array_index (counts, guint, i), ==, 0);
      /* Of spans that are as long as what they are in, either may be the outer one. */
      for (gsize i = 0; i < n_spans && round % 2 == 0; i++)
        g_assert_nonnull (ilv_trace_info_get_step (ilv_trace_get_info (trace), spans[i].task, spans[i].step));
    }
}

static void
test_deep (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (IlvTraceImport) import = NULL;
  g_autoptr (IlvTraceImport) brackets = NULL;
  const IlvTraceFaults *faults;

  for (guint i = 0; i < ILV_IMPORT_MAX_LEVELS + 88; i++)
    g_string_append_printf (text, "{\"ph\":\"X\",\"name\":\"a\",\"ts\":%u,\"dur\":%u},", i, 5000 - 2 * i);
  import = import_text (text->str, SIZE);
  faults = ilv_trace_import_get_faults (import);
  assert_sound (ilv_trace_import_get_trace (import, 0));
  g_assert_cmpuint (ilv_trace_get_info (ilv_trace_import_get_trace (import, 0))->tasks->len, ==,
                    ILV_IMPORT_MAX_LEVELS);
  g_assert_cmpuint (faults->total, ==, 1);
  g_assert_cmpstr (((IlvTraceFault *) faults->kept->pdata[0])->message, ==,
                   "88 events of “Thread 0” are nested too deeply and left out");

  g_string_assign (text, "[{\"args\":{\"a\":");
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (text, '[');
  g_string_append (text, "},{\"ph\":\"i\",\"name\":\"b\",\"ts\":1}]");
  brackets = import_text (text->str, SIZE);
  g_assert_cmpuint (ilv_trace_import_get_faults (brackets)->total, ==, 1);
}

/* The number of faults that are kept is bounded, that of all is known. */
static void
test_many_faults (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (IlvTraceImport) import = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i % 2 == 0 ? "{\"ph\":\"E\",\"ts\":1},\n" : "{\"ph\":\"X\",\"ts\"},\n");
  import = import_text (text->str, SIZE);
  g_assert_cmpuint (ilv_trace_import_get_n_events (import), ==, 5000);
  g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, ==, 5000);
  g_assert_cmpuint (ilv_trace_import_get_faults (import)->kept->len, ==, ILV_TRACE_FAULTS_KEPT);
}

/* More names than the steps of a task can be. */
static void
test_many_names (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (IlvTraceImport) import = NULL;
  const IlvTraceFaults *faults;

  for (guint i = 0; i < 70000; i++)
    g_string_append_printf (text, "{\"ph\":\"X\",\"name\":\"n%u\",\"ts\":%u,\"dur\":1,\"tid\":1},\n", i, i);
  import = import_text (text->str, SIZE);
  faults = ilv_trace_import_get_faults (import);
  g_assert_cmpuint (faults->total, ==, 1);
  g_assert_cmpstr (((IlvTraceFault *) faults->kept->pdata[0])->message, ==,
                   "4465 events have lost their names: their lane has too many names");
}

static void
test_many_threads (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (IlvTraceImport) import = NULL;
  const IlvTraceFaults *faults;

  for (guint i = 0; i < 70000; i++)
    g_string_append_printf (text, "{\"ph\":\"X\",\"name\":\"n\",\"ts\":1,\"dur\":1,\"tid\":%u},\n", i);
  import = import_text (text->str, SIZE);
  faults = ilv_trace_import_get_faults (import);
  assert_sound (ilv_trace_import_get_trace (import, 0));
  g_assert_cmpuint (faults->total, ==, 1);
}

/* An event of 20 MB is passed over, and what follows it is not. */
static void
test_large_event (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"ph\":\"i\",\"name\":\"a\",\"ts\":1,\"args\":{\"x\":\"");
  g_autoptr (IlvTraceImport) import = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < 20 * 1024; i++)
    g_string_append_printf (text, "%01024u", i);
  g_string_append (text, "}]\"}},{\"ph\":\"i\",\"name\":\"b\",\"ts\":1}]");
  import = import_text (text->str, 256 * 1024);
  found = describe (import);
  g_assert_cmpstr (found, ==, "[Thread 0] b 0-0\n1/1 the event is too large, and passed over\n");
}

static GBytes *
pack (const char *text)
{
  g_autoptr (GOutputStream) bytes = g_memory_output_stream_new_resizable ();
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (bytes, converter);

  g_output_stream_write_all (stream, text, strlen (text), NULL, NULL, NULL);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (bytes));
}

static void
test_packed (void)
{
  g_autoptr (IlvTrace) trace = make_trace ("thread-pool", 2);
  g_autofree char *text = ilv_trace_file_to_json (&trace, NULL, 1);
  g_autofree char *csv = ilv_trace_file_to_csv (&trace, NULL, 1);
  g_autoptr (GBytes) packed = pack (text);
  g_autoptr (GBytes) packed_csv = pack (csv);

  for (gsize size = 1; size < 200; size += 33)
    {
      g_autoptr (IlvTraceImport) import =
        import_bytes (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed), size, NULL);
      g_autoptr (IlvTraceImport) import_csv =
        import_bytes (g_bytes_get_data (packed_csv, NULL), g_bytes_get_size (packed_csv), size, NULL);

      assert_same (ilv_trace_import_get_trace (import, 0), trace);
      g_assert_cmpint (ilv_trace_import_get_format (import_csv), ==, ILV_TRACE_IMPORT_CSV);
    }
}

/* What could be unpacked is kept, and the place said at which it ended. */
static void
test_packed_and_cut (void)
{
  g_autoptr (GString) text = g_string_new ("[");
  g_autoptr (GBytes) packed = NULL;
  g_autoptr (IlvTraceImport) import = NULL;
  gsize n_spans;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "{\"ph\":\"X\",\"name\":\"n\",\"ts\":%u,\"dur\":%d},\n", i * 1000,
                            g_test_rand_int_range (1, 1000));
  packed = pack (text->str);
  import = import_bytes (g_bytes_get_data (packed, NULL), g_bytes_get_size (packed) / 2, SIZE, NULL);
  ilv_trace_get_spans (ilv_trace_import_get_trace (import, 0), &n_spans);
  g_assert_cmpuint (n_spans, >, 1000);
  g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, >=, 1);
}

/* Random bytes in the middle, of files of both kinds: always sound, and the same in parts of any size. */
static void
test_garbled (void)
{
  g_autoptr (IlvTrace) trace = make_trace ("thread-pool", 2);
  g_autofree char *ours = ilv_trace_file_to_json (&trace, NULL, 1);
  g_autofree char *csv = ilv_trace_file_to_csv (&trace, NULL, 1);

  for (guint i = 0; i < 600; i++)
    {
      guint which = i % (2 + G_N_ELEMENTS (fine_cases));
      g_autofree char *text = g_strdup (which == 0 ? ours : which == 1 ? csv : fine_cases[which - 2].text);
      gsize length = strlen (text);
      g_autoptr (IlvTraceImport) import = NULL;
      g_autoptr (IlvTraceImport) again = NULL;
      g_autofree char *found = NULL;
      g_autofree char *found_again = NULL;

      for (guint j = 0; j < 3 && length > 2; j++)
        text[g_test_rand_int_range (1, (gint32) length)] =
          "0-9\"{}[],.eEaz:\\\n\xff"[g_test_rand_int_range (0, 19)];
      import = import_bytes (text, length, SIZE, NULL);
      again = import_bytes (text, length, (gsize) g_test_rand_int_range (1, 50), NULL);
      g_assert_true ((import == NULL) == (again == NULL));
      if (import == NULL)
        continue;
      found = describe (import);
      found_again = describe (again);
      g_assert_cmpstr (found, ==, found_again);
    }
}

/* --- Reading a file in a thread --- */

typedef struct
{
  GMainLoop *loop;
  GCancellable *cancellable;
  IlvTraceImport *import;
  GError *error;
  guint n_reports;
  gboolean cancel_at_first;
  gboolean is_done;
} Reading;

static void
reading_progress (goffset n_read, goffset n_total, gpointer data)
{
  Reading *reading = data;

  g_assert_false (reading->is_done);
  g_assert_cmpint (n_read, >, 0);
  g_assert_cmpint (n_read, <=, n_total);
  reading->n_reports++;
  if (reading->cancel_at_first)
    g_cancellable_cancel (reading->cancellable);
}

static void
reading_done (GObject *source G_GNUC_UNUSED, GAsyncResult *result, gpointer data)
{
  Reading *reading = data;

  reading->is_done = TRUE;
  reading->import = ilv_trace_import_finish (result, &reading->error);
  g_main_loop_quit (reading->loop);
}

static void
read_file (Reading *reading, GFile *file)
{
  reading->loop = g_main_loop_new (NULL, FALSE);
  reading->cancellable = g_cancellable_new ();
  ilv_trace_import_async (file, reading_progress, reading, reading->cancellable, reading_done, reading);
  g_main_loop_run (reading->loop);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_main_loop_unref (reading->loop);
  g_object_unref (reading->cancellable);
}

static void
test_async (void)
{
  g_autofree char *folder = g_dir_make_tmp ("ilv-import-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "trace.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GString) text = g_string_new ("[");
  Reading whole = { 0 };
  Reading cancelled = { .cancel_at_first = TRUE };
  Reading missing = { 0 };
  gsize n_spans;

  for (guint i = 0; i < 200000; i++)
    g_string_append_printf (text, "{\"ph\":\"X\",\"name\":\"n\",\"ts\":%u,\"dur\":1},\n", i);
  g_assert_true (g_file_set_contents (path, text->str, (gssize) text->len, NULL));

  read_file (&whole, file);
  g_assert_no_error (whole.error);
  ilv_trace_get_spans (ilv_trace_import_get_trace (whole.import, 0), &n_spans);
  g_assert_cmpuint (n_spans, ==, 200000);
  g_assert_cmpuint (whole.n_reports, >, 3);
  g_assert_finalize_object (whole.import);

  /* A report may come when all has been read: then there is nothing left to cancel. */
  read_file (&cancelled, file);
  if (cancelled.import == NULL)
    g_assert_error (cancelled.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_object (&cancelled.import);
  g_clear_error (&cancelled.error);

  g_remove (path);
  g_rmdir (folder);
  read_file (&missing, file);
  g_assert_error (missing.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&missing.error);
}

static void
test_cancelled (void)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data ("[]", 2, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ilv_trace_import_read_stream (stream, SIZE, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/import/fine", test_fine);
  g_test_add_func ("/trace/import/broken", test_broken);
  g_test_add_func ("/trace/import/no-trace", test_no_trace);
  g_test_add_func ("/trace/import/zeros", test_zeros);
  g_test_add_func ("/trace/import/ours", test_ours);
  g_test_add_func ("/trace/import/odd-json", test_odd_json);
  g_test_add_func ("/trace/import/odd-csv", test_odd_csv);
  g_test_add_func ("/trace/import/no-more-ours", test_no_more_ours);
  g_test_add_func ("/trace/import/written-again", test_written_again);
  g_test_add_func ("/trace/import/csv", test_csv);
  g_test_add_func ("/trace/import/calls", test_calls);
  g_test_add_func ("/trace/import/deep", test_deep);
  g_test_add_func ("/trace/import/many-faults", test_many_faults);
  g_test_add_func ("/trace/import/many-names", test_many_names);
  g_test_add_func ("/trace/import/many-threads", test_many_threads);
  g_test_add_func ("/trace/import/large-event", test_large_event);
  g_test_add_func ("/trace/import/packed", test_packed);
  g_test_add_func ("/trace/import/packed-and-cut", test_packed_and_cut);
  g_test_add_func ("/trace/import/garbled", test_garbled);
  g_test_add_func ("/trace/import/async", test_async);
  g_test_add_func ("/trace/import/cancelled", test_cancelled);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Anything as a trace file: what comes of it is sound, the same in parts of any size, and comes back from the JSON that we
 * write of it. The first byte is how much is read at a time. */

#include <string.h>

#include "ilv-trace-file.h"
#include "ilv-trace-import.h"
#include "trace-sound.h"

int LLVMFuzzerTestOneInput (const guint8 *data, gsize size);

static IlvTraceImport *
import_bytes (const void *bytes, gsize length, gsize size)
{
  g_autoptr (GInputStream) stream = g_memory_input_stream_new_from_data (bytes, (gssize) length, NULL);

  return ilv_trace_import_read_stream (stream, size, NULL, NULL);
}

static gsize
count_spans (IlvTraceImport *import, guint index)
{
  gsize n_spans;

  ilv_trace_get_spans (ilv_trace_import_get_trace (import, index), &n_spans);
  return n_spans;
}

static void
assert_same (IlvTraceImport *import, IlvTraceImport *other)
{
  g_assert_true ((import == NULL) == (other == NULL));
  if (import == NULL)
    return;
  g_assert_cmpuint (ilv_trace_import_get_n_traces (import), ==, ilv_trace_import_get_n_traces (other));
  g_assert_cmpuint (ilv_trace_import_get_n_events (import), ==, ilv_trace_import_get_n_events (other));
  g_assert_cmpuint (ilv_trace_import_get_faults (import)->total, ==, ilv_trace_import_get_faults (other)->total);
  for (guint i = 0; i < ilv_trace_import_get_n_traces (import); i++)
    g_assert_cmpuint (count_spans (import, i), ==, count_spans (other, i));
}

static void
assert_comes_back (IlvTrace *trace)
{
  g_autofree char *text = ilv_trace_file_to_json (&trace, NULL, 1);
  g_autoptr (IlvTraceImport) import = import_bytes (text, strlen (text), 4096);

  g_assert_nonnull (import);
  g_assert_cmpint (ilv_trace_import_get_format (import), ==, ILV_TRACE_IMPORT_OURS);
  assert_sound (ilv_trace_import_get_trace (import, 0));
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (IlvTraceImport) import = NULL;
  g_autoptr (IlvTraceImport) other = NULL;

  if (size == 0)
    return 0;
  import = import_bytes (data + 1, size - 1, 65536);
  other = import_bytes (data + 1, size - 1, 1 + data[0]);
  /* How much of a packed file is unpacked before a fault in it depends on how much is asked for. */
  if (size < 3 || data[1] != 0x1f || data[2] != 0x8b)
    assert_same (import, other);
  for (guint i = 0; import != NULL && i < ilv_trace_import_get_n_traces (import); i++)
    {
      assert_sound (ilv_trace_import_get_trace (import, i));
      assert_comes_back (ilv_trace_import_get_trace (import, i));
    }
  return 0;
}

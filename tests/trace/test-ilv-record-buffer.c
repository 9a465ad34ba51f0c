/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-record-buffer.h"

#define N_WRITERS 4
#define N_RECORDS (5 * ILV_RECORD_CHUNK_SIZE + 123)

/* Every field follows from the number of the record, so that one mixed of two is noticed. */
static IlvRecord
record_nth (guint writer, gsize n)
{
  return (IlvRecord){
    .time_ns = (gint64) n * 1000003 + writer,
    .task = (guint32) (n * 7 + writer),
    .processor = (gint16) (n % 30011),
    .step = (guint16) (n * 3),
    .peer = (guint16) (n * 5 + writer),
    .state = (guint8) n,
    .kind = (guint8) (n * 11),
  };
}

static void
assert_records (GArray *records, gsize from, guint writer)
{
  for (guint i = (guint) from; i < records->len; i++)
    {
      const IlvRecord *record = &g_array_index (records, IlvRecord, i);
      IlvRecord expected = record_nth (writer, i);

      if (record->time_ns != expected.time_ns || record->task != expected.task ||
          record->processor != expected.processor || record->step != expected.step ||
          record->peer != expected.peer || record->state != expected.state ||
          record->kind != expected.kind)
        g_error ("writer %u: record %u is not what was written", writer, i);
    }
}

static GArray *
records_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (IlvRecord));
}

static void
append_until (IlvRecordBuffer *buffer, gsize end)
{
  while (buffer->filled < end)
    {
      IlvRecord record = record_nth (0, buffer->filled);

      ilv_record_buffer_append (buffer, &record);
    }
}

static void
test_empty (void)
{
  g_autoptr (IlvRecordBuffer) buffer = ilv_record_buffer_new ();
  g_autoptr (GArray) records = records_new ();

  g_assert_cmpuint (ilv_record_buffer_read (buffer, 0, records), ==, 0);
  g_assert_cmpuint (records->len, ==, 0);
  g_assert_cmpint (ilv_record_buffer_get_alive (buffer), ==, 0);
  ilv_record_buffer_set_alive (buffer, 42);
  g_assert_cmpint (ilv_record_buffer_get_alive (buffer), ==, 42);
}

/* Reads go on where the one before ended, on both sides of every edge of a chunk. */
static void
test_chunk_edges (void)
{
  static const gsize ends[] = {
    1,
    ILV_RECORD_CHUNK_SIZE - 1,
    ILV_RECORD_CHUNK_SIZE,
    ILV_RECORD_CHUNK_SIZE + 1,
    2 * ILV_RECORD_CHUNK_SIZE,
    4 * ILV_RECORD_CHUNK_SIZE,
    4 * ILV_RECORD_CHUNK_SIZE + 1,
  };
  g_autoptr (IlvRecordBuffer) buffer = ilv_record_buffer_new ();
  g_autoptr (GArray) records = records_new ();
  gsize seen = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      append_until (buffer, ends[i]);
      seen = ilv_record_buffer_read (buffer, seen, records);
      g_assert_cmpuint (seen, ==, ends[i]);
      g_assert_cmpuint (records->len, ==, ends[i]);
      g_assert_cmpuint (ilv_record_buffer_read (buffer, seen, records), ==, ends[i]);
      g_assert_cmpuint (records->len, ==, ends[i]);
    }
  assert_records (records, 0, 0);
}

/* With a spare chunk at hand, appending links none. */
static void
test_reserve (void)
{
  g_autoptr (IlvRecordBuffer) buffer = ilv_record_buffer_new ();
  IlvRecordChunk *second = atomic_load (&buffer->first->next);

  g_assert_nonnull (second);
  ilv_record_buffer_reserve (buffer);
  g_assert_true (atomic_load (&buffer->first->next) == second);
  append_until (buffer, ILV_RECORD_CHUNK_SIZE + 1);
  g_assert_true (buffer->write_chunk == second);
  g_assert_null (atomic_load (&second->next));

  ilv_record_buffer_reserve (buffer);
  g_assert_nonnull (atomic_load (&second->next));
  append_until (buffer, 2 * ILV_RECORD_CHUNK_SIZE + 1);
  g_assert_true (buffer->write_chunk == atomic_load (&second->next));
}

typedef struct
{
  IlvRecordBuffer *buffer;
  guint number;
} Writer;

static gpointer
write_records (gpointer data)
{
  Writer *writer = data;

  for (gsize n = 0; n < N_RECORDS; n++)
    {
      IlvRecord record = record_nth (writer->number, n);

      /* Every other writer leaves the linking to the appending. */
      if (writer->number % 2 == 0 && n % 500 == 0)
        ilv_record_buffer_reserve (writer->buffer);
      ilv_record_buffer_append (writer->buffer, &record);
      ilv_record_buffer_set_alive (writer->buffer, record.time_ns);
    }
  return NULL;
}

/* What is read at any moment is a prefix of what was written, and in the end it is all of it. */
static void
test_stress (void)
{
  Writer writers[N_WRITERS];
  GThread *threads[N_WRITERS];
  GArray *records[N_WRITERS];
  gsize seen[N_WRITERS] = { 0 };
  gboolean complete;

  for (guint i = 0; i < N_WRITERS; i++)
    {
      writers[i] = (Writer){ .buffer = ilv_record_buffer_new (), .number = i };
      records[i] = records_new ();
      threads[i] = g_thread_new ("writer", write_records, &writers[i]);
    }
  do
    {
      complete = TRUE;
      for (guint i = 0; i < N_WRITERS; i++)
        {
          gsize before = seen[i];

          seen[i] = ilv_record_buffer_read (writers[i].buffer, seen[i], records[i]);
          g_assert_cmpuint (seen[i], >=, before);
          g_assert_cmpuint (records[i]->len, ==, seen[i]);
          complete = complete && seen[i] == N_RECORDS;
          assert_records (records[i], before, i);
        }
    }
  while (!complete);

  for (guint i = 0; i < N_WRITERS; i++)
    {
      g_thread_join (threads[i]);
      g_array_set_size (records[i], 0);
      g_assert_cmpuint (ilv_record_buffer_read (writers[i].buffer, 0, records[i]), ==, N_RECORDS);
      g_assert_cmpuint (records[i]->len, ==, N_RECORDS);
      assert_records (records[i], 0, i);
      g_assert_cmpint (ilv_record_buffer_get_alive (writers[i].buffer), ==,
                       record_nth (i, N_RECORDS - 1).time_ns);
      g_array_unref (records[i]);
      ilv_record_buffer_free (writers[i].buffer);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/record-buffer/empty", test_empty);
  g_test_add_func ("/trace/record-buffer/chunk-edges", test_chunk_edges);
  g_test_add_func ("/trace/record-buffer/reserve", test_reserve);
  g_test_add_func ("/trace/record-buffer/stress", test_stress);

  return g_test_run ();
}

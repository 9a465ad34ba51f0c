/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-record-buffer.h"

#include <string.h>

/* A cache line and the one that the processor fetches with it: two writers whose buffers shared
 * them would slow each other down. */
#define CACHE_LINES 128

G_STATIC_ASSERT (sizeof (IlvRecordBuffer) <= CACHE_LINES);

static IlvRecordChunk *
chunk_new (void)
{
  IlvRecordChunk *chunk = g_new (IlvRecordChunk, 1);

  /* Touches every page now, so that the kernel need not hand them out while records are made. */
  memset (chunk, 0, sizeof *chunk);
  atomic_init (&chunk->next, NULL);
  return chunk;
}

static IlvRecordChunk *
chunk_get_next (IlvRecordChunk *chunk)
{
  return atomic_load_explicit (&chunk->next, memory_order_acquire);
}

/**
 * ilv_record_buffer_new:
 *
 * Returns: (transfer full): an empty buffer with two chunks
 */
IlvRecordBuffer *
ilv_record_buffer_new (void)
{
  IlvRecordBuffer *self = g_aligned_alloc0 (1, CACHE_LINES, CACHE_LINES);

  atomic_init (&self->count, 0);
  atomic_init (&self->alive_ns, 0);
  self->first = chunk_new ();
  self->write_chunk = self->first;
  ilv_record_buffer_reserve (self);
  return self;
}

/**
 * ilv_record_buffer_free:
 * @self: (transfer full): a buffer that nobody writes or reads any more
 */
void
ilv_record_buffer_free (IlvRecordBuffer *self)
{
  IlvRecordChunk *chunk;

  g_return_if_fail (self != NULL);

  chunk = self->first;
  while (chunk != NULL)
    {
      IlvRecordChunk *next = chunk_get_next (chunk);

      g_free (chunk);
      chunk = next;
    }
  g_aligned_free (self);
}

/**
 * ilv_record_buffer_reserve:
 * @self: a buffer
 *
 * Links a spare chunk behind the one in use, if there is none. By the writer only; may allocate.
 */
void
ilv_record_buffer_reserve (IlvRecordBuffer *self)
{
  g_return_if_fail (self != NULL);

  if (chunk_get_next (self->write_chunk) == NULL)
    atomic_store_explicit (&self->write_chunk->next, chunk_new (), memory_order_release);
}

/**
 * ilv_record_buffer_next_chunk:
 * @self: a buffer
 *
 * Moves on to the next chunk, which is linked now if it was not reserved: rather a late record than
 * a lost one. By ilv_record_buffer_append() only.
 */
void
ilv_record_buffer_next_chunk (IlvRecordBuffer *self)
{
  ilv_record_buffer_reserve (self);
  self->write_chunk = chunk_get_next (self->write_chunk);
}

/**
 * ilv_record_buffer_read:
 * @self: a buffer
 * @seen: how many records the reader has already
 * @records: (element-type IlvRecord): what follows them is appended here
 *
 * Returns: how many records are published, all of which the reader now has
 */
gsize
ilv_record_buffer_read (IlvRecordBuffer *self, gsize seen, GArray *records)
{
  IlvRecordChunk *chunk;
  gsize count;

  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (records != NULL, 0);

  /* Everything that the writer did before it published this count is visible from here on, the
   * links between the chunks included. */
  count = atomic_load_explicit (&self->count, memory_order_acquire);
  g_return_val_if_fail (seen <= count, count);

  chunk = self->first;
  for (gsize base = 0; base < count; base += ILV_RECORD_CHUNK_SIZE)
    {
      gsize from = MAX (seen, base);
      gsize to = MIN (count, base + ILV_RECORD_CHUNK_SIZE);

      if (base > 0)
        chunk = chunk_get_next (chunk);
      if (from < to)
        g_array_append_vals (records, &chunk->records[from - base], (guint) (to - from));
    }
  return count;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-name-table.h"

#include <string.h>

/* Both powers of two. No more texts than half the slots, so that a search is short. */
#define FIRST_SLOTS 256
#define MAX_SLOTS (1u << 31)

typedef struct
{
  guint64 offset;
  guint32 length;
  guint32 hash;
} Entry;

/* FNV-1a. The seed is drawn anew each time, so that no file can be made to be slow. */
static guint32
hash_bytes (const IlvNameTable *self, const char *text, gsize length)
{
  guint64 hash = G_GUINT64_CONSTANT (14695981039346656037) ^ self->seed;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) text[i]) * G_GUINT64_CONSTANT (1099511628211);
  return (guint32) (hash ^ hash >> 32);
}

static guint32
find_free_slot (const IlvNameTable *self, guint32 hash)
{
  guint32 slot = hash & (self->n_slots - 1);

  while (self->slots[slot] != 0)
    slot = (slot + 1) & (self->n_slots - 1);
  return slot;
}

static void
grow (IlvNameTable *self)
{
  g_free (self->slots);
  self->n_slots *= 2;
  self->slots = g_new0 (guint32, self->n_slots);
  for (guint32 i = 0; i < self->entries->len; i++)
    self->slots[find_free_slot (self, g_array_index (self->entries, Entry, i).hash)] = i + 1;
}

/**
 * ilv_name_table_init:
 * @self: (out): an empty table
 */
void
ilv_name_table_init (IlvNameTable *self)
{
  g_return_if_fail (self != NULL);

  /* With room, so that there is a place for an empty text, too. */
  self->bytes = g_byte_array_sized_new (FIRST_SLOTS);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint32, self->n_slots);
  self->seed = g_random_int ();
}

/**
 * ilv_name_table_clear:
 * @self: a table; may be one that was cleared
 */
void
ilv_name_table_clear (IlvNameTable *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->bytes, g_byte_array_unref);
  g_clear_pointer (&self->entries, g_array_unref);
  g_clear_pointer (&self->slots, g_free);
}

/**
 * ilv_name_table_add:
 * @self: a table
 * @text: (array length=length): bytes
 * @length: how many
 *
 * Returns: the number of the text, or %ILV_NO_NAME
 */
guint32
ilv_name_table_add (IlvNameTable *self, const char *text, gsize length)
{
  guint32 hash = hash_bytes (self, text, length);
  guint32 slot = hash & (self->n_slots - 1);
  Entry entry = { self->bytes->len, (guint32) length, hash };

  for (; self->slots[slot] != 0; slot = (slot + 1) & (self->n_slots - 1))
    {
      const Entry *found = &g_array_index (self->entries, Entry, self->slots[slot] - 1);

      if (found->hash == hash && found->length == length &&
          memcmp (self->bytes->data + found->offset, text, length) == 0)
        return self->slots[slot] - 1;
    }

  if (length > G_MAXUINT32 / 2 - self->bytes->len || self->entries->len >= MAX_SLOTS / 2)
    return ILV_NO_NAME;
  g_byte_array_append (self->bytes, (const guint8 *) text, (guint) length);
  g_array_append_val (self->entries, entry);
  self->slots[slot] = self->entries->len;
  if (self->entries->len > self->n_slots / 2)
    grow (self);
  return self->entries->len - 1;
}

/**
 * ilv_name_table_get_size:
 * @self: a table
 *
 * Returns: how many texts there are
 */
guint32
ilv_name_table_get_size (const IlvNameTable *self)
{
  return self->entries->len;
}

/**
 * ilv_name_table_get:
 * @self: a table
 * @name: the number of a text
 * @length: (out): how many bytes it has
 *
 * Returns: (transfer none): the bytes
 */
const char *
ilv_name_table_get (const IlvNameTable *self, guint32 name, gsize *length)
{
  const Entry *entry;

  g_return_val_if_fail (name < self->entries->len, NULL);

  entry = &g_array_index (self->entries, Entry, name);
  *length = entry->length;
  return (const char *) self->bytes->data + entry->offset;
}

/**
 * ilv_name_table_dup:
 * @self: a table
 * @name: the number of a text, or %ILV_NO_NAME
 *
 * Returns: (transfer full): it as valid UTF-8
 */
char *
ilv_name_table_dup (const IlvNameTable *self, guint32 name)
{
  const char *text;
  gsize length;

  if (name == ILV_NO_NAME || self->entries->len <= name)
    return g_strdup ("");
  text = ilv_name_table_get (self, name, &length);
  /* An empty text may have no bytes to point to. */
  return length > 0 ? g_utf8_make_valid (text, (gssize) length) : g_strdup ("");
}

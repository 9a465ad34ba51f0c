/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ILV_NO_NAME G_MAXUINT32

/**
 * IlvNameTable:
 *
 * Texts, each kept once and known by its number, from 0 in the order in which they came: what a
 * file says a million times takes the room of one. Any bytes can be a text. Memory: its bytes and
 * at most 33 more.
 *
 * For one thread at a time.
 */
typedef struct
{
  /*< private >*/
  GByteArray *bytes;
  GArray *entries;
  guint32 *slots; /* the number of a text + 1; 0 where there is none */
  guint32 n_slots;
  guint32 seed;
} IlvNameTable;

void ilv_name_table_init (IlvNameTable *self);
void ilv_name_table_clear (IlvNameTable *self);

/* The number of these @length bytes, which are copied if they are new; %ILV_NO_NAME if there is no
 * room for more. */
guint32 ilv_name_table_add (IlvNameTable *self, const char *text, gsize length);

guint32 ilv_name_table_get_size (const IlvNameTable *self);

/* (transfer none): the bytes, not zero-terminated, until the next text is added. */
const char *ilv_name_table_get (const IlvNameTable *self, guint32 name, gsize *length);

/* (transfer full): as valid UTF-8; empty for %ILV_NO_NAME. */
char *ilv_name_table_dup (const IlvNameTable *self, guint32 name);

G_END_DECLS

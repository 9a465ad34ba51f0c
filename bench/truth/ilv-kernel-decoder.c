/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-kernel-decoder.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* A page: a time, how much of it is filled, and the entries. */
#define PAGE_HEADER 16
#define COMMIT_MASK 0x3fffffff
#define COMMIT_MISSED 0x80000000

/* An entry: 5 bits that say what it is, or how many words it has, and 27 bits of time since the
 * entry before. */
#define TYPE_BITS 5
#define TIME_BITS 27
#define TYPE_LONG 0
#define TYPE_PADDING 29
#define TYPE_TIME_EXTEND 30
#define TYPE_TIME_STAMP 31

/* A time stamp has no room for the clock's uppermost bits. */
#define STAMP_MASK ((G_GUINT64_CONSTANT (1) << 59) - 1)

/* A thread that leaves its processor in state 0 is runnable; 0x100 says that it was preempted. */
#define STATE_MASK 0xff

typedef struct
{
  gsize offset;
  gsize size; /* 0 where there is no such field */
} Field;

typedef struct
{
  guint id; /* 0 while it is unknown */
  Field previous;
  Field state;
  Field next;
} Format;

struct _IlvKernelDecoder
{
  Format formats[ILV_N_KERNEL_EVENT_KINDS];
};

/* What is left of a page to read. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  guint64 time_ns;
} Cursor;

static guint64
read_number (const guint8 *at, gsize size)
{
  guint64 value = 0;

  memcpy ((guint8 *) &value + (G_BYTE_ORDER == G_BIG_ENDIAN ? sizeof value - size : 0), at, size);
  return value;
}

/* A line such as "field:pid_t prev_pid; offset:24; size:4; signed:1;". */
static gboolean
find_field (const char *format, const char *name, Field *field, GError **error)
{
  g_autofree char *pattern = g_strdup_printf (" %s;\toffset:", name);
  const char *found = strstr (format, pattern);
  char *end = NULL;

  if (found != NULL)
    {
      field->offset = strtoul (found + strlen (pattern), &end, 10);
      if (g_str_has_prefix (end, ";\tsize:"))
        field->size = strtoul (end + strlen (";\tsize:"), NULL, 10);
    }
  if (field->size == 4 || field->size == 8)
    return TRUE;
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The format has no field %s", name);
  return FALSE;
}

static gint64
read_field (const Field *field, const guint8 *entry, gsize size)
{
  return field->size > 0 && field->offset + field->size <= size
           ? (gint64) read_number (entry + field->offset, field->size)
           : 0;
}

static void
add_event (IlvKernelDecoder *self,
           gint processor,
           gint64 time_ns,
           const guint8 *entry,
           gsize size,
           GArray *events)
{
  guint id = size >= 2 ? (guint) read_number (entry, 2) : 0;

  for (guint kind = 0; kind < ILV_N_KERNEL_EVENT_KINDS; kind++)
    {
      const Format *format = &self->formats[kind];
      IlvKernelEvent event = { .time_ns = time_ns, .kind = kind, .processor = processor };

      if (format->id == 0 || format->id != id)
        continue;
      event.previous = (gint32) read_field (&format->previous, entry, size);
      event.next = (gint32) read_field (&format->next, entry, size);
      event.is_runnable = (read_field (&format->state, entry, size) & STATE_MASK) == 0;
      g_array_append_val (events, event);
    }
}

/* A word of the page; 0 where it has ended. */
static guint64
take_word (Cursor *cursor)
{
  guint64 word;

  if (cursor->end - cursor->at < 4)
    {
      cursor->at = cursor->end;
      return 0;
    }
  word = read_number (cursor->at, 4);
  cursor->at += 4;
  return word;
}

/* The length of the entry's data, which the cursor is then at; -1 for nothing more. */
static gssize
take_header (Cursor *cursor)
{
  guint32 header = (guint32) take_word (cursor);
  guint type = header & ((1 << TYPE_BITS) - 1);
  guint64 delta = header >> TYPE_BITS;
  gsize length;

  switch (type)
    {
    case TYPE_PADDING:
      if (delta == 0)
        return -1;
      cursor->time_ns += delta;
      /* It counts itself. */
      length = take_word (cursor);
      length -= MIN (length, 4);
      cursor->at += MIN (length, (gsize) (cursor->end - cursor->at));
      return 0;
    case TYPE_TIME_EXTEND:
      cursor->time_ns += (take_word (cursor) << TIME_BITS) + delta;
      return 0;
    case TYPE_TIME_STAMP:
      cursor->time_ns =
        (cursor->time_ns & ~STAMP_MASK) | ((take_word (cursor) << TIME_BITS) + delta);
      return 0;
    case TYPE_LONG:
      cursor->time_ns += delta;
      return ((gssize) take_word (cursor) - 4 + 3) & ~(gssize) 3;
    default:
      cursor->time_ns += delta;
      return 4 * (gssize) type;
    }
}

IlvKernelDecoder *
ilv_kernel_decoder_new (void)
{
  return g_new0 (IlvKernelDecoder, 1);
}

void
ilv_kernel_decoder_free (IlvKernelDecoder *self)
{
  g_free (self);
}

gboolean
ilv_kernel_decoder_add_format (IlvKernelDecoder *self,
                               IlvKernelEventKind kind,
                               const char *format,
                               GError **error)
{
  const char *id = strstr (format, "ID: ");
  Format found = { .id = id != NULL ? (guint) strtoul (id + strlen ("ID: "), NULL, 10) : 0 };

  if (found.id == 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "The format has no number");
      return FALSE;
    }
  if (kind == ILV_KERNEL_SWITCH ? !find_field (format, "prev_pid", &found.previous, error) ||
                                    !find_field (format, "prev_state", &found.state, error) ||
                                    !find_field (format, "next_pid", &found.next, error)
                                : !find_field (format, "pid", &found.next, error))
    return FALSE;
  self->formats[kind] = found;
  return TRUE;
}

gboolean
ilv_kernel_decoder_read_page (IlvKernelDecoder *self,
                              gint processor,
                              const guint8 *page,
                              gsize size,
                              GArray *events,
                              gboolean *has_lost,
                              GError **error)
{
  Cursor cursor;
  guint64 commit = size >= PAGE_HEADER ? read_number (page + 8, 8) : 0;
  gsize filled = commit & COMMIT_MASK;

  if (size < PAGE_HEADER || filled > size - PAGE_HEADER)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   "A page of %" G_GSIZE_FORMAT " bytes says that %" G_GSIZE_FORMAT
                   " bytes of it are filled",
                   size, filled);
      return FALSE;
    }
  if ((commit & COMMIT_MISSED) != 0)
    *has_lost = TRUE;
  cursor = (Cursor){ page + PAGE_HEADER, page + PAGE_HEADER + filled, read_number (page, 8) };
  while (cursor.at < cursor.end)
    {
      gssize length = take_header (&cursor);

      if (length < 0)
        break;
      if (length > cursor.end - cursor.at)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                               "An entry is longer than its page");
          return FALSE;
        }
      if (length > 0)
        add_event (self, processor, (gint64) cursor.time_ns, cursor.at, length, events);
      cursor.at += length;
    }
  return TRUE;
}

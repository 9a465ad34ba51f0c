/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-kernel-decoder.h"

#include <gio/gio.h>
#include <string.h>

#define PAGE_SIZE 4096
#define SWITCH_ID 372
#define WAKING_ID 375

static const char switch_format[]
  = "name: sched_switch\nID: 372\nformat:\n"
    "\tfield:unsigned short common_type;\toffset:0;\tsize:2;\tsigned:0;\n"
    "\tfield:pid_t prev_pid;\toffset:24;\tsize:4;\tsigned:1;\n"
    "\tfield:long prev_state;\toffset:32;\tsize:8;\tsigned:1;\n"
    "\tfield:pid_t next_pid;\toffset:56;\tsize:4;\tsigned:1;\n";
static const char waking_format[]
  = "name: sched_waking\nID: 375\nformat:\n"
    "\tfield:pid_t pid;\toffset:24;\tsize:4;\tsigned:1;\n";

/* A page that is being made up. */
typedef struct
{
  guint8 bytes[PAGE_SIZE];
  gsize filled;
} Page;

static void
page_put (Page *page, const void *data, gsize size)
{
  memcpy (page->bytes + 16 + page->filled, data, size);
  page->filled += size;
  memcpy (page->bytes + 8, &(guint64){ page->filled }, 8);
}

static void
page_put_word (Page *page, guint32 word)
{
  page_put (page, &word, sizeof word);
}

static void
page_begin (Page *page, guint64 time_ns)
{
  memset (page, 0, sizeof *page);
  memcpy (page->bytes, &time_ns, 8);
}

static void
page_put_switch (Page *page, guint32 delta_ns, gint32 previous, gint64 state, gint32 next)
{
  guint8 entry[64] = { 0 };

  memcpy (entry, &(guint16){ SWITCH_ID }, 2);
  memcpy (entry + 24, &previous, 4);
  memcpy (entry + 32, &state, 8);
  memcpy (entry + 56, &next, 4);
  page_put_word (page, (delta_ns << 5) | (sizeof entry / 4));
  page_put (page, entry, sizeof entry);
}

/* In the long form, with its length before it. */
static void
page_put_waking (Page *page, guint32 delta_ns, gint32 tid)
{
  guint8 entry[30] = { 0 };

  memcpy (entry, &(guint16){ WAKING_ID }, 2);
  memcpy (entry + 24, &tid, 4);
  page_put_word (page, delta_ns << 5);
  page_put_word (page, sizeof entry + 4);
  page_put (page, entry, sizeof entry);
  page_put (page, "\0", 2);
}

static IlvKernelDecoder *
decoder_new (void)
{
  IlvKernelDecoder *decoder = ilv_kernel_decoder_new ();
  g_autoptr (GError) error = NULL;

  ilv_kernel_decoder_add_format (decoder, ILV_KERNEL_SWITCH, switch_format, &error);
  g_assert_no_error (error);
  ilv_kernel_decoder_add_format (decoder, ILV_KERNEL_WAKING, waking_format, &error);
  g_assert_no_error (error);
  return decoder;
}

static GArray *
decode (const Page *page, gsize size, gboolean *has_lost, GError **error)
{
  g_autoptr (IlvKernelDecoder) decoder = decoder_new ();
  g_autoptr (GArray) events = g_array_new (FALSE, FALSE, sizeof (IlvKernelEvent));

  *has_lost = FALSE;
  if (!ilv_kernel_decoder_read_page (decoder, 1, page->bytes, size, events, has_lost, error))
    return NULL;
  return g_steal_pointer (&events);
}

static void
assert_event (GArray *events, guint index, gint64 time_ns, IlvKernelEventKind kind, gint32 next)
{
  const IlvKernelEvent *event = &g_array_index (events, IlvKernelEvent, index);

  g_assert_cmpint (event->time_ns, ==, time_ns);
  g_assert_cmpint (event->kind, ==, kind);
  g_assert_cmpint (event->next, ==, next);
  g_assert_cmpint (event->processor, ==, 1);
}

static void
test_entries (void)
{
  g_autoptr (GArray) events = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_lost;
  Page page;

  page_begin (&page, 1000000);
  page_put_switch (&page, 0, 5, 0x100, 6);
  page_put_waking (&page, 250, 5);
  /* 2^27 ns and 3 more, which an entry alone cannot say. */
  page_put_word (&page, (3u << 5) | 30);
  page_put_word (&page, 1);
  page_put_switch (&page, 7, 6, 1, -1);
  /* What was taken back: 8 bytes. */
  page_put_word (&page, (10u << 5) | 29);
  page_put_word (&page, 8);
  page_put_word (&page, 0xffffffff);
  /* The time as such. */
  page_put_word (&page, (5u << 5) | 31);
  page_put_word (&page, 2);
  page_put_switch (&page, 1, 0, 0, 9);
  /* The rest is empty. */
  page_put_word (&page, 29);
  page_put_word (&page, 0x12345678);

  events = decode (&page, PAGE_SIZE, &has_lost, &error);
  g_assert_no_error (error);
  g_assert_false (has_lost);
  g_assert_cmpuint (events->len, ==, 4);
  assert_event (events, 0, 1000000, ILV_KERNEL_SWITCH, 6);
  g_assert_cmpint (g_array_index (events, IlvKernelEvent, 0).previous, ==, 5);
  g_assert_true (g_array_index (events, IlvKernelEvent, 0).is_runnable);
  assert_event (events, 1, 1000250, ILV_KERNEL_WAKING, 5);
  assert_event (events, 2, 1000250 + (1 << 27) + 3 + 7, ILV_KERNEL_SWITCH, -1);
  g_assert_false (g_array_index (events, IlvKernelEvent, 2).is_runnable);
  assert_event (events, 3, (2 << 27) + 5 + 1, ILV_KERNEL_SWITCH, 9);
  g_assert_true (g_array_index (events, IlvKernelEvent, 3).is_runnable);
}

static void
test_lost (void)
{
  g_autoptr (GArray) events = NULL;
  g_autoptr (GError) error = NULL;
  gboolean has_lost;
  Page page;

  page_begin (&page, 5);
  page_put_switch (&page, 0, 1, 0, 2);
  page.bytes[11] |= 0x80;
  events = decode (&page, PAGE_SIZE, &has_lost, &error);
  g_assert_no_error (error);
  g_assert_true (has_lost);
  g_assert_cmpuint (events->len, ==, 1);
}

/* Pages that end too early, at every length, are an error or hold less: nothing is read beyond. */
static void
test_cut_off (void)
{
  Page page;

  page_begin (&page, 5);
  page_put_switch (&page, 0, 1, 0, 2);
  page_put_waking (&page, 0, 1);
  page_put_word (&page, 30);
  page_put_word (&page, 1);
  for (gsize size = 0; size < 16 + page.filled; size++)
    {
      g_autofree Page *copy = g_memdup2 (&page, sizeof page);
      g_autoptr (GArray) events = NULL;
      g_autoptr (GError) error = NULL;
      gboolean has_lost;

      events = decode (copy, size, &has_lost, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      g_clear_error (&error);
      if (size < 16)
        continue;
      memcpy (copy->bytes + 8, &(guint64){ size - 16 }, 8);
      events = decode (copy, size, &has_lost, &error);
      g_assert_true (events == NULL || events->len <= 2);
    }
}

static void
test_formats (void)
{
  static const char *const broken[] = {
    "", "ID: x", "ID: 3\n", "ID: 3\n\tfield:pid_t prev_pid;\toffset:24;\tsize:400;\n",
  };
  g_autoptr (IlvKernelDecoder) decoder = ilv_kernel_decoder_new ();

  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    for (guint kind = 0; kind < ILV_N_KERNEL_EVENT_KINDS; kind++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_false (ilv_kernel_decoder_add_format (decoder, kind, broken[i], &error));
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/kernel-decoder/entries", test_entries);
  g_test_add_func ("/bench/kernel-decoder/lost", test_lost);
  g_test_add_func ("/bench/kernel-decoder/cut-off", test_cut_off);
  g_test_add_func ("/bench/kernel-decoder/formats", test_formats);
  return g_test_run ();
}

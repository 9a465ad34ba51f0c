/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-gunzip.h"

#include <string.h>

/* Appends a member that holds @text. */
static void
pack (GByteArray *packed, const char *text)
{
  g_autoptr (GConverter) converter = G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, -1));
  g_autoptr (GInputStream) plain = g_memory_input_stream_new_from_data (text, (gssize) strlen (text), NULL);
  g_autoptr (GInputStream) stream = g_converter_input_stream_new (plain, converter);
  guint8 buffer[4096];
  gsize n_read;

  do
    {
      g_assert_true (g_input_stream_read_all (stream, buffer, sizeof buffer, &n_read, NULL, NULL));
      g_byte_array_append (packed, buffer, (guint) n_read);
    }
  while (n_read == sizeof buffer);
}

/* (transfer full): what comes out, in pieces of @size; the input comes in such pieces too. */
static char *
unpack (GByteArray *packed, gsize size, GError **error)
{
  g_autoptr (GConverter) converter = ilv_gunzip_new ();
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GInputStream) memory = g_memory_input_stream_new ();
  g_autofree char *buffer = g_malloc (size);
  GString *text = g_string_new (NULL);
  gssize n_read;

  for (gsize i = 0; i < packed->len; i += size)
    g_memory_input_stream_add_data (G_MEMORY_INPUT_STREAM (memory), packed->data + i,
                                    (gssize) MIN (size, packed->len - i), NULL);
  stream = g_converter_input_stream_new (memory, converter);
  while ((n_read = g_input_stream_read (stream, buffer, size, NULL, error)) > 0)
    g_string_append_len (text, buffer, n_read);
  return g_string_free (text, FALSE);
}

static char *
make_text (void)
{
  GString *text = g_string_new (NULL);

  for (int n = g_test_rand_int_range (0, 3000); n > 0; n--)
    g_string_append_c (text, (char) g_test_rand_int_range ('a', 'z'));
  return g_string_free (text, FALSE);
}

/* Members of any length, also empty ones, cut anywhere, with and without something behind them. */
static void
test_members (void)
{
  static const char *const rests[] = { "", "x", "\x1f", "garbage" };

  for (guint round = 0; round < 60; round++)
    {
      g_autoptr (GByteArray) packed = g_byte_array_new ();
      g_autoptr (GString) expected = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      const char *rest = rests[round % G_N_ELEMENTS (rests)];

      for (int n = g_test_rand_int_range (1, 6); n > 0; n--)
        {
          g_autofree char *part = make_text ();

          pack (packed, part);
          g_string_append (expected, part);
        }
      g_byte_array_append (packed, (const guint8 *) rest, (guint) strlen (rest));
      text = unpack (packed, round < 8 ? round / 4 + 1 : (gsize) g_test_rand_int_range (1, 5000), &error);
      g_assert_no_error (error);
      g_assert_cmpstr (text, ==, expected->str);
    }
}

/* A second member that breaks off is told, after what came before. */
static void
test_broken (void)
{
  g_autoptr (GByteArray) packed = g_byte_array_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  pack (packed, "first ");
  pack (packed, "second");
  g_byte_array_set_size (packed, packed->len - 4);
  text = unpack (packed, 64, &error);
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (text, "first "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/trace/gunzip/members", test_members);
  g_test_add_func ("/trace/gunzip/broken", test_broken);

  return g_test_run ();
}

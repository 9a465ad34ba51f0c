/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-terminal.h"

#include <fcntl.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const IlvTerminal plain = { 40, ILV_TERMINAL_COLOUR_NONE, TRUE, TRUE };
static const IlvTerminal ascii = { 40, ILV_TERMINAL_COLOUR_NONE, FALSE, TRUE };
static const IlvTerminal true_colour = { 40, ILV_TERMINAL_COLOUR_TRUE, TRUE, TRUE };
static const IlvTerminal indexed = { 40, ILV_TERMINAL_COLOUR_256, TRUE, TRUE };

static void
assert_clean (const IlvTerminal *terminal, const char *text, const char *expected)
{
  g_autofree char *clean = ilv_terminal_clean_text (terminal, text);

  g_assert_cmpstr (clean, ==, expected);
}

static void
test_clean (void)
{
  assert_clean (&plain, "", "");
  assert_clean (&plain, "12 µs × “é”\nnext", "12 µs × “é”\nnext");
  assert_clean (&plain,
                "a\033[31mb\ac\xc2\x9b"
                "31md\u202e"
                "e",
                "a[31mbc31mde");
  assert_clean (&plain, "tab\there, no\u00a0break", "tab here, no break");
  assert_clean (&plain, "\xff", "\uFFFD");
  assert_clean (&ascii, "12 µs × “é” – …", "12 us x \"e\" - ...");
  assert_clean (&ascii, "A · B", "A - B");
}

static void
test_measure (void)
{
  g_assert_cmpuint (ilv_terminal_measure_text (""), ==, 0);
  g_assert_cmpuint (ilv_terminal_measure_text ("abc"), ==, 3);
  g_assert_cmpuint (ilv_terminal_measure_text ("µs"), ==, 2);
  g_assert_cmpuint (ilv_terminal_measure_text ("日本"), ==, 4);
  g_assert_cmpuint (ilv_terminal_measure_text ("e\u0301"), ==, 1);
}

static void
assert_cell (const char *text, guint width, gboolean align_end, const char *expected)
{
  g_autoptr (GString) output = g_string_new ("|");

  ilv_terminal_append_cell (&plain, output, text, width, align_end);
  g_assert_cmpstr (output->str, ==, expected);
}

static void
test_cell (void)
{
  assert_cell ("ab", 4, FALSE, "|ab  ");
  assert_cell ("ab", 4, TRUE, "|  ab");
  assert_cell ("abcdef", 4, FALSE, "|abcd");
  assert_cell ("a日本", 4, FALSE, "|a日 ");
  assert_cell ("a\nb", 4, FALSE, "|a b ");
  assert_cell ("ab", 0, FALSE, "|");
}

static void
assert_text (const char *text, guint indent, const char *expected)
{
  g_autoptr (GString) output = g_string_new (NULL);

  ilv_terminal_append_text (&plain, output, text, 0, indent);
  g_assert_cmpstr (output->str, ==, expected);
}

static void
test_wrap (void)
{
  assert_text ("", 0, "");
  assert_text ("one two", 0, "one two\n");
  assert_text ("one\ntwo", 0, "one\ntwo\n");
  assert_text ("  spaces   are  one ", 0, "spaces are one\n");
  /* Exactly 40 columns stay, 41 do not. */
  assert_text ("0123456789 0123456789 0123456789 0123456", 0,
               "0123456789 0123456789 0123456789 0123456\n");
  assert_text ("0123456789 0123456789 0123456789 01234567", 2,
               "0123456789 0123456789 0123456789\n  01234567\n");
  /* A word longer than a line is broken. */
  assert_text ("01234567890123456789012345678901234567890123", 2,
               "0123456789012345678901234567890123456789\n  0123\n");
}

static char *
make_text (void)
{
  static const char *const pieces[] = {
    "a",  "word",    " ",
    "  ", "\n",      "日本語",
    "é",  "\033[1m", "averyveryveryverylongwordthatneedsmorethanawholeline"
  };
  GString *text = g_string_new (NULL);

  for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* No line is too wide, and nothing but spaces and breaks is lost or added. */
static void
test_wrap_any (void)
{
  for (int i = 0; i < 2000; i++)
    {
      guint column = g_test_rand_int_range (0, 30);
      g_autofree char *text = make_text ();
      g_autofree char *clean = ilv_terminal_clean_text (&plain, text);
      g_autoptr (GString) output = g_string_new (NULL);
      g_auto (GStrv) lines = NULL;
      g_auto (GStrv) words = NULL;
      g_auto (GStrv) clean_words = NULL;
      g_autofree char *joined = NULL;
      g_autofree char *clean_joined = NULL;

      g_string_append_printf (output, "%*s", (int) column, "");
      ilv_terminal_append_text (&plain, output, text, column, g_test_rand_int_range (0, 10));
      lines = g_strsplit (output->str, "\n", -1);
      for (guint j = 0; lines[j] != NULL; j++)
        g_assert_cmpuint (ilv_terminal_measure_text (lines[j]), <=, 40);
      words = g_strsplit_set (output->str, " \n", -1);
      clean_words = g_strsplit_set (clean, " \n", -1);
      joined = g_strjoinv ("", words);
      clean_joined = g_strjoinv ("", clean_words);
      g_assert_cmpstr (joined, ==, clean_joined);
    }
}

static void
assert_style (const IlvTerminal *terminal, const IlvTerminalStyle *style, const char *expected)
{
  g_autoptr (GString) output = g_string_new (NULL);

  ilv_terminal_append_style (terminal, output, style);
  g_assert_cmpstr (output->str, ==, expected);
}

static void
test_style (void)
{
  const IlvColour orange = { 255, 128, 0 };
  const IlvColour grey = { 47, 48, 115 };
  const IlvTerminalStyle both = { &orange, &grey, TRUE, FALSE };
  const IlvTerminalStyle reversed = { &orange, NULL, FALSE, TRUE };

  assert_style (&plain, &both, "");
  assert_style (&plain, NULL, "");
  assert_style (&true_colour, NULL, "\033[0m");
  assert_style (&true_colour, &both, "\033[0;1;38;2;255;128;0;48;2;47;48;115m");
  assert_style (&true_colour, &reversed, "\033[0;7;38;2;255;128;0m");
  /* 255 is level 5, 128 level 2; 47 is level 0, 48 level 1 and 115 level 2. */
  assert_style (&indexed, &both, "\033[0;1;38;5;208;48;5;24m");
}

/* The nearest level of the cube, for all values, by looking at every level. */
static void
test_indexed_colours (void)
{
  static const int levels[] = { 0, 95, 135, 175, 215, 255 };

  for (int value = 0; value < 256; value++)
    {
      const IlvColour colour = { 0, 0, value };
      const IlvTerminalStyle style = { &colour, NULL, FALSE, FALSE };
      g_autoptr (GString) output = g_string_new (NULL);
      int index;

      ilv_terminal_append_style (&indexed, output, &style);
      index = atoi (output->str + strlen ("\033[0;38;5;")) - 16;
      g_assert_cmpint (index, >=, 0);
      g_assert_cmpint (index, <, 6);
      for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
        g_assert_cmpint (ABS (levels[index] - value), <=, ABS (levels[i] - value));
    }
}

static guint
init_width (const char *columns)
{
  IlvTerminal terminal;
  int fd = open ("/dev/null", O_WRONLY | O_CLOEXEC);

  if (columns != NULL)
    g_setenv ("COLUMNS", columns, TRUE);
  else
    g_unsetenv ("COLUMNS");
  ilv_terminal_init (&terminal, fd, 0);
  g_unsetenv ("COLUMNS");
  close (fd);
  g_assert_cmpint (terminal.colour, ==, ILV_TERMINAL_COLOUR_NONE);
  g_assert_true (terminal.unicode);
  return terminal.width;
}

static void
test_init (void)
{
  IlvTerminal terminal;

  g_assert_cmpuint (init_width (NULL), ==, 80);
  g_assert_cmpuint (init_width ("100"), ==, 100);
  g_assert_cmpuint (init_width ("7"), ==, ILV_TERMINAL_MIN_WIDTH);
  g_assert_cmpuint (init_width ("100000"), ==, ILV_TERMINAL_MAX_WIDTH);
  g_assert_cmpuint (init_width ("garbage"), ==, 80);
  g_assert_cmpuint (init_width ("-5"), ==, 80);
  g_assert_cmpuint (init_width (""), ==, 80);

  ilv_terminal_init (&terminal, -1, 123);
  g_assert_cmpuint (terminal.width, ==, 123);
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cli/terminal/clean", test_clean);
  g_test_add_func ("/cli/terminal/measure", test_measure);
  g_test_add_func ("/cli/terminal/cell", test_cell);
  g_test_add_func ("/cli/terminal/wrap", test_wrap);
  g_test_add_func ("/cli/terminal/wrap-any", test_wrap_any);
  g_test_add_func ("/cli/terminal/style", test_style);
  g_test_add_func ("/cli/terminal/indexed-colours", test_indexed_colours);
  g_test_add_func ("/cli/terminal/init", test_init);
  return g_test_run ();
}

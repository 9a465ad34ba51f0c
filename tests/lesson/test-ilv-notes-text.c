/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-notes-text.h"

static void
assert_markup (const char *notes, const char *expected)
{
  g_autofree char *markup = ilv_notes_text_create_markup (notes);

  g_assert_cmpstr (markup, ==, expected);
}

static void
test_paragraphs (void)
{
  assert_markup ("", "");
  assert_markup ("One\ntwo.", "One two.");
  assert_markup ("One\n\n\n two.\n", "One\n\ntwo.");
  assert_markup ("Ask:\n- this\n  and that\n* those\n1. first\n\nEnd", "Ask:\n• this and that\n• those\n1. first\n\nEnd");
}

static void
test_spans (void)
{
  assert_markup ("Say **this** *now*.", "Say <b>this</b> <i>now</i>.");
  assert_markup ("**all *of* it**", "<b>all <i>of</i> it</b>");
  assert_markup ("`a * b` and `<c>`", "<tt>a * b</tt> and <tt>&lt;c&gt;</tt>");
}

static void
test_literal (void)
{
  assert_markup ("2 * 3 * 4", "2 * 3 * 4");
  assert_markup ("**open", "**open");
  assert_markup ("a & b < “ä”", "a &amp; b &lt; “ä”");
  assert_markup ("*one\n\ntwo*", "*one\n\ntwo*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/lesson/notes-text/paragraphs", test_paragraphs);
  g_test_add_func ("/lesson/notes-text/spans", test_spans);
  g_test_add_func ("/lesson/notes-text/literal", test_literal);

  return g_test_run ();
}

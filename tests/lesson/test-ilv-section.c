/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-section.h"

static IlvSection *
make_section (const char *title)
{
  return ilv_section_new (title, NULL, g_ptr_array_new_with_free_func (g_object_unref), NULL);
}

static void
test_slug (void)
{
  static const struct
  {
    const char *title;
    const char *slug;
  } cases[] = {
    { "What to take away", "what-to-take-away" },
    { "Taking turns, or at the same time?", "taking-turns-or-at-the-same-time" },
    { "  — A  &  B — ", "a-b" },
    { "2, 4, 8 cores", "2-4-8-cores" },
    { "Zwei Köche, ÄÖÜ", "zwei-köche-äöü" },
    { "?!", "" },
    { "", "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (IlvSection) section = make_section (cases[i].title);

      g_assert_cmpstr (ilv_section_get_title (section), ==, cases[i].title);
      g_assert_cmpstr (ilv_section_get_slug (section), ==, cases[i].slug);
    }
}

static void
test_blocks (void)
{
  GPtrArray *blocks = g_ptr_array_new_with_free_func (g_object_unref);
  IlvBlock *first = ilv_block_new_text (ILV_BLOCK_PARAGRAPH, NULL, "one");
  IlvBlock *second = ilv_block_new_text (ILV_BLOCK_CODE, "c", "two");
  g_autoptr (IlvSection) section = NULL;

  g_ptr_array_add (blocks, first);
  g_ptr_array_add (blocks, second);
  section = ilv_section_new ("Title", NULL, blocks, "a note");

  g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, 2);
  g_assert_true (ilv_section_get_block (section, 0) == first);
  g_assert_true (ilv_section_get_block (section, 1) == second);
  g_assert_cmpstr (ilv_section_get_notes (section), ==, "a note");
  g_assert_null (ilv_section_get_comparison (section));
}

static void
test_without_notes (void)
{
  g_autoptr (IlvSection) section = make_section ("Title");

  g_assert_cmpuint (ilv_section_get_n_blocks (section), ==, 0);
  g_assert_null (ilv_section_get_notes (section));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lesson/section/slug", test_slug);
  g_test_add_func ("/lesson/section/blocks", test_blocks);
  g_test_add_func ("/lesson/section/without-notes", test_without_notes);
  return g_test_run ();
}

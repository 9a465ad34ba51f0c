/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-pages.h"

#define N_LINES 40

typedef struct
{
  IlvCodePages *pages;
  GtkWidget *widget;
  int line_height;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < N_LINES; i++)
    g_string_append_printf (text, "line %u\n", i);
  fixture->widget = g_object_ref_sink (gtk_label_new (NULL));
  fixture->pages = ilv_code_pages_new ();
  g_assert_true (ilv_code_pages_set_text (fixture->pages, text->str));
  ilv_code_pages_measure (fixture->pages, fixture->widget, NULL, &fixture->line_height);
  fixture->line_height /= N_LINES;
}

static void
tear_down (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  ilv_code_pages_free (fixture->pages);
  g_assert_finalize_object (fixture->widget);
}

static void
test_text (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  g_assert_true (ilv_code_pages_set_text (fixture->pages, "a\n\nb\n\n"));
  g_assert_cmpuint (ilv_code_pages_get_n_lines (fixture->pages), ==, 3);
  g_assert_cmpstr (ilv_code_pages_get_text (fixture->pages), ==, "a\n\nb");
  g_assert_false (ilv_code_pages_set_text (fixture->pages, "a\n\nb"));
  g_assert_true (ilv_code_pages_set_text (fixture->pages, "a\n\nbc"));
}

/* The larger of what fits both ways. */
static void
test_fit (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int width, height;

  ilv_code_pages_measure (fixture->pages, fixture->widget, &width, &height);
  g_assert_cmpfloat (
    ilv_code_pages_fit (fixture->pages, fixture->widget, 3 * (width + 10), 2 * height, 10), ==, 2);
  g_assert_cmpfloat (
    ilv_code_pages_fit (fixture->pages, fixture->widget, 3 * (width + 10), 4 * height, 10), ==, 3);
  g_assert_cmpuint (ilv_code_pages_get_n_pages (fixture->pages), ==, 1);
}

/* Every line is on one page, whole, and no page is too high. */
static void
test_break (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  guint next = 0, n_pages;

  ilv_code_pages_break (fixture->pages, fixture->widget, 1000, 13 * fixture->line_height + 3,
                        12 * fixture->line_height + 3);
  n_pages = ilv_code_pages_get_n_pages (fixture->pages);
  g_assert_cmpuint (n_pages, ==, 4);
  for (guint i = 0; i < n_pages; i++)
    {
      guint first, end;
      int height;

      ilv_code_pages_get (fixture->pages, i, &first, &end, &height);
      g_assert_cmpuint (first, ==, next);
      g_assert_cmpint (height, ==, (int) (end - first) * fixture->line_height);
      g_assert_cmpint (height, <=, 12 * fixture->line_height + 3);
      for (guint line = first; line < end; line++)
        g_assert_cmpuint (ilv_code_pages_find (fixture->pages, line), ==, i);
      next = end;
    }
  g_assert_cmpuint (next, ==, N_LINES);
  g_assert_cmpuint (ilv_code_pages_find (fixture->pages, 1000), ==, n_pages - 1);
}

/* Lines that are broken need more room, and a page less when all of it fits after all. */
static void
test_broken_lines (Fixture *fixture, gconstpointer data G_GNUC_UNUSED)
{
  int width, height;

  ilv_code_pages_set_text (fixture->pages, "aaaa bbbb\ncccc");
  ilv_code_pages_measure (fixture->pages, fixture->widget, &width, NULL);
  ilv_code_pages_break (fixture->pages, fixture->widget, width * 2 / 3, 3 * fixture->line_height,
                        2 * fixture->line_height);
  g_assert_cmpuint (ilv_code_pages_get_n_pages (fixture->pages), ==, 1);
  ilv_code_pages_get (fixture->pages, 0, NULL, NULL, &height);
  g_assert_cmpint (height, ==, 3 * fixture->line_height);

  ilv_code_pages_break (fixture->pages, fixture->widget, width * 2 / 3, 3 * fixture->line_height - 1,
                        2 * fixture->line_height);
  g_assert_cmpuint (ilv_code_pages_get_n_pages (fixture->pages), ==, 2);
}

#define add(name, function)                                                                        \
  g_test_add ("/present/code-pages/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  add ("text", test_text);
  add ("fit", test_fit);
  add ("break", test_break);
  add ("broken-lines", test_broken_lines);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-sentences.h"

#define TEXT "It took 1.5 s. Then 2 s more. And all of this is a long, long sentence."

static int
measure (GtkWidget *widget, const char *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

static void
check (GtkWidget *widget, int width, const char *expected)
{
  g_autofree char *seen = ilv_sentences_dup_seen (ILV_SENTENCES (widget), width);

  g_assert_cmpstr (seen, ==, expected);
}

/* Whole sentences, as many as there is room for, and always the first. */
static void
test_seen (void)
{
  GtkWidget *widget = g_object_ref_sink (ilv_sentences_new (1));

  ilv_sentences_set_text (ILV_SENTENCES (widget), TEXT);
  g_assert_cmpstr (ilv_sentences_get_text (ILV_SENTENCES (widget)), ==, TEXT);
  check (widget, measure (widget, TEXT) + 2, TEXT);
  check (widget, measure (widget, TEXT) - 2, "It took 1.5 s. Then 2 s more.");
  check (widget, measure (widget, "It took 1.5 s. Then 2 s more.") - 2, "It took 1.5 s.");
  check (widget, 1, "It took 1.5 s.");
  ilv_sentences_set_text (ILV_SENTENCES (widget), "");
  check (widget, 100, "");
  g_assert_finalize_object (widget);
}

/* Nothing moves when it says something else. */
static void
test_height (void)
{
  GtkWidget *one = g_object_ref_sink (ilv_sentences_new (1));
  GtkWidget *two = g_object_ref_sink (ilv_sentences_new (2));
  int height, other;

  gtk_widget_measure (one, GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL, NULL);
  gtk_widget_measure (two, GTK_ORIENTATION_VERTICAL, -1, &other, NULL, NULL, NULL);
  g_assert_cmpint (other, ==, 2 * height);
  ilv_sentences_set_text (ILV_SENTENCES (one), TEXT TEXT TEXT);
  gtk_widget_measure (one, GTK_ORIENTATION_VERTICAL, -1, &other, NULL, NULL, NULL);
  g_assert_cmpint (other, ==, height);
  g_assert_finalize_object (one);
  g_assert_finalize_object (two);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/sentences/seen", test_seen);
  g_test_add_func ("/present/sentences/height", test_height);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-title-layout.h"
#include "ui-test-child.h"

#define WORDS "Making progress: concurrency"
#define LONGEST "concurrency"

static GtkWidget *
new_title (GtkWidget *box, const char *words)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", words, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "width-chars", 8, "xalign", 0.0f, NULL);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static int
get_text_width (const char *words)
{
  GtkWidget *box = ui_test_box_new (ilv_title_layout_new ());
  int width;

  new_title (box, words);
  width = ui_test_get_natural (box, GTK_ORIENTATION_HORIZONTAL, -1);
  ui_test_box_destroy (box);
  return width;
}

/* How large it is shown, as a part of its own size. */
static double
get_scale (GtkWidget *box, GtkWidget *label)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (label, box, &bounds));
  return bounds.size.width / gtk_widget_get_width (label);
}

static void
show (GtkWidget *box, int width)
{
  ui_test_allocate (box, width, ui_test_get_minimum (box, GTK_ORIENTATION_VERTICAL, width));
}

/* No line begins within a word. */
static void
assert_words_whole (GtkWidget *label)
{
  PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (label));
  const char *text = pango_layout_get_text (layout);

  for (GSList *line = pango_layout_get_lines_readonly (layout)->next; line != NULL; line = line->next)
    g_assert_cmpint (text[((PangoLayoutLine *)line->data)->start_index - 1], ==, ' ');
}

static void
test_room (void)
{
  GtkWidget *box = ui_test_box_new (ilv_title_layout_new ());
  GtkWidget *label = new_title (box, WORDS);

  show (box, get_text_width (WORDS) + 10);
  g_assert_cmpfloat_with_epsilon (get_scale (box, label), 1, 0.001);
  show (box, get_text_width (LONGEST) + 2);
  g_assert_cmpfloat_with_epsilon (get_scale (box, label), 1, 0.001);
  assert_words_whole (label);
  ui_test_box_destroy (box);
}

static void
test_smaller (void)
{
  GtkWidget *box = ui_test_box_new (ilv_title_layout_new ());
  GtkWidget *label = new_title (box, WORDS);
  int width = get_text_width (LONGEST) * 8 / 10;
  graphene_rect_t bounds;

  show (box, width);
  g_assert_cmpfloat (get_scale (box, label), <, 0.85);
  g_assert_cmpfloat (get_scale (box, label), >, 0.7);
  assert_words_whole (label);
  g_assert_cmpint (pango_layout_get_line_count (gtk_label_get_layout (GTK_LABEL (label))), >, 1);

  g_assert_true (gtk_widget_compute_bounds (label, box, &bounds));
  g_assert_cmpfloat (bounds.size.width, <=, width + 1);
  g_assert_cmpfloat (bounds.size.height, <=, gtk_widget_get_height (box) + 1);
  ui_test_box_destroy (box);
}

/* Where that would be too small, a word is broken, and all is still within the page. */
static void
test_too_narrow (void)
{
  GtkWidget *box = ui_test_box_new (ilv_title_layout_new ());
  GtkWidget *label = new_title (box, WORDS LONGEST LONGEST);
  int width = get_text_width (LONGEST);
  graphene_rect_t bounds;

  g_assert_cmpint (ui_test_get_minimum (box, GTK_ORIENTATION_HORIZONTAL, -1), <, width);
  show (box, width);
  g_assert_cmpfloat_with_epsilon (get_scale (box, label), 0.6, 0.001);
  g_assert_true (gtk_widget_compute_bounds (label, box, &bounds));
  g_assert_cmpfloat (bounds.size.width, <=, width + 1);
  ui_test_box_destroy (box);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ui/title-layout/room", test_room);
  g_test_add_func ("/ui/title-layout/smaller", test_smaller);
  g_test_add_func ("/ui/title-layout/too-narrow", test_too_narrow);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-block-view.h"
#include "ilv-term-popover.h"
#include "ui-test.h"

static GtkWidget *
new_view (IlvBlockKind kind, const char *marker, const char *markup)
{
  g_autoptr (IlvBlock) block = ilv_block_new_text (kind, marker, markup);

  return g_object_ref_sink (ilv_block_view_new (block));
}

static const char *
get_text (GtkWidget *view, guint nth)
{
  return gtk_label_get_text (GTK_LABEL (ui_test_find (view, GTK_TYPE_LABEL, nth)));
}

static void
test_kinds (void)
{
  static const struct
  {
    IlvBlockKind kind;
    const char *css_class;
  } kinds[] = {
    { ILV_BLOCK_HEADING, "title-4" },
    { ILV_BLOCK_PARAGRAPH, "text" },
    { ILV_BLOCK_QUOTE, "quote" },
    { ILV_BLOCK_CODE, "code" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GtkWidget *view = new_view (kinds[i].kind, NULL, "a <b>bold</b> &lt; word");

      g_assert_true (gtk_widget_has_css_class (view, kinds[i].css_class));
      g_assert_cmpstr (get_text (view, 0), ==, "a bold < word");
      g_assert_null (ui_test_find (view, GTK_TYPE_LABEL, 1));
      g_assert_true (gtk_widget_has_css_class (ui_test_find (view, GTK_TYPE_LABEL, 0),
                                               "monospace") == (kinds[i].kind == ILV_BLOCK_CODE));
      g_assert_finalize_object (view);
    }
}

static void
test_item (void)
{
  GtkWidget *view = new_view (ILV_BLOCK_ITEM, "12.", "text");

  g_assert_cmpstr (get_text (view, 0), ==, "12.");
  g_assert_cmpstr (get_text (view, 1), ==, "text");
  g_assert_finalize_object (view);
}

static void
test_since (void)
{
  GtkWidget *view = new_view (ILV_BLOCK_SINCE, NULL, "Python 3.14");

  g_assert_true (gtk_widget_has_css_class (view, "since"));
  g_assert_cmpstr (get_text (view, 0), ==, "Since the notes were written");
  g_assert_cmpstr (get_text (view, 1), ==, "Python 3.14");
  g_assert_finalize_object (view);
}

static IlvGlossary *
create_glossary (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_dir_make_tmp ("ilv-block-view-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (path, "glossary.ini", NULL);
  g_autoptr (GFile) folder = g_file_new_for_path (path);
  IlvGlossary *glossary;

  g_assert_true (g_file_set_contents (
    file, "[gil]\nTitle=GIL\nDefinition=One <lock>.\nSource=PEP 703, https://x.org\n", -1, NULL));
  glossary = ilv_glossary_new_from_folder (folder, &error);
  g_assert_no_error (error);
  ui_test_remove (path, "glossary.ini");
  ui_test_remove (path, ".");
  return glossary;
}

static gboolean
activate (GtkWidget *label, const char *uri)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (label, "activate-link", uri, &handled);
  return handled;
}

static void
test_term (void)
{
  g_autoptr (IlvGlossary) glossary = create_glossary ();
  GtkWidget *window = gtk_window_new ();
  GtkWidget *view = new_view (ILV_BLOCK_PARAGRAPH, NULL,
                              "It is &lt;held&gt; by <b>one</b>: the <a href=\"term:gil\">GIL</a>.");
  GtkWidget *label = ui_test_find (view, GTK_TYPE_LABEL, 0);
  GtkWidget *popover;
  GdkRectangle place;

  ilv_block_view_set_glossary (ILV_BLOCK_VIEW (view), glossary);
  gtk_window_set_child (GTK_WINDOW (window), view);
  gtk_window_present (GTK_WINDOW (window));
  ui_test_wait_until (gtk_widget_get_mapped (label) && gtk_widget_get_width (label) > 0);

  g_assert_true (activate (label, "term:unknown"));
  g_assert_null (ui_test_find (view, ILV_TYPE_TERM_POPOVER, 0));
  g_assert_true (activate (label, "term:gil"));
  popover = ui_test_find (view, ILV_TYPE_TERM_POPOVER, 0);
  g_assert_nonnull (popover);
  g_assert_nonnull (ui_test_find_label (popover, "GIL"));
  g_assert_nonnull (ui_test_find_label (popover, "One <lock>."));
  g_assert_nonnull (ui_test_find_label (popover, "<a href=\"https://x.org\">PEP 703</a>"));

  /* It points at the word, which is the end of the line. */
  g_assert_true (gtk_popover_get_pointing_to (GTK_POPOVER (popover), &place));
  g_assert_cmpint (place.x, >, 60);
  g_assert_cmpint (place.width, >, 5);
  g_assert_cmpint (place.x + place.width, <, gtk_widget_get_width (view));

  gtk_popover_popdown (GTK_POPOVER (popover));
  ui_test_wait_until (ui_test_find (view, ILV_TYPE_TERM_POPOVER, 0) == NULL);

  /* A page may be left while it is open. */
  g_assert_true (activate (label, "term:gil"));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/block-view/kinds", test_kinds);
  g_test_add_func ("/ui/block-view/item", test_item);
  g_test_add_func ("/ui/block-view/since", test_since);
  g_test_add_func ("/ui/block-view/term", test_term);

  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-block-view.h"
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

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();

  g_test_add_func ("/ui/block-view/kinds", test_kinds);
  g_test_add_func ("/ui/block-view/item", test_item);
  g_test_add_func ("/ui/block-view/since", test_since);

  return g_test_run ();
}

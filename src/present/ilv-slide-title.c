/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-title.h"

#include <glib/gi18n.h>

/* The last one is for two lines; what is longer still ends in an ellipsis. */
static const struct
{
  int size;
  const char *css_class;
} sizes[] = { { 68, "title-68" }, { 60, "title-60" }, { 54, "title-54" }, { 48, "title-48" } };

GtkWidget *
ilv_slide_title_new (void)
{
  GtkWidget *title
    = g_object_new (GTK_TYPE_LABEL, "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 2,
                    "ellipsize", PANGO_ELLIPSIZE_END, "xalign", 0.0f, "yalign", 0.5f, "use-markup",
                    TRUE, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (title, "slide-title");
  return title;
}

static char *
create_markup (const char *text, gboolean continued)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  if (!continued)
    return g_steal_pointer (&escaped);
  /* Translators: behind the title of a slide whose text begins on the slide before. */
  return g_strdup_printf ("%s  <span size=\"60%%\" weight=\"normal\" alpha=\"65%%\">%s</span>", escaped,
                          _ ("continued"));
}

/* How wide a line of the title would be. */
static int
measure_line (GtkWidget *title, const char *markup, int size)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (title, NULL);
  PangoContext *context = pango_layout_get_context (layout);
  g_autoptr (PangoFontDescription) font
    = pango_font_description_copy (pango_context_get_font_description (context));
  int width;

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_markup (layout, markup, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width;
}

void
ilv_slide_title_set_text (GtkLabel *title, const char *text, gboolean continued, int width)
{
  g_autofree char *markup = NULL;
  guint i = 0;

  g_return_if_fail (GTK_IS_LABEL (title));
  g_return_if_fail (text != NULL);

  markup = create_markup (text, continued);
  gtk_label_set_label (title, markup);
  while (i + 1 < G_N_ELEMENTS (sizes) && measure_line (GTK_WIDGET (title), markup, sizes[i].size) > width)
    i++;
  for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
    if (j != i)
      gtk_widget_remove_css_class (GTK_WIDGET (title), sizes[j].css_class);
  gtk_widget_add_css_class (GTK_WIDGET (title), sizes[i].css_class);
}

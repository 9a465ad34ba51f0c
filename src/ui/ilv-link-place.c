/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A label tells which of its links was activated, but not where it stands: its markup does. */

#include "ilv-link-place.h"

typedef struct
{
  const char *uri;
  gsize length; /* of the text so far, in bytes */
  gssize start; /* of the link, or -1 */
  gssize end;   /* of the link, or -1 */
} Search;

static void
on_start (GMarkupParseContext *context G_GNUC_UNUSED,
          const char *element,
          const char **names,
          const char **values,
          gpointer data,
          GError **error G_GNUC_UNUSED)
{
  Search *self = data;

  if (self->start >= 0 || !g_str_equal (element, "a"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "href") && g_str_equal (values[i], self->uri))
      self->start = self->length;
}

static void
on_end (GMarkupParseContext *context G_GNUC_UNUSED,
        const char *element,
        gpointer data,
        GError **error G_GNUC_UNUSED)
{
  Search *self = data;

  if (self->start >= 0 && self->end < 0 && g_str_equal (element, "a"))
    self->end = self->length;
}

static void
on_text (GMarkupParseContext *context G_GNUC_UNUSED,
         const char *text G_GNUC_UNUSED,
         gsize length,
         gpointer data,
         GError **error G_GNUC_UNUSED)
{
  ((Search *) data)->length += length;
}

static gboolean
find_text (Search *self, const char *markup)
{
  static const GMarkupParser parser = {
    .start_element = on_start,
    .end_element = on_end,
    .text = on_text,
  };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, self, NULL);
  g_autofree char *whole = g_strconcat ("<markup>", markup, "</markup>", NULL);

  return g_markup_parse_context_parse (context, whole, -1, NULL) && self->end >= 0;
}

gboolean
ilv_link_place_find (GtkLabel *label, const char *uri, GdkRectangle *place)
{
  Search search = { .uri = uri, .start = -1, .end = -1 };
  PangoRectangle first;
  PangoRectangle last;
  int x;
  int y;

  g_return_val_if_fail (GTK_IS_LABEL (label), FALSE);
  g_return_val_if_fail (uri != NULL && place != NULL, FALSE);

  if (!find_text (&search, gtk_label_get_label (label)))
    return FALSE;

  gtk_label_get_layout_offsets (label, &x, &y);
  pango_layout_index_to_pos (gtk_label_get_layout (label), search.start, &first);
  pango_layout_index_to_pos (gtk_label_get_layout (label), search.end, &last);

  /* A link that runs over the end of a line is pointed at where it begins. */
  if (last.y != first.y || last.x < first.x)
    last.x = first.x + first.width;
  *place = (GdkRectangle){
    .x = x + PANGO_PIXELS (first.x),
    .y = y + PANGO_PIXELS (first.y),
    .width = MAX (PANGO_PIXELS (last.x - first.x), 1),
    .height = PANGO_PIXELS (first.height),
  };
  return TRUE;
}

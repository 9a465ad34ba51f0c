/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-code-pages.h"

typedef struct
{
  guint first;
  guint end;
  int height;
} Page;

struct _IlvCodePages
{
  char *text;
  GStrv lines;
  GArray *pages; /* element-type Page; one or more */
};

static void
add_page (IlvCodePages *self, guint first, guint end, int height)
{
  const Page page = { first, end, height };

  g_array_append_val (self->pages, page);
}

/* @width: in pixels; -1 to break no line. */
static PangoLayout *
create_layout (GtkWidget *widget, const char *text, int width)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);
  g_autoptr (PangoFontDescription) font
    = pango_font_description_copy (pango_context_get_font_description (
      pango_layout_get_context (layout)));

  pango_font_description_set_family (font, "monospace");
  pango_layout_set_font_description (layout, font);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  return layout;
}

IlvCodePages *
ilv_code_pages_new (void)
{
  IlvCodePages *self = g_new0 (IlvCodePages, 1);

  self->pages = g_array_new (FALSE, FALSE, sizeof (Page));
  ilv_code_pages_set_text (self, "");
  return self;
}

void
ilv_code_pages_free (IlvCodePages *self)
{
  if (self == NULL)
    return;
  g_free (self->text);
  g_strfreev (self->lines);
  g_array_unref (self->pages);
  g_free (self);
}

gboolean
ilv_code_pages_set_text (IlvCodePages *self, const char *text)
{
  gsize length;

  g_return_val_if_fail (self != NULL && text != NULL, FALSE);

  length = strlen (text);
  while (length > 0 && text[length - 1] == '\n')
    length--;
  if (self->text != NULL && strlen (self->text) == length && strncmp (self->text, text, length) == 0)
    return FALSE;
  g_free (self->text);
  self->text = g_strndup (text, length);
  g_strfreev (self->lines);
  self->lines = g_strsplit (self->text, "\n", -1);
  g_array_set_size (self->pages, 0);
  add_page (self, 0, ilv_code_pages_get_n_lines (self), 0);
  return TRUE;
}

const char *
ilv_code_pages_get_text (IlvCodePages *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->text;
}

guint
ilv_code_pages_get_n_lines (IlvCodePages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_strv_length (self->lines);
}

void
ilv_code_pages_measure (IlvCodePages *self, GtkWidget *widget, int *width, int *height)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoLayout) line = NULL;
  int line_height;

  g_return_if_fail (self != NULL);

  layout = create_layout (widget, self->text, -1);
  pango_layout_get_pixel_size (layout, width, NULL);
  /* A text view makes each line as high as whole pixels. */
  line = create_layout (widget, "Mg", -1);
  pango_layout_get_pixel_size (line, NULL, &line_height);
  if (height != NULL)
    *height = line_height * (int) ilv_code_pages_get_n_lines (self);
}

double
ilv_code_pages_fit (IlvCodePages *self, GtkWidget *widget, int width, int height, int text_x)
{
  int text_width, text_height;

  g_return_val_if_fail (self != NULL, 1);

  ilv_code_pages_measure (self, widget, &text_width, &text_height);
  g_array_set_size (self->pages, 0);
  add_page (self, 0, ilv_code_pages_get_n_lines (self), text_height);
  return MIN ((double) width / (text_width + text_x), (double) height / text_height);
}

void
ilv_code_pages_break (IlvCodePages *self, GtkWidget *widget, int width, int height, int page_height)
{
  guint n_lines, first = 0;
  int total = 0, used = 0;
  g_autofree int *heights = NULL;

  g_return_if_fail (self != NULL);

  n_lines = ilv_code_pages_get_n_lines (self);
  heights = g_new (int, n_lines + 1);
  for (guint i = 0; i < n_lines; i++)
    {
      g_autoptr (PangoLayout) layout = create_layout (widget, self->lines[i], MAX (width, 1));

      pango_layout_get_pixel_size (layout, NULL, &heights[i]);
      total += heights[i];
    }
  if (total <= height)
    page_height = height;
  g_array_set_size (self->pages, 0);
  for (guint i = 0; i < n_lines; i++)
    {
      if (i > first && used + heights[i] > page_height)
        {
          add_page (self, first, i, used);
          first = i;
          used = 0;
        }
      used += heights[i];
    }
  add_page (self, first, n_lines, used);
}

guint
ilv_code_pages_get_n_pages (IlvCodePages *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->pages->len;
}

void
ilv_code_pages_get (IlvCodePages *self, guint page, guint *first, guint *end, int *height)
{
  const Page *found;

  g_return_if_fail (self != NULL);

  found = &g_array_index (self->pages, Page, MIN (page, self->pages->len - 1));
  if (first != NULL)
    *first = found->first;
  if (end != NULL)
    *end = found->end;
  if (height != NULL)
    *height = found->height;
}

guint
ilv_code_pages_find (IlvCodePages *self, guint line)
{
  guint page = 0;

  g_return_val_if_fail (self != NULL, 0);

  while (page + 1 < self->pages->len && g_array_index (self->pages, Page, page).end <= line)
    page++;
  return page;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-text.h"

#include <string.h>

/* Of code within text, and of the number of a link. */
#define CODE_SCALE 0.92
#define NUMBER_SCALE 0.66

/* The most elements within each other. */
#define MAX_DEPTH 16

/* Where markup is read to. */
typedef struct
{
  GString *text;
  PangoAttrList *attributes;
  GPtrArray *links;
  GPtrArray *addresses;
  guint starts[MAX_DEPTH];
  guint depth;
  char *address; /* of the link that is open */
} Reader;

static void
link_free (gpointer data)
{
  IlvHandoutLink *link = data;

  g_free (link->address);
  g_free (link);
}

/* Takes @attribute over. */
static void
add_attribute (PangoAttrList *attributes, PangoAttribute *attribute, guint start, guint end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static guint
find_number (GPtrArray *addresses, const char *address)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (addresses, address, g_str_equal, &index))
    {
      index = addresses->len;
      g_ptr_array_add (addresses, g_strdup (address));
    }
  return index + 1;
}

static void
on_start (GMarkupParseContext *context G_GNUC_UNUSED,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error G_GNUC_UNUSED)
{
  Reader *reader = user_data;

  if (reader->depth < MAX_DEPTH)
    reader->starts[reader->depth] = reader->text->len;
  reader->depth++;
  if (!g_str_equal (element, "a"))
    return;
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], "href"))
      {
        const char *scheme = g_uri_peek_scheme (values[i]);

        g_free (reader->address);
        reader->address = g_strcmp0 (scheme, "term") != 0 ? g_strdup (values[i]) : NULL;
      }
}

static void
end_link (Reader *reader, guint start)
{
  IlvHandoutLink *link = g_new0 (IlvHandoutLink, 1);
  guint end = reader->text->len;

  link->start = start;
  link->end = end;
  link->address = g_steal_pointer (&reader->address);
  g_ptr_array_add (reader->links, link);
  add_attribute (reader->attributes, ilv_handout_style_create_ink (ILV_HANDOUT_INK_ACCENT), start,
                 end);
  if (g_str_equal (reader->text->str + start, link->address))
    return;
  /* On paper nobody can click. */
  g_string_append_printf (reader->text, "%u", find_number (reader->addresses, link->address));
  add_attribute (reader->attributes, ilv_handout_style_create_ink (ILV_HANDOUT_INK_ACCENT), end,
                 reader->text->len);
  add_attribute (reader->attributes, pango_attr_scale_new (NUMBER_SCALE), end, reader->text->len);
  add_attribute (reader->attributes, pango_attr_rise_new (3.2 * PANGO_SCALE), end,
                 reader->text->len);
  add_attribute (reader->attributes, pango_attr_letter_spacing_new (0.4 * PANGO_SCALE), end,
                 reader->text->len);
}

static void
on_end (GMarkupParseContext *context G_GNUC_UNUSED,
        const char *element,
        gpointer user_data,
        GError **error G_GNUC_UNUSED)
{
  Reader *reader = user_data;
  guint end = reader->text->len;
  guint start;

  if (--reader->depth >= MAX_DEPTH)
    return;
  start = reader->starts[reader->depth];
  if (g_str_equal (element, "b"))
    add_attribute (reader->attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), start, end);
  else if (g_str_equal (element, "i"))
    add_attribute (reader->attributes, pango_attr_style_new (PANGO_STYLE_ITALIC), start, end);
  else if (g_str_equal (element, "s"))
    add_attribute (reader->attributes, pango_attr_strikethrough_new (TRUE), start, end);
  else if (g_str_equal (element, "tt"))
    {
      add_attribute (reader->attributes, pango_attr_family_new (ILV_HANDOUT_CODE_FAMILIES), start,
                     end);
      add_attribute (reader->attributes, pango_attr_scale_new (CODE_SCALE), start, end);
    }
  else if (g_str_equal (element, "a") && reader->address != NULL)
    end_link (reader, start);
}

static void
on_text (GMarkupParseContext *context G_GNUC_UNUSED,
         const char *text,
         gsize length,
         gpointer user_data,
         GError **error G_GNUC_UNUSED)
{
  Reader *reader = user_data;

  g_string_append_len (reader->text, text, length);
}

/* The markup of a block is well-formed; what is not is shown as it stands. */
static void
read_markup (Reader *reader, const char *markup)
{
  static const GMarkupParser parser = { .start_element = on_start,
                                        .end_element = on_end,
                                        .text = on_text };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, reader, NULL);
  g_autofree char *whole = g_strconcat ("<p>", markup, "</p>", NULL);

  if (!g_markup_parse_context_parse (context, whole, -1, NULL) ||
      !g_markup_parse_context_end_parse (context, NULL))
    g_string_assign (reader->text, markup);
  g_markup_parse_context_free (context);
  g_clear_pointer (&reader->address, g_free);
}

static IlvHandoutText *
text_new (PangoContext *context, IlvHandoutFont font, double width)
{
  IlvHandoutText *self = g_new0 (IlvHandoutText, 1);

  g_ref_count_init (&self->ref_count);
  self->layout = ilv_handout_style_create_layout (context, font, width);
  self->links = g_ptr_array_new_with_free_func (link_free);
  return self;
}

static PangoAttrList *
create_attributes (IlvHandoutFont font, IlvHandoutInk ink)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, ilv_handout_style_create_ink (ink));
  /* A hyphen at a line's end would look like a part of the code. */
  if (font == ILV_HANDOUT_FONT_CODE)
    pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  return attributes;
}

IlvHandoutText *
ilv_handout_text_new (
  PangoContext *context, IlvHandoutFont font, IlvHandoutInk ink, double width, const char *text)
{
  IlvHandoutText *self = text_new (context, font, width);
  PangoAttrList *attributes = create_attributes (font, ink);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  pango_layout_set_text (self->layout, valid, -1);
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  return self;
}

IlvHandoutText *
ilv_handout_text_new_from_markup (PangoContext *context,
                                  IlvHandoutFont font,
                                  IlvHandoutInk ink,
                                  double width,
                                  const char *markup,
                                  GPtrArray *addresses)
{
  IlvHandoutText *self = text_new (context, font, width);
  g_autoptr (GString) text = g_string_new (NULL);
  PangoAttrList *attributes = create_attributes (font, ink);
  Reader reader = {
    .text = text, .attributes = attributes, .links = self->links, .addresses = addresses
  };

  read_markup (&reader, markup);
  pango_layout_set_text (self->layout, text->str, -1);
  pango_layout_set_attributes (self->layout, attributes);
  pango_attr_list_unref (attributes);
  return self;
}

IlvHandoutText *
ilv_handout_text_ref (IlvHandoutText *self)
{
  g_ref_count_inc (&self->ref_count);
  return self;
}

void
ilv_handout_text_unref (IlvHandoutText *self)
{
  if (!g_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->layout);
  g_ptr_array_unref (self->links);
  g_free (self);
}

double
ilv_handout_text_get_height (IlvHandoutText *self)
{
  PangoRectangle logical;

  pango_layout_get_extents (self->layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

gboolean
ilv_handout_text_is_rtl (IlvHandoutText *self)
{
  return pango_layout_get_direction (self->layout, 0) == PANGO_DIRECTION_RTL;
}

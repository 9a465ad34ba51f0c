/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-markup.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define REPLACEMENT_CHARACTER 0xfffd

static const struct
{
  const char *name;
  gunichar character;
} entities[] = {
  { "&amp;", '&' },  { "&lt;", '<' },    { "&gt;", '>' },
  { "&quot;", '"' }, { "&apos;", '\'' }, { "&nbsp;", 0xa0 },
};

static void
append (IlvMarkup *self, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, length);

  g_string_append (self->markup, escaped);
  g_string_append_len (self->plain, text, length);
}

static gunichar
decode_number (const char *entity)
{
  gboolean is_hexadecimal = entity[2] == 'x' || entity[2] == 'X';
  guint64 number = g_ascii_strtoull (entity + (is_hexadecimal ? 3 : 2), NULL,
                                     is_hexadecimal ? 16 : 10);

  if (number == 0 || number > G_MAXUINT32 || !g_unichar_validate ((gunichar) number))
    return REPLACEMENT_CHARACTER;
  return (gunichar) number;
}

/* md4c finds entities and leaves it to us to know them. */
static gunichar
decode_entity (IlvMarkup *self, const char *text, gsize length)
{
  g_autofree char *entity = g_strndup (text, length);

  if (g_str_has_prefix (entity, "&#"))
    return decode_number (entity);

  for (gsize i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_equal (entity, entities[i].name))
      return entities[i].character;

  ilv_lesson_source_add_fault (self->source, text,
                               _("“%s” is not known here: write the character itself"), entity);
  return REPLACEMENT_CHARACTER;
}

static void
append_character (GString *string, gunichar character)
{
  char utf8[6];

  g_string_append_len (string, utf8, g_unichar_to_utf8 (character, utf8));
}

static gboolean
is_web_address (const char *address)
{
  const char *scheme = g_uri_peek_scheme (address);

  return scheme != NULL &&
         (g_str_equal (scheme, "https") || g_str_equal (scheme, "http") ||
          g_str_equal (scheme, "mailto")) &&
         g_uri_is_valid (address, G_URI_FLAGS_NONE, NULL);
}

/* Whether @address links to a word of the glossary, if it is known which words there are. */
static gboolean
is_term_link (IlvMarkup *self, const char *address)
{
  const char *id = ilv_glossary_parse_link (address);
  IlvGlossary *glossary = self->source->glossary;

  return id != NULL && ilv_term_is_id (id) &&
         (glossary == NULL || ilv_glossary_find (glossary, id) != NULL);
}

/* Where the link or picture that md4c has just begun stands: behind what was read before. */
static const char *
find_start (IlvMarkup *self, const char *characters)
{
  return strpbrk (self->source->position, characters);
}

static void
enter_link (IlvMarkup *self, const MD_SPAN_A_DETAIL *link)
{
  g_autofree char *address = NULL;
  g_autofree char *escaped = NULL;

  if (self->link_depth++ > 0)
    return;

  address = ilv_markup_read_attribute (self, &link->href);
  if (link->title.size > 0)
    ilv_lesson_source_add_fault (self->source, find_start (self, "["),
                                 _("The title of a link is not shown: leave it out"));
  if (ilv_glossary_parse_link (address) != NULL && !is_term_link (self, address))
    {
      ilv_lesson_source_add_fault (self->source, find_start (self, "[<"),
                                   _("“%s” links to no word of glossary.ini: write it there, or "
                                     "leave the link out"),
                                   address);
      return;
    }
  if (ilv_glossary_parse_link (address) == NULL && !is_web_address (address))
    {
      ilv_lesson_source_add_fault (self->source, find_start (self, "[<"),
                                   _("“%s” is no address for a link: it has to begin with "
                                     "https:, http:, mailto: or term:"),
                                   address);
      return;
    }

  self->link_open = TRUE;
  escaped = g_markup_escape_text (address, -1);
  g_string_append_printf (self->markup, "<a href=\"%s\">", escaped);
}

static void
leave_link (IlvMarkup *self)
{
  if (--self->link_depth == 0 && self->link_open)
    {
      g_string_append (self->markup, "</a>");
      self->link_open = FALSE;
    }
}

static const char *
get_tag (MD_SPANTYPE type)
{
  switch (type)
    {
    case MD_SPAN_EM:
      return "i";
    case MD_SPAN_STRONG:
      return "b";
    case MD_SPAN_CODE:
      return "tt";
    case MD_SPAN_DEL:
      return "s";
    default:
      return NULL;
    }
}

void
ilv_markup_init (IlvMarkup *self, IlvLessonSource *source)
{
  g_return_if_fail (source != NULL);

  *self = (IlvMarkup){ .source = source };
  self->markup = g_string_new (NULL);
  self->plain = g_string_new (NULL);
}

void
ilv_markup_clear (IlvMarkup *self)
{
  if (self->markup != NULL)
    g_string_free (g_steal_pointer (&self->markup), TRUE);
  if (self->plain != NULL)
    g_string_free (g_steal_pointer (&self->plain), TRUE);
}

void
ilv_markup_reset (IlvMarkup *self)
{
  g_string_truncate (self->markup, 0);
  g_string_truncate (self->plain, 0);
}

void
ilv_markup_break_paragraph (IlvMarkup *self)
{
  if (self->plain->len > 0)
    append (self, "\n\n", 2);
}

void
ilv_markup_enter_span (IlvMarkup *self, MD_SPANTYPE type, gpointer detail)
{
  if (type == MD_SPAN_A)
    enter_link (self, detail);
  else if (type == MD_SPAN_IMG)
    ilv_lesson_source_add_fault (self->source, strstr (self->source->position, "!["),
                                 _("Pictures cannot be shown yet: leave this one out"));
  else if (get_tag (type) != NULL)
    g_string_append_printf (self->markup, "<%s>", get_tag (type));
}

void
ilv_markup_leave_span (IlvMarkup *self, MD_SPANTYPE type)
{
  if (type == MD_SPAN_A)
    leave_link (self);
  else if (get_tag (type) != NULL)
    g_string_append_printf (self->markup, "</%s>", get_tag (type));
}

void
ilv_markup_add_text (IlvMarkup *self, MD_TEXTTYPE type, const char *text, gsize length)
{
  g_autoptr (GString) character = NULL;

  switch (type)
    {
    case MD_TEXT_BR:
      append (self, "\n", 1);
      break;
    case MD_TEXT_SOFTBR:
      append (self, " ", 1);
      break;
    case MD_TEXT_NULLCHAR:
      append (self, "\uFFFD", strlen ("\uFFFD"));
      break;
    case MD_TEXT_ENTITY:
      character = g_string_new (NULL);
      append_character (character, decode_entity (self, text, length));
      append (self, character->str, character->len);
      break;
    case MD_TEXT_HTML:
      ilv_lesson_source_add_fault (self->source, text,
                                   _("HTML cannot be shown: use Markdown, and put a note on lines "
                                     "of its own"));
      append (self, text, length);
      break;
    default:
      append (self, text, length);
      break;
    }
}

char *
ilv_markup_read_attribute (IlvMarkup *self, const MD_ATTRIBUTE *attribute)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; attribute->size > 0 && attribute->substr_offsets[i] < attribute->size; i++)
    {
      const char *part = attribute->text + attribute->substr_offsets[i];
      gsize length = attribute->substr_offsets[i + 1] - attribute->substr_offsets[i];

      if (attribute->substr_types[i] == MD_TEXT_ENTITY)
        append_character (text, decode_entity (self, part, length));
      else
        g_string_append_len (text, part, length);
    }

  return g_string_free (text, FALSE);
}

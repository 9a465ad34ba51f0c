/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-term.h"

#include <string.h>

struct _IlvTerm
{
  GObject parent_instance;

  char *id;
  char *title;
  char *definition;
  char *source;
};

G_DEFINE_FINAL_TYPE (IlvTerm, ilv_term, G_TYPE_OBJECT)

/* The web address that ends @source, or NULL. */
static const char *
find_address (const char *source)
{
  const char *space = strrchr (source, ' ');
  const char *word = space != NULL ? space + 1 : source;
  const char *scheme = g_uri_peek_scheme (word);

  if (scheme == NULL || (!g_str_equal (scheme, "https") && !g_str_equal (scheme, "http")) ||
      !g_uri_is_valid (word, G_URI_FLAGS_NONE, NULL))
    return NULL;
  return word;
}

/* (transfer full): the words before the address; the address itself where there are none. */
static char *
make_link_text (const char *source, const char *address)
{
  gsize length = address - source;

  while (length > 0 && strchr (" ,:;", source[length - 1]) != NULL)
    length--;
  return length > 0 ? g_strndup (source, length) : g_strdup (address);
}

static void
ilv_term_finalize (GObject *object)
{
  IlvTerm *self = ILV_TERM (object);

  g_free (self->id);
  g_free (self->title);
  g_free (self->definition);
  g_free (self->source);

  G_OBJECT_CLASS (ilv_term_parent_class)->finalize (object);
}

static void
ilv_term_class_init (IlvTermClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_term_finalize;
}

static void
ilv_term_init (IlvTerm *self G_GNUC_UNUSED)
{
}

IlvTerm *
ilv_term_new (const char *id, const char *title, const char *definition, const char *source)
{
  IlvTerm *self;

  g_return_val_if_fail (id != NULL && ilv_term_is_id (id), NULL);
  g_return_val_if_fail (title != NULL && definition != NULL && source != NULL, NULL);

  self = g_object_new (ILV_TYPE_TERM, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->definition = g_strdup (definition);
  self->source = g_strdup (source);
  return self;
}

gboolean
ilv_term_is_id (const char *id)
{
  g_return_val_if_fail (id != NULL, FALSE);

  for (const char *p = id; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;

  return *id != '\0';
}

const char *
ilv_term_get_id (IlvTerm *self)
{
  g_return_val_if_fail (ILV_IS_TERM (self), NULL);

  return self->id;
}

const char *
ilv_term_get_title (IlvTerm *self)
{
  g_return_val_if_fail (ILV_IS_TERM (self), NULL);

  return self->title;
}

const char *
ilv_term_get_definition (IlvTerm *self)
{
  g_return_val_if_fail (ILV_IS_TERM (self), NULL);

  return self->definition;
}

char *
ilv_term_make_source_markup (IlvTerm *self)
{
  const char *address;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ILV_IS_TERM (self), NULL);

  address = find_address (self->source);
  if (address == NULL)
    return g_markup_escape_text (self->source, -1);

  text = make_link_text (self->source, address);
  return g_markup_printf_escaped ("<a href=\"%s\">%s</a>", address, text);
}

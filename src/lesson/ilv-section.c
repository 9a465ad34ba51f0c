/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-section.h"

struct _IlvSection
{
  GObject parent_instance;

  char *title;
  char *slug;
  char *notes;
  GPtrArray *blocks;
};

G_DEFINE_FINAL_TYPE (IlvSection, ilv_section, G_TYPE_OBJECT)

static char *
make_slug (const char *title)
{
  GString *slug = g_string_new (NULL);
  gboolean gap = FALSE;

  for (const char *p = title; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          gap = slug->len > 0;
          continue;
        }
      if (gap)
        g_string_append_c (slug, '-');
      gap = FALSE;
      g_string_append_unichar (slug, g_unichar_tolower (c));
    }

  return g_string_free (slug, FALSE);
}

/* (nullable) */
static IlvBlock *
find_block (IlvSection *self, IlvBlockKind kind)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      IlvBlock *block = g_ptr_array_index (self->blocks, i);

      if (ilv_block_get_kind (block) == kind)
        return block;
    }

  return NULL;
}

static void
ilv_section_finalize (GObject *object)
{
  IlvSection *self = ILV_SECTION (object);

  g_free (self->title);
  g_free (self->slug);
  g_free (self->notes);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_section_parent_class)->finalize (object);
}

static void
ilv_section_class_init (IlvSectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_section_finalize;
}

static void
ilv_section_init (IlvSection *self G_GNUC_UNUSED)
{
}

IlvSection *
ilv_section_new (const char *title, const char *slug, GPtrArray *blocks, const char *notes)
{
  IlvSection *self;

  g_return_val_if_fail (title != NULL, NULL);
  g_return_val_if_fail (g_utf8_validate (title, -1, NULL), NULL);
  g_return_val_if_fail (blocks != NULL, NULL);

  self = g_object_new (ILV_TYPE_SECTION, NULL);
  self->title = g_strdup (title);
  self->slug = slug != NULL ? g_strdup (slug) : make_slug (title);
  self->notes = g_strdup (notes);
  self->blocks = blocks;
  return self;
}

gboolean
ilv_section_is_slug (const char *slug)
{
  g_autofree char *made = NULL;

  g_return_val_if_fail (slug != NULL, FALSE);

  made = make_slug (slug);
  return *made != '\0' && g_str_equal (made, slug);
}

const char *
ilv_section_get_title (IlvSection *self)
{
  g_return_val_if_fail (ILV_IS_SECTION (self), NULL);

  return self->title;
}

const char *
ilv_section_get_slug (IlvSection *self)
{
  g_return_val_if_fail (ILV_IS_SECTION (self), NULL);

  return self->slug;
}

guint
ilv_section_get_n_blocks (IlvSection *self)
{
  g_return_val_if_fail (ILV_IS_SECTION (self), 0);

  return self->blocks->len;
}

IlvBlock *
ilv_section_get_block (IlvSection *self, guint index)
{
  g_return_val_if_fail (ILV_IS_SECTION (self), NULL);
  g_return_val_if_fail (index < self->blocks->len, NULL);

  return g_ptr_array_index (self->blocks, index);
}

const char *
ilv_section_get_notes (IlvSection *self)
{
  g_return_val_if_fail (ILV_IS_SECTION (self), NULL);

  return self->notes;
}

IlvComparison *
ilv_section_get_comparison (IlvSection *self)
{
  IlvBlock *block;

  g_return_val_if_fail (ILV_IS_SECTION (self), NULL);

  block = find_block (self, ILV_BLOCK_COMPARE);
  return block != NULL ? ilv_block_get_comparison (block) : NULL;
}

IlvRace *
ilv_section_get_race (IlvSection *self)
{
  IlvBlock *block;

  g_return_val_if_fail (ILV_IS_SECTION (self), NULL);

  block = find_block (self, ILV_BLOCK_RACE);
  return block != NULL ? ilv_block_get_race (block) : NULL;
}

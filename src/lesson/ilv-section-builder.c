/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-section-builder.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#define SLUG_START "{#"

static gboolean
is_empty (IlvSectionBuilder *self)
{
  return self->title == NULL && self->blocks->len == 0 && self->notes->len == 0;
}

static void
reset (IlvSectionBuilder *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->slug, g_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  self->blocks = g_ptr_array_new_with_free_func (g_object_unref);
  g_string_truncate (self->notes, 0);
  self->title_place = NULL;
  self->open_prediction = NULL;
  self->untitled = FALSE;
}

static void
report_untitled (IlvSectionBuilder *self, const char *place)
{
  if (!self->untitled)
    ilv_lesson_source_add_fault (self->source, place,
                                 _("A section begins with its title: put a heading such as "
                                    "“# Title” first"));
  self->untitled = TRUE;
}

static void
check_slug (IlvSectionBuilder *self, IlvSection *section)
{
  const char *slug = ilv_section_get_slug (section);

  if (self->title == NULL)
    return;

  if (self->slug != NULL && !ilv_section_is_slug (slug))
    ilv_lesson_source_add_fault (self->source, self->title_place,
                                 _("“%s” cannot name a section: use small letters, digits and "
                                    "single hyphens"),
                                 slug);
  else if (*slug == '\0' || *self->title == '\0')
    ilv_lesson_source_add_fault (self->source, self->title_place,
                                 _("A section's title needs a letter or a digit"));
  else if (!g_hash_table_add (self->slugs, g_strdup (slug)))
    ilv_lesson_source_add_fault (self->source, self->title_place,
                                 _("Another section is called “%s” already: give this one a "
                                    "title of its own"),
                                 self->slug != NULL ? self->slug : self->title);
}

static void
check_prediction (IlvSectionBuilder *self, IlvPrediction *prediction, const char *place)
{
  const char *id = ilv_prediction_get_id (prediction);

  self->open_prediction = place;
  if (!g_hash_table_add (self->predictions, g_strdup (id)))
    ilv_lesson_source_add_fault (self->source, place,
                                 _("Another prediction has the Id “%s” already: give this one "
                                    "an Id of its own"),
                                 id);
}

void
ilv_section_builder_init (IlvSectionBuilder *self, IlvLessonSource *source)
{
  g_return_if_fail (source != NULL);

  *self = (IlvSectionBuilder){ .source = source };
  self->sections = g_ptr_array_new_with_free_func (g_object_unref);
  self->slugs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->predictions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->notes = g_string_new (NULL);
  reset (self);
}

void
ilv_section_builder_clear (IlvSectionBuilder *self)
{
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  g_clear_pointer (&self->slugs, g_hash_table_unref);
  g_clear_pointer (&self->predictions, g_hash_table_unref);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->slug, g_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  if (self->notes != NULL)
    g_string_free (g_steal_pointer (&self->notes), TRUE);
}

gboolean
ilv_section_builder_wants_title (IlvSectionBuilder *self)
{
  return self->title == NULL;
}

/* Takes the slug off the end of the title. */
static void
split_title (IlvSectionBuilder *self)
{
  char *start = g_strrstr (self->title, SLUG_START);

  if (start == NULL || !g_str_has_suffix (start, "}"))
    return;

  self->slug = g_strndup (start + strlen (SLUG_START), strlen (start) - strlen (SLUG_START "}"));
  *start = '\0';
  g_strchomp (self->title);
}

void
ilv_section_builder_set_title (IlvSectionBuilder *self, const char *title, const char *place)
{
  g_return_if_fail (self->title == NULL);
  g_return_if_fail (title != NULL);

  self->title = g_strdup (title);
  self->title_place = place;
  split_title (self);
}

void
ilv_section_builder_add_block (IlvSectionBuilder *self, IlvBlock *block, const char *place)
{
  g_return_if_fail (ILV_IS_BLOCK (block));

  if (self->title == NULL)
    report_untitled (self, place);

  if (ilv_block_get_kind (block) == ILV_BLOCK_COMPARE)
    self->open_prediction = NULL;
  else if (ilv_block_get_kind (block) == ILV_BLOCK_PREDICT)
    check_prediction (self, ilv_block_get_prediction (block), place);

  g_ptr_array_add (self->blocks, block);
}

void
ilv_section_builder_add_note (IlvSectionBuilder *self, const char *note)
{
  g_auto (GStrv) lines = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (note != NULL);

  /* The indent of a comment's lines is the source's, not the reader's. */
  lines = g_strsplit (note, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);
  text = g_strjoinv ("\n", lines);

  if (self->notes->len > 0)
    g_string_append (self->notes, "\n\n");
  g_string_append (self->notes, g_strstrip (text));
}

void
ilv_section_builder_end_section (IlvSectionBuilder *self, const char *place)
{
  g_autofree char *number = NULL;
  IlvSection *section;

  if (is_empty (self))
    {
      ilv_lesson_source_add_fault (self->source, place,
                                   _("There is an empty section at this “---”: write it or "
                                      "remove the line"));
      return;
    }

  if (self->open_prediction != NULL)
    ilv_lesson_source_add_fault (self->source, self->open_prediction,
                                 _("No “compare” follows this “predict” in its section: put one "
                                    "after it"));
  if (self->title == NULL)
    report_untitled (self, place);

  number = g_strdup_printf (_("Section %u"), self->sections->len + 1);
  section = ilv_section_new (self->title != NULL ? self->title : number, self->slug,
                             g_steal_pointer (&self->blocks),
                             self->notes->len > 0 ? self->notes->str : NULL);
  g_ptr_array_add (self->sections, section);
  check_slug (self, section);
  reset (self);
}

GPtrArray *
ilv_section_builder_finish (IlvSectionBuilder *self, const char *place)
{
  /* No text at all is a lesson that is not written yet, and no fault. */
  if (place != NULL || !is_empty (self))
    ilv_section_builder_end_section (self, place);

  return g_steal_pointer (&self->sections);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-search-hit.h"

struct _IlvSearchHit
{
  GObject parent_instance;

  IlvSearchKind kind;
  IlvLesson *lesson;
  guint section;
  IlvTerm *term;
  char *title;
  char *snippet;
};

G_DEFINE_FINAL_TYPE (IlvSearchHit, ilv_search_hit, G_TYPE_OBJECT)

static void
ilv_search_hit_finalize (GObject *object)
{
  IlvSearchHit *self = ILV_SEARCH_HIT (object);

  g_clear_object (&self->lesson);
  g_clear_object (&self->term);
  g_free (self->title);
  g_free (self->snippet);

  G_OBJECT_CLASS (ilv_search_hit_parent_class)->finalize (object);
}

static void
ilv_search_hit_class_init (IlvSearchHitClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_search_hit_finalize;
}

static void
ilv_search_hit_init (IlvSearchHit *self G_GNUC_UNUSED)
{
}

IlvSearchHit *
ilv_search_hit_new (IlvSearchKind kind,
                    IlvLesson *lesson,
                    guint section,
                    IlvTerm *term,
                    const char *title,
                    const char *snippet)
{
  IlvSearchHit *self;

  g_return_val_if_fail ((kind == ILV_SEARCH_TERM) == (term != NULL), NULL);
  g_return_val_if_fail ((kind == ILV_SEARCH_TERM) == (lesson == NULL), NULL);

  self = g_object_new (ILV_TYPE_SEARCH_HIT, NULL);
  self->kind = kind;
  g_set_object (&self->lesson, lesson);
  self->section = section;
  g_set_object (&self->term, term);
  self->title = g_strdup (title);
  self->snippet = g_strdup (snippet);
  return self;
}

IlvSearchKind
ilv_search_hit_get_kind (IlvSearchHit *self)
{
  g_return_val_if_fail (ILV_IS_SEARCH_HIT (self), ILV_SEARCH_LESSON);

  return self->kind;
}

IlvLesson *
ilv_search_hit_get_lesson (IlvSearchHit *self)
{
  g_return_val_if_fail (ILV_IS_SEARCH_HIT (self), NULL);

  return self->lesson;
}

guint
ilv_search_hit_get_section (IlvSearchHit *self)
{
  g_return_val_if_fail (ILV_IS_SEARCH_HIT (self), 0);

  return self->section;
}

IlvTerm *
ilv_search_hit_get_term (IlvSearchHit *self)
{
  g_return_val_if_fail (ILV_IS_SEARCH_HIT (self), NULL);

  return self->term;
}

const char *
ilv_search_hit_get_title (IlvSearchHit *self)
{
  g_return_val_if_fail (ILV_IS_SEARCH_HIT (self), NULL);

  return self->title;
}

const char *
ilv_search_hit_get_snippet (IlvSearchHit *self)
{
  g_return_val_if_fail (ILV_IS_SEARCH_HIT (self), NULL);

  return self->snippet;
}

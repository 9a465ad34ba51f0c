/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-search.h"

#include "ilv-search-text.h"

/* Something that can be found, with its texts made ready. */
typedef struct
{
  IlvSearchKind kind;
  IlvLesson *lesson; /* (nullable) */
  guint section;
  IlvTerm *term; /* (nullable) */
  char *title;
  char *text;
  char *folded_title;
  char *folded; /* title and text */
} Entry;

struct _IlvSearch
{
  GObject parent_instance;

  GPtrArray *entries;
  GPtrArray *hits;
};

static void ilv_search_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvSearch, ilv_search, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ilv_search_list_model_init))

static void
entry_free (Entry *entry)
{
  g_clear_object (&entry->lesson);
  g_clear_object (&entry->term);
  g_free (entry->title);
  g_free (entry->text);
  g_free (entry->folded_title);
  g_free (entry->folded);
  g_free (entry);
}

/* Takes @text over. */
static Entry *
add_entry (IlvSearch *self, IlvSearchKind kind, const char *title, char *text)
{
  Entry *entry = g_new0 (Entry, 1);
  g_autofree char *both = g_strconcat (title, "\n", text, NULL);

  entry->kind = kind;
  entry->title = g_strdup (title);
  entry->text = text;
  entry->folded_title = ilv_search_text_fold (title, NULL);
  entry->folded = ilv_search_text_fold (both, NULL);
  g_ptr_array_add (self->entries, entry);
  return entry;
}

static void
on_text (GMarkupParseContext *context G_GNUC_UNUSED,
         const char *text,
         gsize length,
         gpointer data,
         GError **error G_GNUC_UNUSED)
{
  g_string_append_len (data, text, length);
}

static void
append_markup (GString *text, const char *markup)
{
  static const GMarkupParser parser = { .text = on_text };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, text, NULL);
  g_autofree char *whole = g_strconcat ("<markup>", markup, "</markup>", NULL);

  g_markup_parse_context_parse (context, whole, -1, NULL);
}

static void
append_block (GString *text, IlvBlock *block)
{
  if (text->len > 0)
    g_string_append_c (text, ' ');
  if (ilv_block_get_markup (block) != NULL)
    append_markup (text, ilv_block_get_markup (block));
  else if (ilv_block_get_comparison (block) != NULL)
    g_string_append (text, ilv_comparison_get_title (ilv_block_get_comparison (block)));
  else if (ilv_block_get_prediction (block) != NULL)
    g_string_append (text, ilv_prediction_get_question (ilv_block_get_prediction (block)));
  else if (ilv_block_get_race (block) != NULL)
    g_string_append (text, ilv_race_get_title (ilv_block_get_race (block)));
}

/* (transfer full): the section's text on one line. */
static char *
make_text (IlvSection *section)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < ilv_section_get_n_blocks (section); i++)
    append_block (text, ilv_section_get_block (section, i));
  return g_strdelimit (g_string_free (text, FALSE), "\n\t", ' ');
}

static void
add_lesson (IlvSearch *self, IlvLesson *lesson)
{
  Entry *entry = add_entry (self, ILV_SEARCH_LESSON, ilv_lesson_get_title (lesson),
                            g_strdup (ilv_lesson_get_summary (lesson)));

  entry->lesson = g_object_ref (lesson);
  for (guint i = 0; i < ilv_lesson_get_n_sections (lesson); i++)
    {
      IlvSection *section = ilv_lesson_get_section (lesson, i);

      entry = add_entry (self, ILV_SEARCH_SECTION, ilv_section_get_title (section),
                         make_text (section));
      entry->lesson = g_object_ref (lesson);
      entry->section = i;
    }
}

static void
add_term (IlvSearch *self, IlvTerm *term)
{
  Entry *entry = add_entry (self, ILV_SEARCH_TERM, ilv_term_get_title (term),
                            g_strdup (ilv_term_get_definition (term)));

  entry->term = g_object_ref (term);
}

/* Adds what is of that kind and has the words in its title, or else only in its text. */
static void
find (
  IlvSearch *self, IlvSearchKind kind, gboolean in_title, const char *const *words, GPtrArray *hits)
{
  for (guint i = 0; i < self->entries->len && hits->len < ILV_SEARCH_MAX_HITS; i++)
    {
      const Entry *entry = g_ptr_array_index (self->entries, i);
      g_autofree char *snippet = NULL;

      if (entry->kind != kind || !ilv_search_text_has_words (entry->folded, words) ||
          ilv_search_text_has_words (entry->folded_title, words) != in_title)
        continue;
      snippet = ilv_search_text_make_snippet (entry->text, words);
      g_ptr_array_add (hits, ilv_search_hit_new (kind, entry->lesson, entry->section, entry->term,
                                                 entry->title, snippet));
    }
}

static GType
ilv_search_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return ILV_TYPE_SEARCH_HIT;
}

static guint
ilv_search_get_n_items (GListModel *model)
{
  return ILV_SEARCH (model)->hits->len;
}

static gpointer
ilv_search_get_item (GListModel *model, guint position)
{
  IlvSearch *self = ILV_SEARCH (model);

  if (position >= self->hits->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->hits, position));
}

static void
ilv_search_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ilv_search_get_item_type;
  interface->get_n_items = ilv_search_get_n_items;
  interface->get_item = ilv_search_get_item;
}

static void
ilv_search_finalize (GObject *object)
{
  IlvSearch *self = ILV_SEARCH (object);

  g_ptr_array_unref (self->entries);
  g_ptr_array_unref (self->hits);

  G_OBJECT_CLASS (ilv_search_parent_class)->finalize (object);
}

static void
ilv_search_class_init (IlvSearchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_search_finalize;
}

static void
ilv_search_init (IlvSearch *self)
{
  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) entry_free);
  self->hits = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvSearch *
ilv_search_new (IlvCourse *course)
{
  IlvSearch *self;
  GListModel *terms;

  g_return_val_if_fail (ILV_IS_COURSE (course), NULL);

  self = g_object_new (ILV_TYPE_SEARCH, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (course)); i++)
    {
      g_autoptr (IlvLesson) lesson = g_list_model_get_item (G_LIST_MODEL (course), i);

      add_lesson (self, lesson);
    }

  terms = G_LIST_MODEL (ilv_course_get_glossary (course));
  for (guint i = 0; i < g_list_model_get_n_items (terms); i++)
    {
      g_autoptr (IlvTerm) term = g_list_model_get_item (terms, i);

      add_term (self, term);
    }
  return self;
}

void
ilv_search_set_query (IlvSearch *self, const char *query)
{
  g_autoptr (GPtrArray) hits = g_ptr_array_new_with_free_func (g_object_unref);
  g_auto (GStrv) words = NULL;
  guint n_before;

  g_return_if_fail (ILV_IS_SEARCH (self));
  g_return_if_fail (query != NULL && g_utf8_validate (query, -1, NULL));

  words = ilv_search_text_split (query);
  for (guint kind = ILV_SEARCH_LESSON; words[0] != NULL && kind <= ILV_SEARCH_TERM; kind++)
    {
      find (self, kind, TRUE, (const char *const *) words, hits);
      find (self, kind, FALSE, (const char *const *) words, hits);
    }

  n_before = self->hits->len;
  g_ptr_array_unref (self->hits);
  self->hits = g_steal_pointer (&hits);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->hits->len);
}

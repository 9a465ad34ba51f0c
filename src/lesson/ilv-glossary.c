/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-glossary.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "ilv-key-file.h"
#include "ilv-lesson-file.h"

struct _IlvGlossary
{
  GObject parent_instance;

  GPtrArray *terms;
};

static void ilv_glossary_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (IlvGlossary, ilv_glossary, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      ilv_glossary_list_model_init))

#define FILE_STEM "glossary"
#define FILE_EXTENSION "ini"
#define LINK_PREFIX "term:"

static const char *const known_keys[] = { "*/Title", "*/Definition", "*/Source", NULL };

static gboolean
load_term (IlvGlossary *self, IlvKeyFile *key_file, const char *id, GError **error)
{
  g_autofree char *title = NULL;
  g_autofree char *definition = NULL;
  g_autofree char *source = NULL;

  if (!ilv_term_is_id (id))
    {
      ilv_key_file_set_error (key_file, error, id, NULL,
                              _("“%s” is not made of the letters a to z, digits and hyphens"), id);
      return FALSE;
    }

  title = ilv_key_file_require_string (key_file, id, "Title", error);
  if (title != NULL)
    definition = ilv_key_file_require_string (key_file, id, "Definition", error);
  if (definition != NULL)
    source = ilv_key_file_require_string (key_file, id, "Source", error);
  if (source == NULL)
    return FALSE;

  g_ptr_array_add (self->terms, ilv_term_new (id, title, definition, source));
  return TRUE;
}

static gboolean
load (IlvGlossary *self, GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *text = ilv_lesson_file_load (file, name, error);
  g_autoptr (IlvKeyFile) key_file = NULL;
  g_auto (GStrv) groups = NULL;

  if (text == NULL)
    return FALSE;

  key_file = ilv_key_file_new_from_text (text, name, 1, error);
  if (key_file == NULL || !ilv_key_file_check_known (key_file, known_keys, error))
    return FALSE;

  groups = ilv_key_file_get_groups (key_file);
  for (guint i = 0; groups[i] != NULL; i++)
    if (!load_term (self, key_file, groups[i], error))
      return FALSE;
  return TRUE;
}

static GType
ilv_glossary_get_item_type (GListModel *model G_GNUC_UNUSED)
{
  return ILV_TYPE_TERM;
}

static guint
ilv_glossary_get_n_items (GListModel *model)
{
  return ILV_GLOSSARY (model)->terms->len;
}

static gpointer
ilv_glossary_get_item (GListModel *model, guint position)
{
  IlvGlossary *self = ILV_GLOSSARY (model);

  if (position >= self->terms->len)
    return NULL;
  return g_object_ref (g_ptr_array_index (self->terms, position));
}

static void
ilv_glossary_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = ilv_glossary_get_item_type;
  interface->get_n_items = ilv_glossary_get_n_items;
  interface->get_item = ilv_glossary_get_item;
}

static void
ilv_glossary_finalize (GObject *object)
{
  g_clear_pointer (&ILV_GLOSSARY (object)->terms, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_glossary_parent_class)->finalize (object);
}

static void
ilv_glossary_class_init (IlvGlossaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_glossary_finalize;
}

static void
ilv_glossary_init (IlvGlossary *self)
{
  self->terms = g_ptr_array_new_with_free_func (g_object_unref);
}

IlvGlossary *
ilv_glossary_new_from_folder (GFile *folder, GError **error)
{
  g_autoptr (IlvGlossary) self = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_val_if_fail (G_IS_FILE (folder), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ILV_TYPE_GLOSSARY, NULL);
  file = ilv_lesson_file_choose (folder, FILE_STEM, FILE_EXTENSION);
  if (g_file_query_exists (file, NULL) && !load (self, file, error))
    return NULL;

  return g_steal_pointer (&self);
}

IlvTerm *
ilv_glossary_find (IlvGlossary *self, const char *id)
{
  g_return_val_if_fail (ILV_IS_GLOSSARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < self->terms->len; i++)
    {
      IlvTerm *term = g_ptr_array_index (self->terms, i);

      if (g_str_equal (ilv_term_get_id (term), id))
        return term;
    }

  return NULL;
}

const char *
ilv_glossary_parse_link (const char *uri)
{
  g_return_val_if_fail (uri != NULL, NULL);

  if (!g_str_has_prefix (uri, LINK_PREFIX))
    return NULL;
  return uri + strlen (LINK_PREFIX);
}

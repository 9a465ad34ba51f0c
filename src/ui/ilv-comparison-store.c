/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-comparison-store.h"

struct _IlvComparisonStore
{
  GObject parent_instance;

  IlvProgress *progress; /* or NULL */
  char *lesson;
  char *section;
  guint id; /* of the comparison in its section */
};

G_DEFINE_FINAL_TYPE (IlvComparisonStore, ilv_comparison_store, G_TYPE_OBJECT)

static char *
get_text (IlvComparisonStore *self, const char *key)
{
  if (self->progress == NULL)
    return NULL;
  return ilv_progress_get_setting (self->progress, self->lesson, self->section, key);
}

static void
set_text (IlvComparisonStore *self, const char *key, const char *text)
{
  if (self->progress != NULL)
    ilv_progress_set_setting (self->progress, self->lesson, self->section, key, text);
}

static char *
make_settings_key (IlvComparisonStore *self)
{
  return g_strdup_printf ("settings-%08x", self->id);
}

static char *
make_code_key (IlvComparisonStore *self, const char *key)
{
  return g_strdup_printf ("code-%08x-%s", self->id, key);
}

static void
ilv_comparison_store_dispose (GObject *object)
{
  IlvComparisonStore *self = ILV_COMPARISON_STORE (object);

  g_clear_object (&self->progress);
  g_clear_pointer (&self->lesson, g_free);
  g_clear_pointer (&self->section, g_free);

  G_OBJECT_CLASS (ilv_comparison_store_parent_class)->dispose (object);
}

static void
ilv_comparison_store_class_init (IlvComparisonStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ilv_comparison_store_dispose;
}

static void
ilv_comparison_store_init (IlvComparisonStore *self G_GNUC_UNUSED)
{
}

IlvComparisonStore *
ilv_comparison_store_new (IlvComparison *comparison, const IlvLessonContext *context)
{
  IlvComparisonStore *self;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), NULL);

  self = g_object_new (ILV_TYPE_COMPARISON_STORE, NULL);
  self->id = g_str_hash (ilv_comparison_get_title (comparison));
  if (context != NULL)
    {
      g_set_object (&self->progress, context->progress);
      self->lesson = g_strdup (context->lesson);
      self->section = g_strdup (context->section);
    }
  return self;
}

GVariant *
ilv_comparison_store_get_settings (IlvComparisonStore *self)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  g_return_val_if_fail (ILV_IS_COMPARISON_STORE (self), NULL);

  key = make_settings_key (self);
  text = get_text (self, key);
  return text != NULL ? g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL) : NULL;
}

void
ilv_comparison_store_set_settings (IlvComparisonStore *self, GVariant *settings)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ILV_IS_COMPARISON_STORE (self));

  key = make_settings_key (self);
  if (settings != NULL)
    text = g_variant_print (settings, FALSE);
  set_text (self, key, text);
}

char *
ilv_comparison_store_get_code (IlvComparisonStore *self, const char *key)
{
  g_autofree char *whole_key = NULL;

  g_return_val_if_fail (ILV_IS_COMPARISON_STORE (self), NULL);

  whole_key = make_code_key (self, key);
  return get_text (self, whole_key);
}

void
ilv_comparison_store_set_code (IlvComparisonStore *self, const char *key, const char *text)
{
  g_autofree char *whole_key = NULL;

  g_return_if_fail (ILV_IS_COMPARISON_STORE (self));

  whole_key = make_code_key (self, key);
  set_text (self, whole_key, text);
}

void
ilv_comparison_store_save (IlvComparisonStore *self)
{
  g_return_if_fail (ILV_IS_COMPARISON_STORE (self));

  if (self->progress != NULL)
    ilv_progress_save (self->progress);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-directive.h"

#include <glib/gi18n-lib.h>

#define SCENE_GROUP "Scene"

typedef IlvBlock *(*ReadFunc) (IlvKeyFile *key_file, GFile *folder, GError **error);

static IlvBlock *
read_compare (IlvKeyFile *key_file, GFile *folder, GError **error)
{
  g_autoptr (IlvComparison) comparison = ilv_comparison_new_in_folder (key_file, folder, error);

  return comparison != NULL ? ilv_block_new_comparison (comparison) : NULL;
}

static IlvBlock *
read_predict (IlvKeyFile *key_file, GFile *folder G_GNUC_UNUSED, GError **error)
{
  g_autoptr (IlvPrediction) prediction = ilv_prediction_new_from_key_file (key_file, error);

  return prediction != NULL ? ilv_block_new_prediction (prediction) : NULL;
}

static IlvBlock *
read_race (IlvKeyFile *key_file, GFile *folder, GError **error)
{
  g_autoptr (IlvRace) race = ilv_race_new_from_key_file (key_file, folder, error);

  return race != NULL ? ilv_block_new_race (race) : NULL;
}

static IlvBlock *
read_scene (IlvKeyFile *key_file, GFile *folder G_GNUC_UNUSED, GError **error)
{
  static const char *const known_keys[] = { SCENE_GROUP "/Kind", NULL };
  g_autofree char *kind = NULL;

  if (!ilv_key_file_check_known (key_file, known_keys, error))
    return NULL;

  kind = ilv_key_file_require_string (key_file, SCENE_GROUP, "Kind", error);
  if (kind == NULL)
    return NULL;
  if (g_str_equal (kind, "computer") || g_str_equal (kind, "speedup"))
    return ilv_block_new_scene (kind);

  ilv_key_file_set_error (key_file, error, SCENE_GROUP, "Kind",
                          _("There is no scene “%s”; choose “computer” or “speedup”"), kind);
  return NULL;
}

/* The names that lessons may use one day, those without a function, are kept free from the
 * start. */
static const struct
{
  const char *name;
  ReadFunc read;
} directives[] = {
  { "compare", read_compare }, { "predict", read_predict }, { "race", read_race },
  { "scene", read_scene },     { "workload", NULL },        { "code", NULL },
  { "table", NULL },
};

/* The index of a directive; their number where @language is none. */
static guint
find_directive (const char *language)
{
  guint index = 0;

  while (index < G_N_ELEMENTS (directives) && !g_str_equal (directives[index].name, language))
    index++;

  return index;
}

gboolean
ilv_directive_is_known (const char *language)
{
  return find_directive (language) < G_N_ELEMENTS (directives);
}

IlvBlock *
ilv_directive_read (IlvLessonSource *source,
                    const char *language,
                    const char *info,
                    const char *text,
                    const char *place)
{
  guint line = ilv_lesson_source_get_line (source, place);
  guint index = find_directive (language);
  g_autoptr (IlvKeyFile) key_file = NULL;
  g_autoptr (GError) error = NULL;
  IlvBlock *block = NULL;

  g_return_val_if_fail (index < G_N_ELEMENTS (directives), NULL);

  if (directives[index].read == NULL)
    {
      ilv_lesson_source_add_fault (source, place,
                                   _("“%s” blocks are not supported yet: leave this one out"),
                                   language);
      return NULL;
    }
  if (!g_str_equal (language, info))
    {
      ilv_lesson_source_add_fault (source, place,
                                   _("Nothing can follow “%s” here: leave the rest out"),
                                   language);
      return NULL;
    }

  key_file = ilv_key_file_new_from_text (text, source->file_name, line + 1, &error);
  if (key_file != NULL)
    block = directives[index].read (key_file, source->folder, &error);
  if (block == NULL)
    ilv_lesson_source_take_fault (source, g_steal_pointer (&error));

  return block;
}

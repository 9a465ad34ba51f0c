/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-directive.h"

#include <glib/gi18n-lib.h>

/* The names that lessons may use one day are kept free from the start. */
static const char *const directives[] = {
  "workload", "compare", "predict", "code", "scene", "table", NULL,
};

static IlvBlock *
read_compare (IlvKeyFile *key_file, GError **error)
{
  g_autoptr (IlvComparison) comparison = ilv_comparison_new_from_key_file (key_file, error);

  return comparison != NULL ? ilv_block_new_comparison (comparison) : NULL;
}

static IlvBlock *
read_predict (IlvKeyFile *key_file, GError **error)
{
  g_autoptr (IlvPrediction) prediction = ilv_prediction_new_from_key_file (key_file, error);

  return prediction != NULL ? ilv_block_new_prediction (prediction) : NULL;
}

gboolean
ilv_directive_is_known (const char *language)
{
  return g_strv_contains (directives, language);
}

IlvBlock *
ilv_directive_read (IlvLessonSource *source,
                    const char *language,
                    const char *info,
                    const char *text,
                    const char *place)
{
  guint line = ilv_lesson_source_get_line (source, place);
  gboolean is_compare = g_str_equal (language, "compare");
  g_autoptr (IlvKeyFile) key_file = NULL;
  g_autoptr (GError) error = NULL;
  IlvBlock *block = NULL;

  if (!is_compare && !g_str_equal (language, "predict"))
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
    block = is_compare ? read_compare (key_file, &error) : read_predict (key_file, &error);
  if (block == NULL)
    ilv_lesson_source_take_fault (source, g_steal_pointer (&error));

  return block;
}

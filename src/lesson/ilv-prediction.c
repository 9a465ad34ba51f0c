/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-prediction.h"

#include <glib/gi18n-lib.h>

struct _IlvPrediction
{
  GObject parent_instance;

  char *id;
  char *question;
  gboolean right_side;
};

G_DEFINE_FINAL_TYPE (IlvPrediction, ilv_prediction, G_TYPE_OBJECT)

#define GROUP "Predict"

static const char *const known_keys[] = {
  GROUP "/Id", GROUP "/Kind", GROUP "/Side", GROUP "/Question", NULL,
};

static gboolean
load_id (IlvPrediction *self, IlvKeyFile *key_file, GError **error)
{
  self->id = ilv_key_file_require_string (key_file, GROUP, "Id", error);
  if (self->id == NULL)
    return FALSE;

  for (const char *p = self->id; *p != '\0'; p++)
    {
      if (g_ascii_isalnum (*p) || *p == '-')
        continue;
      ilv_key_file_set_error (key_file, error, GROUP, "Id",
                              _("“%s” is not made of the letters a to z, digits and hyphens"),
                              self->id);
      return FALSE;
    }

  return TRUE;
}

static gboolean
load_kind (IlvKeyFile *key_file, GError **error)
{
  g_autofree char *kind = ilv_key_file_require_string (key_file, GROUP, "Kind", error);

  if (kind == NULL)
    return FALSE;
  if (g_str_equal (kind, "end"))
    return TRUE;

  ilv_key_file_set_error (key_file, error, GROUP, "Kind",
                          _("There is no kind “%s”; the only one so far is “end”"), kind);
  return FALSE;
}

static gboolean
load_side (IlvPrediction *self, IlvKeyFile *key_file, GError **error)
{
  g_autofree char *side = ilv_key_file_require_string (key_file, GROUP, "Side", error);

  if (side == NULL)
    return FALSE;

  self->right_side = g_str_equal (side, "right");
  if (self->right_side || g_str_equal (side, "left"))
    return TRUE;

  ilv_key_file_set_error (key_file, error, GROUP, "Side",
                          _("There is no side “%s”; write “left” or “right”"), side);
  return FALSE;
}

static gboolean
load (IlvPrediction *self, IlvKeyFile *key_file, GError **error)
{
  if (!ilv_key_file_check_known (key_file, known_keys, error) ||
      !load_id (self, key_file, error) ||
      !load_kind (key_file, error) ||
      !load_side (self, key_file, error))
    return FALSE;

  self->question = ilv_key_file_require_string (key_file, GROUP, "Question", error);
  return self->question != NULL;
}

static void
ilv_prediction_finalize (GObject *object)
{
  IlvPrediction *self = ILV_PREDICTION (object);

  g_free (self->id);
  g_free (self->question);

  G_OBJECT_CLASS (ilv_prediction_parent_class)->finalize (object);
}

static void
ilv_prediction_class_init (IlvPredictionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_prediction_finalize;
}

static void
ilv_prediction_init (IlvPrediction *self G_GNUC_UNUSED)
{
}

IlvPrediction *
ilv_prediction_new_from_key_file (IlvKeyFile *key_file, GError **error)
{
  g_autoptr (IlvPrediction) self = NULL;

  g_return_val_if_fail (ILV_IS_KEY_FILE (key_file), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (ILV_TYPE_PREDICTION, NULL);
  if (!load (self, key_file, error))
    return NULL;

  return g_steal_pointer (&self);
}

const char *
ilv_prediction_get_id (IlvPrediction *self)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), NULL);

  return self->id;
}

const char *
ilv_prediction_get_question (IlvPrediction *self)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), NULL);

  return self->question;
}

gboolean
ilv_prediction_is_right_side (IlvPrediction *self)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), FALSE);

  return self->right_side;
}

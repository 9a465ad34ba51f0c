/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-prediction.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#define MIN_CHOICES 2
#define MAX_CHOICES 6
#define MAX_LIMIT 1e12

struct _IlvPrediction
{
  GObject parent_instance;

  char *id;
  char *question;
  char *room_question; /* (nullable) */
  IlvPredictionKind kind;
  gboolean right_side;
  IlvMeasure measure;
  GPtrArray *choices; /* of IlvChoice */
};

G_DEFINE_FINAL_TYPE (IlvPrediction, ilv_prediction, G_TYPE_OBJECT)

#define GROUP "Predict"
#define CHOICE_PREFIX "Choice "

static const char *const end_keys[] = {
  GROUP "/Id", GROUP "/Kind", GROUP "/Side", GROUP "/Question", GROUP "/Room", NULL,
};

static const char *const choice_keys[] = {
  GROUP "/Id",      GROUP "/Kind",     GROUP "/Measure", GROUP "/Question",      GROUP "/Room",
  "Choice */Text",  "Choice */From",   "Choice */To",    "Choice */Explanation", NULL,
};

static void
choice_free (IlvChoice *choice)
{
  g_free (choice->text);
  g_free (choice->explanation);
  g_free (choice);
}

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
load_kind (IlvPrediction *self, IlvKeyFile *key_file, GError **error)
{
  g_autofree char *kind = ilv_key_file_require_string (key_file, GROUP, "Kind", error);

  if (kind == NULL)
    return FALSE;

  self->kind = g_str_equal (kind, "choice") ? ILV_PREDICTION_CHOICE : ILV_PREDICTION_END;
  if (self->kind == ILV_PREDICTION_CHOICE || g_str_equal (kind, "end"))
    return TRUE;

  ilv_key_file_set_error (key_file, error, GROUP, "Kind",
                          _("There is no kind “%s”; write “choice” or “end”"), kind);
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

/* The key may be left out, but not be empty. */
static gboolean
load_room_question (IlvPrediction *self, IlvKeyFile *key_file, GError **error)
{
  if (!ilv_key_file_has_key (key_file, GROUP, "Room"))
    return TRUE;

  self->room_question = ilv_key_file_require_string (key_file, GROUP, "Room", error);
  return self->room_question != NULL;
}

static gboolean
load_measure (IlvPrediction *self, IlvKeyFile *key_file, GError **error)
{
  g_autofree char *measure = ilv_key_file_require_string (key_file, GROUP, "Measure", error);
  g_autofree char *list = NULL;
  const char *names[ILV_N_MEASURES + 1] = { NULL };

  if (measure == NULL)
    return FALSE;
  if (ilv_measure_parse (measure, &self->measure, &self->right_side))
    return TRUE;

  for (guint i = 0; i < ILV_N_MEASURES; i++)
    names[i] = ilv_measure_to_string (i);
  list = g_strjoinv (", ", (char **) names);
  ilv_key_file_set_error (key_file, error, GROUP, "Measure",
                          /* Translators: the second %s is a list of names; left. and right. are not
                           * translated */
                          _("There is no measure “%s”; write “left.” or “right.” and one of %s"),
                          measure, list);
  return FALSE;
}

static gboolean
load_choice (IlvPrediction *self, IlvKeyFile *key_file, const char *group, GError **error)
{
  IlvChoice *choice = g_new0 (IlvChoice, 1);

  g_ptr_array_add (self->choices, choice);
  choice->text = ilv_key_file_require_string (key_file, group, "Text", error);
  if (choice->text == NULL ||
      !ilv_key_file_get_number (key_file, group, "From", -MAX_LIMIT, MAX_LIMIT, -INFINITY,
                                &choice->from, error) ||
      !ilv_key_file_get_number (key_file, group, "To", -MAX_LIMIT, MAX_LIMIT, INFINITY, &choice->to,
                                error))
    return FALSE;
  choice->explanation = ilv_key_file_require_string (key_file, group, "Explanation", error);
  if (choice->explanation == NULL)
    return FALSE;
  if (choice->from < choice->to)
    return TRUE;

  ilv_key_file_set_meaning_error (key_file, error, group, "To",
                                  _("Nothing lies from “From” to below “To”; make “To” larger"));
  return FALSE;
}

static gboolean
load_choices (IlvPrediction *self, IlvKeyFile *key_file, GError **error)
{
  g_auto (GStrv) groups = ilv_key_file_get_groups (key_file);

  for (guint i = 0; groups[i] != NULL; i++)
    if (g_str_has_prefix (groups[i], CHOICE_PREFIX) &&
        !load_choice (self, key_file, groups[i], error))
      return FALSE;
  if (self->choices->len >= MIN_CHOICES && self->choices->len <= MAX_CHOICES)
    return TRUE;

  ilv_key_file_set_meaning_error (key_file, error, GROUP, NULL,
                                  _("A question needs from %d to %d choices: groups such as "
                                    "“[Choice 1]” with “Text” and “Explanation”"),
                                  MIN_CHOICES, MAX_CHOICES);
  return FALSE;
}

static gboolean
load (IlvPrediction *self, IlvKeyFile *key_file, GError **error)
{
  gboolean is_choice;

  if (!load_kind (self, key_file, error))
    return FALSE;

  is_choice = self->kind == ILV_PREDICTION_CHOICE;
  if (!ilv_key_file_check_known (key_file, is_choice ? choice_keys : end_keys, error) ||
      !load_id (self, key_file, error))
    return FALSE;

  self->question = ilv_key_file_require_string (key_file, GROUP, "Question", error);
  if (self->question == NULL || !load_room_question (self, key_file, error))
    return FALSE;

  if (is_choice)
    return load_measure (self, key_file, error) && load_choices (self, key_file, error);
  return load_side (self, key_file, error);
}

static void
ilv_prediction_finalize (GObject *object)
{
  IlvPrediction *self = ILV_PREDICTION (object);

  g_free (self->id);
  g_free (self->question);
  g_free (self->room_question);
  g_clear_pointer (&self->choices, g_ptr_array_unref);

  G_OBJECT_CLASS (ilv_prediction_parent_class)->finalize (object);
}

static void
ilv_prediction_class_init (IlvPredictionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_prediction_finalize;
}

static void
ilv_prediction_init (IlvPrediction *self)
{
  self->choices = g_ptr_array_new_with_free_func ((GDestroyNotify) choice_free);
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

const char *
ilv_prediction_get_room_question (IlvPrediction *self)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), NULL);

  return self->room_question != NULL ? self->room_question : self->question;
}

gboolean
ilv_prediction_is_right_side (IlvPrediction *self)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), FALSE);

  return self->right_side;
}

IlvPredictionKind
ilv_prediction_get_kind (IlvPrediction *self)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), ILV_PREDICTION_END);

  return self->kind;
}

IlvMeasure
ilv_prediction_get_measure (IlvPrediction *self)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), ILV_MEASURE_MAKESPAN);

  return self->measure;
}

guint
ilv_prediction_get_n_choices (IlvPrediction *self)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), 0);

  return self->choices->len;
}

const IlvChoice *
ilv_prediction_get_choice (IlvPrediction *self, guint index)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), NULL);
  g_return_val_if_fail (index < self->choices->len, NULL);

  return g_ptr_array_index (self->choices, index);
}

int
ilv_prediction_find_choice (IlvPrediction *self, double value)
{
  g_return_val_if_fail (ILV_IS_PREDICTION (self), -1);

  /* No comparison with NAN is true, so that what is unknown is nobody's. */
  for (guint i = 0; i < self->choices->len; i++)
    {
      const IlvChoice *choice = g_ptr_array_index (self->choices, i);

      if (value >= choice->from && value < choice->to)
        return (int) i;
    }

  return -1;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-captcha.h"

#define MIN_LIGHTS 2
#define MAX_LIGHTS 4

struct _IlvCaptcha
{
  GObject parent_instance;

  IlvCaptchaMotif motifs[ILV_CAPTCHA_N_PICTURES];
  guint variants[ILV_CAPTCHA_N_PICTURES];
  gboolean picked[ILV_CAPTCHA_N_PICTURES];
  gboolean solved;
  gboolean was_wrong;
  GRand *rand;
};

G_DEFINE_FINAL_TYPE (IlvCaptcha, ilv_captcha, G_TYPE_OBJECT)

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
swap (IlvCaptchaMotif *a, IlvCaptchaMotif *b)
{
  IlvCaptchaMotif kept = *a;

  *a = *b;
  *b = kept;
}

/* Some traffic lights, and others for the rest, in an order that nobody knows. */
static void
ask (IlvCaptcha *self, gboolean was_wrong)
{
  gint32 n_lights = g_rand_int_range (self->rand, MIN_LIGHTS, MAX_LIGHTS + 1);

  for (int i = 0; i < ILV_CAPTCHA_N_PICTURES; i++)
    {
      self->motifs[i] = i < n_lights
                          ? ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT
                          : (IlvCaptchaMotif) g_rand_int_range (
                              self->rand, ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT + 1, ILV_CAPTCHA_N_MOTIFS);
      self->variants[i] = g_rand_int (self->rand);
      self->picked[i] = FALSE;
    }
  for (int i = ILV_CAPTCHA_N_PICTURES - 1; i > 0; i--)
    swap (&self->motifs[i], &self->motifs[g_rand_int_range (self->rand, 0, i + 1)]);
  self->solved = FALSE;
  self->was_wrong = was_wrong;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
ilv_captcha_finalize (GObject *object)
{
  g_rand_free (ILV_CAPTCHA (object)->rand);

  G_OBJECT_CLASS (ilv_captcha_parent_class)->finalize (object);
}

static void
ilv_captcha_class_init (IlvCaptchaClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ilv_captcha_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", ILV_TYPE_CAPTCHA, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 0);
}

static void
ilv_captcha_init (IlvCaptcha *self)
{
  self->rand = g_rand_new ();
  ask (self, FALSE);
}

IlvCaptcha *
ilv_captcha_new (void)
{
  return g_object_new (ILV_TYPE_CAPTCHA, NULL);
}

void
ilv_captcha_ask (IlvCaptcha *self)
{
  g_return_if_fail (ILV_IS_CAPTCHA (self));

  ask (self, FALSE);
}

IlvCaptchaMotif
ilv_captcha_get_motif (IlvCaptcha *self, guint index)
{
  g_return_val_if_fail (ILV_IS_CAPTCHA (self), ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT);
  g_return_val_if_fail (index < ILV_CAPTCHA_N_PICTURES, ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT);

  return self->motifs[index];
}

guint
ilv_captcha_get_variant (IlvCaptcha *self, guint index)
{
  g_return_val_if_fail (ILV_IS_CAPTCHA (self), 0);
  g_return_val_if_fail (index < ILV_CAPTCHA_N_PICTURES, 0);

  return self->variants[index];
}

gboolean
ilv_captcha_is_picked (IlvCaptcha *self, guint index)
{
  g_return_val_if_fail (ILV_IS_CAPTCHA (self), FALSE);
  g_return_val_if_fail (index < ILV_CAPTCHA_N_PICTURES, FALSE);

  return self->picked[index];
}

void
ilv_captcha_set_picked (IlvCaptcha *self, guint index, gboolean picked)
{
  g_return_if_fail (ILV_IS_CAPTCHA (self));
  g_return_if_fail (index < ILV_CAPTCHA_N_PICTURES);

  if (self->solved || self->picked[index] == picked)
    return;
  self->picked[index] = picked;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

gboolean
ilv_captcha_verify (IlvCaptcha *self)
{
  g_return_val_if_fail (ILV_IS_CAPTCHA (self), FALSE);

  for (guint i = 0; i < ILV_CAPTCHA_N_PICTURES; i++)
    if (self->picked[i] != (self->motifs[i] == ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT))
      {
        ask (self, TRUE);
        return FALSE;
      }
  self->solved = TRUE;
  self->was_wrong = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

gboolean
ilv_captcha_is_solved (IlvCaptcha *self)
{
  g_return_val_if_fail (ILV_IS_CAPTCHA (self), FALSE);

  return self->solved;
}

gboolean
ilv_captcha_was_wrong (IlvCaptcha *self)
{
  g_return_val_if_fail (ILV_IS_CAPTCHA (self), FALSE);

  return self->was_wrong;
}

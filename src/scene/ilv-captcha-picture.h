/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IlvCaptchaMotif:
 *
 * What one of the captcha's pictures shows.
 */
typedef enum
{
  ILV_CAPTCHA_MOTIF_TRAFFIC_LIGHT,
  ILV_CAPTCHA_MOTIF_BICYCLE,
  ILV_CAPTCHA_MOTIF_TREE,
  ILV_CAPTCHA_MOTIF_HOUSE,
  ILV_CAPTCHA_MOTIF_BUS,
  ILV_CAPTCHA_MOTIF_STREET_LAMP,
  ILV_CAPTCHA_N_MOTIFS,
} IlvCaptchaMotif;

#define ILV_TYPE_CAPTCHA_PICTURE (ilv_captcha_picture_get_type ())

/**
 * IlvCaptchaPicture:
 *
 * A drawing of a thing in a street. It looks the same in every theme, as a photograph does.
 */
G_DECLARE_FINAL_TYPE (IlvCaptchaPicture, ilv_captcha_picture, ILV, CAPTCHA_PICTURE, GtkWidget)

GtkWidget *ilv_captcha_picture_new (void);

/* @variant: changes sky, place and size a little, so that no two pictures need be the same. */
void ilv_captcha_picture_set_motif (IlvCaptchaPicture *self, IlvCaptchaMotif motif, guint variant);
IlvCaptchaMotif ilv_captcha_picture_get_motif (IlvCaptchaPicture *self);

/* Whether it has a tick. */
void ilv_captcha_picture_set_picked (IlvCaptchaPicture *self, gboolean picked);

/* What can be seen, said truly without giving its name away: a fair chance for who cannot see it.
 */
const char *ilv_captcha_motif_describe (IlvCaptchaMotif motif);

G_END_DECLS

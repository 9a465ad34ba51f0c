/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-captcha-picture.h"

G_BEGIN_DECLS

/* How many pictures a question has. */
#define ILV_CAPTCHA_N_PICTURES 9

#define ILV_TYPE_CAPTCHA (ilv_captcha_get_type ())

/**
 * IlvCaptcha:
 *
 * The question for traffic lights: what its pictures show and which of them are picked. Several
 * #IlvTrafficLights can show one, in several windows, and are then in step.
 *
 * Signals: #IlvCaptcha::changed, when the pictures, what is picked, or what came of it has changed.
 */
G_DECLARE_FINAL_TYPE (IlvCaptcha, ilv_captcha, ILV, CAPTCHA, GObject)

/* With a question that can be answered. */
IlvCaptcha *ilv_captcha_new (void);

/* Asks again, with other pictures; nothing is picked. */
void ilv_captcha_ask (IlvCaptcha *self);

/* What picture @index shows, from 0, see ilv_captcha_picture_set_motif(). */
IlvCaptchaMotif ilv_captcha_get_motif (IlvCaptcha *self, guint index);
guint ilv_captcha_get_variant (IlvCaptcha *self, guint index);

gboolean ilv_captcha_is_picked (IlvCaptcha *self, guint index);
void ilv_captcha_set_picked (IlvCaptcha *self, guint index, gboolean picked);

/* Whether exactly the traffic lights are picked: then it is solved. If not, other pictures come. */
gboolean ilv_captcha_verify (IlvCaptcha *self);

gboolean ilv_captcha_is_solved (IlvCaptcha *self);

/* Whether the pictures have come because the answer before was wrong. */
gboolean ilv_captcha_was_wrong (IlvCaptcha *self);

G_END_DECLS

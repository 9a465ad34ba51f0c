/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ILV_TYPE_CONSENT (ilv_consent_get_type ())

/**
 * IlvConsent:
 *
 * A window that asks whether Python code of a lesson pack may run, and shows it.
 *
 * Signals: #IlvConsent::agreed, after the code was agreed to, see #IlvTrust.
 */
G_DECLARE_FINAL_TYPE (IlvConsent, ilv_consent, ILV, CONSENT, AdwWindow)

/* @widget: where it is to run, in a window; @codes: at least one. */
GtkWidget *ilv_consent_new (GtkWidget *widget, const char *const *codes);

/* Whether there is nothing in @codes to ask for. Else the person is asked, and the action "run" of @actions
 * is activated once all is agreed to. */
gboolean ilv_consent_check (GtkWidget *widget, const char *const *codes, GActionGroup *actions);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-toast.h"

#include <glib/gi18n-lib.h>

#define UNDO_SECONDS 10

AdwToast *
ilv_toast_new (const char *text)
{
  g_autofree char *markup = g_markup_escape_text (text, -1);

  return adw_toast_new (markup);
}

AdwToast *
ilv_toast_new_with_undo (const char *text, const char *action)
{
  AdwToast *toast = ilv_toast_new (text);

  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, action);
  adw_toast_set_timeout (toast, UNDO_SECONDS);
  return toast;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Toasts, whose texts are no markup: what a file or a lesson is called may hold “&” or “<”. */

/* (transfer full) */
AdwToast *ilv_toast_new (const char *text);

/* (transfer full): one that stays long enough to see what has been done, with a button “Undo” for @action. */
AdwToast *ilv_toast_new_with_undo (const char *text, const char *action);

G_END_DECLS

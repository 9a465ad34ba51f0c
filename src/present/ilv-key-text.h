/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-presenter-keys.h"

G_BEGIN_DECLS

/* The names of the keys that do something, as they stand on a keyboard: (transfer full) (array
 * zero-terminated=1). Those of the number pad are left out. */
char **ilv_key_text_list (const IlvPresenterKey *key);

/* (transfer full): what the action of that name does and its first key, for a tooltip: "Next (Right)".
 * @action: a name of ilv_presenter_keys_get(). */
char *ilv_key_text_create_tooltip (const char *action);

G_END_DECLS

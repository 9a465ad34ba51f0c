/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

/**
 * IlvPresenterKey:
 * @command: what it does
 * @action: the name of the action that does it, in the group "present"
 * @title: what it does, for people; translatable
 * @keys: the keys that do it, as accelerators, separated by spaces
 *
 * One line of the list of all keys.
 */
typedef struct
{
  IlvTalkCommand command;
  const char *action;
  const char *title;
  const char *keys;
} IlvPresenterKey;

/* All of them, in the order of the list. */
const IlvPresenterKey *ilv_presenter_keys_get (guint *n_keys);

/* Does what a key says. Returns: whether it was one of ours. */
gboolean
ilv_presenter_keys_handle (IlvPresentation *presentation, guint keyval, GdkModifierType modifiers);

G_END_DECLS

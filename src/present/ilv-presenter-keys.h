/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-key-focus.h"
#include "ilv-presentation.h"

G_BEGIN_DECLS

/**
 * IlvPresenterKey:
 * @command: what it does
 * @action: the name of the action that does it, in the group "present"
 * @title: what it does, for people; translatable
 * @keys: the keys that do it, as accelerators, separated by spaces; those for people to know
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

/**
 * IlvKeyMeaning:
 * @key: (nullable): what it does; %NULL if it is none of ours, or a digit
 * @digit: the digit, from 0; -1 if it is none
 *
 * What a key means while a talk is given.
 */
typedef struct
{
  const IlvPresenterKey *key;
  int digit;
} IlvKeyMeaning;

/* All of them, in the order of the list. */
const IlvPresenterKey *ilv_presenter_keys_get (guint *n_keys);

/* A key as the list names it: that of the keypad is the same as that of the keyboard, that with Caps Lock
 * as that without, and browsers' Back and Forward, which some clickers send, are Page Up and Page Down. */
guint ilv_presenter_keys_simplify (guint keyval);

/* What a key means where @focus has the focus. @keyval: as GDK tells of it, by what is printed on the
 * key, not by where it is. With Control, Alt or Super it means nothing. */
IlvKeyMeaning
ilv_presenter_keys_find (guint keyval, GdkModifierType modifiers, IlvKeyFocus focus);

/* Whether it is done again and again while its key is held: what makes larger and smaller. Next is not,
 * since a key that is held too long would run through the slides. */
gboolean ilv_presenter_key_repeats (const IlvPresenterKey *key);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * IlvKeyFocus:
 * @ILV_KEY_FOCUS_NONE: nothing uses keys: all are the presentation's. So it is on a slide, whose
 *   timelines would otherwise swallow Right as soon as they are clicked
 * @ILV_KEY_FOCUS_BUTTON: a button, a switch: Space and Enter are its
 * @ILV_KEY_FOCUS_LIST: a list, a scale, text to be read: the arrows, Home and End are its too
 * @ILV_KEY_FOCUS_TEXT: text is typed: all is its but what is in no text, such as Page Down
 * @ILV_KEY_FOCUS_OVERVIEW: the overview, where arrows walk and typing searches: all is its but Escape,
 *   F1 and F5
 * @ILV_KEY_FOCUS_MENU: an open menu: all is its
 *
 * Which keys are meant for what has the keyboard's focus, and not for the presentation.
 */
typedef enum
{
  ILV_KEY_FOCUS_NONE,
  ILV_KEY_FOCUS_BUTTON,
  ILV_KEY_FOCUS_LIST,
  ILV_KEY_FOCUS_TEXT,
  ILV_KEY_FOCUS_OVERVIEW,
  ILV_KEY_FOCUS_MENU,
} IlvKeyFocus;

#define ILV_N_KEY_FOCUSES (ILV_KEY_FOCUS_MENU + 1)

/* @focus: (nullable): the widget that has the focus. It tells of no overview. */
IlvKeyFocus ilv_key_focus_of (GtkWidget *focus);

/* Whether a key is for what has the focus. @keyval: as ilv_presenter_keys_simplify() returns it. */
gboolean ilv_key_focus_keeps (IlvKeyFocus self, guint keyval);

G_END_DECLS

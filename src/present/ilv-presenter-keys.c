/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presenter-keys.h"

#include <glib/gi18n.h>

static const IlvPresenterKey all_keys[] = {
  { ILV_TALK_NEXT, "next", N_ ("Next"), "Right Down space Page_Down n" },
  { ILV_TALK_PREVIOUS, "previous", N_ ("Previous"), "Left Up Page_Up BackSpace p" },
  { ILV_TALK_FIRST, "first", N_ ("First slide"), "Home" },
  { ILV_TALK_LAST, "last", N_ ("Last slide"), "End" },
  { ILV_TALK_ENTER, "enter", N_ ("Go to the slide whose number was typed, or on"), "Return KP_Enter" },
  { ILV_TALK_RUN, "run", N_ ("Run the experiment"), "r" },
  { ILV_TALK_STOP, "stop", N_ ("Stop the experiment"), "s" },
  { ILV_TALK_PLAY, "play", N_ ("Play the run again, or pause"), "k" },
  { ILV_TALK_ZOOM_IN, "zoom-in", N_ ("Zoom into the timelines"), "bracketright" },
  { ILV_TALK_ZOOM_OUT, "zoom-out", N_ ("Zoom out of the timelines"), "bracketleft" },
  { ILV_TALK_ZOOM_FIT, "zoom-fit", N_ ("Show the whole timelines"), "backslash" },
  { ILV_TALK_REVEAL, "reveal", N_ ("Reveal the votes"), "v" },
  { ILV_TALK_COUNT, "count", N_ ("Type the votes"), "h" },
  { ILV_TALK_BLACK, "black", N_ ("Black screen"), "b period" },
  { ILV_TALK_WHITE, "white", N_ ("White screen"), "w comma" },
  { ILV_TALK_FREEZE, "freeze", N_ ("Freeze the screen"), "f" },
  { ILV_TALK_POINTER, "pointer", N_ ("Pointer"), "l" },
  { ILV_TALK_MAGNIFY, "magnify", N_ ("Magnify at the pointer"), "z" },
  { ILV_TALK_OVERVIEW, "overview", N_ ("All slides"), "o" },
  { ILV_TALK_PAUSE, "pause", N_ ("Pause the timer"), "t" },
  { ILV_TALK_NOTES_LARGER, "notes-larger", N_ ("Larger notes"), "plus KP_Add equal" },
  { ILV_TALK_NOTES_SMALLER, "notes-smaller", N_ ("Smaller notes"), "minus KP_Subtract" },
  { ILV_TALK_SETTINGS, "settings", N_ ("Settings of the experiment"), "e" },
  { ILV_TALK_CONSOLE, "console", N_ ("Show or hide the console"), "c" },
  { ILV_TALK_SWAP, "swap", N_ ("Swap the screens"), "x" },
  { ILV_TALK_KEYS, "keys", N_ ("All keys"), "question F1" },
  { ILV_TALK_ESCAPE, "escape", N_ ("Leave black, freeze, pointer or overview; then ask to end"), "Escape" },
};

const IlvPresenterKey *
ilv_presenter_keys_get (guint *n_keys)
{
  g_return_val_if_fail (n_keys != NULL, NULL);

  *n_keys = G_N_ELEMENTS (all_keys);
  return all_keys;
}

static gboolean
has_key (const IlvPresenterKey *key, guint keyval)
{
  g_auto (GStrv) names = g_strsplit (key->keys, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    if (gdk_keyval_from_name (names[i]) == keyval)
      return TRUE;
  return FALSE;
}

gboolean
ilv_presenter_keys_handle (IlvPresentation *presentation, guint keyval, GdkModifierType modifiers)
{
  guint digit = gdk_keyval_to_unicode (keyval);

  g_return_val_if_fail (ILV_IS_PRESENTATION (presentation), FALSE);

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return FALSE;
  if (digit >= '0' && digit <= '9')
    {
      ilv_presentation_type_digit (presentation, digit - '0');
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (all_keys); i++)
    if (has_key (&all_keys[i], gdk_keyval_to_lower (keyval)))
      {
        ilv_presentation_perform (presentation, all_keys[i].command);
        return TRUE;
      }
  return FALSE;
}

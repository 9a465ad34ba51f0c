/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presenter-keys.h"

#include <glib/gi18n-lib.h>

/* Page_Up, Page_Down, period, Escape and F5 are what clickers send. Right is the next slide in every
 * language: clickers and other programs for slides have it so, and time in the timelines runs to the
 * right too. */
static const IlvPresenterKey all_keys[] = {
  { ILV_TALK_NEXT, "next", N_ ("Next"), "Right Down space Page_Down n" },
  { ILV_TALK_PREVIOUS, "previous", N_ ("Previous"), "Left Up Page_Up p" },
  { ILV_TALK_FIRST, "first", N_ ("First slide"), "Home" },
  { ILV_TALK_LAST, "last", N_ ("Last slide"), "End" },
  { ILV_TALK_ENTER, "enter", N_ ("Go to the slide whose number was typed, or on"), "Return" },
  { ILV_TALK_ERASE, "erase", N_ ("Take a typed digit back, or go back"), "BackSpace" },
  { ILV_TALK_SECTION, "section", N_ ("Begin this section again"), "F5" },
  { ILV_TALK_RESTART, "restart", N_ ("Begin the presentation again"), "<Shift>F5" },
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
  { ILV_TALK_NOTES_LARGER, "notes-larger", N_ ("Larger notes"), "plus equal" },
  { ILV_TALK_NOTES_SMALLER, "notes-smaller", N_ ("Smaller notes"), "minus" },
  { ILV_TALK_SETTINGS, "settings", N_ ("Settings of the experiment"), "e" },
  { ILV_TALK_CONSOLE, "console", N_ ("Show or hide the console"), "c" },
  { ILV_TALK_SWAP, "swap", N_ ("Swap the screens"), "x" },
  { ILV_TALK_KEYS, "keys", N_ ("All keys"), "question F1" },
  { ILV_TALK_ESCAPE, "escape", N_ ("Leave black, freeze, pointer or overview; then ask whether to end"), "Escape" },
};

/* Keys that are the same as others. */
static const struct
{
  guint keyval;
  guint simple;
} synonyms[] = {
  { GDK_KEY_KP_Enter, GDK_KEY_Return },
  { GDK_KEY_ISO_Enter, GDK_KEY_Return },
  { GDK_KEY_KP_Space, GDK_KEY_space },
  { GDK_KEY_KP_Left, GDK_KEY_Left },
  { GDK_KEY_KP_Right, GDK_KEY_Right },
  { GDK_KEY_KP_Up, GDK_KEY_Up },
  { GDK_KEY_KP_Down, GDK_KEY_Down },
  { GDK_KEY_KP_Home, GDK_KEY_Home },
  { GDK_KEY_KP_End, GDK_KEY_End },
  { GDK_KEY_KP_Page_Up, GDK_KEY_Page_Up },
  { GDK_KEY_KP_Page_Down, GDK_KEY_Page_Down },
  { GDK_KEY_KP_Add, GDK_KEY_plus },
  { GDK_KEY_KP_Subtract, GDK_KEY_minus },
  { GDK_KEY_KP_Equal, GDK_KEY_equal },
  { GDK_KEY_KP_Decimal, GDK_KEY_period },
  { GDK_KEY_KP_Separator, GDK_KEY_comma },
  { GDK_KEY_KP_F1, GDK_KEY_F1 },
  { GDK_KEY_Back, GDK_KEY_Page_Up },
  { GDK_KEY_Forward, GDK_KEY_Page_Down },
};

#define OTHER_MODIFIERS                                                                            \
  (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_HYPER_MASK | GDK_META_MASK)

static gboolean
has_key (const IlvPresenterKey *key, guint keyval, GdkModifierType modifiers)
{
  g_auto (GStrv) names = g_strsplit (key->keys, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    {
      GdkModifierType own_modifiers;
      guint own_keyval;

      if (gtk_accelerator_parse (names[i], &own_keyval, &own_modifiers) && own_keyval == keyval
          && own_modifiers == modifiers)
        return TRUE;
    }
  return FALSE;
}

/* (nullable) */
static const IlvPresenterKey *
find_key (guint keyval, GdkModifierType modifiers)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_keys); i++)
    if (has_key (&all_keys[i], keyval, modifiers))
      return &all_keys[i];
  return NULL;
}

const IlvPresenterKey *
ilv_presenter_keys_get (guint *n_keys)
{
  g_return_val_if_fail (n_keys != NULL, NULL);

  *n_keys = G_N_ELEMENTS (all_keys);
  return all_keys;
}

guint
ilv_presenter_keys_simplify (guint keyval)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (synonyms[i].keyval == keyval)
      return synonyms[i].simple;
  return gdk_keyval_to_lower (keyval);
}

IlvKeyMeaning
ilv_presenter_keys_find (guint keyval, GdkModifierType modifiers, IlvKeyFocus focus)
{
  guint simple = ilv_presenter_keys_simplify (keyval);
  guint character = gdk_keyval_to_unicode (simple);
  IlvKeyMeaning meaning = { NULL, -1 };

  g_return_val_if_fail (focus < ILV_N_KEY_FOCUSES, meaning);

  if ((modifiers & OTHER_MODIFIERS) != 0 || ilv_key_focus_keeps (focus, simple))
    return meaning;
  if (character >= '0' && character <= '9')
    meaning.digit = (int) (character - '0');
  else if ((modifiers & GDK_SHIFT_MASK) != 0)
    meaning.key = find_key (simple, GDK_SHIFT_MASK);
  /* On one keyboard or another, any of them may need Shift. */
  if (meaning.digit < 0 && meaning.key == NULL)
    meaning.key = find_key (simple, 0);
  return meaning;
}

gboolean
ilv_presenter_key_repeats (const IlvPresenterKey *key)
{
  g_return_val_if_fail (key != NULL, FALSE);

  return key->command == ILV_TALK_NOTES_LARGER || key->command == ILV_TALK_NOTES_SMALLER
         || key->command == ILV_TALK_ZOOM_IN || key->command == ILV_TALK_ZOOM_OUT;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-presenter-keys.h"

#define NOTHING ILV_N_TALK_COMMANDS

static IlvTalkCommand
find (guint keyval, GdkModifierType modifiers, IlvKeyFocus focus)
{
  IlvKeyMeaning meaning = ilv_presenter_keys_find (keyval, modifiers, focus);

  g_assert_true (meaning.key == NULL || meaning.digit < 0);
  return meaning.key != NULL ? meaning.key->command : NOTHING;
}

/* Every key, with what it does where nothing has the focus. */
static const struct
{
  guint keyval;
  IlvTalkCommand command;
} all[] = {
  { GDK_KEY_Right, ILV_TALK_NEXT },
  { GDK_KEY_Down, ILV_TALK_NEXT },
  { GDK_KEY_space, ILV_TALK_NEXT },
  { GDK_KEY_Page_Down, ILV_TALK_NEXT },
  { GDK_KEY_n, ILV_TALK_NEXT },
  { GDK_KEY_KP_Right, ILV_TALK_NEXT },
  { GDK_KEY_KP_Down, ILV_TALK_NEXT },
  { GDK_KEY_KP_Space, ILV_TALK_NEXT },
  { GDK_KEY_KP_Next, ILV_TALK_NEXT },
  { GDK_KEY_Forward, ILV_TALK_NEXT },
  { GDK_KEY_Left, ILV_TALK_PREVIOUS },
  { GDK_KEY_Up, ILV_TALK_PREVIOUS },
  { GDK_KEY_Page_Up, ILV_TALK_PREVIOUS },
  { GDK_KEY_BackSpace, ILV_TALK_ERASE },
  { GDK_KEY_p, ILV_TALK_PREVIOUS },
  { GDK_KEY_KP_Left, ILV_TALK_PREVIOUS },
  { GDK_KEY_KP_Up, ILV_TALK_PREVIOUS },
  { GDK_KEY_KP_Prior, ILV_TALK_PREVIOUS },
  { GDK_KEY_Back, ILV_TALK_PREVIOUS },
  { GDK_KEY_Home, ILV_TALK_FIRST },
  { GDK_KEY_KP_Home, ILV_TALK_FIRST },
  { GDK_KEY_End, ILV_TALK_LAST },
  { GDK_KEY_KP_End, ILV_TALK_LAST },
  { GDK_KEY_Return, ILV_TALK_ENTER },
  { GDK_KEY_KP_Enter, ILV_TALK_ENTER },
  { GDK_KEY_ISO_Enter, ILV_TALK_ENTER },
  { GDK_KEY_F5, ILV_TALK_SECTION },
  { GDK_KEY_r, ILV_TALK_RUN },
  { GDK_KEY_s, ILV_TALK_STOP },
  { GDK_KEY_v, ILV_TALK_REVEAL },
  { GDK_KEY_h, ILV_TALK_COUNT },
  { GDK_KEY_k, ILV_TALK_PLAY },
  { GDK_KEY_bracketright, ILV_TALK_ZOOM_IN },
  { GDK_KEY_bracketleft, ILV_TALK_ZOOM_OUT },
  { GDK_KEY_backslash, ILV_TALK_ZOOM_FIT },
  { GDK_KEY_b, ILV_TALK_BLACK },
  { GDK_KEY_period, ILV_TALK_BLACK },
  { GDK_KEY_KP_Decimal, ILV_TALK_BLACK },
  { GDK_KEY_w, ILV_TALK_WHITE },
  { GDK_KEY_comma, ILV_TALK_WHITE },
  { GDK_KEY_KP_Separator, ILV_TALK_WHITE },
  { GDK_KEY_f, ILV_TALK_FREEZE },
  { GDK_KEY_l, ILV_TALK_POINTER },
  { GDK_KEY_z, ILV_TALK_MAGNIFY },
  { GDK_KEY_o, ILV_TALK_OVERVIEW },
  { GDK_KEY_t, ILV_TALK_PAUSE },
  { GDK_KEY_plus, ILV_TALK_NOTES_LARGER },
  { GDK_KEY_equal, ILV_TALK_NOTES_LARGER },
  { GDK_KEY_KP_Add, ILV_TALK_NOTES_LARGER },
  { GDK_KEY_minus, ILV_TALK_NOTES_SMALLER },
  { GDK_KEY_KP_Subtract, ILV_TALK_NOTES_SMALLER },
  { GDK_KEY_e, ILV_TALK_SETTINGS },
  { GDK_KEY_c, ILV_TALK_CONSOLE },
  { GDK_KEY_x, ILV_TALK_SWAP },
  { GDK_KEY_question, ILV_TALK_KEYS },
  { GDK_KEY_F1, ILV_TALK_KEYS },
  { GDK_KEY_Escape, ILV_TALK_ESCAPE },
};

static void
test_all (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpuint (find (all[i].keyval, 0, ILV_KEY_FOCUS_NONE), ==, all[i].command);
}

/* Letters with Shift or Caps Lock, and signs that only some keyboards have without Shift. */
static void
test_shift (void)
{
  const GdkModifierType modifiers[] = { GDK_SHIFT_MASK, GDK_LOCK_MASK, GDK_SHIFT_MASK | GDK_LOCK_MASK };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < G_N_ELEMENTS (modifiers); j++)
      {
        if (all[i].keyval == GDK_KEY_F5)
          continue;
        g_assert_cmpuint (find (all[i].keyval, modifiers[j], ILV_KEY_FOCUS_NONE), ==, all[i].command);
        g_assert_cmpuint (find (gdk_keyval_to_upper (all[i].keyval), modifiers[j], ILV_KEY_FOCUS_NONE),
                          ==, all[i].command);
      }
  g_assert_cmpuint (find (GDK_KEY_F5, GDK_LOCK_MASK, ILV_KEY_FOCUS_NONE), ==, ILV_TALK_SECTION);
  g_assert_cmpuint (find (GDK_KEY_F5, GDK_SHIFT_MASK, ILV_KEY_FOCUS_NONE), ==, ILV_TALK_RESTART);
  g_assert_cmpuint (find (GDK_KEY_F5, GDK_SHIFT_MASK | GDK_LOCK_MASK, ILV_KEY_FOCUS_NONE), ==,
                    ILV_TALK_RESTART);
}

/* What belongs to the desktop and to the window stays theirs. */
static void
test_other_modifiers (void)
{
  const GdkModifierType modifiers[] = { GDK_CONTROL_MASK, GDK_ALT_MASK, GDK_SUPER_MASK };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint j = 0; j < G_N_ELEMENTS (modifiers); j++)
      g_assert_cmpuint (find (all[i].keyval, modifiers[j], ILV_KEY_FOCUS_NONE), ==, NOTHING);
}

static void
test_digits (void)
{
  for (int i = 0; i <= 9; i++)
    {
      guint keyvals[] = { GDK_KEY_0 + (guint) i, GDK_KEY_KP_0 + (guint) i };

      for (guint j = 0; j < G_N_ELEMENTS (keyvals); j++)
        {
          /* French keyboards have them with Shift. */
          IlvKeyMeaning plain = ilv_presenter_keys_find (keyvals[j], 0, ILV_KEY_FOCUS_BUTTON);
          IlvKeyMeaning shifted = ilv_presenter_keys_find (keyvals[j], GDK_SHIFT_MASK, ILV_KEY_FOCUS_LIST);

          g_assert_null (plain.key);
          g_assert_cmpint (plain.digit, ==, i);
          g_assert_null (shifted.key);
          g_assert_cmpint (shifted.digit, ==, i);
          g_assert_cmpint (ilv_presenter_keys_find (keyvals[j], 0, ILV_KEY_FOCUS_TEXT).digit, ==, -1);
        }
    }
}

static void
test_others (void)
{
  static const guint keyvals[] = { GDK_KEY_Tab,  GDK_KEY_ISO_Left_Tab, GDK_KEY_a,       GDK_KEY_Shift_L,
                                   GDK_KEY_F11,  GDK_KEY_Delete,       GDK_KEY_KP_Delete, GDK_KEY_Insert,
                                   GDK_KEY_Menu, GDK_KEY_VoidSymbol,   GDK_KEY_adiaeresis };

  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    g_assert_cmpuint (find (keyvals[i], 0, ILV_KEY_FOCUS_NONE), ==, NOTHING);
}

static gboolean
is_one_of (guint keyval, const guint *keyvals, guint n_keyvals)
{
  for (guint i = 0; i < n_keyvals; i++)
    if (ilv_presenter_keys_simplify (keyval) == keyvals[i])
      return TRUE;
  return FALSE;
}

static void
test_focus (void)
{
  static const guint presses[] = { GDK_KEY_space, GDK_KEY_Return };
  static const guint walks[] = { GDK_KEY_Left, GDK_KEY_Right, GDK_KEY_Up, GDK_KEY_Down, GDK_KEY_Home, GDK_KEY_End };
  static const guint untyped[] = { GDK_KEY_Page_Up, GDK_KEY_Page_Down, GDK_KEY_F1, GDK_KEY_F5, GDK_KEY_Escape };
  static const guint leaves[] = { GDK_KEY_F1, GDK_KEY_F5, GDK_KEY_Escape };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      guint keyval = all[i].keyval;
      gboolean press = is_one_of (keyval, presses, G_N_ELEMENTS (presses));
      gboolean walk = is_one_of (keyval, walks, G_N_ELEMENTS (walks));

      g_assert_cmpuint (find (keyval, 0, ILV_KEY_FOCUS_BUTTON), ==, press ? NOTHING : all[i].command);
      g_assert_cmpuint (find (keyval, 0, ILV_KEY_FOCUS_LIST), ==,
                        press || walk ? NOTHING : all[i].command);
      g_assert_cmpuint (find (keyval, 0, ILV_KEY_FOCUS_TEXT), ==,
                        is_one_of (keyval, untyped, G_N_ELEMENTS (untyped)) ? all[i].command : NOTHING);
      g_assert_cmpuint (find (keyval, 0, ILV_KEY_FOCUS_OVERVIEW), ==,
                        is_one_of (keyval, leaves, G_N_ELEMENTS (leaves)) ? all[i].command : NOTHING);
      g_assert_cmpuint (find (keyval, 0, ILV_KEY_FOCUS_MENU), ==, NOTHING);
    }
}

/* The list is what people read: it names every command that has a key, once, and all keys mean what they
 * stand for. */
static void
test_list (void)
{
  guint n_keys;
  const IlvPresenterKey *keys = ilv_presenter_keys_get (&n_keys);
  gboolean listed[ILV_N_TALK_COMMANDS] = { FALSE };

  for (guint i = 0; i < n_keys; i++)
    {
      g_auto (GStrv) names = g_strsplit (keys[i].keys, " ", -1);

      g_assert_false (listed[keys[i].command]);
      listed[keys[i].command] = TRUE;
      for (guint j = 0; names[j] != NULL; j++)
        {
          GdkModifierType modifiers;
          guint keyval;

          g_assert_true (gtk_accelerator_parse (names[j], &keyval, &modifiers));
          g_assert_cmpuint (find (keyval, modifiers, ILV_KEY_FOCUS_NONE), ==, keys[i].command);
        }
    }
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_true (listed[all[i].command]);
}

static void
test_repeats (void)
{
  static const guint keyvals[] = { GDK_KEY_plus, GDK_KEY_minus, GDK_KEY_bracketleft, GDK_KEY_bracketright };
  guint n_keys, n_repeating = 0;
  const IlvPresenterKey *keys = ilv_presenter_keys_get (&n_keys);

  for (guint i = 0; i < G_N_ELEMENTS (keyvals); i++)
    g_assert_true (
      ilv_presenter_key_repeats (ilv_presenter_keys_find (keyvals[i], 0, ILV_KEY_FOCUS_NONE).key));
  for (guint i = 0; i < n_keys; i++)
    n_repeating += ilv_presenter_key_repeats (&keys[i]);
  g_assert_cmpuint (n_repeating, ==, G_N_ELEMENTS (keyvals));
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add_func ("/present/presenter-keys/all", test_all);
  g_test_add_func ("/present/presenter-keys/shift", test_shift);
  g_test_add_func ("/present/presenter-keys/other-modifiers", test_other_modifiers);
  g_test_add_func ("/present/presenter-keys/digits", test_digits);
  g_test_add_func ("/present/presenter-keys/others", test_others);
  g_test_add_func ("/present/presenter-keys/focus", test_focus);
  g_test_add_func ("/present/presenter-keys/list", test_list);
  g_test_add_func ("/present/presenter-keys/repeats", test_repeats);

  return g_test_run ();
}

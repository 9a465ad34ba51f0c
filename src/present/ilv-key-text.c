/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-key-text.h"

#include <glib/gi18n-lib.h>
#include <gtk/gtk.h>

/* As it stands on a keyboard, where GTK names the character or the key otherwise. */
static char *
create_name (guint keyval, GdkModifierType modifiers)
{
  switch (keyval)
    {
    case GDK_KEY_Return:
      return g_strdup (_("Enter"));
    case GDK_KEY_BackSpace:
      return g_strdup (_("Backspace"));
    case GDK_KEY_backslash:
      return g_strdup ("\\");
    case GDK_KEY_minus:
      return g_strdup ("−");
    default:
      return gtk_accelerator_get_label (keyval, modifiers);
    }
}

char **
ilv_key_text_list (const IlvPresenterKey *key)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) accelerators = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  accelerators = g_strsplit (key->keys, " ", -1);
  for (guint i = 0; accelerators[i] != NULL; i++)
    {
      g_autofree char *name = NULL;
      GdkModifierType modifiers;
      guint keyval;

      if (strstr (accelerators[i], "KP_") != NULL
          || !gtk_accelerator_parse (accelerators[i], &keyval, &modifiers))
        continue;
      name = create_name (keyval, modifiers);
      g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

static const IlvPresenterKey *
find_key (const char *action)
{
  guint n_keys;
  const IlvPresenterKey *keys = ilv_presenter_keys_get (&n_keys);

  for (guint i = 0; i < n_keys; i++)
    if (g_str_equal (keys[i].action, action))
      return &keys[i];
  return NULL;
}

char *
ilv_key_text_create_tooltip (const char *action)
{
  const IlvPresenterKey *key = find_key (action);
  g_auto (GStrv) names = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  names = ilv_key_text_list (key);
  if (names[0] == NULL)
    return g_strdup (_ (key->title));
  /* Translators: what a button does, and the key that does the same. */
  return g_strdup_printf (_("%s (%s)"), _ (key->title), names[0]);
}

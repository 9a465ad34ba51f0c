/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-piece-list.h"

#include <glib/gi18n-lib.h>

#include "ilv-piece-resources.h"

#define FOLDER "/io/github/interleave/Interleave/pieces/"

static const char *const names[] = {
  "sign-in.c",
  "sign-in-forgotten.c",
  "sign-in-overlap.c",
  NULL,
};

static const IlvPieceFunc funcs[] = {
  ilv_piece_sign_in,
  ilv_piece_sign_in_forgotten,
  ilv_piece_sign_in_overlap,
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (funcs) + 1);

const char *const *
ilv_piece_list_names (void)
{
  return names;
}

IlvPieceFunc
ilv_piece_find (const char *name)
{
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (funcs); i++)
    if (g_str_equal (names[i], name))
      return funcs[i];
  return NULL;
}

char *
ilv_piece_dup_code (const char *name)
{
  g_autofree char *path = g_strconcat (FOLDER, name, NULL);
  g_autoptr (GBytes) bytes = NULL;

  if (ilv_piece_find (name) == NULL)
    return NULL;
  bytes = g_resource_lookup_data (ilv_piece_files_get_resource (), path,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

char *
ilv_piece_describe_fault (const char *name)
{
  g_autofree char *all = g_strjoinv (", ", (char **) names);

  if (ilv_piece_find (name) != NULL)
    return NULL;
  if (name == NULL)
    /* Translators: %s lists names of files such as “sign-in.c, sign-in-overlap.c”. */
    return g_strdup_printf (_ ("The strategy “gio” runs a piece of C; name one of: %s"), all);
  /* Translators: the name that was given, and a list of those that there are. */
  return g_strdup_printf (_ ("There is no piece of C “%s”; there are: %s"), name, all);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Numbers that need not be whole, read the same way in every locale. */

#include "ilv-key-file.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

static gboolean
parse_number (const char *text, double *value)
{
  char *end = NULL;

  /* g_ascii_strtod () would take "nan" and hexadecimal numbers too. */
  if (*text == '\0' || text[strspn (text, "+-.0123456789eE")] != '\0')
    return FALSE;
  *value = g_ascii_strtod (text, &end);
  return *end == '\0' && isfinite (*value);
}

gboolean
ilv_key_file_get_number (IlvKeyFile *self,
                         const char *group,
                         const char *key,
                         double minimum,
                         double maximum,
                         double fallback,
                         double *value,
                         GError **error)
{
  g_autofree char *text = NULL;
  char least[G_ASCII_DTOSTR_BUF_SIZE];
  char most[G_ASCII_DTOSTR_BUF_SIZE];

  g_return_val_if_fail (ILV_IS_KEY_FILE (self), FALSE);
  g_return_val_if_fail (group != NULL && key != NULL && value != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  text = ilv_key_file_get_string (self, group, key);
  if (text == NULL)
    {
      *value = fallback;
      return TRUE;
    }
  if (parse_number (g_strstrip (text), value) && *value >= minimum && *value <= maximum)
    return TRUE;

  ilv_key_file_set_error (self, error, group, key,
                          _("“%s” is no number from %s to %s; write it as in 0.5"), text,
                          g_ascii_formatd (least, sizeof least, "%.10g", minimum),
                          g_ascii_formatd (most, sizeof most, "%.10g", maximum));
  return FALSE;
}

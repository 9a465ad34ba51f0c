/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-slide-markup.h"

#include <string.h>

#include <pango/pango.h>

#define LINK_START "<a href=\""
#define LINK_END "</a>"
#define TERM_START LINK_START "term:"

/* How pale a link to the web is: its contrast still is more than 4.5:1. */
#define PALE "<span alpha=\"75%\">"

char *
ilv_slide_markup_new (const char *markup)
{
  GString *shown = g_string_new (NULL);
  gboolean pale = FALSE;

  g_return_val_if_fail (markup != NULL, g_string_free (shown, FALSE));

  while (*markup != '\0')
    if (g_str_has_prefix (markup, LINK_START))
      {
        pale = !g_str_has_prefix (markup, TERM_START);
        g_string_append (shown, pale ? PALE : "");
        markup = strchr (markup, '>') + 1;
      }
    else if (g_str_has_prefix (markup, LINK_END))
      {
        g_string_append (shown, pale ? "</span>" : "");
        markup += strlen (LINK_END);
      }
    else
      g_string_append_c (shown, *markup++);
  return g_string_free (shown, FALSE);
}

char *
ilv_slide_markup_to_text (const char *markup)
{
  g_autofree char *shown = NULL;
  char *text = NULL;

  g_return_val_if_fail (markup != NULL, NULL);

  shown = ilv_slide_markup_new (markup);
  if (!pango_parse_markup (shown, -1, 0, NULL, &text, NULL, NULL))
    return g_strdup ("");
  return text;
}

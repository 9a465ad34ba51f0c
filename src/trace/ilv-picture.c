/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-picture.h"

#include <string.h>

/* About the width of a letter, as a share of its height. */
#define LETTER_SHARE 0.6

IlvPicture *
ilv_picture_new (const IlvPictureTheme *theme)
{
  IlvPicture *self;

  g_return_val_if_fail (theme != NULL, NULL);

  self = g_new0 (IlvPicture, 1);
  self->theme = theme;
  self->items = g_array_new (FALSE, FALSE, sizeof (IlvPictureItem));
  self->texts = g_string_chunk_new (4096);
  return self;
}

void
ilv_picture_free (IlvPicture *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->items);
  g_string_chunk_free (self->texts);
  g_free (self->description);
  g_free (self);
}

/* No format and no font has a way to hold most control characters, or what is no character; XML 1.0 does not even
 * have an escape for them. */
static const char *
keep_text (IlvPicture *self, const char *text)
{
  g_autofree char *valid = NULL;

  if (text == NULL)
    return NULL;
  valid = g_utf8_make_valid (text, -1);
  for (char *c = valid; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c) && *c != '\n')
      *c = ' ';
    else if (strncmp (c, "\xef\xbf\xbe", 3) == 0 || strncmp (c, "\xef\xbf\xbf", 3) == 0)
      c[2] = '\xbd';
  return g_string_chunk_insert_const (self->texts, valid);
}

void
ilv_picture_add (IlvPicture *self, const IlvPictureItem *item)
{
  IlvPictureItem kept;

  g_return_if_fail (self != NULL);
  g_return_if_fail (item != NULL);

  kept = *item;
  kept.text = keep_text (self, item->text);
  kept.rest = keep_text (self, item->rest);
  kept.tooltip = keep_text (self, item->tooltip);
  g_array_append_val (self->items, kept);
}

double
ilv_picture_estimate_width (const char *text, double size)
{
  double width = 0;

  g_return_val_if_fail (text != NULL, 0);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (!g_unichar_iszerowidth (letter))
        width += g_unichar_iswide (letter) ? size : LETTER_SHARE * size;
    }
  return width;
}

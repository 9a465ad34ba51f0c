/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-screen.h"

G_DEFINE_BOXED_TYPE (IlvScreen, ilv_screen, ilv_screen_copy, ilv_screen_free)

/* The kernel's names of connectors that nothing is plugged into from outside; drivers of X spell
 * them in their own ways ("eDP-1", "eDP1", "LVDS"). */
static gboolean
is_built_in (const char *connector)
{
  static const char *const kinds[] = { "edp", "lvds", "dsi", "dpi" };

  for (guint i = 0; connector != NULL && i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = strlen (kinds[i]);

      if (g_ascii_strncasecmp (connector, kinds[i], length) == 0 &&
          !g_ascii_isalpha (connector[length]))
        return TRUE;
    }
  return FALSE;
}

/* Some displays say "" where others say nothing. */
static char *
dup_name (const char *name)
{
  return name != NULL && name[0] != '\0' ? g_strdup (name) : NULL;
}

IlvScreen *
ilv_screen_new (const char *connector,
                const char *manufacturer,
                const char *model,
                int x,
                int y,
                int width,
                int height)
{
  IlvScreen *self = g_new0 (IlvScreen, 1);

  self->connector = dup_name (connector);
  self->manufacturer = dup_name (manufacturer);
  self->model = dup_name (model);
  self->x = x;
  self->y = y;
  self->width = width;
  self->height = height;
  self->built_in = is_built_in (connector);
  return self;
}

IlvScreen *
ilv_screen_copy (const IlvScreen *self)
{
  if (self == NULL)
    return NULL;
  return ilv_screen_new (self->connector, self->manufacturer, self->model, self->x, self->y,
                         self->width, self->height);
}

void
ilv_screen_free (IlvScreen *self)
{
  g_free (self->connector);
  g_free (self->manufacturer);
  g_free (self->model);
  g_free (self);
}

gboolean
ilv_screen_equal (const IlvScreen *self, const IlvScreen *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return ilv_screen_is_named (self, other->connector, other->model) &&
         g_strcmp0 (self->manufacturer, other->manufacturer) == 0 && self->x == other->x &&
         self->y == other->y && self->width == other->width && self->height == other->height;
}

gboolean
ilv_screen_is_named (const IlvScreen *self, const char *connector, const char *model)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return g_strcmp0 (self->connector, connector) == 0 && g_strcmp0 (self->model, model) == 0;
}

gboolean
ilv_screen_overlaps (const IlvScreen *self, const IlvScreen *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->x < other->x + other->width && other->x < self->x + self->width &&
         self->y < other->y + other->height && other->y < self->y + self->height;
}

GPtrArray *
ilv_screen_list_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) ilv_screen_free);
}

GPtrArray *
ilv_screen_list_copy (GPtrArray *screens)
{
  GPtrArray *copy = ilv_screen_list_new ();

  g_return_val_if_fail (screens != NULL, copy);

  for (guint i = 0; i < screens->len; i++)
    g_ptr_array_add (copy, ilv_screen_copy (screens->pdata[i]));
  return copy;
}

gboolean
ilv_screen_list_equal (GPtrArray *screens, GPtrArray *others)
{
  g_return_val_if_fail (screens != NULL, FALSE);
  g_return_val_if_fail (others != NULL, FALSE);

  if (screens->len != others->len)
    return FALSE;
  for (guint i = 0; i < screens->len; i++)
    if (!ilv_screen_equal (screens->pdata[i], others->pdata[i]))
      return FALSE;
  return TRUE;
}

guint
ilv_screen_list_find (GPtrArray *screens, const char *connector, const char *model)
{
  g_return_val_if_fail (screens != NULL, ILV_SCREEN_NONE);

  for (guint i = 0; i < screens->len; i++)
    if (ilv_screen_is_named (screens->pdata[i], connector, model))
      return i;
  return ILV_SCREEN_NONE;
}

guint
ilv_screen_list_find_again (GPtrArray *screens, const IlvScreen *screen, GPtrArray *before)
{
  guint found;

  g_return_val_if_fail (screens != NULL, ILV_SCREEN_NONE);
  g_return_val_if_fail (screen != NULL, ILV_SCREEN_NONE);
  g_return_val_if_fail (before != NULL, ILV_SCREEN_NONE);

  found = ilv_screen_list_find (screens, screen->connector, screen->model);
  for (guint i = 0; found == ILV_SCREEN_NONE && i < screens->len; i++)
    {
      const IlvScreen *other = screens->pdata[i];

      if (other->model != NULL && g_strcmp0 (other->model, screen->model) == 0 &&
          g_strcmp0 (other->manufacturer, screen->manufacturer) == 0 &&
          ilv_screen_list_find (before, other->connector, other->model) == ILV_SCREEN_NONE)
        found = i;
    }
  return found;
}

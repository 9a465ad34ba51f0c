/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-screen-choice.h"

/* What is asked of a screen. */
typedef struct
{
  guint not_number;
  const char *model;
  gboolean external;
} Wish;

static gboolean
is_empty (const char *text)
{
  return text == NULL || text[0] == '\0';
}

static guint
find (GPtrArray *screens, const Wish *wish)
{
  for (guint i = 0; i < screens->len; i++)
    {
      const IlvScreen *screen = screens->pdata[i];

      if (i != wish->not_number &&
          (wish->model == NULL || g_strcmp0 (screen->model, wish->model) == 0) &&
          (!wish->external || !screen->built_in))
        return i;
    }
  return ILV_SCREEN_NONE;
}

static guint
choose_audience (GPtrArray *screens, const char *connector, const char *model, guint own)
{
  const Wish wishes[] = {
    { .not_number = own, .external = TRUE },
    { .not_number = ILV_SCREEN_NONE, .external = TRUE },
    { .not_number = own },
    { .not_number = ILV_SCREEN_NONE },
  };
  guint found = ILV_SCREEN_NONE;

  if (!is_empty (connector))
    found = ilv_screen_list_find (screens, connector, is_empty (model) ? NULL : model);
  if (found == ILV_SCREEN_NONE && !is_empty (model))
    found = find (screens, &(Wish){ .not_number = own, .model = model });
  for (guint i = 0; found == ILV_SCREEN_NONE && i < G_N_ELEMENTS (wishes); i++)
    found = find (screens, &wishes[i]);
  return found;
}

static gboolean
can_be_console (GPtrArray *screens, guint number, guint audience)
{
  return number < screens->len && number != audience &&
         !ilv_screen_overlaps (screens->pdata[number], screens->pdata[audience]);
}

static guint
choose_console (GPtrArray *screens, guint audience, guint own)
{
  if (audience == ILV_SCREEN_NONE)
    return ILV_SCREEN_NONE;
  if (can_be_console (screens, own, audience))
    return own;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < screens->len; i++)
      {
        const IlvScreen *screen = screens->pdata[i];

        if (can_be_console (screens, i, audience) && (screen->built_in || pass == 1))
          return i;
      }
  return ILV_SCREEN_NONE;
}

IlvScreenChoice
ilv_screen_choice_make (GPtrArray *screens, const char *connector, const char *model, guint own)
{
  IlvScreenChoice choice = { ILV_SCREEN_NONE, ILV_SCREEN_NONE };

  g_return_val_if_fail (screens != NULL, choice);

  choice.audience = choose_audience (screens, connector, model, own);
  choice.console = choose_console (screens, choice.audience, own);
  return choice;
}

IlvScreenChoice
ilv_screen_choice_swap (IlvScreenChoice choice)
{
  if (choice.console == ILV_SCREEN_NONE)
    return choice;
  return (IlvScreenChoice){ .audience = choice.console, .console = choice.audience };
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-strategy-choice.h"

struct _IlvStrategyChoice
{
  GObject parent_instance;

  GtkDropDown *drop_down; /* unowned */
  IlvStrategy strategy;
  guint offered; /* a bit a strategy */
  guint listed;  /* those in the list: the offered ones and one that was set */
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (IlvStrategyChoice, ilv_strategy_choice, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static gboolean
is_listed (IlvStrategyChoice *self, IlvStrategy strategy)
{
  return (self->listed & (1u << strategy)) != 0;
}

static void
select_strategy (IlvStrategyChoice *self)
{
  guint position = 0;

  for (guint i = 0; i < self->strategy; i++)
    position += is_listed (self, i);
  self->filling = TRUE;
  gtk_drop_down_set_selected (self->drop_down, position);
  self->filling = FALSE;
}

static void
fill (IlvStrategyChoice *self)
{
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);

  self->listed = self->offered | 1u << self->strategy;
  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    if (is_listed (self, i))
      gtk_string_list_append (titles, ilv_strategy_get_title (i));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->drop_down, G_LIST_MODEL (titles));
  self->filling = FALSE;
  select_strategy (self);
}

static void
on_selected (IlvStrategyChoice *self)
{
  guint selected = gtk_drop_down_get_selected (self->drop_down);

  if (self->filling)
    return;
  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    if (is_listed (self, i) && selected-- == 0)
      {
        ilv_strategy_choice_set_strategy (self, i);
        return;
      }
}

static void
ilv_strategy_choice_class_init (IlvStrategyChoiceClass *klass)
{
  /**
   * IlvStrategyChoice::changed:
   *
   * Another strategy was chosen or set.
   */
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
ilv_strategy_choice_init (IlvStrategyChoice *self)
{
  self->offered = G_MAXUINT;
}

IlvStrategyChoice *
ilv_strategy_choice_new (GtkDropDown *drop_down)
{
  IlvStrategyChoice *self;

  g_return_val_if_fail (GTK_IS_DROP_DOWN (drop_down), NULL);

  self = g_object_new (ILV_TYPE_STRATEGY_CHOICE, NULL);
  self->drop_down = drop_down;
  fill (self);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  return self;
}

IlvStrategy
ilv_strategy_choice_get_strategy (IlvStrategyChoice *self)
{
  g_return_val_if_fail (ILV_IS_STRATEGY_CHOICE (self), ILV_STRATEGY_SEQUENTIAL);

  return self->strategy;
}

void
ilv_strategy_choice_set_strategy (IlvStrategyChoice *self, IlvStrategy strategy)
{
  g_return_if_fail (ILV_IS_STRATEGY_CHOICE (self));
  g_return_if_fail (strategy < ILV_N_STRATEGIES);

  if (self->strategy == strategy)
    return;
  self->strategy = strategy;
  /* The list may not be changed while a choice is made in it. */
  if (is_listed (self, strategy))
    select_strategy (self);
  else
    fill (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
ilv_strategy_choice_set_offered (IlvStrategyChoice *self, guint offered)
{
  g_return_if_fail (ILV_IS_STRATEGY_CHOICE (self));

  if (self->offered == offered)
    return;
  self->offered = offered;
  fill (self);
}

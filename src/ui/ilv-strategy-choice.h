/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-strategy.h"

G_BEGIN_DECLS

#define ILV_TYPE_STRATEGY_CHOICE (ilv_strategy_choice_get_type ())

/**
 * IlvStrategyChoice:
 *
 * How a side runs the tasks: a drop-down with the strategies that can be chosen.
 *
 * Signals: #IlvStrategyChoice::changed, when it is another one, whoever chose it.
 */
G_DECLARE_FINAL_TYPE (IlvStrategyChoice, ilv_strategy_choice, ILV, STRATEGY_CHOICE, GObject)

/* @drop_down: (unowned): what it fills, with all at first; must outlive it. */
IlvStrategyChoice *ilv_strategy_choice_new (GtkDropDown *drop_down);

IlvStrategy ilv_strategy_choice_get_strategy (IlvStrategyChoice *self);
void ilv_strategy_choice_set_strategy (IlvStrategyChoice *self, IlvStrategy strategy);

/* Which can be chosen: a bit of @offered for each, `1 << strategy`. The one that is set stays. */
void ilv_strategy_choice_set_offered (IlvStrategyChoice *self, guint offered);

G_END_DECLS

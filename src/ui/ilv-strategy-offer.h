/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison.h"
#include "ilv-python.h"

G_BEGIN_DECLS

/* Which strategies make sense for a comparison on this machine. @pythons is a list of #IlvPython. */

/* A bit, `1 << strategy`, for each strategy that can be chosen for @workload: those in C that can run
 * it; a lesson's C code where the comparison has some; Python where an interpreter can run it, or where
 * the comparison is about Python, so that it can be said what is missing. */
guint ilv_strategy_offer_find (IlvComparison *comparison,
                               IlvWorkload *workload,
                               GListModel *pythons);

/* What runs in the place of @strategy: itself, but where there is no Python at all what shows the same
 * in C. */
IlvStrategy ilv_strategy_offer_get_stand_in (IlvStrategy strategy, GListModel *pythons);

/* (transfer full) (nullable): what is to be known before @strategy is run: that something else stands in
 * for it, or what is missing and where it can be added; %NULL where nothing is. */
char *ilv_strategy_offer_describe_caution (IlvStrategy strategy, GListModel *pythons);

/* Whether nothing can run @strategy here. */
gboolean ilv_strategy_offer_is_missing (IlvStrategy strategy, GListModel *pythons);

/* Whether a side of the comparison is about Python. */
gboolean ilv_strategy_offer_needs_python (IlvComparison *comparison);

G_END_DECLS

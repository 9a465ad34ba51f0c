/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-strategy-offer.h"

#include <glib/gi18n.h>

#include "ilv-machine.h"

gboolean
ilv_strategy_offer_needs_python (IlvComparison *comparison)
{
  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), FALSE);

  return ilv_strategy_is_python (ilv_comparison_get_left (comparison))
         || ilv_strategy_is_python (ilv_comparison_get_right (comparison));
}

static gboolean
can_run (IlvComparison *comparison, IlvWorkload *workload, IlvStrategy strategy)
{
  g_autofree char *obstacle = NULL;

  /* Its code is not made of the workload. */
  if (strategy == ilv_comparison_get_left (comparison)
      || strategy == ilv_comparison_get_right (comparison))
    return TRUE;
  if (strategy == ILV_STRATEGY_GIO)
    return FALSE;
  obstacle = ilv_workload_describe_obstacle (workload, strategy);
  return obstacle == NULL;
}

guint
ilv_strategy_offer_find (IlvComparison *comparison, IlvWorkload *workload, GListModel *pythons)
{
  gboolean about_python;
  guint offered = 0;

  g_return_val_if_fail (ILV_IS_COMPARISON (comparison), 0);
  g_return_val_if_fail (ILV_IS_WORKLOAD (workload), 0);
  g_return_val_if_fail (G_IS_LIST_MODEL (pythons), 0);

  about_python = ilv_strategy_offer_needs_python (comparison);
  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    if (can_run (comparison, workload, i)
        && (!ilv_strategy_is_python (i) || about_python || ilv_python_choose (pythons, i) != NULL))
      offered |= 1u << i;
  return offered;
}

static gboolean
has_python (GListModel *pythons)
{
  return g_list_model_get_n_items (pythons) > 0;
}

IlvStrategy
ilv_strategy_offer_get_stand_in (IlvStrategy strategy, GListModel *pythons)
{
  if (!ilv_strategy_is_python (strategy) || has_python (pythons))
    return strategy;
  switch (strategy)
    {
    case ILV_STRATEGY_PYTHON_THREADS:
      return ILV_STRATEGY_GIL;
    case ILV_STRATEGY_PYTHON_ASYNCIO:
      return ILV_STRATEGY_EVENT_LOOP;
    default:
      return ILV_STRATEGY_THREAD_POOL;
    }
}

gboolean
ilv_strategy_offer_is_missing (IlvStrategy strategy, GListModel *pythons)
{
  return ilv_strategy_is_python (strategy) && has_python (pythons)
         && ilv_python_choose (pythons, strategy) == NULL;
}

static char *
describe_missing (IlvStrategy strategy)
{
  if (ilv_machine_is_sandboxed ())
    return g_strdup (_ ("Interleave runs in a sandbox, where only the Python that comes with it can be "
                        "used, and that one cannot run this."));
  if (strategy == ILV_STRATEGY_PYTHON_FREE_THREADED)
    return g_strdup (_ ("No Python without the lock was found: that takes a free-threaded build of "
                        "3.13 or later, often called python3.13t. Install one, or name its path in "
                        "Preferences, under Python."));
  if (strategy == ILV_STRATEGY_PYTHON_SUBINTERPRETERS)
    return g_strdup (_ ("No Python with an interpreter for each thread was found: that takes 3.12 "
                        "or later. Install one, or name its path in Preferences, under Python."));
  return g_strdup (_ ("No Python that can run this was found: that takes 3.9 or later. Install one, "
                      "or name its path in Preferences, under Python."));
}

char *
ilv_strategy_offer_describe_caution (IlvStrategy strategy, GListModel *pythons)
{
  if (!ilv_strategy_is_python (strategy))
    return NULL;
  if (ilv_strategy_offer_is_missing (strategy, pythons))
    return describe_missing (strategy);
  if (has_python (pythons))
    return NULL;
  /* Translators: %s is the name of a strategy, such as Thread pool with a lock. */
  return g_strdup_printf (_ ("No Python was found on this computer, so C code stands in for it: “%s”. "
                             "Install Python 3.9 or later, or name its path in Preferences, under "
                             "Python."),
                          ilv_strategy_get_title (
                            ilv_strategy_offer_get_stand_in (strategy, pythons)));
}

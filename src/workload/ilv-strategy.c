/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-strategy.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *id;
  const char *title;
  const char *description;
  gboolean parallel;
} strategies[] = {
  [ILV_STRATEGY_SEQUENTIAL] = { "sequential", N_("Sequential"),
                                N_("One thread does one task after the other"), FALSE },
  [ILV_STRATEGY_EVENT_LOOP] = { "event-loop", N_("Event loop"),
                                N_("One thread; the tasks give way to each other"), FALSE },
  [ILV_STRATEGY_TIME_SLICED] = { "time-sliced", N_("Time-sliced"),
                                 N_("One thread a task on one processor; the kernel switches"),
                                 FALSE },
  [ILV_STRATEGY_THREAD_POOL] = { "thread-pool", N_("Thread pool"),
                                 N_("As many threads as processors, each on one of its own"), TRUE },
  [ILV_STRATEGY_MODEL] = { "model", N_("Model"),
                           N_("Nothing runs: a scheduler computes what should happen"), TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (strategies) == ILV_N_STRATEGIES);

const char *
ilv_strategy_to_string (IlvStrategy strategy)
{
  g_return_val_if_fail ((guint) strategy < ILV_N_STRATEGIES, NULL);

  return strategies[strategy].id;
}

gboolean
ilv_strategy_from_string (const char *id, IlvStrategy *strategy)
{
  g_return_val_if_fail (id != NULL && strategy != NULL, FALSE);

  for (guint i = 0; i < ILV_N_STRATEGIES; i++)
    if (g_str_equal (strategies[i].id, id))
      {
        *strategy = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ilv_strategy_get_title (IlvStrategy strategy)
{
  g_return_val_if_fail ((guint) strategy < ILV_N_STRATEGIES, NULL);

  return _(strategies[strategy].title);
}

const char *
ilv_strategy_get_description (IlvStrategy strategy)
{
  g_return_val_if_fail ((guint) strategy < ILV_N_STRATEGIES, NULL);

  return _(strategies[strategy].description);
}

gboolean
ilv_strategy_is_parallel (IlvStrategy strategy)
{
  g_return_val_if_fail ((guint) strategy < ILV_N_STRATEGIES, FALSE);

  return strategies[strategy].parallel;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-handout-run.h"

#include "ilv-figures.h"
#include "ilv-run-name.h"

/* The time axis goes on a little beyond the last end, so that it can be seen. */
#define AXIS_ROOM 1.03

/* Who waits for the world is on no processor, so there is more to see by tasks. */
static IlvGrouping
choose_grouping (IlvLastRun *run)
{
  if (run->titles != NULL)
    return ILV_GROUPING_TASK;
  for (guint i = 0; i < run->traces->len; i++)
    {
      IlvFigures figures;

      ilv_figures_compute (&figures, run->traces->pdata[i]);
      if (figures.own_waiting_ns > figures.busy_ns)
        return ILV_GROUPING_TASK;
    }
  return ILV_GROUPING_PROCESSOR;
}

IlvHandoutRun *
ilv_handout_run_new (IlvLastRun *run)
{
  IlvHandoutRun *self = g_new0 (IlvHandoutRun, 1);
  IlvGrouping grouping = choose_grouping (run);

  self->run = run;
  self->axis_ns = 1;
  self->lanes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < run->traces->len; i++)
    {
      IlvTrace *trace = ilv_handout_run_get_trace (self, i);

      self->axis_ns = MAX (self->axis_ns, ilv_trace_get_duration_ns (trace) * AXIS_ROOM);
      g_ptr_array_add (self->lanes, ilv_lane_index_new (trace, grouping));
    }
  return self;
}

void
ilv_handout_run_free (IlvHandoutRun *self)
{
  g_ptr_array_unref (self->lanes);
  ilv_last_run_unref (self->run);
  g_free (self);
}

IlvTrace *
ilv_handout_run_get_trace (const IlvHandoutRun *self, guint index)
{
  return g_ptr_array_index (self->run->traces, index);
}

const char *
ilv_handout_run_get_title (const IlvHandoutRun *self, guint index)
{
  if (self->run->titles != NULL)
    return g_ptr_array_index (self->run->titles, index);
  return ilv_run_name_get_title (
    ilv_trace_get_info (ilv_handout_run_get_trace (self, index))->strategy);
}

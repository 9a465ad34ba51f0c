/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-kernel-absence.h"

typedef struct
{
  gint32 tid;
  GArray *absences;
  GArray *switched_ns; /* of gint64, by processor: its last switch before the present event */
  IlvKernelAbsence open;
  gboolean is_absent;
} Search;

static gint64 *
get_switched_ns (Search *self, gint processor)
{
  if ((guint) processor >= self->switched_ns->len)
    g_array_set_size (self->switched_ns, (guint) processor + 1);
  return &g_array_index (self->switched_ns, gint64, processor);
}

static void
come_back (Search *self, gint64 time_ns, gint processor, gboolean is_known)
{
  self->open.until_ns = MAX (time_ns, self->open.from_ns);
  self->open.is_return_known = is_known;
  self->open.processor = processor;
  g_array_append_val (self->absences, self->open);
  self->is_absent = FALSE;
}

static void
leave (Search *self, const IlvKernelEvent *event)
{
  if (self->is_absent)
    come_back (self, *get_switched_ns (self, event->processor), event->processor, FALSE);
  self->open = (IlvKernelAbsence){
    .from_ns = event->time_ns,
    .woken_ns = event->is_runnable ? event->time_ns : G_MININT64,
    .until_ns = G_MAXINT64,
    .is_involuntary = event->is_runnable,
    .processor = -1,
  };
  self->is_absent = TRUE;
}

static void
look_at (Search *self, const IlvKernelEvent *event)
{
  if (event->kind == ILV_KERNEL_WAKING)
    {
      if (event->next == self->tid && self->is_absent && self->open.woken_ns == G_MININT64)
        self->open.woken_ns = event->time_ns;
      return;
    }
  if (event->previous == self->tid)
    leave (self, event);
  else if (event->next == self->tid && self->is_absent)
    come_back (self, event->time_ns, event->processor, TRUE);
  *get_switched_ns (self, event->processor) = event->time_ns;
}

GArray *
ilv_kernel_absences_find (GArray *events, gint32 tid)
{
  g_autoptr (GArray) switched_ns = g_array_new (FALSE, TRUE, sizeof (gint64));
  Search self = {
    .tid = tid,
    .absences = g_array_new (FALSE, FALSE, sizeof (IlvKernelAbsence)),
    .switched_ns = switched_ns,
    .open = { G_MININT64, G_MININT64, G_MAXINT64, FALSE, FALSE, -1 },
    .is_absent = TRUE,
  };

  for (guint i = 0; i < events->len; i++)
    look_at (&self, &g_array_index (events, IlvKernelEvent, i));
  if (self.is_absent)
    g_array_append_val (self.absences, self.open);
  return self.absences;
}

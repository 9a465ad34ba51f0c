/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Made-up records of a kernel, for tests. */

#pragma once

#include "ilv-kernel-event.h"

/* A processor goes from one thread to another. */
G_GNUC_UNUSED static void
kernel_events_switch (GArray *events,
                      gint64 time_ns,
                      gint processor,
                      gint32 previous,
                      gboolean is_runnable,
                      gint32 next)
{
  IlvKernelEvent event = { .time_ns = time_ns,
                           .kind = ILV_KERNEL_SWITCH,
                           .processor = processor,
                           .previous = previous,
                           .is_runnable = is_runnable,
                           .next = next };

  g_array_append_val (events, event);
}

G_GNUC_UNUSED static void
kernel_events_wake (GArray *events, gint64 time_ns, gint processor, gint32 tid)
{
  IlvKernelEvent event = {
    .time_ns = time_ns, .kind = ILV_KERNEL_WAKING, .processor = processor, .next = tid
  };

  g_array_append_val (events, event);
}

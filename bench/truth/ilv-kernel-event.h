/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvKernelEventKind:
 * @ILV_KERNEL_SWITCH: a processor goes from one thread to another (sched_switch)
 * @ILV_KERNEL_WAKING: somebody wakes a thread (sched_waking)
 */
typedef enum
{
  ILV_KERNEL_SWITCH,
  ILV_KERNEL_WAKING,
  ILV_N_KERNEL_EVENT_KINDS,
} IlvKernelEventKind;

/**
 * IlvKernelEvent:
 * @time_ns: the monotonic clock, in nanoseconds
 * @kind: what happened
 * @processor: where
 * @previous: of a switch, the thread that leaves the processor
 * @is_runnable: of a switch, whether that thread would rather have stayed
 * @next: the thread that comes, or that is woken
 *
 * One entry of the kernel's own record of its scheduler.
 */
typedef struct
{
  gint64 time_ns;
  IlvKernelEventKind kind;
  gint processor;
  gint32 previous;
  gboolean is_runnable;
  gint32 next;
} IlvKernelEvent;

G_END_DECLS

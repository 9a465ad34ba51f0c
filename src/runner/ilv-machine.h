/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * IlvProcessorUse:
 * @number: the kernel's number of the logical processor
 * @core: which core it belongs to, numbered from 0; -1 if unknown
 * @is_allowed: whether this program may use it
 * @busy: the share of the time since the sample before in which it was busy, 0 to 1; -1 if unknown
 */
typedef struct
{
  int number;
  int core;
  gboolean is_allowed;
  double busy;
} IlvProcessorUse;

/**
 * IlvMachineSample:
 * @processors: (element-type IlvProcessorUse): the logical processors that are online
 * @n_cores: how many cores they belong to; -1 if unknown
 * @n_tasks: how many tasks, which for the kernel are threads, exist on the machine; -1 if unknown
 * @n_runnable: how many of them have a processor or want one, this program's look at them among
 * them; -1 if unknown
 * @n_own_threads: how many threads this program has; -1 if unknown
 * @own_switches: context switches of all this program's threads a second since the sample before,
 * by the kernel's count; -1 if unknown
 * @machine_switches: context switches of the whole machine a second; -1 if unknown
 *
 * What the system says about this machine at one moment.
 */
typedef struct
{
  GArray *processors;
  int n_cores;
  gint64 n_tasks;
  gint64 n_runnable;
  gint64 n_own_threads;
  double own_switches;
  double machine_switches;
  gboolean is_sandboxed;
} IlvMachineSample;

void ilv_machine_sample_free (IlvMachineSample *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvMachineSample, ilv_machine_sample_free)

#define ILV_TYPE_MACHINE (ilv_machine_get_type ())

/**
 * IlvMachine:
 *
 * The computer that this program runs on: its processors and how busy they are, its tasks, and how
 * often they are switched. Read from /proc and /sys, which needs no privileges and works in a
 * sandbox. What counts (switches, busy time) is known from the second sample on.
 *
 * For the thread whose main context is to receive the answers; the reading is done in another.
 */
G_DECLARE_FINAL_TYPE (IlvMachine, ilv_machine, ILV, MACHINE, GObject)

IlvMachine *ilv_machine_new (void);

/* A machine whose files are below @root instead of "/": for tests. */
IlvMachine *ilv_machine_new_for_root (const char *root);

void ilv_machine_sample_async (IlvMachine *self,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (transfer full): fails only where it was cancelled; what cannot be read is unknown. */
IlvMachineSample *
ilv_machine_sample_finish (IlvMachine *self, GAsyncResult *result, GError **error);

/* Whether this program runs in the sandbox of Flatpak. There it has its processors and its threads, and
 * the numbers of the whole machine, but sees neither the other tasks nor the machine's programs: the only
 * Python is that of the runtime. For any thread. */
gboolean ilv_machine_is_sandboxed (void);

G_END_DECLS

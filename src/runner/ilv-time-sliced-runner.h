/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_TYPE_TIME_SLICED_RUNNER (ilv_time_sliced_runner_get_type ())

/**
 * IlvTimeSlicedRunner:
 *
 * One thread a task, all pinned to one processor: the kernel switches between them. Each thread asks
 * the kernel for the time slice of #IlvRunnerOptions; where it is refused, the trace's notes say so.
 */
G_DECLARE_FINAL_TYPE (IlvTimeSlicedRunner, ilv_time_sliced_runner, ILV, TIME_SLICED_RUNNER, GObject)

IlvRunner *ilv_time_sliced_runner_new (const IlvRunnerOptions *options);

G_END_DECLS

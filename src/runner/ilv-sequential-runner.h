/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_TYPE_SEQUENTIAL_RUNNER (ilv_sequential_runner_get_type ())

/**
 * IlvSequentialRunner:
 *
 * One thread, one task after the other, blocking calls: the baseline. A task that awaits another
 * which has not begun runs it there and then, as calling a function does.
 */
G_DECLARE_FINAL_TYPE (IlvSequentialRunner, ilv_sequential_runner, ILV, SEQUENTIAL_RUNNER, GObject)

IlvRunner *ilv_sequential_runner_new (const IlvRunnerOptions *options);

G_END_DECLS

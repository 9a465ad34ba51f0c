/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_TYPE_GIO_RUNNER (ilv_gio_runner_get_type ())

/**
 * IlvGioRunner:
 *
 * Runs an #IlvPiece, C with GIO's asynchronous calls, in one thread with a main context of its own.
 * The workload is not looked at: the tasks are those of the piece, and their steps are the lines of
 * its code.
 */
G_DECLARE_FINAL_TYPE (IlvGioRunner, ilv_gio_runner, ILV, GIO_RUNNER, GObject)

IlvRunner *ilv_gio_runner_new (const IlvRunnerOptions *options);

G_END_DECLS

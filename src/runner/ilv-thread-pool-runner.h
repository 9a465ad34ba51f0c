/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_TYPE_THREAD_POOL_RUNNER (ilv_thread_pool_runner_get_type ())

/**
 * IlvThreadPoolRunner:
 *
 * GTasks on a pool of as many workers as processors, each worker pinned to a processor of its own.
 * A task keeps its worker from its first step to its last, also while it waits.
 */
G_DECLARE_FINAL_TYPE (IlvThreadPoolRunner, ilv_thread_pool_runner, ILV, THREAD_POOL_RUNNER, GObject)

IlvRunner *ilv_thread_pool_runner_new (guint processors);

G_END_DECLS

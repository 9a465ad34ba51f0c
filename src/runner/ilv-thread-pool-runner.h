/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_TYPE_THREAD_POOL_RUNNER (ilv_thread_pool_runner_get_type ())

/**
 * IlvThreadPoolRunner:
 *
 * GTasks on a pool of workers: as many as processors, each pinned to one of its own, unless another
 * number was asked for; more workers than processors are not pinned. A task keeps its worker from
 * its first step to its last, also while it waits.
 */
G_DECLARE_FINAL_TYPE (IlvThreadPoolRunner, ilv_thread_pool_runner, ILV, THREAD_POOL_RUNNER, GObject)

/* @strategy is %ILV_STRATEGY_THREAD_POOL, or %ILV_STRATEGY_GIL, where computing takes an
 *   #IlvGil. */
IlvRunner *ilv_thread_pool_runner_new (IlvStrategy strategy, const IlvRunnerOptions *options);

G_END_DECLS

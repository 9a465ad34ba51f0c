/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_TYPE_EVENT_LOOP_RUNNER (ilv_event_loop_runner_get_type ())

/**
 * IlvEventLoopRunner:
 *
 * One thread with a main context of its own. Tasks give way to each other: after each slice of work
 * and wherever they wait, they return to the loop.
 */
G_DECLARE_FINAL_TYPE (IlvEventLoopRunner, ilv_event_loop_runner, ILV, EVENT_LOOP_RUNNER, GObject)

/* What a task computes before it returns to the loop. */
#define ILV_EVENT_LOOP_SLICE_NS 4000000

/* @strategy is %ILV_STRATEGY_EVENT_LOOP, or %ILV_STRATEGY_AWAIT_LOOP, where a task starts only when
 * the one before it has ended. */
IlvRunner *ilv_event_loop_runner_new (IlvStrategy strategy, const IlvRunnerOptions *options);

G_END_DECLS

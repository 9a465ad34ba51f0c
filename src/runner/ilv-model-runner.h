/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_TYPE_MODEL_RUNNER (ilv_model_runner_get_type ())

/**
 * IlvModelRunner:
 *
 * Runs nothing: computes what a round-robin scheduler would do, in virtual time. See
 * ilv_model_run().
 */
G_DECLARE_FINAL_TYPE (IlvModelRunner, ilv_model_runner, ILV, MODEL_RUNNER, GObject)

IlvRunner *ilv_model_runner_new (const IlvRunnerOptions *options);

G_END_DECLS

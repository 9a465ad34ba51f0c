/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_TYPE_UNSUPPORTED_RUNNER (ilv_unsupported_runner_get_type ())

/**
 * IlvUnsupportedRunner:
 *
 * Stands for a strategy that this program cannot carry out: answers with %G_IO_ERROR_NOT_SUPPORTED.
 */
G_DECLARE_FINAL_TYPE (IlvUnsupportedRunner,
                      ilv_unsupported_runner,
                      ILV,
                      UNSUPPORTED_RUNNER,
                      GObject)

IlvRunner *ilv_unsupported_runner_new (IlvStrategy strategy);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-runner.h"

G_BEGIN_DECLS

#define ILV_PYTHON_ERROR (ilv_python_error_quark ())

/**
 * IlvPythonError:
 * @ILV_PYTHON_ERROR_MISSING: there is no interpreter that can run it
 * @ILV_PYTHON_ERROR_START: the interpreter could not be started, or did not begin the script
 * @ILV_PYTHON_ERROR_SCRIPT: the script ended with an exception
 * @ILV_PYTHON_ERROR_ENDED: the interpreter ended before the script had come to its end
 * @ILV_PYTHON_ERROR_FLOOD: the script sent more than can be kept
 * @ILV_PYTHON_ERROR_OBSTACLE: Python code cannot be made of the workload
 * @ILV_PYTHON_ERROR_NOT_AGREED: the person has not agreed to run this code, see #IlvTrust
 *
 * Messages are translated and name the line of the script where it is known.
 */
typedef enum
{
  ILV_PYTHON_ERROR_MISSING,
  ILV_PYTHON_ERROR_START,
  ILV_PYTHON_ERROR_SCRIPT,
  ILV_PYTHON_ERROR_ENDED,
  ILV_PYTHON_ERROR_FLOOD,
  ILV_PYTHON_ERROR_OBSTACLE,
  ILV_PYTHON_ERROR_NOT_AGREED,
} IlvPythonError;

GQuark ilv_python_error_quark (void);

#define ILV_TYPE_PYTHON_RUNNER (ilv_python_runner_get_type ())

/**
 * IlvPythonRunner:
 *
 * Runs a Python script in a process group of its own and records what the script's tasks do. All
 * that the script started ends with the run, and when it is cancelled, at once.
 *
 * The tasks are those that the script makes, not the workload's; their steps are the lines of the
 * code. What the script prints is in the trace's results. After an error the recorder holds what
 * was recorded until then.
 */
G_DECLARE_FINAL_TYPE (IlvPythonRunner, ilv_python_runner, ILV, PYTHON_RUNNER, GObject)

/* (transfer full): a runner for one of the Python strategies. */
IlvRunner *ilv_python_runner_new (IlvStrategy strategy, const IlvRunnerOptions *options);

G_END_DECLS

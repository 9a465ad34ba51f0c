/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-python-runner.h"

G_BEGIN_DECLS

/* For tests, before a run: after how long a script is stopped, and after how long in which nothing
 * ran it is said who waits for what; in milliseconds. */
void ilv_python_runner_set_limits (IlvPythonRunner *self, guint longest_ms, guint still_ms);

G_END_DECLS

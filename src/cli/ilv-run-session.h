/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-experiment.h"

G_BEGIN_DECLS

/* Runs @experiment to its end in a main loop, tells of its progress on standard error where that is
 * a terminal, and cancels it when the person interrupts the program. With @asks, a question of a task is put to the
 * person at the terminal; where there is none, the run ends with %G_IO_ERROR_NOT_SUPPORTED. */
gboolean ilv_run_session_run (IlvExperiment *experiment, gboolean asks, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-python.h"

G_BEGIN_DECLS

/* What the files of the runner room share about interpreters. */

/* Whether its threads share a lock unless it is told otherwise; whether it was built to do
 * without. */
gboolean ilv_python_is_free_threaded (IlvPython *self);

/* Makes the process that is about to be started the first of a group of its own, so that all that
 * it starts can be ended with it. Safe between fork and exec. */
void ilv_python_leave_group (gpointer data);

G_END_DECLS

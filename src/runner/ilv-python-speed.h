/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-python.h"

G_BEGIN_DECLS

/* How fast each interpreter works, in pieces of work a second: measured once while the program
 * runs, so that both sides of a comparison do the same number of them. From any thread. */

/* 0 where it is not known yet. */
gint64 ilv_python_speed_get (IlvPython *python);

/* Keeps what was measured first. */
void ilv_python_speed_keep (IlvPython *python, gint64 speed);

G_END_DECLS

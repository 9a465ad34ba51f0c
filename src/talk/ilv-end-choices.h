/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-prediction.h"

G_BEGIN_DECLS

/* Answers for a room of people to when a side will end, in ascending order; their limits are in ns.
 * @sequential_ns: how long the tasks take one after the other; where that is not known, 0, they are
 * powers of ten. @n_at_once: how many of them can run at the same time, ≥ 1. The answers are shares of
 * the former from all of them at once to none, and "longer"; of two neighbours that one is right which is
 * nearer. @is_guess: whether the time hangs on the computer, so that less than the smallest share has to
 * be an answer too. Returns: (transfer full) (element-type IlvChoice) */
GPtrArray *ilv_end_choices_new (gint64 sequential_ns, guint n_at_once, gboolean is_guess);

G_END_DECLS

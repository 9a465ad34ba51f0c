/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-figures.h"

G_BEGIN_DECLS

/* Sentences for a person, composed from figures and translated. All return (transfer full) plain
 * text without markup, ending in a full stop. */

/* A length of time in the unit that suits it: "803 ms", "1.25 s", "12 µs". */
char *ilv_summary_format_duration (gint64 duration_ns);

/* So many tasks of the same work each, as a title without a full stop: "32 tasks of 100 ms". */
char *ilv_summary_describe_tasks (guint n_tasks, gint64 work_ns);

/* The median of the time slices, with a digit more than a length of time has elsewhere: "20.1 ms"; "–"
 * where there were none. */
char *ilv_summary_format_slice_median (const IlvFigures *figures);

/* (nullable): the time slice that was asked for: "20 ms", or "20 ms, refused"; %NULL where nobody
 * asked. */
char *ilv_summary_format_slice_asked (const IlvFigures *figures);

/* What one side did: "A and B took turns on one processor, 41 times, and finished after 803 ms." */
char *ilv_summary_describe (IlvTrace *trace);

/* Who was sooner, by how much and why; right for every pair of strategies, for one processor, for
 * stalled, cancelled and modelled sides. */
char *ilv_summary_compare (IlvTrace *left, IlvTrace *right);

/* (nullable): "Other programs took 12 % of the processors' time on the left side …" if a side was
 * disturbed. Either trace may be %NULL. */
char *ilv_summary_describe_disturbance (IlvTrace *left, IlvTrace *right);

/* The learner's predicted end beside the fact: "You said 600 ms; it took 406 ms: …". */
char *ilv_summary_describe_prediction (gint64 predicted_ns, gint64 actual_ns);

G_END_DECLS

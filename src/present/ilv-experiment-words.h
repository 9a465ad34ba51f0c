/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* Few words for the room about a side of a comparison; translated, without a full stop. */

/* (transfer full): "one core", "two cores", "8 cores". */
char *ilv_experiment_words_describe_processors (guint n_processors);

/* (transfer full): how far a side is, or how long it took: "803 ms". */
char *ilv_experiment_words_describe_length (IlvTrace *trace);

/* (transfer full): what a side did: "1 running at once · 202 slices", "2 running at once · 1.98 times as
 * fast". @left: (nullable): the other side, with which the right one is compared. "" while the run goes
 * on. */
char *ilv_experiment_words_describe_side (IlvTrace *trace, IlvTrace *left);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* Few words for the room about a side of a comparison; translated, without a full stop. */

/* What is behind the numbers of a comparison that has run. @caution: (nullable): what stands in for what
 * a side should be run by, see ilv_conditions_dup_caution(). */
typedef struct
{
  IlvTrace *left;
  IlvTrace *right;
  const char *caution;
} IlvExperimentFacts;

/* (transfer full): "one core", "two cores", "8 cores". */
char *ilv_experiment_words_describe_processors (guint n_processors);

/* (transfer full): how far a side is, or how long it took: "803 ms". */
char *ilv_experiment_words_describe_length (IlvTrace *trace);

/* (transfer full): what a side did: "1 running at once · 202 slices", "2 running at once · 1.98× as fast".
 * @left: (nullable): the other side, with which the right one is compared. "" while the run goes on. */
char *ilv_experiment_words_describe_side (IlvTrace *trace, IlvTrace *left);

/* (transfer full) (nullable): why numbers are not to be believed or not what they seem, what matters most
 * first, in short sentences for the room; %NULL where there is nothing of that kind. */
char *ilv_experiment_words_describe_doubts (const IlvExperimentFacts *facts);

/* (transfer full) (nullable): the same in full, for the presenter. */
char *ilv_experiment_words_explain_doubts (const IlvExperimentFacts *facts);

G_END_DECLS

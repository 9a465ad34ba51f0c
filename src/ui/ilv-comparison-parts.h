/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-bench.h"
#include "ilv-break-row.h"
#include "ilv-code-pane.h"
#include "ilv-comparison-guesses.h"
#include "ilv-findings.h"
#include "ilv-playhead.h"
#include "ilv-side-card.h"
#include "ilv-time-axis.h"

G_BEGIN_DECLS

/**
 * IlvComparisonParts:
 * @bench: what runs the comparison
 * @axis: the scale of both sides
 * @playhead: the moment that both sides show
 * @cards: the sides; set up
 * @code: the code
 * @questions: what the learner is asked before a run
 * @findings: what a run has shown, in words
 * @break_row: the switch that breaks what is run
 *
 * What #IlvComparisonView consists of, for those who work on it; all unowned, so they must not outlive
 * the view.
 */
typedef struct
{
  IlvBench *bench;
  IlvTimeAxis *axis;
  IlvPlayhead *playhead;
  IlvSideCard *cards[ILV_N_SIDES];
  IlvCodePane *code;
  IlvComparisonGuesses *questions;
  IlvFindings *findings;
  IlvBreakRow *break_row;
} IlvComparisonParts;

G_END_DECLS

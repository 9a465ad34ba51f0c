/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-builder.h"

G_BEGIN_DECLS

/* Adds a question to be answered with a pen: boxes to tick, or a line to write on. What is right,
 * and why, is not told. */
void ilv_handout_question_add (IlvHandoutBuilder *builder, IlvPrediction *prediction);

G_END_DECLS

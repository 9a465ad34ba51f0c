/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-flow.h"
#include "ilv-handout-run.h"

G_BEGIN_DECLS

/* Adds what the marks in the timelines of @run mean: those that occur. */
void ilv_handout_legend_add (IlvHandoutFlow *flow, const IlvHandoutRun *run);

G_END_DECLS

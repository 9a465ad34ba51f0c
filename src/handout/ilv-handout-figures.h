/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-flow.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* Adds the figures of @trace in a row: numbers and below them what they are. */
void ilv_handout_figures_add (IlvHandoutFlow *flow, IlvTrace *trace);

G_END_DECLS

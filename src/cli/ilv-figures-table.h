/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-terminal.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* Appends the figures of @n_traces (1 or 2) traces as a table with a column each. */
void ilv_figures_table_append (const IlvTerminal *terminal,
                               GString *output,
                               IlvTrace *const *traces,
                               guint n_traces);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-terminal.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* Appends what a run's work has brought, under the name of its strategy: what came, what failed,
 * what a script printed, and the shared counter; nothing where there is nothing of all that. */
void ilv_text_results_append (const IlvTerminal *terminal, GString *output, IlvTrace *trace);

G_END_DECLS

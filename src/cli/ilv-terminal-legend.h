/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-terminal.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* The letter that stands for a task: its name if that is one character, else one by its number. */
gunichar ilv_terminal_get_letter (const IlvTerminal *terminal,
                                  const IlvTraceInfo *info,
                                  guint task);

/* The sign that stands for a state other than running. */
const char *ilv_terminal_get_sign (const IlvTerminal *terminal, IlvState state);

/* Appends which letter or colour is which of the tasks, which all @traces share, and, if
 * @with_states, what the signs mean; nothing where that would say nothing. */
void ilv_terminal_legend_append (const IlvTerminal *terminal,
                                 GString *output,
                                 IlvTrace *const *traces,
                                 guint n_traces,
                                 gboolean with_states);

G_END_DECLS

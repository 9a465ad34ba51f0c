/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"
#include "ilv-terminal.h"

G_BEGIN_DECLS

/* (transfer full): all that there is to say about @n_traces (1 or 2) sides of a comparison: the
 * timelines above each other on one scale, the figures and the sentences. */
char *ilv_text_report_create (const IlvTerminal *terminal,
                              const char *title,
                              IlvTrace *const *traces,
                              guint n_traces,
                              IlvGrouping grouping);

G_END_DECLS

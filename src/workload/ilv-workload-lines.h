/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-workload.h"

G_BEGIN_DECLS

#define ILV_WORKLOAD_MAX_LINES 6
#define ILV_WORKLOAD_MAX_CUSTOMERS 20 /* of one line */

/* (transfer full): @lines lines (A, B, …; from 1) of @customers (from 1) tasks each, named A1, A2,
 * … B1, …, each with one cpu step of @work_ns, in the order in which they come to the front: A1,
 * B1, A2, B2. */
IlvWorkload *ilv_workload_new_lines (guint lines, guint customers, gint64 work_ns);

/* Whether it is lines of equal length and work, in any order, and which; all three may be %NULL. */
gboolean ilv_workload_is_lines (IlvWorkload *workload,
                                guint *lines,
                                guint *customers,
                                gint64 *work_ns);

G_END_DECLS

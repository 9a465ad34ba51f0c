/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-workload.h"

G_BEGIN_DECLS

/* (transfer full): a Python script that does what @workload says in the manner of @strategy, for
 * people to read. Tasks that differ only in what they ask for share a function. Needs a workload
 * without an obstacle, see ilv_workload_describe_obstacle(). */
char *ilv_python_source_new (IlvWorkload *workload, IlvStrategy strategy);

G_END_DECLS

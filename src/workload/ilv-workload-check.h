/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-workload-private.h"

G_BEGIN_DECLS

/* Whether the @tasks, each of which could be read, make sense together. @groups holds the name of
 * each task's group in @key_file.
 *
 * Tasks that wait for one another in a circle and locks that are taken in different orders pass:
 * such a workload stalls when it is run, which is a lesson. */
gboolean ilv_workload_check (IlvKeyFile *key_file,
                             GPtrArray *groups,
                             GPtrArray *tasks,
                             GPtrArray *lock_names,
                             GError **error);

G_END_DECLS

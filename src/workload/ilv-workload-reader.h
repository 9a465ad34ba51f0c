/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-workload-private.h"

G_BEGIN_DECLS

/* Reads the `[PREFIX …]` groups of @key_file into the empty arrays @tasks (of #IlvWorkloadTask) and
 * @lock_names. After an error they hold a part. */
gboolean ilv_workload_reader_read (IlvKeyFile *key_file,
                                   const char *prefix,
                                   GPtrArray *tasks,
                                   GPtrArray *lock_names,
                                   GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

#include "ilv-strategy.h"
#include "ilv-workload.h"

G_BEGIN_DECLS

#define ILV_TYPE_COMPARISON (ilv_comparison_get_type ())

/**
 * IlvComparison:
 *
 * What a `compare` block of a lesson says: one workload, two strategies. Immutable.
 *
 * Its key file: `[Compare]` with `Title`, `Left` and `Right` (strategy ids; `time-sliced` and
 * `thread-pool` if they are absent), `Processors` (1 to 1024, 2 if absent; what the machine does not
 * have is cut to what it has) and the workload's `[Task …]` groups.
 */
G_DECLARE_FINAL_TYPE (IlvComparison, ilv_comparison, ILV, COMPARISON, GObject)

IlvComparison *ilv_comparison_new_from_key_file (IlvKeyFile *key_file, GError **error);

/* Its title; made of the strategies' names where it has none of its own. */
const char *ilv_comparison_get_title (IlvComparison *self);
IlvStrategy ilv_comparison_get_left (IlvComparison *self);
IlvStrategy ilv_comparison_get_right (IlvComparison *self);
guint ilv_comparison_get_processors (IlvComparison *self);
IlvWorkload *ilv_comparison_get_workload (IlvComparison *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-lesson-server.h"
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
 * `thread-pool` if they are absent), `Processors` (1 to 1024, 2 if absent; what the machine does
 * not have is cut to what it has), `Workers` (threads of a thread pool, 1 to 64), `Slice` (the time
 * slice where a side has one, 4 to 100 whole milliseconds; the kernel's own if it is absent), `Scene`,
 * `LeftCode` and `RightCode` (files beside the lesson); `[Server]`, see #IlvLessonServer; the
 * workload's `[Task …]` groups; `[Break]` with `Title`, `Repair`, `LeftCode` and `RightCode`, and
 * the broken workload's `[Broken …]` groups.
 */
G_DECLARE_FINAL_TYPE (IlvComparison, ilv_comparison, ILV, COMPARISON, GObject)

IlvComparison *ilv_comparison_new_from_key_file (IlvKeyFile *key_file, GError **error);

/* The same of a lesson in @folder, from which files of code are read. */
IlvComparison *ilv_comparison_new_in_folder (IlvKeyFile *key_file, GFile *folder, GError **error);

/* Its title; made of the strategies' names where it has none of its own. */
const char *ilv_comparison_get_title (IlvComparison *self);
IlvStrategy ilv_comparison_get_left (IlvComparison *self);
IlvStrategy ilv_comparison_get_right (IlvComparison *self);
guint ilv_comparison_get_processors (IlvComparison *self);

/* How many threads a thread pool has; 0 for one a processor. */
guint ilv_comparison_get_workers (IlvComparison *self);

/* How long a task may run while others are ready, where a side has time slices; 0 for the kernel's
 * own. */
gint64 ilv_comparison_get_slice_ns (IlvComparison *self);

/* (nullable): the picture that shows the run besides the timeline: one of "cashiers", "tiles",
 * "names". */
const char *ilv_comparison_get_scene (IlvComparison *self);

/* (nullable): the code that a side (0 left, 1 right) runs: the text of the lesson's Python file, or
 * the name of a piece of C; and the name of its file. */
const char *ilv_comparison_get_code (IlvComparison *self, guint side);
const char *ilv_comparison_get_code_name (IlvComparison *self, guint side);

/* How the embedded web server behaves. */
const IlvLessonServer *ilv_comparison_get_server (IlvComparison *self);

/* (nullable): the same comparison broken, for a "break it" switch; its title is what the switch
 * says. */
IlvComparison *ilv_comparison_get_broken (IlvComparison *self);

/* (nullable): for a broken comparison, what it shows and what repairs it; else %NULL. */
const char *ilv_comparison_get_repair (IlvComparison *self);
IlvWorkload *ilv_comparison_get_workload (IlvComparison *self);

G_END_DECLS

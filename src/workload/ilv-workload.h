/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The workload room: what to do.
 *
 * An #IlvWorkload is a list of tasks, each a list of steps, parsed from the key-file form that
 * lessons hold or made from a few numbers. It says nothing about how it will be run: that is the
 * runner's affair. The room uses GLib only and knows no other room; a workload is immutable and may
 * be read from any thread.
 */

#pragma once

#include <glib-object.h>

#include "ilv-key-file.h"
#include "ilv-step.h"
#include "ilv-strategy.h"

G_BEGIN_DECLS

#define ILV_WORKLOAD_ERROR (ilv_workload_error_quark ())

/**
 * IlvWorkloadError:
 * @ILV_WORKLOAD_ERROR_SYNTAX: the text is no key file, or a step cannot be read
 * @ILV_WORKLOAD_ERROR_MEANING: each part can be read, but they make no sense together
 */
typedef enum
{
  ILV_WORKLOAD_ERROR_SYNTAX,
  ILV_WORKLOAD_ERROR_MEANING,
} IlvWorkloadError;

GQuark ilv_workload_error_quark (void);

#define ILV_WORKLOAD_MAX_TASKS 1000
#define ILV_WORKLOAD_MAX_STEPS 1000       /* of one task */
#define ILV_WORKLOAD_MAX_ADDITIONS 1000000 /* of one step */
#define ILV_WORKLOAD_MAX_WRITE_MIB 64     /* of one step */
#define ILV_WORKLOAD_MAX_DURATION_NS (G_GINT64_CONSTANT (3600) * 1000000000) /* of one step */

#define ILV_TYPE_WORKLOAD (ilv_workload_get_type ())

/**
 * IlvWorkload:
 *
 * Tasks and their steps.
 *
 * In its key-file form each group `[Task NAME]` has a key `Steps`, a list separated by semicolons:
 * `cpu 40ms`, `wait 1.5s`, `block 1.5s`, `get /PATH`, `read FILE`, `write FILE` or `write FILE 8
 * MiB`, `query SQL`, `ask QUESTION`, `paint 3/16`, `add 1000`, `lock L`, `unlock L`, `await NAME`,
 * `spawn NAME`. Durations take the units ns, us, µs, ms and s. A task that is the target of a
 * `spawn` starts there, all the others start at once. `Count=N` (1 to 1000) makes N tasks of one
 * group, named NAME 1, NAME 2 …; in their steps `{n}` is that number. `{random}` in the path of a
 * `get` is a number that is drawn before each run, see ilv_workload_draw().
 */
G_DECLARE_FINAL_TYPE (IlvWorkload, ilv_workload, ILV, WORKLOAD, GObject)

/* Reads the `[Task …]` groups of @key_file and passes over the others. Checks the meaning too:
 * names that are unknown or used twice, a lock taken twice or never given back, a task spawned
 * twice. */
IlvWorkload *ilv_workload_new_from_key_file (IlvKeyFile *key_file, GError **error);

/* The same of groups `[PREFIX NAME]`, such as "Broken". */
IlvWorkload *ilv_workload_new_from_groups (IlvKeyFile *key_file,
                                           const char *prefix,
                                           GError **error);

/* @n_tasks (from 1) tasks A, B, … Z, AA, …, each with one cpu step of @work_ns. */
IlvWorkload *ilv_workload_new_uniform (guint n_tasks, gint64 work_ns);

/* (transfer full): a workload in which each "{random}" in a `get` is a number from 1 to @maximum,
 * no two alike while there are enough; the same workload where there is none. */
IlvWorkload *ilv_workload_draw (IlvWorkload *self, GRand *rand, guint maximum);

/* (nullable) (transfer full): why @strategy cannot run the workload, naming the task and the step,
 * in words for a person; %NULL if it can. */
char *ilv_workload_describe_obstacle (IlvWorkload *self, IlvStrategy strategy);

guint ilv_workload_get_n_tasks (IlvWorkload *self);
const char *ilv_workload_get_task_name (IlvWorkload *self, guint task);
guint ilv_workload_get_n_steps (IlvWorkload *self, guint task);
const IlvStep *ilv_workload_get_step (IlvWorkload *self, guint task, guint step);

/* (array zero-terminated=1): the text of each step of a task, such as "cpu 400ms"; owned. */
const char *const *ilv_workload_get_step_texts (IlvWorkload *self, guint task);

/* Whether the task starts only when another spawns it. */
gboolean ilv_workload_is_spawned (IlvWorkload *self, guint task);

guint ilv_workload_get_n_locks (IlvWorkload *self);
const char *ilv_workload_get_lock_name (IlvWorkload *self, guint lock);

/* Whether all tasks are one cpu step of the same length, so that number and length can be
 * changed. */
gboolean ilv_workload_is_uniform (IlvWorkload *self);

/* The sum of all steps that need a processor, see ilv_step_estimate_ns(). */
gint64 ilv_workload_get_work_ns (IlvWorkload *self);

/* What one processor needs for one task after the other: the sum of all steps, see
 * ilv_step_estimate_ns(). */
gint64 ilv_workload_get_sequential_ns (IlvWorkload *self);

/* (transfer full): the key-file form; reading it again gives an equal workload. */
char *ilv_workload_to_text (IlvWorkload *self);

G_END_DECLS

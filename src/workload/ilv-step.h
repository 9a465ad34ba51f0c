/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvStepKind:
 * @ILV_STEP_CPU: that much work on a processor, in calibrated quanta
 * @ILV_STEP_WAIT: a timer
 * @ILV_STEP_LOCK: takes a lock, waiting for it if needed
 * @ILV_STEP_UNLOCK: gives a lock back
 * @ILV_STEP_AWAIT: waits for the end of another task
 * @ILV_STEP_SPAWN: starts another task
 *
 * What a step does. Steps of input and output join here with the lessons that need them.
 */
typedef enum
{
  ILV_STEP_CPU,
  ILV_STEP_WAIT,
  ILV_STEP_LOCK,
  ILV_STEP_UNLOCK,
  ILV_STEP_AWAIT,
  ILV_STEP_SPAWN,
} IlvStepKind;

#define ILV_N_STEP_KINDS 6

/**
 * IlvStep:
 * @kind: what it does
 * @duration_ns: for cpu, the work in CPU time; for wait, the time; otherwise 0
 * @target: for lock and unlock, the index of the lock; for await and spawn, of the task
 */
typedef struct
{
  IlvStepKind kind;
  gint64 duration_ns;
  guint target;
} IlvStep;

/* The word that begins the step in its key-file form, such as "cpu". */
const char *ilv_step_kind_to_string (IlvStepKind kind);

/* Whether @word begins a step. */
gboolean ilv_step_kind_from_string (const char *word, IlvStepKind *kind);

G_END_DECLS

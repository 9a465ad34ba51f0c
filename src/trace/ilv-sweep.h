/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-span.h"

G_BEGIN_DECLS

/**
 * IlvSweep:
 * @busy_ns: the time in which at least one task was running
 * @strangers_ns: the integral of min (ready, processors - running) where running < processors
 * @max_parallelism: the most processors that ran a task at one moment
 *
 * Passes over the moments at which a running or ready span starts or ends. It remembers only the spans
 * that have not ended yet, so that its memory is bounded by how many there are at once.
 */
typedef struct
{
  gint64 busy_ns;
  gint64 strangers_ns;
  guint max_parallelism;

  /*< private >*/
  guint processors;
  guint n_workers;
  guint *on_processor; /* the running tasks of each processor */
  guint *on_worker;    /* those of each worker, where the processor is not known */
  guint used;          /* the processors that run a task */
  guint ready;         /* the ready tasks */
  gint64 now_ns;
  GArray *ends; /* of IlvSpan: those that go on, a heap with the earliest end at the top */
} IlvSweep;

void ilv_sweep_init (IlvSweep *self, guint processors, guint n_workers);
void ilv_sweep_clear (IlvSweep *self);

/* Goes on to the start of @span, which is running or ready and begins no earlier than those before. */
void ilv_sweep_add (IlvSweep *self, const IlvSpan *span);

/* Goes on to the end of the last span; then the results are complete. */
void ilv_sweep_finish (IlvSweep *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (IlvSweep, ilv_sweep_clear)

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-piece-list.h"
#include "ilv-worker.h"
#include "ilv-world.h"

G_BEGIN_DECLS

/* The names of the tasks that pieces have. */
const char *const *ilv_piece_list_tasks (void);

/* Runs a piece in the thread default main context, to the end of its last operation. */
void ilv_piece_run (IlvPieceFunc func,
                    IlvRecorder *recorder,
                    IlvWorker *worker,
                    IlvWorld *world,
                    GCancellable *cancellable);

G_END_DECLS

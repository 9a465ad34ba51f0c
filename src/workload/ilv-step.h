/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvStepKind:
 * @ILV_STEP_CPU: that much work on a processor, in calibrated quanta
 * @ILV_STEP_WAIT: a timer
 * @ILV_STEP_BLOCK: sleeps without giving way, as a blocking call in an event loop does
 * @ILV_STEP_GET: fetches a page from the run's web server
 * @ILV_STEP_READ: reads a file of the run's own folder
 * @ILV_STEP_WRITE: writes a file of the run's own folder, down to the disk
 * @ILV_STEP_QUERY: asks the run's own database
 * @ILV_STEP_ASK: waits for a person
 * @ILV_STEP_PAINT: computes one tile of a picture
 * @ILV_STEP_ADD: adds to the run's shared counter, a read and a write each
 * @ILV_STEP_LOCK: takes a lock, waiting for it if needed
 * @ILV_STEP_UNLOCK: gives a lock back
 * @ILV_STEP_AWAIT: waits for the end of another task
 * @ILV_STEP_SPAWN: starts another task
 *
 * What a step does.
 */
typedef enum
{
  ILV_STEP_CPU,
  ILV_STEP_WAIT,
  ILV_STEP_BLOCK,
  ILV_STEP_GET,
  ILV_STEP_READ,
  ILV_STEP_WRITE,
  ILV_STEP_QUERY,
  ILV_STEP_ASK,
  ILV_STEP_PAINT,
  ILV_STEP_ADD,
  ILV_STEP_LOCK,
  ILV_STEP_UNLOCK,
  ILV_STEP_AWAIT,
  ILV_STEP_SPAWN,
} IlvStepKind;

#define ILV_N_STEP_KINDS 14

/**
 * IlvStep:
 * @kind: what it does
 * @duration_ns: for cpu, the work in CPU time; for wait and block, the time; otherwise 0
 * @target: for lock and unlock, the index of the lock; for await and spawn, of the task; for paint,
 *   the number of the tile from 0; for add, how often
 * @count: for paint, the number of all tiles; otherwise 0
 * @argument: (nullable): for get, the path or address; for read and write, the file's name, which
 *   for write a size may follow ("notes.txt 8 MiB"); for query, the SQL; for ask, the question;
 *   owned by the workload
 */
typedef struct
{
  IlvStepKind kind;
  gint64 duration_ns;
  guint target;
  guint count;
  char *argument;
} IlvStep;

/* The word that begins the step in its key-file form, such as "cpu". */
const char *ilv_step_kind_to_string (IlvStepKind kind);

/* Whether the step waits for the world outside the program: get, read, write, query and ask. */
gboolean ilv_step_kind_is_io (IlvStepKind kind);

/* Whether the step needs a processor for as long as it takes: cpu, paint and add. */
gboolean ilv_step_kind_is_work (IlvStepKind kind);

#define ILV_STEP_LATENCY_NS (G_GINT64_CONSTANT (100) * 1000000)
#define ILV_STEP_FILE_NS (G_GINT64_CONSTANT (10) * 1000000)     /* and once more for each 8 MiB */
#define ILV_STEP_QUERY_NS (G_GINT64_CONSTANT (20) * 1000000)
#define ILV_STEP_PERSON_NS (G_GINT64_CONSTANT (2) * 1000000000)
#define ILV_STEP_PICTURE_NS (G_GINT64_CONSTANT (1200) * 1000000) /* all tiles together */
#define ILV_STEP_ADDITION_NS (G_GINT64_CONSTANT (10) * 1000)

/* How long the step takes when nothing is in its way. Of cpu, wait, block and add that is known; of
 * the others it is a guess, the constants above, for plans and models only: a server answers after
 * @latency_ns, or %ILV_STEP_LATENCY_NS where that is 0; tiles of a picture are thought to be alike.
 * 0 for lock, unlock, await and spawn. */
gint64 ilv_step_estimate_ns (const IlvStep *step, gint64 latency_ns);

/* Whether @word begins a step. */
gboolean ilv_step_kind_from_string (const char *word, IlvStepKind *kind);

G_END_DECLS

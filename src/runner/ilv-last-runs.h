/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-trace.h"

G_BEGIN_DECLS

/* A run whose file would be larger than this is known until the program ends, and not kept. */
#define ILV_LAST_RUNS_MAX_BYTES (8 * 1024 * 1024)

/**
 * IlvRunPlace:
 * @lesson: the lesson's id
 * @section: the section's slug
 * @title: the title of the comparison or race
 *
 * Where an experiment stands, which is what its last run is known by.
 */
typedef struct
{
  const char *lesson;
  const char *section;
  const char *title;
} IlvRunPlace;

/**
 * IlvLastRun:
 * @traces: (element-type IlvTrace): what happened: left and right side of a comparison, or the runs
 *   of a race
 * @titles: (nullable) (element-type utf8): of a race, what the runs are called
 *
 * The last complete run of an experiment. Immutable, reference counted; for any thread.
 */
typedef struct
{
  /*< private >*/
  gatomicrefcount ref_count;

  /*< public >*/
  GPtrArray *traces;
  GPtrArray *titles;
} IlvLastRun;

/* @traces: (array length=n_traces), at least one; @titles: (nullable) (array length=n_traces). */
IlvLastRun *ilv_last_run_new (IlvTrace *const *traces, const char *const *titles, guint n_traces);
IlvLastRun *ilv_last_run_ref (IlvLastRun *self);
void ilv_last_run_unref (IlvLastRun *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvLastRun, ilv_last_run_unref)

#define ILV_TYPE_LAST_RUNS (ilv_last_runs_get_type ())

/**
 * IlvLastRuns:
 *
 * The last complete run of each experiment, kept as a file each in a folder, see docs/formats.md.
 * What it was told in this process it knows at once, whether or not it has been written yet. For
 * any thread.
 */
G_DECLARE_FINAL_TYPE (IlvLastRuns, ilv_last_runs, ILV, LAST_RUNS, GObject)

/* @folder: (nullable): a local folder, which is made when something is saved; with %NULL nothing is
 * read or written. */
IlvLastRuns *ilv_last_runs_new (GFile *folder);

/* (transfer full): the folder in the user's data. */
GFile *ilv_last_runs_get_default_folder (void);

/* Makes @run the last one of @place for this process; writes nothing. */
void ilv_last_runs_put (IlvLastRuns *self, const IlvRunPlace *place, IlvLastRun *run);

/* The same, and writes it in a thread; runs of one place are written in the order of the calls. */
void ilv_last_runs_save_async (IlvLastRuns *self,
                               const IlvRunPlace *place,
                               IlvLastRun *run,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* %FALSE with an error of %G_FILE_ERROR or %G_IO_ERROR that names the file; with
 * %G_IO_ERROR_NO_SPACE where the run is larger than %ILV_LAST_RUNS_MAX_BYTES. Then no older one is
 * left either: it would not be the last. */
gboolean ilv_last_runs_save_finish (IlvLastRuns *self, GAsyncResult *result, GError **error);

/* (transfer full) (nullable): the last run of @place, if there was one. Reads a file: not for the
 * main thread. A file that cannot be read is passed over, and the log says which. */
IlvLastRun *ilv_last_runs_load (IlvLastRuns *self, const IlvRunPlace *place);

G_END_DECLS

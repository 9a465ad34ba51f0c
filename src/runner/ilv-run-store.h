/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-stored-run.h"

G_BEGIN_DECLS

/* What is kept at most, of all comparisons together: the oldest runs are dropped. */
#define ILV_RUN_STORE_MAX_RUNS 500
#define ILV_RUN_STORE_MAX_BYTES (64 * 1024 * 1024) /* of packed traces */

#define ILV_RUN_STORE_ERROR (ilv_run_store_error_quark ())

/**
 * IlvRunStoreError:
 * @ILV_RUN_STORE_ERROR_FAILED: the file cannot be read or written
 * @ILV_RUN_STORE_ERROR_BUSY: another program has it locked for too long
 * @ILV_RUN_STORE_ERROR_BROKEN: the file is damaged, and so is what was begun in its place
 * @ILV_RUN_STORE_ERROR_NEWER: the file is of a newer version of the program, and was left as it is
 * @ILV_RUN_STORE_ERROR_NOT_FOUND: there is no such run
 *
 * Why something was not done, in words for a person.
 */
typedef enum
{
  ILV_RUN_STORE_ERROR_FAILED,
  ILV_RUN_STORE_ERROR_BUSY,
  ILV_RUN_STORE_ERROR_BROKEN,
  ILV_RUN_STORE_ERROR_NEWER,
  ILV_RUN_STORE_ERROR_NOT_FOUND,
} IlvRunStoreError;

GQuark ilv_run_store_error_quark (void);

#define ILV_TYPE_RUN_STORE (ilv_run_store_get_type ())

/**
 * IlvRunStore:
 *
 * The history of runs: each complete run of each comparison, with its settings, its figures and what
 * happened, in one SQLite file, see docs/formats.md. A run is kept wholly or not at all, also where the
 * program is killed, and several programs can use one file at once.
 *
 * All work is done in one thread of its own, in the order of the calls; the file is closed with the last
 * reference. From any thread; answers come to the main context of the caller's. Where something was cancelled, it was not done. Errors are
 * #IlvRunStoreError and %G_IO_ERROR_CANCELLED.
 *
 * A broken file is set aside under another name, and a new one begun:
 * ilv_run_store_take_warning() tells.
 */
G_DECLARE_FINAL_TYPE (IlvRunStore, ilv_run_store, ILV, RUN_STORE, GObject)

/* @file: a local file, which is made when it is first needed. */
IlvRunStore *ilv_run_store_new (GFile *file);

/* (transfer full): the file in the user's data. */
GFile *ilv_run_store_get_default_file (void);

/* Keeps @run, and then drops the oldest that are too many. A run that was removed comes back where it
 * was. The store takes its own reference, and gives @run its id. */
void ilv_run_store_add_async (IlvRunStore *self,
                              IlvStoredRun *run,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
gboolean ilv_run_store_add_finish (IlvRunStore *self, GAsyncResult *result, GError **error);

/* The runs of @place, newest first, without their traces. */
void ilv_run_store_list_async (IlvRunStore *self,
                               const IlvRunPlace *place,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (transfer full) (element-type IlvStoredRun) */
GPtrArray *ilv_run_store_list_finish (IlvRunStore *self, GAsyncResult *result, GError **error);

/* One run, with its traces if they were kept. */
void ilv_run_store_load_async (IlvRunStore *self,
                               gint64 id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (transfer full) */
IlvStoredRun *ilv_run_store_load_finish (IlvRunStore *self, GAsyncResult *result, GError **error);

/* Deletes one run, if it is there. */
void ilv_run_store_remove_async (IlvRunStore *self,
                                 gint64 id,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean ilv_run_store_remove_finish (IlvRunStore *self, GAsyncResult *result, GError **error);

/* Deletes all runs of @place (nullable: of all comparisons). */
void ilv_run_store_clear_async (IlvRunStore *self,
                                const IlvRunPlace *place,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ilv_run_store_clear_finish (IlvRunStore *self, GAsyncResult *result, GError **error);

/* (transfer full) (nullable): what has become of a broken file, in words for a person; told once. */
char *ilv_run_store_take_warning (IlvRunStore *self);

/* For tests: what is kept at most, and how long to wait for other programs. Before the first call. */
void ilv_run_store_set_limits (IlvRunStore *self,
                               guint max_runs,
                               gint64 max_bytes,
                               gint64 lock_limit_ns);

G_END_DECLS

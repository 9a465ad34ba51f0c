/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-world.h"

G_BEGIN_DECLS

/**
 * IlvRunSubject:
 * @data: what the functions are given
 * @world: whose person answers questions
 * @run_async: begins to run it
 * @run_finish: the end of that
 * @get_current: (nullable): the title of the run that goes on, and its number among the others;
 *   %NULL between two
 *
 * What a session runs: a comparison or a race.
 */
typedef struct
{
  gpointer data;
  IlvWorld *world;
  void (*run_async) (gpointer data,
                     GCancellable *cancellable,
                     GAsyncReadyCallback callback,
                     gpointer user_data);
  gboolean (*run_finish) (gpointer data, GAsyncResult *result, GError **error);
  const char *(*get_current) (gpointer data, guint *number);
} IlvRunSubject;

/* Runs @subject to its end in a main loop, tells of its progress on standard error where that is a
 * terminal, and cancels it when the person interrupts the program. With @asks, a question of a task
 * is put to the person at the terminal; where there is none, the run ends with
 * %G_IO_ERROR_NOT_SUPPORTED. */
gboolean ilv_run_session_run (const IlvRunSubject *subject, gboolean asks, GError **error);

G_END_DECLS

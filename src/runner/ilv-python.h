/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-strategy.h"

G_BEGIN_DECLS

#define ILV_TYPE_PYTHON (ilv_python_get_type ())

/**
 * IlvPython:
 *
 * A Python interpreter that was found and asked what it is. Immutable.
 */
G_DECLARE_FINAL_TYPE (IlvPython, ilv_python, ILV, PYTHON, GObject)

/* The path of its executable. */
const char *ilv_python_get_path (IlvPython *self);

/* As it names itself: "CPython 3.14.0", with "free-threaded" where it has no lock. */
const char *ilv_python_get_title (IlvPython *self);

/* Whether it can run that strategy: subinterpreters need 3.12, no lock needs a build of that
 * kind. */
gboolean ilv_python_can_run (IlvPython *self, IlvStrategy strategy);

/* Looks for interpreters in PATH (python3, python3.9 … and those with a "t") and at @more_paths
 * (nullable), and asks each what it is; those that do not answer, or are older than 3.9, are left
 * out. The answer is a #GListModel of #IlvPython, newest first, each real interpreter once. */
void ilv_python_find_async (const char *const *more_paths,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);
GListModel *ilv_python_find_finish (GAsyncResult *result, GError **error);

/* (nullable) (transfer none): the first of @interpreters that can run @strategy. */
IlvPython *ilv_python_choose (GListModel *interpreters, IlvStrategy strategy);

G_END_DECLS

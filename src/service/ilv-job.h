/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something that sleeps: done by @object, and asked to stop by @cancellable. */
typedef char *(*IlvJobFunc) (gpointer object,
                             const char *argument,
                             GCancellable *cancellable,
                             GError **error);

/* Calls @func with @object and a copy of @argument in a thread of a pool of its own (GTask's is
 * small and shared with GIO) and answers @task, which is taken, with the text it brings. Where the
 * task's cancellable is cancelled the task is answered at once, even if the thread still has to
 * find out. */
void ilv_job_run (GTask *task, IlvJobFunc func, gpointer object, const char *argument);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Writes a trace of @n_events in Chrome's trace-event format, as functions that call each other on 16 threads
 * give. @is_nested: as B and E, else as X, which comes when a function has ended: the outer one last. */
void bench_calls_write (const char *path, guint n_events, gboolean is_nested);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Asks the kernel to hold @memory in large pages: who looks at many places of a large memory waits for the tables of
 * small pages more than for what is in them. It copies the memory, which takes a second for some gigabytes, and does
 * nothing where there is little of it or the kernel (before Linux 6.1) or its settings do not have it. For any thread. */
void ilv_large_pages_use_for (gpointer memory, gsize n_bytes);

G_END_DECLS

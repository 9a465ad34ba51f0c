/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The logical processors that the kernel lets this program use. Safe from any thread. */

/* How many there are, at least 1. Read once, at the first call. */
guint ilv_processors_get_count (void);

/* The kernel's number of the @index-th of them; @index wraps around. */
int ilv_processors_get_number (guint index);

/* Pins the calling thread to processor @number. Where the kernel refuses, the thread stays unpinned
 * and @error says why. */
gboolean ilv_processors_pin_thread (int number, GError **error);

/* Keeps the calling thread on the first @n of them, if the kernel lets it. */
void ilv_processors_confine_thread (guint n);

/* Lets the calling thread run on all of them again. */
void ilv_processors_unpin_thread (void);

/* The processor that the calling thread is on at this moment, or -1. */
int ilv_processors_get_current (void);

G_END_DECLS

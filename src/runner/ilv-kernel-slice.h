/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The time slice that the kernel's fair scheduler gives a thread. Linux lets every program choose
 * its own since 6.12; older kernels take the call and do nothing, and a sandbox may forbid it. So
 * what the kernel says afterwards is what counts. */

/* Asks the kernel to give the calling thread, and those that it starts from then on, time slices of
 * @slice_ns. %FALSE where it does not, and @error says why, in words for a person:
 * %G_IO_ERROR_NOT_SUPPORTED where the kernel is too old, the call's error where it was refused. */
gboolean ilv_kernel_slice_ask (gint64 slice_ns, GError **error);

/* The calling thread's time slice, as the kernel says; -1 where it does not. */
gint64 ilv_kernel_slice_get_ns (void);

/* (nullable) (transfer none): why no program can choose its time slice on this computer, in a
 * sentence for a person; %NULL where it can. It is tried once, in a thread of its own that ends at
 * once; safe from any thread. */
const char *ilv_kernel_slice_get_refusal (void);

G_END_DECLS

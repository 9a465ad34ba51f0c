/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-kernel-event.h"

G_BEGIN_DECLS

/**
 * IlvKernelTracer:
 *
 * Has the kernel record what its scheduler does.
 *
 * It is a tracing instance of its own (tracefs, for root only), so that nobody else's tracing is
 * disturbed, and it is gone when the tracer is freed. Those that programs left behind because they
 * were killed are removed when a new one is made. For one thread.
 */
typedef struct _IlvKernelTracer IlvKernelTracer;

/* (transfer full): %G_IO_ERROR_NOT_SUPPORTED or %G_IO_ERROR_PERMISSION_DENIED where there is no
 * tracefs, or not for us. */
IlvKernelTracer *ilv_kernel_tracer_new (GError **error);
void ilv_kernel_tracer_free (IlvKernelTracer *self);

/* Records from now on, on the monotonic clock. What was recorded before is forgotten. */
gboolean ilv_kernel_tracer_start (IlvKernelTracer *self, GError **error);

/* (transfer full) (element-type IlvKernelEvent): stops, and gives what was recorded, in the order
 * of time. %G_IO_ERROR_NO_SPACE if the kernel lost any of it: a record with holes proves nothing.
 */
GArray *ilv_kernel_tracer_stop (IlvKernelTracer *self, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvKernelTracer, ilv_kernel_tracer_free)

G_END_DECLS

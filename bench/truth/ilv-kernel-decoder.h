/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-kernel-event.h"

G_BEGIN_DECLS

/**
 * IlvKernelDecoder:
 *
 * Reads what the kernel writes into a tracing instance's trace_pipe_raw, on machines of 64 bits:
 * pages of its ring buffer, of which each entry is described by a text (events/…/format). See
 * Documentation/trace/ring-buffer-map.rst and events/header_page of Linux. For one thread.
 */
typedef struct _IlvKernelDecoder IlvKernelDecoder;

IlvKernelDecoder *ilv_kernel_decoder_new (void);
void ilv_kernel_decoder_free (IlvKernelDecoder *self);

/* Learns from @format, an event's format file, what entries of @kind look like. */
gboolean ilv_kernel_decoder_add_format (IlvKernelDecoder *self,
                                        IlvKernelEventKind kind,
                                        const char *format,
                                        GError **error);

/* Appends the entries of one page of @processor's to @events (of #IlvKernelEvent), up to the first
 * that is not what it should be: then %FALSE with %G_IO_ERROR_INVALID_DATA. Entries whose format
 * was not given are passed over. @has_lost is set to %TRUE if the kernel says that entries before
 * this page are missing, and else left alone. */
gboolean ilv_kernel_decoder_read_page (IlvKernelDecoder *self,
                                       gint processor,
                                       const guint8 *page,
                                       gsize size,
                                       GArray *events,
                                       gboolean *has_lost,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (IlvKernelDecoder, ilv_kernel_decoder_free)

G_END_DECLS

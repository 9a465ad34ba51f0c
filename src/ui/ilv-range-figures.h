/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-experiment.h"
#include "ilv-figures.h"

G_BEGIN_DECLS

/**
 * IlvRangeFigures:
 * @from_ns: where the range begins
 * @to_ns: where it ends
 * @is_known: whether a side has figures
 * @figures: those of each side
 *
 * What happened on both sides of a comparison between two moments.
 */
typedef struct
{
  gint64 from_ns;
  gint64 to_ns;
  gboolean is_known[ILV_N_SIDES];
  IlvFigures figures[ILV_N_SIDES];
} IlvRangeFigures;

/* Computes them in a thread. A trace may be %NULL; at least one is not. */
void ilv_range_figures_compute_async (IlvTrace *const traces[ILV_N_SIDES],
                                      gint64 from_ns,
                                      gint64 to_ns,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);

/* (transfer full): to be freed by g_free(); %NULL and %G_IO_ERROR_CANCELLED where it was cancelled. */
IlvRangeFigures *ilv_range_figures_compute_finish (GAsyncResult *result, GError **error);

/* (transfer full): a side's in one line: "running 10.1 ms · ready 2.3 ms · utilisation 81 % …". */
char *ilv_range_figures_describe (const IlvFigures *figures);

G_END_DECLS

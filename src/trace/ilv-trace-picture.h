/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-lane-index.h"
#include "ilv-picture.h"

G_BEGIN_DECLS

/**
 * IlvPictureView:
 * @grouping: what a lane is
 * @start_ns: the first moment that is seen
 * @end_ns: the last one; where it is not after @start_ns, all is seen
 * @dark: whether text is light on dark
 * @high_contrast: whether tasks are told apart by patterns too
 *
 * How traces are looked at: what a picture of them shows, and in which colours.
 */
typedef struct
{
  IlvGrouping grouping;
  double start_ns;
  double end_ns;
  gboolean dark;
  gboolean high_contrast;
} IlvPictureView;

/* (transfer full) (nullable): the traces above each other on one scale. @names (nullable) are the titles of
 * the sides; %NULL for those of their strategies. %NULL once @cancellable (nullable) was cancelled. Traces of
 * millions of spans take seconds. */
IlvPicture *ilv_trace_picture_draw (IlvTrace *const *sides,
                                    const char *const *names,
                                    guint n_sides,
                                    const IlvPictureView *view,
                                    GCancellable *cancellable);

G_END_DECLS

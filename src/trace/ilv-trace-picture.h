/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/* (transfer full): the traces above each other on one scale, as an SVG document. @names (nullable)
 * are the titles of the sides; %NULL for those of their strategies. */
char *ilv_trace_picture_draw (IlvTrace *const *sides,
                              const char *const *names,
                              guint n_sides,
                              IlvGrouping grouping);

G_END_DECLS

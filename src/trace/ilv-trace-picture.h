/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/* (transfer full): the traces above each other on one scale, as an SVG document. */
char *ilv_trace_picture_draw (IlvTrace *const *sides, guint n_sides, IlvGrouping grouping);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

#define ILV_TYPE_LANE_LOADER (ilv_lane_loader_get_type ())

/**
 * IlvLaneLoader:
 *
 * Sorts a trace into lanes without keeping the main context waiting: small traces at once, large
 * ones on a thread.
 *
 * Signals: `changed` when there is another index. While a large trace is sorted, the index of the
 * one before stays, so that a live timeline does not flicker; what was asked for last always wins.
 */
G_DECLARE_FINAL_TYPE (IlvLaneLoader, ilv_lane_loader, ILV, LANE_LOADER, GObject)

/* A trace with more spans than this is sorted on a thread. */
#define ILV_LANE_LOADER_MAX_DIRECT 20000

IlvLaneLoader *ilv_lane_loader_new (void);
void ilv_lane_loader_load (IlvLaneLoader *self, IlvTrace *trace, IlvGrouping grouping);

/* (nullable) (transfer none) */
IlvLaneIndex *ilv_lane_loader_get_index (IlvLaneLoader *self);

/* Whether a thread is still sorting. */
gboolean ilv_lane_loader_is_loading (IlvLaneLoader *self);

G_END_DECLS

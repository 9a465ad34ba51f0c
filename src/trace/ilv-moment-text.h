/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvMomentUnit:
 *
 * The units in which a ruler counts.
 */
typedef enum
{
  ILV_MOMENT_UNIT_NS,
  ILV_MOMENT_UNIT_US,
  ILV_MOMENT_UNIT_MS,
  ILV_MOMENT_UNIT_S,
} IlvMomentUnit;

/* The unit for ticks that are @tick_ns apart, so that numbers up to @end_ns stay readable. */
IlvMomentUnit ilv_moment_text_get_unit (gint64 tick_ns, double end_ns);

/* A number on the ruler: just as many decimals as the ticks need; with the unit or without. */
char *ilv_moment_text_format_tick (gint64 time_ns,
                                   gint64 tick_ns,
                                   IlvMomentUnit unit,
                                   gboolean with_unit);

/* A moment or a length to three decimals: "104.213 ms". */
char *ilv_moment_text_format (gint64 time_ns);

G_END_DECLS

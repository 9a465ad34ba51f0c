/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvMeasure:
 * @ILV_MEASURE_MAKESPAN: how long the side took, in milliseconds
 * @ILV_MEASURE_SPEEDUP: speedup, see #IlvFigures
 * @ILV_MEASURE_MAX_PARALLELISM: the most tasks that ran at one moment
 * @ILV_MEASURE_SLICES: unbroken intervals of one task running
 * @ILV_MEASURE_SWITCHES: context switches by the kernel's count
 * @ILV_MEASURE_CPU_TIME: CPU time of all tasks, in milliseconds
 * @ILV_MEASURE_MAKESPAN_RATIO: the other side's makespan by this side's: how many times as fast
 * @ILV_MEASURE_CPU_TIME_RATIO: this side's CPU time by the other's
 * @ILV_MEASURE_IN_FLIGHT: the most tasks that waited for the world at one moment
 * @ILV_MEASURE_LOST: additions to the shared counter that were lost
 * @ILV_MEASURE_FAILURES: tasks that failed
 * @ILV_MEASURE_LONGEST_BEAT: the longest gap between two heartbeats, in milliseconds
 *
 * What of one side of a comparison answers a question. The numbers are computed in the runner room.
 */
typedef enum
{
  ILV_MEASURE_MAKESPAN,
  ILV_MEASURE_SPEEDUP,
  ILV_MEASURE_MAX_PARALLELISM,
  ILV_MEASURE_SLICES,
  ILV_MEASURE_SWITCHES,
  ILV_MEASURE_CPU_TIME,
  ILV_MEASURE_MAKESPAN_RATIO,
  ILV_MEASURE_CPU_TIME_RATIO,
  ILV_MEASURE_IN_FLIGHT,
  ILV_MEASURE_LOST,
  ILV_MEASURE_FAILURES,
  ILV_MEASURE_LONGEST_BEAT,
} IlvMeasure;

#define ILV_N_MEASURES 12

/* The stable name, such as "makespan-ratio". */
const char *ilv_measure_to_string (IlvMeasure measure);

/* Whether @text is a side, a dot and a name, such as "right.makespan-ratio". @is_right says whether
 * it is the right side; else it is the left. */
gboolean ilv_measure_parse (const char *text, IlvMeasure *measure, gboolean *is_right);

G_END_DECLS

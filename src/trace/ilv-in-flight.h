/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/**
 * IlvInFlight:
 * @start_ns: when the request was sent, in nanoseconds since the start of the run
 * @end_ns: when its answer came
 * @task: index of the task that waits for it
 * @row: the lowest row that is free at that moment, from 0: requests that are under way at once are
 * in different rows, so that the highest row says how many there were
 *
 * One wait of a task for the world: time, the network, a file, a database or a person. Waits for
 * other tasks and for locks are not counted.
 */
typedef struct
{
  gint64 start_ns;
  gint64 end_ns;
  guint32 task;
  guint32 row;
} IlvInFlight;

/* (element-type IlvInFlight) (transfer full): all such waits, by their start. Takes time
 * proportional to n log n of them. */
GArray *ilv_in_flight_find (IlvTrace *trace);

/* The most that were under way at one moment. */
guint ilv_in_flight_get_most (GArray *requests);

/* How many requests were under way on the average in each of @n_columns columns of @column_ns, the
 * first of which begins at @start_ns. The sum of the averages times @column_ns is the sum of all waits
 * between the first column's start and the last one's end. */
void ilv_in_flight_average (
  GArray *requests, double start_ns, double column_ns, guint n_columns, double *averages);

/* How many tasks failed: whose step could not be done, see %ILV_RESULT_FAILURE. */
guint ilv_in_flight_count_failures (IlvTrace *trace);

G_END_DECLS

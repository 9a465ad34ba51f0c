/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What bench-recorder has LTTng-UST note: the same as one of our records. LTTng's own headers
 * include this file several times. */

#undef LTTNG_UST_TRACEPOINT_PROVIDER
#define LTTNG_UST_TRACEPOINT_PROVIDER interleave_bench

#undef LTTNG_UST_TRACEPOINT_INCLUDE
#define LTTNG_UST_TRACEPOINT_INCLUDE "bench-lttng.h"

#if !defined(BENCH_LTTNG_H) || defined(LTTNG_UST_TRACEPOINT_HEADER_MULTI_READ)
#define BENCH_LTTNG_H

#include <lttng/tracepoint.h>

LTTNG_UST_TRACEPOINT_EVENT (
  interleave_bench,
  state,
  LTTNG_UST_TP_ARGS (unsigned int, task, int, processor, unsigned int, state),
  LTTNG_UST_TP_FIELDS (lttng_ust_field_integer (unsigned int, task, task)
                         lttng_ust_field_integer (short, processor, processor)
                           lttng_ust_field_integer (unsigned char, state, state)))

#endif

#include <lttng/tracepoint-event.h>

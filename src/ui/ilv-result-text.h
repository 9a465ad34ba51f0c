/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-trace.h"

G_BEGIN_DECLS

/* What the tasks of a run brought, in words for a person; translated. */

/* (transfer full) (nullable): "Counter: 1,643 of 2,000; 357 updates were lost."; %NULL for a run that
 * does not count. */
char *ilv_result_text_describe_counter (IlvTrace *trace);

/* (transfer full) (nullable): "3 of 20 tasks failed: HTTP 429"; %NULL where none did. */
char *ilv_result_text_describe_failures (IlvTrace *trace);

/* (transfer full) (nullable): "14 of 20 names arrived."; %NULL where none did. */
char *ilv_result_text_describe_names (IlvTrace *trace);

/* (transfer full): all of the above that there is to say, a line each; "" where there is nothing.
 * @with_names: whether names are what the run is about. */
char *ilv_result_text_describe (IlvTrace *trace, gboolean with_names);

/* (transfer full): what is to be known of the run, a line each; "" where there is nothing. */
char *ilv_result_text_describe_notes (IlvTrace *trace);

/* What it means that the real pokeapi.co was asked. */
const char *ilv_result_text_get_pokeapi_remark (void);

/* How many tasks failed. */
guint ilv_result_text_count_failures (IlvTrace *trace);

G_END_DECLS

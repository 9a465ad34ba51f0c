/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How sentences and pictures call a run by its strategy's id. A strategy that has no name here is
 * called by its id. All are translated. */

/* As a heading: "Thread pool". */
const char *ilv_run_name_get_title (const char *strategy);

/* As the subject that begins a sentence: "The thread pool". */
const char *ilv_run_name_get_subject (const char *strategy);

/* Inside a sentence: "the thread pool". */
const char *ilv_run_name_get_object (const char *strategy);

/* Whether the strategy uses one processor by its nature, however many there are. */
gboolean ilv_run_name_is_single (const char *strategy);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A time slice that can be asked for: how long a task may run while others are ready. Whole
 * milliseconds, as people choose them, within what Linux can be asked for and what can be seen. */
#define ILV_SLICE_UNIT_NS (G_GINT64_CONSTANT (1) * 1000000)
#define ILV_SLICE_MIN_NS (4 * ILV_SLICE_UNIT_NS)
#define ILV_SLICE_MAX_NS (100 * ILV_SLICE_UNIT_NS)

/* Whether @slice_ns can be asked for. */
gboolean ilv_slice_is_valid (gint64 slice_ns);

/* Reads a time such as "20ms"; %FALSE, and @slice_ns as it was, where it cannot be asked for. */
gboolean ilv_slice_parse (const char *text, gint64 *slice_ns);

G_END_DECLS

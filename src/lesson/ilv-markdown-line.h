/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a line of Markdown is. md4c decides that; these only find the line again that it meant,
 * since it does not say where. Private to the lesson room. */

/* Opens a block of code. */
gboolean ilv_markdown_line_is_fence (const char *line, gsize length);

/* Closes a block of code that @fence characters opened. */
gboolean ilv_markdown_line_closes_fence (const char *line, gsize length, char fence);

/* Is a thematic break: "---". */
gboolean ilv_markdown_line_is_break (const char *line, gsize length);

/* Makes a heading of the text above it. */
gboolean ilv_markdown_line_is_underline (const char *line, gsize length);

G_END_DECLS

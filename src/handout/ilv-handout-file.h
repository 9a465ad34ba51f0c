/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes @bytes to @file all at once: where that fails, what was there before is there still. An
 * error names the file. Not for the main thread. */
gboolean ilv_handout_file_write (GFile *file, GBytes *bytes, GError **error);

G_END_DECLS

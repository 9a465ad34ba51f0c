/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Writes a small lesson to begin from into @folder, which is made, or is empty: each directive once. The
 * lesson is faultless and runs. Files that are there are not touched: %G_IO_ERROR_NOT_EMPTY. Blocks. */
gboolean ilv_pack_template_write (GFile *folder, GError **error);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a lesson pack may hold at most. All of it is unpacked bytes, counted as they come. */
#define ILV_PACK_MAX_FILES 1000
#define ILV_PACK_MAX_FILE_BYTES (16 * 1024 * 1024)
#define ILV_PACK_MAX_BYTES (64 * 1024 * 1024)
#define ILV_PACK_MAX_DEPTH 8

/* Unpacks a zip file of a lesson pack, which can come from anybody, into @folder, which must be there and
 * empty. Nothing is written outside it: names that lead out, links and devices are refused, and so is
 * more than the limits above. Errors are of %ILV_PACK_ERROR and name the file in the zip, or are GIO's.
 * What was written before an error stays. Blocks; for any thread. Private to the pack room. */
gboolean ilv_pack_archive_unpack (GBytes *zip, GFile *folder, GCancellable *cancellable, GError **error);

/* Makes a zip file at @file of the files below @folder, but for hidden ones. Blocks; for any thread. */
gboolean ilv_pack_archive_write (GFile *folder, GFile *file, GCancellable *cancellable, GError **error);

G_END_DECLS

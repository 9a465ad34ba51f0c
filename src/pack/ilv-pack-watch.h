/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define ILV_TYPE_PACK_WATCH (ilv_pack_watch_get_type ())

/**
 * IlvPackWatch:
 *
 * Notices when files of a lesson are edited: those in a folder and in the folders right in it.
 *
 * Signal: #IlvPackWatch::changed, once after each burst of changes, since editors save in several steps.
 * For the thread whose main context was the default one when it was made.
 */
G_DECLARE_FINAL_TYPE (IlvPackWatch, ilv_pack_watch, ILV, PACK_WATCH, GObject)

/* A folder that cannot be watched is not; nothing else depends on it. */
IlvPackWatch *ilv_pack_watch_new (GFile *folder);

G_END_DECLS

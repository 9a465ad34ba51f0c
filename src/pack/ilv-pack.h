/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pack room: lessons that come from other people.
 *
 * A lesson pack is a folder or a zip file with a lesson, or with a course. The room opens packs without
 * trusting them, keeps those that the person has opened, and notices when one is edited. It uses GIO and
 * libarchive, and knows the lesson room. Whether a lesson's code may run is not decided here but where it
 * would run, see #IlvTrust in the runner room.
 */

#pragma once

#include <gio/gio.h>

#include "ilv-course.h"

G_BEGIN_DECLS

#define ILV_PACK_ERROR (ilv_pack_error_quark ())

/**
 * IlvPackError:
 * @ILV_PACK_ERROR_NOT_A_PACK: it is neither a folder nor a zip file, or there is no lesson in it
 * @ILV_PACK_ERROR_UNSAFE: it holds what no pack may hold, such as a name that leads out of it
 * @ILV_PACK_ERROR_TOO_LARGE: it holds more than a pack may hold
 * @ILV_PACK_ERROR_DAMAGED: it cannot be read as a zip file, or written as one
 */
typedef enum
{
  ILV_PACK_ERROR_NOT_A_PACK,
  ILV_PACK_ERROR_UNSAFE,
  ILV_PACK_ERROR_TOO_LARGE,
  ILV_PACK_ERROR_DAMAGED,
} IlvPackError;

GQuark ilv_pack_error_quark (void);

#define ILV_TYPE_PACK (ilv_pack_get_type ())

/**
 * IlvPack:
 *
 * A lesson pack that was opened: its lessons as a course, and what is wrong with them. A folder is read
 * where it is, a zip file is unpacked to a folder of its own first. Ids of its lessons are unlike those
 * of other packs and of the program's own course. Immutable, for any thread.
 */
G_DECLARE_FINAL_TYPE (IlvPack, ilv_pack, ILV, PACK, GObject)

/* Opens @source. @store: the folder for what is unpacked; the same zip file is unpacked once. Faults in
 * the lessons are no error, see ilv_pack_get_faults(). Errors: %ILV_PACK_ERROR, %ILV_LESSON_ERROR, GIO's. */
void ilv_pack_open_async (GFile *source,
                          GFile *store,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data);
IlvPack *ilv_pack_open_finish (GAsyncResult *result, GError **error);

/* The same, which blocks. */
IlvPack *ilv_pack_open (GFile *source, GFile *store, GCancellable *cancellable, GError **error);

/* Opens @source again, of which @unpacked (nullable) is in the store: that is taken, since the zip file can
 * be gone. Blocks. */
IlvPack *ilv_pack_reopen (
  GFile *source, const char *unpacked, GFile *store, GCancellable *cancellable, GError **error);

/* A pack that cannot be opened now. */
IlvPack *ilv_pack_new_broken (GFile *source, const char *title, const GError *error);

/* (nullable): why it could not be opened. */
const GError *ilv_pack_get_error (IlvPack *self);

/* Deletes a folder of the store with all that is in it. Private to the pack room. */
void ilv_pack_delete_folder (GFile *folder);

/* What a pack was opened from, as the person chose it, and (nullable) the folder with its lesson.md or course.ini. */
GFile *ilv_pack_get_source (IlvPack *self);
GFile *ilv_pack_get_folder (IlvPack *self);

/* Names the pack, also in its lessons' ids, by where it was opened from: so that progress is kept when it
 * gets better. */
const char *ilv_pack_get_id (IlvPack *self);

/* (nullable): the name in the store of what its zip file was unpacked to, which is that of its content. */
const char *ilv_pack_get_unpacked (IlvPack *self);

/* Of its course, or of its only lesson. */
const char *ilv_pack_get_title (IlvPack *self);

/* (transfer none) (nullable): its lessons, of which there is at least one; %NULL where it could not be
 * opened. */
IlvCourse *ilv_pack_get_course (IlvPack *self);

/* (transfer none) (element-type GError): what is wrong with the lessons, each with file and line. */
GPtrArray *ilv_pack_get_faults (IlvPack *self);

/* (transfer full): $XDG_DATA_HOME/interleave/packs */
GFile *ilv_pack_get_default_store (void);

G_END_DECLS

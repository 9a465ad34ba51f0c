/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-pack.h"

G_BEGIN_DECLS

#define ILV_TYPE_PACK_SHELF (ilv_pack_shelf_get_type ())

/**
 * IlvPackShelf:
 *
 * The lesson packs that the person has opened: a #GListModel of #IlvPack in the order in which they came,
 * kept in a key file that is replaced as a whole. One that cannot be opened any more stays on the shelf, so
 * that it can be shown why, see ilv_pack_get_error().
 *
 * For the thread whose main context is to receive the answers.
 */
G_DECLARE_FINAL_TYPE (IlvPackShelf, ilv_pack_shelf, ILV, PACK_SHELF, GObject)

/* @file: where the list is kept; @store: see ilv_pack_open_async(). The shelf is empty until it is loaded. */
IlvPackShelf *ilv_pack_shelf_new (GFile *file, GFile *store);

/* $XDG_DATA_HOME/interleave/packs.ini, and the default store. */
IlvPackShelf *ilv_pack_shelf_new_default (void);

/* Opens all that was on the shelf, and takes away what was unpacked for packs that are not there any more.
 * A list that cannot be read is set aside and the shelf stays empty: the error says so. */
void ilv_pack_shelf_load_async (IlvPackShelf *self,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean ilv_pack_shelf_load_finish (IlvPackShelf *self, GAsyncResult *result, GError **error);

/* Opens @source and puts it on the shelf, in the place of the pack with the same id if it is there. Also
 * reads a pack again: with its own source. */
void ilv_pack_shelf_add_async (IlvPackShelf *self,
                               GFile *source,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (transfer full) */
IlvPack *ilv_pack_shelf_add_finish (IlvPackShelf *self, GAsyncResult *result, GError **error);

/* Takes @pack off the shelf. Nothing of it is deleted now, so that it can be put back. Returns: its place. */
guint ilv_pack_shelf_remove (IlvPackShelf *self, IlvPack *pack);

/* Puts @pack, which was removed, back in its place. */
void ilv_pack_shelf_restore (IlvPackShelf *self, IlvPack *pack, guint position);

/* (nullable) (transfer full): the pack with that id. */
IlvPack *ilv_pack_shelf_find (IlvPackShelf *self, const char *id);

/* (nullable) (transfer full): the lesson with that id of any pack. */
IlvLesson *ilv_pack_shelf_find_lesson (IlvPackShelf *self, const char *id, IlvPack **pack);

G_END_DECLS

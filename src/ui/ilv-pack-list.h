/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-pack-shelf.h"
#include "ilv-progress.h"

G_BEGIN_DECLS

#define ILV_TYPE_PACK_LIST (ilv_pack_list_get_type ())

/**
 * IlvPackList:
 *
 * The lesson packs that the person has opened, with their lessons, and a button that opens another.
 *
 * Signals: #IlvPackList::lesson-activated with the #IlvLesson that was chosen, #IlvPackList::pack-activated with
 * the #IlvPack that was, which could not be opened.
 */
G_DECLARE_FINAL_TYPE (IlvPackList, ilv_pack_list, ILV, PACK_LIST, GtkWidget)

/* Shows what is on @shelf, once, and follows it. */
void ilv_pack_list_set_shelf (IlvPackList *self, IlvPackShelf *shelf, IlvProgress *progress);

/* Marks the row of @lesson; none, if it is of no pack. */
void ilv_pack_list_select_lesson (IlvPackList *self, IlvLesson *lesson);

G_END_DECLS

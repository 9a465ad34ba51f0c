/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "ilv-pack-shelf.h"

G_BEGIN_DECLS

#define ILV_TYPE_OWN_LESSONS (ilv_own_lessons_get_type ())

/**
 * IlvOwnLessons:
 *
 * What a window can do with lesson packs: the actions `open-lesson` and `open-lesson-folder`, `remove-pack`
 * and `reload-pack` (with a pack's id) and `restore-pack`; and a look at the pack that is read, which
 * is opened again each time somebody saves one of its files.
 *
 * Signals: #IlvOwnLessons::loaded, #IlvOwnLessons::opened, #IlvOwnLessons::failed and
 * #IlvOwnLessons::removed. For the main thread.
 */
G_DECLARE_FINAL_TYPE (IlvOwnLessons, ilv_own_lessons, ILV, OWN_LESSONS, GObject)

/* Adds the actions to @window, which has to be a #GActionMap and to outlive it, and begins to load @shelf. */
IlvOwnLessons *ilv_own_lessons_new (GtkWindow *window, AdwToastOverlay *toasts, IlvPackShelf *shelf);

/* Whether what was on the shelf is known. */
gboolean ilv_own_lessons_is_loaded (IlvOwnLessons *self);

/* Opens a folder or a zip file, as soon as the shelf is loaded. */
void ilv_own_lessons_open (IlvOwnLessons *self, GFile *source);

/* Looks after @pack (nullable), one of whose lessons is read, and after no other. */
void ilv_own_lessons_follow (IlvOwnLessons *self, IlvPack *pack);

G_END_DECLS

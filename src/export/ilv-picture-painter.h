/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "ilv-picture.h"

G_BEGIN_DECLS

/* How many pixels of a PNG a pixel of the picture is. */
#define ILV_PICTURE_PAINTER_SCALE 2

/* (transfer full) (nullable): the picture as PNG. %NULL with @error if it is too large for one, or @cancellable
 * (nullable) was cancelled. May be called from any thread. */
GBytes *ilv_picture_painter_to_png (const IlvPicture *picture, GCancellable *cancellable, GError **error);

G_END_DECLS

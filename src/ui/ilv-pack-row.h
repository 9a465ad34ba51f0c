/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-pack.h"

G_BEGIN_DECLS

#define ILV_TYPE_PACK_ROW (ilv_pack_row_get_type ())

/**
 * IlvPackRow:
 *
 * A lesson pack in the sidebar: the title above its lessons, which does nothing; or a pack that cannot be
 * opened, which can be asked why.
 */
G_DECLARE_FINAL_TYPE (IlvPackRow, ilv_pack_row, ILV, PACK_ROW, GtkListBoxRow)

GtkWidget *ilv_pack_row_new (IlvPack *pack);

IlvPack *ilv_pack_row_get_pack (IlvPackRow *self);

G_END_DECLS

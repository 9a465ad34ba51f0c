/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-poll.h"

G_BEGIN_DECLS

#define ILV_TYPE_HANDS_LINE (ilv_hands_line_get_type ())

/**
 * IlvHandsLine:
 *
 * The hands of one round for one choice, as the room sees them: which round, a bar, how many and how many in
 * a hundred. It is not visible until they are revealed, and where there were none.
 */
G_DECLARE_FINAL_TYPE (IlvHandsLine, ilv_hands_line, ILV, HANDS_LINE, GtkWidget)

GtkWidget *ilv_hands_line_new (IlvPoll *poll, guint round, guint choice);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-term.h"

G_BEGIN_DECLS

#define ILV_TYPE_TERM_POPOVER (ilv_term_popover_get_type ())

/**
 * IlvTermPopover:
 *
 * A word of the glossary: its title, definition and source. Leaves its parent when it is closed.
 */
G_DECLARE_FINAL_TYPE (IlvTermPopover, ilv_term_popover, ILV, TERM_POPOVER, GtkPopover)

/* (transfer none): opens one for @term at @place, in the coordinates of @parent; @place may be %NULL
 * for all of @parent. */
IlvTermPopover *
ilv_term_popover_open (IlvTerm *term, GtkWidget *parent, const GdkRectangle *place);

G_END_DECLS

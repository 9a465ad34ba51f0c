/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * IlvNamesLayout:
 * @n_columns: the cards of a row, ≥ 1
 * @cell_width: from one card to the next, with the gap
 * @cell_height: from one row to the next, with the gap
 * @named: whether the cards are large enough for text; else they are small squares
 *
 * A grid of cards, as large as they can be so that all of them can be seen. No GTK.
 */
typedef struct
{
  guint n_columns;
  int cell_width;
  int cell_height;
  gboolean named;
} IlvNamesLayout;

/* The gap between cards. */
#define ILV_NAMES_GAP 4

/* The height at which the cards are as large as they should be, for a width. */
int ilv_names_layout_measure (int width, int text_height, guint n_cards);

void ilv_names_layout_place (
  IlvNamesLayout *self, int width, int height, int text_height, guint n_cards);

/* The left top corner of a card. */
void ilv_names_layout_get_card (const IlvNamesLayout *self, guint card, int *x, int *y);

/* The card there, or -1; it may be one that does not exist. */
int ilv_names_layout_find_card (const IlvNamesLayout *self, double x, double y);

G_END_DECLS

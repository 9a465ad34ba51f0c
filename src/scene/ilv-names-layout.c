/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-names-layout.h"

/* In heights of the text: the widths of the largest and the narrowest card with text, what a large
 * card is higher than its text. */
#define WIDTH 6.6
#define MIN_WIDTH 4.4
#define PADDING 0.8

/* The rows that the natural height has room for. */
#define MAX_NATURAL_ROWS 9

#define MIN_SQUARE (1 + ILV_NAMES_GAP)

static gboolean
try_cells (
  IlvNamesLayout *self, int width, int height, int cell_width, int cell_height, guint n_cards)
{
  guint n_rows;

  self->cell_width = cell_width;
  self->cell_height = cell_height;
  self->n_columns = MAX ((width + ILV_NAMES_GAP) / cell_width, 1);
  n_rows = (n_cards + self->n_columns - 1) / self->n_columns;

  return (gint64) n_rows * cell_height - ILV_NAMES_GAP <= height &&
         cell_width - ILV_NAMES_GAP <= MAX (width, 1);
}

static void
get_named_cell (int text_height, int *cell_width, int *cell_height)
{
  *cell_width = (int) (text_height * WIDTH) + ILV_NAMES_GAP;
  *cell_height = (int) (text_height * (1 + PADDING)) + ILV_NAMES_GAP;
}

int
ilv_names_layout_measure (int width, int text_height, guint n_cards)
{
  int cell_width, cell_height, n_columns, n_rows;

  get_named_cell (text_height, &cell_width, &cell_height);
  n_columns = MAX ((width + ILV_NAMES_GAP) / cell_width, 1);
  n_rows = ((int) n_cards + n_columns - 1) / n_columns;

  return CLAMP (n_rows, 1, MAX_NATURAL_ROWS) * cell_height - ILV_NAMES_GAP;
}

/* The columns share the width. */
static void
widen (IlvNamesLayout *self, int width)
{
  self->cell_width = MAX ((width + ILV_NAMES_GAP) / (int) self->n_columns, 1);
}

void
ilv_names_layout_place (IlvNamesLayout *self, int width, int height, int text_height, guint n_cards)
{
  int cell_width, cell_height;

  g_return_if_fail (self != NULL);
  g_return_if_fail (text_height > 0);

  n_cards = MAX (n_cards, 1);
  get_named_cell (text_height, &cell_width, &cell_height);
  self->named = TRUE;
  for (; cell_height >= text_height + ILV_NAMES_GAP; cell_height--)
    for (int narrow = cell_width; narrow >= (int) (text_height * MIN_WIDTH); narrow -= 4)
      if (try_cells (self, width, height, narrow, cell_height, n_cards))
        {
          widen (self, width);
          return;
        }

  self->named = FALSE;
  for (int size = 2 * text_height + ILV_NAMES_GAP; size > MIN_SQUARE; size--)
    if (try_cells (self, width, height, size, size, n_cards))
      return;
  try_cells (self, width, height, MIN_SQUARE, MIN_SQUARE, n_cards);
}

void
ilv_names_layout_get_card (const IlvNamesLayout *self, guint card, int *x, int *y)
{
  *x = (int) (card % self->n_columns) * self->cell_width;
  *y = (int) (card / self->n_columns) * self->cell_height;
}

int
ilv_names_layout_find_card (const IlvNamesLayout *self, double x, double y)
{
  int column = (int) x / self->cell_width;
  int row = (int) y / self->cell_height;

  if (x < 0 || y < 0 || column >= (int) self->n_columns ||
      (int) x % self->cell_width >= self->cell_width - ILV_NAMES_GAP ||
      (int) y % self->cell_height >= self->cell_height - ILV_NAMES_GAP)
    return -1;

  return row * (int) self->n_columns + column;
}

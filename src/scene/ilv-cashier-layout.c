/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-cashier-layout.h"

#include <math.h>

/* All at scale 1. */
#define MARGIN 12.0f
#define MAX_SPACING 50.0f
#define MIN_SPACING 24.0f
#define MIN_SCALE 0.62f
#define ROW_HEIGHT 76.0f
#define MIN_ROW_HEIGHT 40.0f
#define ROW_PADDING 16.0f
#define COUNTER_SIZE 66.0f
#define MIN_COUNTER_SIZE 18.0f
#define NAMED_COUNTER_SIZE 44.0f
#define COUNTER_PADDING 12.0f

/* The part of a counter's width that is left free before it, for the customer. */
#define COUNTER_FRONT 0.62f

/* The share of the width that the counters may take. */
#define COUNTERS_SHARE 0.42f

/* The counters below each other that the natural height has room for. */
#define MAX_NATURAL_ROWS 4

static float
get_unit (float text_height)
{
  return MAX (text_height / ILV_CASHIER_TEXT_HEIGHT, 0.5f);
}

int
ilv_cashier_layout_measure (guint n_lines, guint n_cashiers, float text_height, int *minimum)
{
  float unit = get_unit (text_height);
  float counters =
    MIN (MAX (n_cashiers, 1), MAX_NATURAL_ROWS) * (COUNTER_SIZE + COUNTER_PADDING + text_height);

  n_lines = MAX (n_lines, 1);
  *minimum = (int) ceilf (MAX (n_lines * MIN_ROW_HEIGHT, COUNTER_SIZE) * unit + 2 * MARGIN);

  return (int) ceilf (MAX (n_lines * ROW_HEIGHT * unit, counters * unit) + 2 * MARGIN);
}

/* Takes the largest counters of which all fit. */
static void
place_counters (IlvCashierLayout *self, float width, float height, float unit, float text_height)
{
  float size = COUNTER_SIZE * unit;
  guint n_columns;

  self->label_height = text_height;
  for (;; size -= 1)
    {
      self->named = size >= NAMED_COUNTER_SIZE * unit;
      self->cell_height = size + text_height + COUNTER_PADDING * MIN (size / COUNTER_SIZE, 1);
      self->cell_width = ceilf (size * (1 + COUNTER_FRONT)) + 8;
      self->n_rows = MAX ((guint) (height / self->cell_height), 1);
      self->n_rows = MIN (self->n_rows, self->n_cashiers);
      n_columns = (self->n_cashiers + self->n_rows - 1) / self->n_rows;
      if (size <= MIN_COUNTER_SIZE || n_columns * self->cell_width <= width * COUNTERS_SHARE)
        break;
    }

  /* As even as it can be. */
  self->n_rows = (self->n_cashiers + n_columns - 1) / n_columns;
  self->counter_size = size;
  self->cells_x = width - MARGIN - n_columns * self->cell_width + 8;

  /* Where there is a line for each cashier, they stand beside it. */
  self->cell_height = MAX (self->cell_height, height / self->n_rows);
  self->cells_y = (height - self->n_rows * self->cell_height) / 2;
}

static void
place_lines (IlvCashierLayout *self, float height, float unit, guint longest_line)
{
  float room, person;

  self->row_height = MIN (height / self->n_lines, MAX (ROW_HEIGHT * unit, self->cell_height));
  self->lines_y = (height - self->n_lines * self->row_height) / 2;
  self->scale = (self->row_height - ROW_PADDING) / ILV_CASHIER_PERSON_HEIGHT;
  self->scale = CLAMP (self->scale, MIN_SCALE * unit, unit);

  person = ILV_CASHIER_PERSON_WIDTH * self->scale;
  self->head_x = self->cells_x - person * 0.7f;
  room = self->head_x - person / 2 - MARGIN;
  self->spacing = MAX_SPACING * unit;
  if (longest_line > 1)
    self->spacing = CLAMP (room / (longest_line - 1), MIN_SPACING * unit, MAX_SPACING * unit);
  self->scale =
    MAX (MIN (self->scale, self->spacing / (ILV_CASHIER_PERSON_WIDTH + 6)), MIN_SCALE * unit);
  self->capacity = (guint) MAX (floorf (room / self->spacing + 0.01f), 0) + 1;
  if (self->capacity < longest_line)
    self->capacity = MAX (self->capacity - 1, 1); /* the last place is for a number */
  self->tail_x = self->head_x - (self->capacity - 1) * self->spacing;
}

void
ilv_cashier_layout_place (IlvCashierLayout *self,
                          float width,
                          float height,
                          float foot,
                          float text_height,
                          guint n_lines,
                          guint n_cashiers,
                          guint longest_line)
{
  float unit = get_unit (text_height);

  g_return_if_fail (self != NULL);

  height = MAX (height - foot, 1);
  self->n_lines = MAX (n_lines, 1);
  self->n_cashiers = MAX (n_cashiers, 1);
  place_counters (self, width, height, unit, text_height);
  place_lines (self, height, unit, longest_line);
}

void
ilv_cashier_layout_get_place (
  const IlvCashierLayout *self, guint line, double index, float *x, float *y)
{
  float person = ILV_CASHIER_PERSON_HEIGHT * self->scale;

  *x = self->head_x - (float) index * self->spacing;
  *y = self->lines_y + line * self->row_height + (self->row_height + person) / 2;
}

void
ilv_cashier_layout_get_counter (const IlvCashierLayout *self, guint cashier, float *x, float *y)
{
  guint column = cashier / self->n_rows;
  guint row = cashier % self->n_rows;
  /* The last column may have fewer, which are in the middle. */
  guint n_in_column = MIN (self->n_rows, self->n_cashiers - column * self->n_rows);
  float top = self->cells_y + (self->n_rows - n_in_column) * self->cell_height / 2;

  *x = self->cells_x + column * self->cell_width + self->counter_size * COUNTER_FRONT;
  *y = top + row * self->cell_height +
       (self->cell_height - self->counter_size - self->label_height) / 2;
}

/* Slow at both ends, as people walk. */
static float
ease (double share)
{
  return (float) (share * share * (3 - 2 * share));
}

void
ilv_cashier_layout_get_customer (const IlvCashierLayout *self,
                                 const IlvCustomer *customer,
                                 guint line,
                                 float *x,
                                 float *y,
                                 float *opacity)
{
  float away = ease (customer->away);
  float gone = ease (customer->gone);
  float counter_x, counter_y;

  ilv_cashier_layout_get_place (self, line, customer->index, x, y);
  *opacity = 1;
  if (away > 0)
    {
      ilv_cashier_layout_get_counter (self, customer->cashier, &counter_x, &counter_y);
      counter_x -= self->counter_size * COUNTER_FRONT / 2;
      counter_y += self->counter_size * 0.9f;
      *x += (counter_x - *x) * away;
      *y += (counter_y - *y) * away;
    }

  /* Who is far behind stands where the room ends; it comes out of the crowd as the line moves up.
   */
  if (*x < self->tail_x)
    {
      *opacity = 1 - MIN ((self->tail_x - *x) / self->spacing, 1);
      *x = self->tail_x;
    }

  *x += gone * (self->counter_size + ILV_CASHIER_PERSON_WIDTH * self->scale);
  *opacity *= 1 - gone;
}

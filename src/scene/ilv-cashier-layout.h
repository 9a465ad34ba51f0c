/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

#include "ilv-cashier-story.h"

G_BEGIN_DECLS

/* A person at scale 1 and text of ILV_CASHIER_TEXT_HEIGHT pixels. */
#define ILV_CASHIER_PERSON_WIDTH 32
#define ILV_CASHIER_PERSON_HEIGHT 47
#define ILV_CASHIER_TEXT_HEIGHT 15

/**
 * IlvCashierLayout:
 * @n_lines: how many lines there are, ≥ 1
 * @n_cashiers: how many cashiers there are, ≥ 1
 * @scale: how large people are
 * @spacing: from one customer of a line to the next
 * @head_x: where the first of a line stands
 * @tail_x: where the last one stands, when there is no more room
 * @row_height: from one line to the next
 * @lines_y: where the rows begin
 * @capacity: how many customers of a line there is room for, ≥ 1
 * @counter_size: the width and height of a cashier's counter
 * @cell_width: from one counter to the next
 * @cell_height: from one counter to the one below
 * @cells_x: where the first cell begins
 * @cells_y: where the first cell begins
 * @n_rows: the counters below each other
 * @label_height: what is free below a counter for its name
 * @named: whether there is room for the cashiers' whole names
 *
 * Where lines and cashiers are in a shop of some size: a line in each row, its first customer at
 * the right, then the counters. No GTK.
 */
typedef struct
{
  guint n_lines;
  guint n_cashiers;
  float scale;
  float spacing;
  float head_x;
  float tail_x;
  float row_height;
  float lines_y;
  guint capacity;
  float counter_size;
  float cell_width;
  float cell_height;
  float cells_x;
  float cells_y;
  guint n_rows;
  float label_height;
  gboolean named;
} IlvCashierLayout;

/* The height that looks best. */
int ilv_cashier_layout_measure (guint n_lines, guint n_cashiers, float text_height, int *minimum);

/* @foot: the height that is left free at the bottom. */
void ilv_cashier_layout_place (IlvCashierLayout *self,
                               float width,
                               float height,
                               float foot,
                               float text_height,
                               guint n_lines,
                               guint n_cashiers,
                               guint longest_line);

/* The middle of the ground that a customer of a line stands on; @index is from 0, at the right. */
void ilv_cashier_layout_get_place (
  const IlvCashierLayout *self, guint line, double index, float *x, float *y);

/* The left top corner of a counter. */
void
ilv_cashier_layout_get_counter (const IlvCashierLayout *self, guint cashier, float *x, float *y);

/* Where a customer stands at a moment, and how much can be seen of it: 0 for gone, 1 for all. */
void ilv_cashier_layout_get_customer (const IlvCashierLayout *self,
                                      const IlvCustomer *customer,
                                      guint line,
                                      float *x,
                                      float *y,
                                      float *opacity);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"

G_BEGIN_DECLS

/* Parts that a cell can be split into: there is a character for each eighth of a block. */
#define ILV_TERMINAL_CELL_PARTS 8

/* The paint class of time in which nothing is known of any task. */
#define ILV_TERMINAL_CELL_IDLE (-1)

/**
 * IlvTerminalCell:
 * @before: the paint class of the left part, or %ILV_TERMINAL_CELL_IDLE
 * @after: the paint class of the rest
 * @split: how many eighths the left part has; 8 if @before fills the cell
 *
 * What one character of a lane shows.
 */
typedef struct
{
  int before;
  int after;
  guint split;
} IlvTerminalCell;

static inline IlvState
ilv_terminal_cell_get_state (int paint_class)
{
  return paint_class / ILV_N_TASK_COLOURS;
}

static inline guint
ilv_terminal_cell_get_colour (int paint_class)
{
  return paint_class % ILV_N_TASK_COLOURS;
}

/* Fills @classes with the paint class that has the most time in each of @n columns of @column_ns,
 * from the start of the run on. A column of which less than half is taken is idle, but what is too
 * short to be seen in any column gets the one where it begins. */
void ilv_terminal_cell_fill_classes (
  IlvLaneIndex *index, guint lane, double column_ns, guint n, int *classes);

/* The cell that shows the eight @parts best. */
void ilv_terminal_cell_choose (IlvTerminalCell *self, const int *parts);

G_END_DECLS

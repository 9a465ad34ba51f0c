/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lane-index.h"
#include "ilv-terminal.h"

G_BEGIN_DECLS

/* Lanes beyond this many are only counted. */
#define ILV_TERMINAL_TIMELINE_MAX_LANES 64

/**
 * IlvTerminalTimeline:
 * @terminal: where it is shown
 * @index: the lanes
 * @duration_ns: the time that the columns stand for, which is the same on both sides
 * @label_width: columns of the lanes' names
 *
 * One timeline drawn with characters: a line a lane.
 *
 * With colours a cell is a task's colour, or two of them where one ends and the other begins, split
 * to an eighth of a column. Without, the cell is the letter of the task that had most of its time;
 * "." is ready, "-" waiting and "x" blocked.
 */
typedef struct
{
  const IlvTerminal *terminal;
  IlvLaneIndex *index;
  gint64 duration_ns;
  guint label_width;
} IlvTerminalTimeline;

/* How many columns the names of the lanes need, at most a third of the terminal. */
guint ilv_terminal_timeline_measure_labels (const IlvTerminal *terminal, IlvLaneIndex *index);

/* Appends the ruler's two lines and the lanes. */
void ilv_terminal_timeline_append (const IlvTerminalTimeline *self, GString *output);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-terminal-cell.h"

/* The class that most of @parts have, and how many do; a tie goes to the first. */
static int
find_majority (const int *parts, guint n, guint *count)
{
  int majority = ILV_TERMINAL_CELL_IDLE;

  *count = 0;
  for (guint i = 0; i < n; i++)
    {
      guint same = 0;

      for (guint j = i; j < n; j++)
        same += parts[j] == parts[i];
      if (same > *count)
        {
          *count = same;
          majority = parts[i];
        }
    }
  return majority;
}

/* The class with the most time in the column; @taken is the share of all. */
static int
find_dominant (const IlvColumn *column, float *taken)
{
  int dominant = 0;

  *taken = 0;
  for (int i = 0; i < ILV_N_PAINT_CLASSES; i++)
    {
      *taken += column->coverage[i];
      if (column->coverage[i] > column->coverage[dominant])
        dominant = i;
    }
  return dominant;
}

static gboolean
is_running (int paint_class)
{
  return paint_class != ILV_TERMINAL_CELL_IDLE &&
         ilv_terminal_cell_get_state (paint_class) == ILV_STATE_RUNNING;
}

/* What lies wholly inside a cell that is idle otherwise is shown at its beginning. */
static void
show_short (IlvTerminalCell *self, const int *parts)
{
  for (guint i = 0; i < ILV_TERMINAL_CELL_PARTS; i++)
    {
      guint same = 0;

      if (parts[i] == ILV_TERMINAL_CELL_IDLE)
        continue;
      for (guint j = i; j < ILV_TERMINAL_CELL_PARTS; j++)
        same += parts[j] == parts[i];
      if (is_running (parts[i]))
        *self = (IlvTerminalCell){ parts[i], ILV_TERMINAL_CELL_IDLE, same };
      else
        *self = (IlvTerminalCell){ parts[i], parts[i], ILV_TERMINAL_CELL_PARTS };
      return;
    }
}

void
ilv_terminal_cell_fill_classes (
  IlvLaneIndex *index, guint lane, double column_ns, guint n, int *classes)
{
  g_autofree IlvColumn *columns = g_new0 (IlvColumn, n);
  g_autofree float *taken = g_new0 (float, n);
  g_autofree int *dominant = g_new0 (int, n);

  ilv_lane_index_sample (index, lane, 0, column_ns, n, columns);
  for (guint i = 0; i < n; i++)
    {
      dominant[i] = find_dominant (&columns[i], &taken[i]);
      classes[i] = taken[i] >= 0.5f ? dominant[i] : ILV_TERMINAL_CELL_IDLE;
    }
  for (guint i = 0; i < n; i++)
    {
      gboolean alone = (i == 0 || classes[i - 1] == ILV_TERMINAL_CELL_IDLE) &&
                       (i + 1 == n || classes[i + 1] == ILV_TERMINAL_CELL_IDLE);

      if (classes[i] == ILV_TERMINAL_CELL_IDLE && taken[i] > 0 && alone)
        classes[i] = dominant[i];
    }
}

void
ilv_terminal_cell_choose (IlvTerminalCell *self, const int *parts)
{
  int shown[ILV_TERMINAL_CELL_PARTS];
  guint best = 0;
  guint count;
  int majority = find_majority (parts, ILV_TERMINAL_CELL_PARTS, &count);

  self->before = self->after = majority;
  self->split = ILV_TERMINAL_CELL_PARTS;

  /* Only running is drawn as blocks; the other states are signs and fill a cell or are left out. */
  if (majority != ILV_TERMINAL_CELL_IDLE && !is_running (majority))
    return;
  for (guint i = 0; i < ILV_TERMINAL_CELL_PARTS; i++)
    shown[i] = is_running (parts[i]) ? parts[i] : ILV_TERMINAL_CELL_IDLE;

  for (guint split = ILV_TERMINAL_CELL_PARTS; split > 0; split--)
    {
      guint n_before;
      guint n_after;
      int before = find_majority (shown, split, &n_before);
      int after = find_majority (shown + split, ILV_TERMINAL_CELL_PARTS - split, &n_after);

      if (n_before + n_after > best)
        {
          best = n_before + n_after;
          *self = (IlvTerminalCell){ before, after, split };
        }
    }
  if (self->split == ILV_TERMINAL_CELL_PARTS || self->before == self->after)
    *self = (IlvTerminalCell){ self->before, self->before, ILV_TERMINAL_CELL_PARTS };
  if (self->before == ILV_TERMINAL_CELL_IDLE && self->after == ILV_TERMINAL_CELL_IDLE)
    show_short (self, parts);
}

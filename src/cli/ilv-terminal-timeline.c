/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-terminal-timeline.h"

#include <glib/gi18n-lib.h>

#include "ilv-terminal-cell.h"
#include "ilv-terminal-legend.h"
#include "ilv-terminal-ruler.h"

/* Spans looked at to tell which of the tasks of one colour a cell shows. */
#define MAX_SPANS_IN_CELL 256

/* The left eighths of a block, from none to seven. */
static const char *const blocks[] = { " ", "▏", "▎", "▍", "▌", "▋", "▊", "▉" };

static guint
count_columns (const IlvTerminalTimeline *self)
{
  return self->terminal->width - self->label_width - 1;
}

static double
get_column_ns (const IlvTerminalTimeline *self)
{
  return (double) MAX (self->duration_ns, 1) / count_columns (self);
}

static const IlvTraceInfo *
get_info (const IlvTerminalTimeline *self)
{
  return ilv_trace_get_info (ilv_lane_index_get_trace (self->index));
}

/* The task of @paint_class that has most of the column's time; there may be several, since colours
 * repeat. */
static guint
find_task (const IlvTerminalTimeline *self, guint lane, guint column, int paint_class)
{
  gint64 from_ns = column * get_column_ns (self);
  gint64 to_ns = (column + 1) * get_column_ns (self);
  guint n_spans = ilv_lane_index_get_n_spans (self->index, lane);
  guint first = ilv_lane_index_find (self->index, lane, from_ns);
  guint task = ilv_terminal_cell_get_colour (paint_class);
  gint64 longest_ns = -1;

  for (guint i = first; i < n_spans && i - first < MAX_SPANS_IN_CELL; i++)
    {
      const IlvSpan *span = ilv_lane_index_get_span (self->index, lane, i);
      gint64 length_ns = MIN (span->end_ns, to_ns) - MAX (span->start_ns, from_ns);

      if (span->start_ns >= to_ns)
        break;
      if (ILV_PAINT_CLASS ((guint) span->state, (guint) span->colour) == (guint) paint_class
          && length_ns > longest_ns)
        {
          longest_ns = length_ns;
          task = span->task;
        }
    }
  return task;
}

static void
append_plain_lane (const IlvTerminalTimeline *self, GString *output, guint lane)
{
  guint n = count_columns (self);
  g_autofree int *classes = g_new (int, n);

  ilv_terminal_cell_fill_classes (self->index, lane, get_column_ns (self), n, classes);
  for (guint i = 0; i < n; i++)
    {
      if (classes[i] == ILV_TERMINAL_CELL_IDLE)
        g_string_append_c (output, ' ');
      else if (ilv_terminal_cell_get_state (classes[i]) != ILV_STATE_RUNNING)
        g_string_append (
          output, ilv_terminal_get_sign (self->terminal, ilv_terminal_cell_get_state (classes[i])));
      else
        g_string_append_unichar (output,
                                 ilv_terminal_get_letter (self->terminal, get_info (self),
                                                          find_task (self, lane, i, classes[i])));
    }
}

static void
append_styled (const IlvTerminalTimeline *self,
               GString *output,
               const char *text,
               const IlvColour *foreground,
               const IlvColour *background,
               gboolean reversed)
{
  const IlvTerminalStyle style = { foreground, background, FALSE, reversed };

  ilv_terminal_append_style (self->terminal, output, &style);
  g_string_append (output, text);
}

/* Where one class fills three cells and more, the letter of its task stands in the middle. */
static gboolean
is_letter_place (const IlvTerminalCell *cells, guint n, guint i)
{
  guint first = i;
  guint last = i;

#define IS_SAME(j) (cells[j].split == ILV_TERMINAL_CELL_PARTS && cells[j].before == cells[i].before)
  while (first > 0 && IS_SAME (first - 1))
    first--;
  while (last + 1 < n && IS_SAME (last + 1))
    last++;
#undef IS_SAME
  return last - first >= 2 && i == first + (last - first) / 2;
}

static void
append_full_cell (const IlvTerminalTimeline *self,
                  GString *output,
                  guint lane,
                  guint column,
                  int paint_class,
                  gboolean lettered)
{
  gboolean dark = self->terminal->dark;
  guint index = ilv_terminal_cell_get_colour (paint_class);
  IlvState state = ilv_terminal_cell_get_state (paint_class);
  IlvColour colour = ilv_palette_get_colour (index, dark);
  IlvColour text_colour = ilv_palette_get_text_colour (index, dark);
  char letter[7] = " ";

  if (state != ILV_STATE_RUNNING)
    {
      append_styled (self, output, ilv_terminal_get_sign (self->terminal, state), &colour, NULL,
                     FALSE);
      return;
    }
  if (lettered)
    {
      guint task = find_task (self, lane, column, paint_class);
      gunichar character = ilv_terminal_get_letter (self->terminal, get_info (self), task);

      letter[g_unichar_to_utf8 (character, letter)] = '\0';
    }
  append_styled (self, output, letter, &text_colour, &colour, FALSE);
}

static void
append_split_cell (const IlvTerminalTimeline *self, GString *output, const IlvTerminalCell *cell)
{
  gboolean dark = self->terminal->dark;
  IlvColour before = { 0 };
  IlvColour after = { 0 };

  if (cell->before != ILV_TERMINAL_CELL_IDLE)
    before = ilv_palette_get_colour (ilv_terminal_cell_get_colour (cell->before), dark);
  if (cell->after != ILV_TERMINAL_CELL_IDLE)
    after = ilv_palette_get_colour (ilv_terminal_cell_get_colour (cell->after), dark);

  /* There are left parts of a block only, so an idle one is drawn in the terminal's background. */
  if (cell->before == ILV_TERMINAL_CELL_IDLE)
    append_styled (self, output, blocks[cell->split], &after, NULL, TRUE);
  else
    append_styled (self, output, blocks[cell->split], &before,
                   cell->after == ILV_TERMINAL_CELL_IDLE ? NULL : &after, FALSE);
}

static void
append_coloured_lane (const IlvTerminalTimeline *self, GString *output, guint lane)
{
  guint n = count_columns (self);
  g_autofree int *classes = g_new (int, n *ILV_TERMINAL_CELL_PARTS);
  g_autofree IlvTerminalCell *cells = g_new (IlvTerminalCell, n);

  if (self->terminal->unicode)
    {
      ilv_terminal_cell_fill_classes (self->index, lane,
                                      get_column_ns (self) / ILV_TERMINAL_CELL_PARTS,
                                      n * ILV_TERMINAL_CELL_PARTS, classes);
      for (guint i = 0; i < n; i++)
        ilv_terminal_cell_choose (&cells[i], classes + i * ILV_TERMINAL_CELL_PARTS);
    }
  else
    {
      ilv_terminal_cell_fill_classes (self->index, lane, get_column_ns (self), n, classes);
      for (guint i = 0; i < n; i++)
        cells[i] = (IlvTerminalCell){ classes[i], classes[i], ILV_TERMINAL_CELL_PARTS };
    }

  while (n > 0 && cells[n - 1].before == ILV_TERMINAL_CELL_IDLE &&
         cells[n - 1].after == ILV_TERMINAL_CELL_IDLE)
    n--;
  for (guint i = 0; i < n; i++)
    {
      if (cells[i].split < ILV_TERMINAL_CELL_PARTS)
        append_split_cell (self, output, &cells[i]);
      else if (cells[i].before != ILV_TERMINAL_CELL_IDLE)
        append_full_cell (self, output, lane, i, cells[i].before, is_letter_place (cells, n, i));
      else
        append_styled (self, output, " ", NULL, NULL, FALSE);
    }
  ilv_terminal_append_style (self->terminal, output, NULL);
}

guint
ilv_terminal_timeline_measure_labels (const IlvTerminal *terminal, IlvLaneIndex *index)
{
  guint width = 0;

  for (guint i = 0; i < ilv_lane_index_get_n_lanes (index); i++)
    {
      g_autofree char *label =
        ilv_terminal_clean_text (terminal, ilv_lane_index_get_label (index, i));

      width = MAX (width, ilv_terminal_measure_text (label));
    }
  return MIN (width, terminal->width / 3);
}

void
ilv_terminal_timeline_append (const IlvTerminalTimeline *self, GString *output)
{
  guint n_lanes = ilv_lane_index_get_n_lanes (self->index);
  guint n_shown = MIN (n_lanes, ILV_TERMINAL_TIMELINE_MAX_LANES);

  ilv_terminal_ruler_append (self->terminal, output, self->label_width + 1, count_columns (self),
                             self->duration_ns);
  for (guint i = 0; i < n_shown; i++)
    {
      ilv_terminal_append_cell (self->terminal, output, ilv_lane_index_get_label (self->index, i),
                                self->label_width, FALSE);
      g_string_append_c (output, ' ');
      if (self->terminal->colour == ILV_TERMINAL_COLOUR_NONE)
        append_plain_lane (self, output, i);
      else
        append_coloured_lane (self, output, i);
      ilv_terminal_trim_line (output);
      g_string_append_c (output, '\n');
    }
  if (n_lanes > n_shown)
    {
      g_autofree char *text = g_strdup_printf (
        ngettext ("and %u more line", "and %u more lines", n_lanes - n_shown), n_lanes - n_shown);

      ilv_terminal_append_text (self->terminal, output, text, 0, 0);
    }
}

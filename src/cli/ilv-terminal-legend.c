/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "ilv-terminal-legend.h"

#include <string.h>

#include <glib/gi18n-lib.h>

/* Tasks beyond this many are not in the legend. */
#define MAX_TASKS 32

/* Columns between two entries. */
#define GAP 2

/* x is left out: it is the sign for blocked. */
static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789abcdefghijklmnopqrstuvwyz";

/* Appends a sign in its style and what it means, on a new line where this one is full. */
static void
append_entry (const IlvTerminal *terminal,
              GString *output,
              guint *column,
              const char *sign,
              const IlvTerminalStyle *style,
              const char *meaning)
{
  g_autofree char *clean = ilv_terminal_clean_text (terminal, meaning);
  guint room = terminal->width - ilv_terminal_measure_text (sign) - 1;
  guint meaning_width = MIN (ilv_terminal_measure_text (clean), room);
  guint width = ilv_terminal_measure_text (sign) + (meaning_width > 0 ? 1 + meaning_width : 0);

  if (*column > 0 && *column + GAP + width > terminal->width)
    {
      g_string_append_c (output, '\n');
      *column = 0;
    }
  else if (*column > 0)
    {
      g_string_append_printf (output, "%*s", GAP, "");
      *column += GAP;
    }
  if (style != NULL)
    ilv_terminal_append_style (terminal, output, style);
  g_string_append (output, sign);
  if (style != NULL)
    ilv_terminal_append_style (terminal, output, NULL);
  if (meaning_width > 0)
    {
      g_string_append_c (output, ' ');
      ilv_terminal_append_cell (terminal, output, clean, meaning_width, FALSE);
    }
  *column += width;
}

/* With colours every task is in the legend; without, only if one has more of a name than its
 * letter. */
static gboolean
needs_tasks (const IlvTerminal *terminal, const IlvTraceInfo *info)
{
  if (terminal->colour != ILV_TERMINAL_COLOUR_NONE)
    return TRUE;
  for (guint i = 0; i < info->tasks->len; i++)
    {
      char letter[7] = { 0 };

      g_unichar_to_utf8 (ilv_terminal_get_letter (terminal, info, i), letter);
      if (strcmp (letter, ilv_trace_info_get_task (info, i)->name) != 0)
        return TRUE;
    }
  return FALSE;
}

static void
append_tasks (const IlvTerminal *terminal, GString *output, guint *column, const IlvTraceInfo *info)
{
  gboolean coloured = terminal->colour != ILV_TERMINAL_COLOUR_NONE;

  for (guint i = 0; i < info->tasks->len; i++)
    {
      guint index = ilv_trace_info_get_colour (info, i);
      IlvColour background = ilv_palette_get_colour (index, terminal->dark);
      IlvColour foreground = ilv_palette_get_text_colour (index, terminal->dark);
      const IlvTerminalStyle style = { &foreground, &background, FALSE, FALSE };
      const char *name = ilv_trace_info_get_task (info, i)->name;
      char letter[7] = { 0 };
      g_autofree char *sign = NULL;

      if (i == MAX_TASKS)
        {
          append_entry (terminal, output, column, terminal->unicode ? "…" : "...", NULL, "");
          break;
        }
      g_unichar_to_utf8 (ilv_terminal_get_letter (terminal, info, i), letter);
      sign = g_strdup_printf (coloured ? " %s " : "%s =", letter);
      append_entry (terminal, output, column, sign, coloured ? &style : NULL,
                    coloured && strcmp (name, letter) == 0 ? "" : name);
    }
}

static gboolean
have_state (IlvTrace *const *traces, guint n_traces, IlvState state)
{
  for (guint i = 0; i < n_traces; i++)
    {
      gsize n_spans;
      const IlvSpan *spans = ilv_trace_get_spans (traces[i], &n_spans);

      for (gsize j = 0; j < n_spans; j++)
        if (spans[j].state == state)
          return TRUE;
    }
  return FALSE;
}

gunichar
ilv_terminal_get_letter (const IlvTerminal *terminal, const IlvTraceInfo *info, guint task)
{
  const char *name = ilv_trace_info_get_task (info, task)->name;
  gunichar character = g_utf8_get_char (name);

  if (g_utf8_strlen (name, -1) == 1 && strchr (".-x", *name) == NULL &&
      (terminal->unicode || character < 128) && g_unichar_isgraph (character) &&
      !g_unichar_iswide (character) && !g_unichar_iszerowidth (character))
    return character;
  return letters[task % (G_N_ELEMENTS (letters) - 1)];
}

const char *
ilv_terminal_get_sign (const IlvTerminal *terminal, IlvState state)
{
  gboolean drawn = terminal->unicode && terminal->colour != ILV_TERMINAL_COLOUR_NONE;

  switch (state)
    {
    case ILV_STATE_READY:
      return drawn ? "·" : ".";
    case ILV_STATE_WAITING:
      return drawn ? "─" : "-";
    case ILV_STATE_BLOCKED:
      return drawn ? "╳" : "x";
    case ILV_STATE_RUNNING:
    case ILV_STATE_ENDED:
    default:
      return " ";
    }
}

void
ilv_terminal_legend_append (const IlvTerminal *terminal,
                            GString *output,
                            IlvTrace *const *traces,
                            guint n_traces,
                            gboolean with_states)
{
  static const IlvState states[] = { ILV_STATE_READY, ILV_STATE_WAITING, ILV_STATE_BLOCKED };
  const IlvTraceInfo *info = ilv_trace_get_info (traces[0]);
  guint column = 0;

  if (needs_tasks (terminal, info))
    append_tasks (terminal, output, &column, info);
  for (guint i = 0; with_states && i < G_N_ELEMENTS (states); i++)
    {
      g_autofree char *sign = g_strdup_printf ("%s =", ilv_terminal_get_sign (terminal, states[i]));

      if (have_state (traces, n_traces, states[i]))
        append_entry (terminal, output, &column, sign, NULL, ilv_state_get_label (states[i]));
    }
  if (column > 0)
    g_string_append_c (output, '\n');
}

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-palette.h"

G_BEGIN_DECLS

#define ILV_TERMINAL_MIN_WIDTH 40
#define ILV_TERMINAL_MAX_WIDTH 1000

/**
 * IlvTerminalColour:
 * @ILV_TERMINAL_COLOUR_NONE: no escape sequence at all
 * @ILV_TERMINAL_COLOUR_256: the 256 indexed colours of xterm
 * @ILV_TERMINAL_COLOUR_TRUE: red, green and blue
 */
typedef enum
{
  ILV_TERMINAL_COLOUR_NONE,
  ILV_TERMINAL_COLOUR_256,
  ILV_TERMINAL_COLOUR_TRUE,
} IlvTerminalColour;

/**
 * IlvTerminal:
 * @width: columns of a line
 * @colour: what colours it can show
 * @unicode: whether it shows more than ASCII
 * @dark: whether its background is dark
 *
 * What the terminal, or the file in its place, can show.
 */
typedef struct
{
  guint width;
  IlvTerminalColour colour;
  gboolean unicode;
  gboolean dark;
} IlvTerminal;

/**
 * IlvTerminalStyle:
 * @foreground: (nullable): the colour of the text
 * @background: (nullable): the colour behind it
 * @bold: whether it is bold
 * @reversed: whether the two are exchanged; the only way to draw in the terminal's own background
 *
 * How a piece of text looks.
 */
typedef struct
{
  const IlvColour *foreground;
  const IlvColour *background;
  gboolean bold;
  gboolean reversed;
} IlvTerminalStyle;

/* Finds out what the file descriptor @fd can show; @width is 0 to ask the terminal. */
void ilv_terminal_init (IlvTerminal *self, int fd, guint width);

/* (transfer full): @text with only what the terminal can show: no control character but the line
 * feed, and in ASCII where there is nothing else. */
char *ilv_terminal_clean_text (const IlvTerminal *self, const char *text);

/* How many columns @text takes. */
guint ilv_terminal_measure_text (const char *text);

/* Appends @text cut or filled with spaces to exactly @width columns. */
void ilv_terminal_append_cell (
  const IlvTerminal *self, GString *output, const char *text, guint width, gboolean align_end);

/* Appends @text as lines no wider than the terminal. Of the first one @column columns are taken
 * already; those after it are indented. */
void ilv_terminal_append_text (const IlvTerminal *self,
                               GString *output,
                               const char *text,
                               guint column,
                               guint indent);

/* Appends what switches to @style, or, if it is %NULL, back to plain; nothing without colours. */
void ilv_terminal_append_style (const IlvTerminal *self,
                                GString *output,
                                const IlvTerminalStyle *style);

/* Cuts the spaces at the end off. */
void ilv_terminal_trim_line (GString *output);

G_END_DECLS

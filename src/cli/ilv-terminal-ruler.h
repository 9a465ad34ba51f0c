/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-terminal.h"

G_BEGIN_DECLS

/* Appends two lines, each after @indent spaces: the times and the ticks of @n_columns columns that
 * stand for @duration_ns together. Ticks are 1, 2 or 5 times a power of ten apart. */
void ilv_terminal_ruler_append (
  const IlvTerminal *terminal, GString *output, guint indent, guint n_columns, gint64 duration_ns);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-comparison-stage.h"

G_BEGIN_DECLS

#define ILV_TYPE_CODE_SHEET (ilv_code_sheet_get_type ())

/**
 * IlvCodeSheet:
 *
 * The code of one side on a slide, as large as there is room for it; where there is not room for all of
 * it, the page that is run, and which lines that are.
 */
G_DECLARE_FINAL_TYPE (IlvCodeSheet, ilv_code_sheet, ILV, CODE_SHEET, GtkWidget)

GtkWidget *ilv_code_sheet_new (IlvComparisonStage *stage, IlvSide side);

/* Shows what the stage knows now. @title: what stands above the code. */
void ilv_code_sheet_update (IlvCodeSheet *self, const char *title);

/* How wide it would be with no line broken, at the smallest size that can be read. */
int ilv_code_sheet_get_text_width (IlvCodeSheet *self);

/* The lines that are seen, from 0, and how many there are; by the last allocation. */
void
ilv_code_sheet_get_lines (IlvCodeSheet *self, guint *first_line, guint *n_seen, guint *n_lines);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

#include "ilv-code-mark.h"
#include "ilv-timeline-theme.h"

G_BEGIN_DECLS

#define ILV_TYPE_CODE_VIEW (ilv_code_view_get_type ())

/**
 * IlvCodeView:
 *
 * The editor of a code scene, which draws the lit lines.
 */
G_DECLARE_FINAL_TYPE (IlvCodeView, ilv_code_view, ILV, CODE_VIEW, GtkSourceView)

GtkWidget *ilv_code_view_new (GtkSourceBuffer *buffer);

/* Lights the lines; @marks (element-type IlvCodeMark) are sorted by line and copied. */
void ilv_code_view_set_marks (IlvCodeView *self, const GArray *marks);
const GArray *ilv_code_view_get_marks (IlvCodeView *self);
void ilv_code_view_set_theme (IlvCodeView *self, const IlvTimelineTheme *theme);

/* Whether the names of tasks are as large as the code, and not smaller. */
void ilv_code_view_set_large_names (IlvCodeView *self, gboolean large_names);

/* The height of a line of code. */
int ilv_code_view_get_line_height (IlvCodeView *self);

G_END_DECLS

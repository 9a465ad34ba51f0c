/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define ILV_TYPE_WRAP_LAYOUT (ilv_wrap_layout_get_type ())

/**
 * IlvWrapLayout:
 *
 * Places children beside each other at their natural width, and begins a new line where the width
 * does not suffice: text flow for widgets. A child that expands shares what its line leaves over.
 *
 * Properties: `spacing` (between children), `line-spacing` (between lines), both in pixels.
 */
G_DECLARE_FINAL_TYPE (IlvWrapLayout, ilv_wrap_layout, ILV, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *ilv_wrap_layout_new (int spacing, int line_spacing);

G_END_DECLS

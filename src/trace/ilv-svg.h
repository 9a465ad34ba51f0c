/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-palette.h"

G_BEGIN_DECLS

/* The small parts that SVG is made of, appended to a #GString; the same in every locale. */

/* ` x="12.5"`, to a hundredth of a pixel. */
void ilv_svg_append_number (GString *self, const char *attribute, double value);

/* ` fill="#0072b2"` */
void ilv_svg_append_colour (GString *self, const char *attribute, IlvColour colour);

/* `>text</element>`: escaped, without the characters that XML cannot hold. */
void ilv_svg_append_content (GString *self, const char *text, const char *element);

/* A whole `<text>` of a class at a point. */
void ilv_svg_append_text (GString *self, const char *klass, double x, double y, const char *text);

/* A whole vertical `<line>` of a class. */
void ilv_svg_append_line (GString *self, const char *klass, double x, double from_y, double to_y);

/* A `<rect` that is left open for further attributes. */
void ilv_svg_begin_rect (GString *self, double x, double y, double width, double height);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-slide.h"

G_BEGIN_DECLS

/* (transfer floating): the text blocks of a slide of text, at its text size. */
GtkWidget *ilv_text_slide_new (IlvSlide *slide);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, slides on @display look as present.css says. It can be called again. */
void ilv_slide_style_load (GdkDisplay *display);

G_END_DECLS

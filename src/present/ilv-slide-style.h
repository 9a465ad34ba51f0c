/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* From now on, slides on @display look as present.css says. It can be called again. */
void ilv_slide_style_load (GdkDisplay *display);

/* Makes the slides below @widget dark or light, as @settings (nullable) say, now and as long as the widget
 * lives. Without settings they are dark. */
void ilv_slide_style_follow (GtkWidget *widget, GSettings *settings);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Where in @label, which has markup, the first link to @uri stands; in its own coordinates. Returns
 * whether there is one. */
gboolean ilv_link_place_find (GtkLabel *label, const char *uri, GdkRectangle *place);

G_END_DECLS

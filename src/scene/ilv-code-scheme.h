/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtksourceview/gtksource.h>

G_BEGIN_DECLS

/* (transfer none): the colours of code. The platform's own are too pale for some eyes, above all where the
 * line that a task is in is lit. */
GtkSourceStyleScheme *ilv_code_scheme_get (gboolean dark);

G_END_DECLS

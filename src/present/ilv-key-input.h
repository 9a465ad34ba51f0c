/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

/* From now on, the keys of a talk work in @window, whatever in it has the focus; see ilv-presenter-keys.h.
 * A key that is held does its thing once. */
void ilv_key_input_attach (GtkWindow *window, IlvPresentation *presentation);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"

G_BEGIN_DECLS

/* (transfer floating): the question of a slide with a poll, with its choices and what of the hands may be
 * seen; on the slide of the answer also which choice is right and why. */
GtkWidget *ilv_poll_slide_new (IlvPresentation *presentation, IlvSlide *slide);

G_END_DECLS

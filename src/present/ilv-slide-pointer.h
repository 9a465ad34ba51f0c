/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-presentation.h"
#include "ilv-slide-canvas.h"

G_BEGIN_DECLS

/* How many times larger a slide is while it is magnified. */
#define ILV_SLIDE_MAGNIFICATION 2.0

#define ILV_TYPE_SLIDE_POINTER (ilv_slide_pointer_get_type ())

/**
 * IlvSlidePointer:
 *
 * What the presenter points at on a slide: a large dot with a soft ring, and, in the console, a frame
 * around what the room sees magnified. It lies over an #IlvSlideCanvas, of the same size, and takes no
 * events.
 */
G_DECLARE_FINAL_TYPE (IlvSlidePointer, ilv_slide_pointer, ILV, SLIDE_POINTER, GtkWidget)

/* @framing: whether it frames what is magnified, since this canvas shows the whole slide. */
GtkWidget *
ilv_slide_pointer_new (IlvPresentation *presentation, IlvSlideCanvas *canvas, gboolean framing);

G_END_DECLS

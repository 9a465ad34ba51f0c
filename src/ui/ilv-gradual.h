/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lesson-context.h"

G_BEGIN_DECLS

#define ILV_TYPE_GRADUAL (ilv_gradual_get_type ())

/**
 * IlvGradual:
 *
 * A view that takes longer to make and to draw than a frame, and so comes in pieces, between which the program
 * answers. It is of use when it is built, and whole when it is unfolded too.
 */
G_DECLARE_INTERFACE (IlvGradual, ilv_gradual, ILV, GRADUAL, GtkWidget)

/**
 * IlvGradualInterface:
 * @build: makes the next part, without showing it. @context: what is around the view, the same each time.
 *   Returns: whether there is more to make
 * @unfold: shows the next of the parts, from top to bottom. Returns: whether there is more to show
 */
struct _IlvGradualInterface
{
  GTypeInterface parent_interface;

  gboolean (*build) (IlvGradual *self, const IlvLessonContext *context);
  gboolean (*unfold) (IlvGradual *self);
};

gboolean ilv_gradual_build (IlvGradual *self, const IlvLessonContext *context);
gboolean ilv_gradual_unfold (IlvGradual *self);

/* Makes and shows all that is missing, at once. */
void ilv_gradual_complete (IlvGradual *self, const IlvLessonContext *context);

/* For who unfolds: shows the first of @parts that is hidden. Returns: whether another one is. */
gboolean ilv_gradual_show_next (GtkWidget *const *parts, guint n_parts);

G_END_DECLS

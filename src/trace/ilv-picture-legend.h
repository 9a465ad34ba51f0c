/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-picture.h"
#include "ilv-trace.h"

G_BEGIN_DECLS

/* Adds what the states in the traces look like, in lines of @width from @x, @y on. Returns how high they are;
 * 0 where there is nothing to explain. */
double ilv_picture_legend_draw (
  IlvPicture *picture, IlvTrace *const *sides, guint n_sides, double x, double y, double width);

G_END_DECLS

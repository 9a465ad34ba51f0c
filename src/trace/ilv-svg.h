/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-picture.h"

G_BEGIN_DECLS

/* (transfer full): the picture as an SVG document, the same in every locale. */
char *ilv_svg_write (const IlvPicture *picture);

G_END_DECLS

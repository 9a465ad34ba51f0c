/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-flow.h"
#include "ilv-handout-text.h"

G_BEGIN_DECLS

/* Adds a row for each line of @text, which begins @indent from the side that it is written from.
 * The first and the last two lines stay together. @marker: (nullable): stands in that room beside
 * the first line. Takes both over. */
void ilv_handout_line_add (IlvHandoutFlow *flow,
                           IlvHandoutText *text,
                           double indent,
                           IlvHandoutText *marker);

G_END_DECLS

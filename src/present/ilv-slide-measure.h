/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-deck.h"

G_BEGIN_DECLS

/* (transfer full): the slides of @lesson for slides of that width, split by what their text takes on a
 * slide. For the main thread. */
IlvDeck *ilv_slide_measure_create_deck (IlvLesson *lesson, int slide_width);

G_END_DECLS

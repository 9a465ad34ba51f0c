/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-slide.h"

G_BEGIN_DECLS

/* What is said about a slide where it is one of many. */

/* (nullable): what it is, such as “Question”; %NULL for a title and for text. */
const char *ilv_slide_words_get_kind (IlvSlide *slide);

/* Its title, if its section begins with it; else what it is. */
const char *ilv_slide_words_get_caption (IlvSlide *slide);

/* (transfer full): what can be read on it. */
char *ilv_slide_words_dup_text (IlvSlide *slide);

G_END_DECLS

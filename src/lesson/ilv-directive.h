/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-block.h"
#include "ilv-lesson-source.h"

G_BEGIN_DECLS

/* Blocks of code that are not code but tell the program something. Private to the lesson room. */

/* Whether a block of code of that language is a directive. */
gboolean ilv_directive_is_known (const char *language);

/* (transfer full) (nullable): the block that the directive means; otherwise the source has one
 * fault more. @info: the words behind the fence, the first of which is @language; @text: what
 * stands within; @place: where its opening fence stands. */
IlvBlock *ilv_directive_read (IlvLessonSource *source,
                              const char *language,
                              const char *info,
                              const char *text,
                              const char *place);

G_END_DECLS

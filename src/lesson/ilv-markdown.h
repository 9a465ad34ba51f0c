/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-lesson-source.h"

G_BEGIN_DECLS

/**
 * ilv_markdown_read:
 * @source: the text below the front matter
 *
 * Reads the Markdown of a lesson. What cannot be shown is a fault of the source, never dropped in
 * silence.
 *
 * Returns: (transfer full) (element-type IlvSection): the sections, as good as they could be made
 */
GPtrArray *ilv_markdown_read (IlvLessonSource *source);

G_END_DECLS

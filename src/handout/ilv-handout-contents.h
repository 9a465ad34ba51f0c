/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "ilv-handout-builder.h"

G_BEGIN_DECLS

/* Adds the first page of a whole course: its title and its @lessons (element-type IlvLesson), whose
 * pages are those of the flow's bookmarks when it is drawn. */
void ilv_handout_contents_add (IlvHandoutBuilder *builder, const char *title, GPtrArray *lessons);

G_END_DECLS

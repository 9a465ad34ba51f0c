/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-lesson-context.h"
#include "ilv-section.h"

G_BEGIN_DECLS

#define ILV_TYPE_SECTION_VIEW (ilv_section_view_get_type ())

/**
 * IlvSectionView:
 *
 * A section of a lesson: its title and its blocks, and experiments among them that can be run.
 *
 * Who looks at it sees its beginning at once and the rest a piece a frame, from top to bottom, so that the
 * program answers in between. What was shown before is freed in spare time.
 */
G_DECLARE_FINAL_TYPE (IlvSectionView, ilv_section_view, ILV, SECTION_VIEW, GtkWidget)

/**
 * ilv_section_view_show:
 * @context: where @section belongs, and what there is around it; what it points to has to outlive the view
 * @gradual: whether to show it a piece a frame; all at once otherwise
 *
 * Shows @section in the place of what is shown.
 */
void ilv_section_view_show (IlvSectionView *self, IlvSection *section, const IlvLessonContext *context, gboolean gradual);

/* Whether all of it is shown. */
gboolean ilv_section_view_is_whole (IlvSectionView *self);

/* (transfer none) (nullable): the actions of its first comparison or race, as soon as it can be used. The signal
 * "experiment-changed" tells when that is, and when it is gone. */
GActionGroup *ilv_section_view_get_experiment (IlvSectionView *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "ilv-course.h"
#include "ilv-pack-shelf.h"
#include "ilv-progress.h"
#include "ilv-trace-document.h"

G_BEGIN_DECLS

#define ILV_TYPE_SIDEBAR (ilv_sidebar_get_type ())

/**
 * IlvSidebar:
 *
 * The lessons of the course and how far the learner has come; below, the person's own lessons and traces.
 *
 * Signals: #IlvSidebar::lesson-activated with the #IlvLesson that was chosen,
 * #IlvSidebar::pack-activated with the #IlvPack that was, which cannot be opened,
 * #IlvSidebar::hit-activated with the #IlvSearchHit that was, #IlvSidebar::trace-activated with the
 * #IlvTraceDocument that was.
 */
G_DECLARE_FINAL_TYPE (IlvSidebar, ilv_sidebar, ILV, SIDEBAR, GtkWidget)

GtkWidget *ilv_sidebar_new (void);

/* Shows the lessons of @course, once. */
void ilv_sidebar_set_course (IlvSidebar *self, IlvCourse *course, IlvProgress *progress);

/* Shows the lesson packs on @shelf below, once. */
void ilv_sidebar_set_shelf (IlvSidebar *self, IlvPackShelf *shelf, IlvProgress *progress);

/* Marks the lesson that is open; does not emit ::lesson-activated. */
void ilv_sidebar_select_lesson (IlvSidebar *self, IlvLesson *lesson);

/* Shows @traces (element-type IlvTraceDocument) below, once. */
void ilv_sidebar_set_traces (IlvSidebar *self, GListModel *traces);

/* Marks what is open in place of a lesson; %NULL for nothing. */
void ilv_sidebar_select_trace (IlvSidebar *self, IlvTraceDocument *document);

/* Whether its header bar shows the buttons of the window. */
void ilv_sidebar_set_show_title_buttons (IlvSidebar *self, gboolean show);

/* Whether it shows the search rather than the lessons; also its property `searching`. */
gboolean ilv_sidebar_is_searching (IlvSidebar *self);
void ilv_sidebar_set_searching (IlvSidebar *self, gboolean searching);

G_END_DECLS

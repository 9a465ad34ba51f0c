/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The ui room: what the learner sees and touches.
 *
 * The application opens one window: the course in a sidebar and the open lesson beside it, a section
 * at a time, with its text, its comparisons and the controls that run them. The room puts the other
 * rooms together: it asks the lesson room what to teach and remembers progress there, asks the
 * runner room to run a comparison, and shows the trace in the timeline room's widgets. It uses GTK
 * and libadwaita and knows all rooms except the terminal face; no other room knows it.
 */

#pragma once

#include <adwaita.h>

#include "ilv-lesson-context.h"
#include "ilv-lesson.h"

G_BEGIN_DECLS

#define ILV_TYPE_WINDOW (ilv_window_get_type ())

/**
 * IlvWindow:
 *
 * The window: the sidebar with the lessons, and the open lesson. Its actions: `toggle-sidebar`,
 * `require-predictions`, `present` and `present-from-start`, those of #IlvOwnLessons and #IlvOwnTraces, and those of
 * the open lesson page in the group "page".
 *
 * Signals: #IlvWindow::present, with whether to begin at the lesson's beginning rather than at the open
 * section; #IlvWindow::pack-opened, when a lesson pack's lesson is shown; #IlvWindow::pack-failed.
 */
G_DECLARE_FINAL_TYPE (IlvWindow, ilv_window, ILV, WINDOW, AdwApplicationWindow)

/* Opens the lesson with that id (nullable), or else where the learner left off; but if it @expects_file
 * nothing before ilv_window_open_file(). */
IlvWindow *ilv_window_new (GtkApplication *application, const char *lesson, gboolean expects_file);

/* Opens the lesson with that id at its first section. Returns whether there is such a lesson. */
gboolean ilv_window_open_lesson (IlvWindow *self, const char *id);

/* Opens a lesson pack, a folder or a zip file, and shows its first lesson; or a trace. */
void ilv_window_open_file (IlvWindow *self, GFile *file);

/* Opens each of these; but two traces beside each other. */
void ilv_window_open_files (IlvWindow *self, GFile **files, guint n_files);

/* (nullable) */
IlvLesson *ilv_window_get_lesson (IlvWindow *self);

/* The number of the section that is open. */
guint ilv_window_get_section (IlvWindow *self);

/* Opens a section of the lesson that is open. */
void ilv_window_set_section (IlvWindow *self, guint section);

/* What the learner has done. */
IlvProgress *ilv_window_get_progress (IlvWindow *self);

/* What there is around a lesson; borrowed from the window. */
void ilv_window_get_context (IlvWindow *self, IlvLessonContext *context);

G_END_DECLS
